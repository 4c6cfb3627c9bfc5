import { type RefObject, useEffect, useState } from 'react';

/**
 * Brings the focus to where the analyst will want it when what had it is gone.
 * @returns a function that takes a selector: the first such element gets the focus, or else the container.
 */
export function useWantedFocus(container: RefObject<HTMLElement | null>) {
  // An object each time: the same place may be wanted twice.
  const [wanted, want] = useState<{ readonly selector: string }>();
  useEffect(() => {
    if (!wanted) return;
    const target = container.current?.querySelector<HTMLElement>(wanted.selector);
    (target ?? container.current)?.focus();
  }, [wanted, container]);
  return (selector: string) => want({ selector });
}

/** The first button of a row. */
export const buttonIn = (row: string | undefined): string =>
  `[data-row="${CSS.escape(row ?? '')}"] button`;

/** The first button of the row beside this one: the next, or else the one before. */
export function buttonBeside(rows: readonly { readonly id: string }[], id: string): string {
  const place = rows.findIndex((row) => row.id === id);
  return buttonIn((rows[place + 1] ?? rows[place - 1])?.id);
}

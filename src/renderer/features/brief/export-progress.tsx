import { type RefObject, useLayoutEffect, useRef } from 'react';
import { exportTexts as words } from '../../../shared/texts/texts.ts';
import { cancelExport, type Exporting } from '../../state/exporting.ts';
import { Button } from '../../ui/button.tsx';
import { Progress } from '../../ui/progress.tsx';

interface ExportProgressProps {
  readonly exporting: Exporting;
  /** What gets the focus when the export is over, if the way to call it off had it. */
  readonly next: RefObject<HTMLElement | null>;
}

/** How far an export is, and a way to call it off. */
export function ExportProgress({ exporting, next }: ExportProgressProps) {
  if (exporting.kind !== 'running') return null;
  const { title, share } = exporting;
  return (
    <>
      <Progress label={words.progress(title)} share={share} valueLabel={words.percent(share)} />
      <Cancel next={next} />
    </>
  );
}

function Cancel({ next }: Pick<ExportProgressProps, 'next'>) {
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const own = button.current;
    return () => {
      if (own && own === document.activeElement) next.current?.focus();
    };
  }, [next]);
  return (
    <Button ref={button} onPress={cancelExport}>
      {words.cancel}
    </Button>
  );
}

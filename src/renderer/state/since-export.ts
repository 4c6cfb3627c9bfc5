import { useDeferredValue, useMemo } from 'react';
import type { Brief } from '../../domain/brief/brief.ts';
import { exportedState, type SinceExport, sinceExport } from '../../domain/brief/export-record.ts';
import type { Exported } from '../db/exported.ts';
import { useLiveExported } from '../db/live.ts';
import { useTrash } from './trash.ts';
import { useWorkspace } from './workspace-context.tsx';

/** The last export of a brief, and what is different now. */
export interface LastExport {
  readonly exported: Exported;
  /** `undefined` while articles are being read. */
  readonly since: SinceExport | undefined;
}

/** @returns `undefined` when the brief was never exported, or while that is being looked up. */
export function useLastExport(briefId: string, shown: Brief | undefined): LastExport | undefined {
  const exported = useLiveExported(useWorkspace().db, briefId);
  const composed = useDeferredValue(shown);
  const since = useMemo(
    () => (exported && composed ? sinceExport(exported.state, exportedState(composed)) : undefined),
    [exported, composed],
  );
  return exported ? { exported, since } : undefined;
}

/** What passages say, or said, by the ids of their annotations; of those in the trash, too. */
export function useQuotes(ids: readonly string[]): ReadonlyMap<string, string> {
  const { annotations } = useWorkspace();
  const trash = useTrash();
  const deleted = new Map(
    trash?.flatMap((entry) =>
      entry.table === 'annotations' ? [[entry.id, entry.row.quote.exact] as const] : [],
    ),
  );
  return new Map(
    ids.flatMap((id) => {
      const quote = annotations.get(id)?.quote.exact ?? deleted.get(id);
      return quote === undefined ? [] : [[id, quote] as const];
    }),
  );
}

import { create } from 'zustand';

/** What of a brief is worked on: which passages it speaks of, how it is laid out, and in which order they stand. */
export const BUILDER_TABS = ['passages', 'layout', 'order'] as const;
export type BuilderTab = (typeof BUILDER_TABS)[number];

/** Where the analyst is in the builder of briefs: nothing of it is work, nothing of it is saved. */
export interface Builder {
  /** The brief that is open; `undefined` before the builder was opened for the first time. */
  readonly briefId: string | undefined;
  /** What is open as long as that one does not exist: what it was copied from. */
  readonly originId: string | undefined;
  readonly tab: BuilderTab;
  /** The row of the outline whose texts are shown. */
  readonly rowId: string | undefined;
  /** Sections whose passages are not listed. */
  readonly closed: ReadonlySet<string>;
}

export const useBuilder = create<Builder>(() => ({
  briefId: undefined,
  originId: undefined,
  tab: 'passages',
  rowId: undefined,
  closed: new Set(),
}));

export const updateBuilder = useBuilder.setState;

/** @param originId what shows in its place as long as there is no such brief */
export function openBrief(briefId: string, originId?: string): void {
  if (useBuilder.getState().briefId === briefId) return;
  updateBuilder({ briefId, originId, rowId: undefined, closed: new Set() });
}

/** Lists the passages of a section, or no longer. */
export function toggleSection(key: string): void {
  updateBuilder(({ closed }) => {
    const next = new Set(closed);
    if (!next.delete(key)) next.add(key);
    return { closed: next };
  });
}

import { useDeferredValue, useMemo } from 'react';
import type { BriefRequest } from '../../domain/brief/brief.ts';
import type { Tag } from '../../domain/tag/tag.ts';
import { type BriefSelection, selectForBrief, useBriefChoices } from './brief-choices.ts';
import { type BriefDraft, draftBrief, retitle } from './brief-draft.ts';
import { useBriefSources } from './brief-sources.ts';
import { type Totals, useTotals } from './brief-tally.ts';
import { useAllAnnotations, useCodebook, useWorkspace } from './workspace-context.tsx';

/** Everything that the brief's dialog shows. */
export interface BriefDesk {
  readonly codebook: readonly Tag[];
  readonly totals: Totals;
  readonly typedTitle: string | undefined;
  readonly selection: BriefSelection;
  /** What would be saved now; `undefined` while articles are being read. For saving: it may take a moment. */
  readonly compose: (() => BriefDraft) | undefined;
  /** The same, but a moment behind while typing goes on. */
  readonly shown: BriefDraft | undefined;
}

/** The day on the analyst's clock, as ISO writes it. */
export function today(now: Date = new Date()): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The brief that the choices make of the annotations; follows every change of either. */
export function useBrief(): BriefDesk {
  const codebook = useCodebook();
  const totals = useTotals(codebook);
  const { title: typedTitle, tags, untagged } = useBriefChoices();
  const selection = useMemo(
    () => selectForBrief({ tags, untagged }, codebook, totals),
    [tags, untagged, codebook, totals],
  );
  const title = typedTitle?.trim() || selection.defaultTitle;
  const request = useRequest(selection, codebook);
  const settled = useDeferredValue(request);
  const settledTitle = useDeferredValue(title);
  const draft = useMemo(() => settled && draftBrief(settled), [settled]);
  const shown = useMemo(() => draft && retitle(draft, settledTitle), [draft, settledTitle]);
  return {
    codebook,
    totals,
    typedTitle,
    selection,
    compose:
      request && (() => retitle(request === settled && draft ? draft : draftBrief(request), title)),
    shown,
  };
}

function useRequest(selection: BriefSelection, codebook: readonly Tag[]): BriefRequest | undefined {
  const sources = useBriefSources();
  const index = useAllAnnotations();
  const version = useWorkspace().version();
  // The index is changed in place: its version tells when to ask it again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const annotations = useMemo(
    () => index.articleIds().flatMap((id) => index.ofArticle(id)),
    [index, version],
  );
  return useMemo(() => {
    const { defaultTitle, tags, includeUntagged } = selection;
    return (
      sources && {
        ...sources,
        title: defaultTitle,
        tags,
        includeUntagged,
        codebook,
        annotations,
        created: today(),
      }
    );
  }, [sources, selection, codebook, annotations]);
}

import { useDeferredValue, useMemo } from 'react';
import type { Brief, BriefRequest } from '../../domain/brief/brief.ts';
import { briefToMarkdown } from '../../domain/brief/brief-to-markdown.ts';
import { composeBrief } from '../../domain/brief/compose-brief.ts';
import type { Tag } from '../../domain/tag/tag.ts';
import { briefWords } from '../../shared/texts/texts.ts';
import {
  type BriefChoices,
  type ResolvedChoices,
  resolveChoices,
  useBriefChoices,
} from './brief-choices.ts';
import { useBriefSources } from './brief-sources.ts';
import { type Totals, useTotals } from './brief-tally.ts';
import { useAllAnnotations, useCodebook, useWorkspace } from './workspace-context.tsx';

/** A brief as it stands now: what it holds, and the very text that would be saved. */
export interface BriefDraft {
  readonly brief: Brief;
  readonly markdown: string;
}

/** Everything that the brief's dialog shows. */
export interface BriefDesk {
  readonly codebook: readonly Tag[];
  readonly totals: Totals;
  readonly typedTitle: string | undefined;
  readonly choices: ResolvedChoices;
  /** What would be saved now; `undefined` while articles are being read. Costs what `shown` does: to be asked when saving. */
  readonly compose: (() => BriefDraft) | undefined;
  /** The same, but a moment behind while typing goes on. */
  readonly shown: BriefDraft | undefined;
}

/** The day on the analyst's clock, as ISO writes it. */
export function today(now: Date = new Date()): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

export function draftBrief(request: BriefRequest): BriefDraft {
  const brief = composeBrief(request);
  return { brief, markdown: briefToMarkdown(brief, briefWords) };
}

/** The brief that the choices make of the annotations; follows every change of either. */
export function useBrief(): BriefDesk {
  const codebook = useCodebook();
  const totals = useTotals(codebook);
  const typed: BriefChoices = useBriefChoices();
  const choices = useMemo(() => resolveChoices(typed, codebook, totals), [typed, codebook, totals]);
  const request = useRequest(choices, codebook);
  const settled = useDeferredValue(request);
  const shown = useMemo(() => settled && draftBrief(settled), [settled]);
  return {
    codebook,
    totals,
    typedTitle: typed.title,
    choices,
    compose: request && (() => (request === settled && shown ? shown : draftBrief(request))),
    shown,
  };
}

function useRequest(choices: ResolvedChoices, codebook: readonly Tag[]): BriefRequest | undefined {
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
    const { title, tags, includeUntagged } = choices;
    return (
      sources && {
        ...sources,
        title,
        tags,
        includeUntagged,
        codebook,
        annotations,
        created: today(),
      }
    );
  }, [sources, choices, codebook, annotations]);
}

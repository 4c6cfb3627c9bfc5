import { useDeferredValue, useMemo, useRef } from 'react';
import type { Annotation } from '../../domain/annotation/annotation.ts';
import type { Brief, BriefRequest } from '../../domain/brief/brief.ts';
import { composeBrief } from '../../domain/brief/compose-brief.ts';
import type { SavedBrief } from '../../domain/brief/saved-brief.ts';
import type { Tag } from '../../domain/tag/tag.ts';
import { defaultTitle } from './brief-choice.ts';
import { type BriefSources, useBriefSources } from './brief-sources.ts';
import { type Totals, useTotals } from './brief-tally.ts';
import { useOpenBrief } from './briefs.ts';
import { useBuilder } from './builder.ts';
import { useAllAnnotations, useCodebook, useWorkspace } from './workspace-context.tsx';

/** Everything that the builder shows. */
export interface BriefDesk {
  readonly brief: SavedBrief;
  readonly isKept: boolean;
  readonly codebook: readonly Tag[];
  readonly totals: Totals;
  /** The title as long as none was typed. */
  readonly defaultTitle: string;
  /** `undefined` while articles are being read. */
  readonly sources: BriefSources | undefined;
  readonly annotations: readonly Annotation[];
  /** The brief that its plan makes of the annotations; a moment behind while something is typed. */
  readonly shown: Brief | undefined;
  /** The same without its title and its introduction, and so the same object while those are typed. */
  readonly body: Brief | undefined;
}

/** The day on the analyst's clock, as ISO writes it. */
export function today(now: Date = new Date()): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The same object as long as it says the same. */
export function useSame<Value>(value: Value): Value {
  const kept = useRef(value);
  if (kept.current !== value && JSON.stringify(kept.current) !== JSON.stringify(value)) {
    kept.current = value;
  }
  return kept.current;
}

/** The brief that is open, and what it makes of the annotations; follows every change of either. */
export function useBrief(): BriefDesk {
  const codebook = useCodebook();
  const totals = useTotals(codebook);
  const rowId = useBuilder((builder) => builder.rowId) ?? '';
  const { brief, isKept } = useOpenBrief(rowId);
  const sources = useBriefSources();
  const annotations = useEveryAnnotation();
  const title = defaultTitle(brief.choice, codebook, totals);
  const body = useBody(brief, { codebook, sources, annotations });
  const head = useDeferredValue(brief.title.trim() || title);
  const introduction = useDeferredValue(brief.introduction);
  const shown = useMemo(
    () => body && { ...body, title: head, introduction },
    [body, head, introduction],
  );
  const material = { codebook, totals, sources, annotations };
  return { brief, isKept, ...material, defaultTitle: title, shown, body };
}

type Material = Pick<BriefDesk, 'codebook' | 'sources' | 'annotations'>;

/** All of a brief but its title and its introduction. What changes with every letter typed must not compose it anew. */
function useBody(brief: SavedBrief, { codebook, sources, annotations }: Material) {
  const remarks = useDeferredValue(useSame(brief.remarks));
  const plan = useSame({
    choice: brief.choice,
    arrangement: brief.arrangement,
    remarks: {},
    introduction: '',
  });
  const request = useMemo(
    (): BriefRequest | undefined =>
      sources && { ...sources, title: '', created: today(), plan, codebook, annotations },
    [sources, plan, codebook, annotations],
  );
  const settled = useDeferredValue(request);
  const composed = useMemo(() => settled && composeBrief(settled), [settled]);
  return useMemo(() => composed && withRemarks(composed, remarks), [composed, remarks]);
}

function withRemarks(brief: Brief, remarks: SavedBrief['remarks']): Brief {
  const sections = brief.sections.map((section) => ({
    ...section,
    remark: remarks[section.key] ?? '',
  }));
  return { ...brief, sections };
}

function useEveryAnnotation(): readonly Annotation[] {
  const index = useAllAnnotations();
  const version = useWorkspace().version();
  // The index is changed in place: its version tells when to ask it again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  return useMemo(() => index.articleIds().flatMap((id) => index.ofArticle(id)), [index, version]);
}

/** The brief with nothing left out of it, for taking things in again. */
export function useWhole({ brief, codebook, sources, annotations, shown }: BriefDesk) {
  const plan = useSame({ ...brief, choice: { ...brief.choice, leftOut: [] }, remarks: {} });
  const isWhole = brief.choice.leftOut.length === 0;
  const request = useMemo(
    (): BriefRequest | undefined =>
      sources && !isWhole
        ? { ...sources, title: '', created: '', plan, codebook, annotations }
        : undefined,
    [sources, isWhole, plan, codebook, annotations],
  );
  const settled = useDeferredValue(request);
  const whole = useMemo(() => settled && composeBrief(settled), [settled]);
  return isWhole ? shown : whole;
}

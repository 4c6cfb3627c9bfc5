import { create } from 'zustand';
import type { Tag } from '../../domain/tag/tag.ts';
import { briefTexts } from '../../shared/texts/texts.ts';
import type { Totals } from './brief-tally.ts';

/** What the analyst has chosen for the brief; remembered as long as the app runs. */
export interface BriefChoices {
  /** As typed; `undefined` as long as the title follows the tags. */
  readonly title: string | undefined;
  /** Tags that were switched on or off by hand; the others are on when anything has them. */
  readonly tags: ReadonlyMap<string, boolean>;
  readonly untagged: boolean | undefined;
}

export const useBriefChoices = create<BriefChoices>(() => ({
  title: undefined,
  tags: new Map(),
  untagged: undefined,
}));

export function chooseTitle(title: string | undefined): void {
  useBriefChoices.setState({ title });
}

export function chooseTag(id: string, chosen: boolean): void {
  useBriefChoices.setState(({ tags }) => ({ tags: new Map(tags).set(id, chosen) }));
}

export function chooseUntagged(untagged: boolean): void {
  useBriefChoices.setState({ untagged });
}

/** Which passages go into the brief, with the codebook and the annotations as they are. */
export interface BriefSelection {
  readonly tags: readonly Tag[];
  readonly includeUntagged: boolean;
  /** The title as long as none was typed. */
  readonly defaultTitle: string;
}

export function selectForBrief(
  choices: Omit<BriefChoices, 'title'>,
  codebook: readonly Tag[],
  totals: Totals,
): BriefSelection {
  const tags = codebook.filter(({ id }) => choices.tags.get(id) ?? totals.byTag.has(id));
  const used = tags.filter(({ id }) => totals.byTag.has(id));
  return {
    tags,
    includeUntagged: totals.untagged > 0 && (choices.untagged ?? true),
    defaultTitle: briefTexts.defaultTitle(used.map(({ name }) => name)),
  };
}

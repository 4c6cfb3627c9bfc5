import { withChoice, withId } from '../../domain/brief/edit-brief.ts';
import type { PassageChoice, SavedBrief } from '../../domain/brief/saved-brief.ts';
import type { Tag } from '../../domain/tag/tag.ts';
import { briefTexts } from '../../shared/texts/texts.ts';
import type { Totals } from './brief-tally.ts';

type Change = (brief: SavedBrief) => SavedBrief;

/** The tags that show as chosen. Where every tag is, that is those which anything has: the others add nothing yet. */
export function tagsShownChosen(
  { tagIds }: Pick<PassageChoice, 'tagIds'>,
  codebook: readonly Tag[],
  { byTag }: Pick<Totals, 'byTag'>,
): readonly Tag[] {
  return codebook.filter(({ id }) => (tagIds === null ? byTag.has(id) : tagIds.includes(id)));
}

/** What a brief is called as long as nobody has said. */
export function defaultTitle(
  choice: Pick<PassageChoice, 'tagIds'>,
  codebook: readonly Tag[],
  totals: Pick<Totals, 'byTag'>,
): string {
  const used = tagsShownChosen(choice, codebook, totals).filter(({ id }) => totals.byTag.has(id));
  return briefTexts.defaultTitle(used.map(({ name }) => name));
}

const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

export function chooseTag(
  id: string,
  isChosen: boolean,
  codebook: readonly Tag[],
  totals: Totals,
): Change {
  return (brief) => {
    const shown = ids(tagsShownChosen(brief.choice, codebook, totals));
    // A tag in the trash may come back, and is chosen then as it was.
    const known = new Set(ids(codebook));
    const gone = brief.choice.tagIds?.filter((tagId) => !known.has(tagId)) ?? [];
    return withChoice(brief, { tagIds: withId([...shown, ...gone], id, isChosen) });
  };
}

/** "All of" speaks of tags that can be seen chosen, not of whatever tags there will be. */
export function chooseMatch(
  match: PassageChoice['match'],
  codebook: readonly Tag[],
  totals: Totals,
): Change {
  return (brief) => {
    const { tagIds } = brief.choice;
    const shown = tagIds ?? ids(tagsShownChosen(brief.choice, codebook, totals));
    return withChoice(brief, { match, tagIds: match === 'all' ? shown : tagIds });
  };
}

/** @param all the articles that there are to choose from */
export function chooseArticle(id: string, isChosen: boolean, all: readonly string[]): Change {
  return (brief) => {
    const chosen = withId(brief.choice.articleIds ?? all, id, isChosen);
    return withChoice(brief, { articleIds: chosen });
  };
}

export const chooseAllTags: Change = (brief) => withChoice(brief, { tagIds: null });

export const chooseAllArticles: Change = (brief) => withChoice(brief, { articleIds: null });

export const chooseUntagged =
  (includeUntagged: boolean): Change =>
  (brief) =>
    withChoice(brief, { includeUntagged });

/** @param days `undefined` takes one away */
export const chooseDays =
  (days: { readonly from?: string | undefined; readonly to?: string | undefined }): Change =>
  (brief) =>
    withChoice(brief, days);

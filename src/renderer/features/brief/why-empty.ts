import { composeBrief } from '../../../domain/brief/compose-brief.ts';
import { briefTexts as words } from '../../../shared/texts/texts.ts';
import type { BriefDesk } from '../../state/brief.ts';
import { tagsShownChosen } from '../../state/brief-choice.ts';

/** Why nothing is in a brief, though there are passages. */
export function whyEmpty(desk: BriefDesk): string {
  const { brief, codebook, totals, sources, annotations } = desk;
  const { choice } = brief;
  if (totals.total === totals.untagged && !choice.includeUntagged) return words.onlyUntagged;
  const hasTags = tagsShownChosen(choice, codebook, totals).length > 0;
  if (!hasTags && !(choice.includeUntagged && totals.untagged > 0)) return words.nothingChosen;
  if (choice.articleIds?.length === 0) return words.noArticle;
  const { from: _, to: __, ...anyDay } = choice;
  const count = (part: Partial<typeof anyDay>, days: object = {}) =>
    composeBrief({
      articles: sources?.articles ?? [],
      title: '',
      created: '',
      codebook,
      annotations,
      plan: { ...brief, choice: { ...anyDay, ...days, ...part } },
    }).passageCount;
  const { from, to } = choice;
  const days = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  if (count({ leftOut: [] }, days) > 0) return words.allLeftOut;
  if (count({ leftOut: [], articleIds: null }) > 0) return words.nothingIn;
  return choice.match === 'all' ? words.nothingMatchesAll : words.nothingMatches;
}

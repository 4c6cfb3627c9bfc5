import { Document } from 'yaml';
import type { Brief } from './brief.ts';
import type { BlockOptions } from './brief-tree.ts';
import { obsidianTags } from './obsidian-tags.ts';
import { oneLine } from './one-line.ts';
import { quoteKey } from './quote-key.ts';
import { SHOWABLE } from './saved-brief.ts';

/**
 * The facts of a brief as YAML, without fences.
 *
 * Texts that an older YAML 1.1 reader would take for something else, such as a tag named `No`, are
 * quoted; the day of export is deliberately not, so that readers take it for a date. For Obsidian, whose tags are
 * these, they are written as it wants them. Where the passages have no links, the identities say which they are.
 */
export function frontMatterOf(
  brief: Brief,
  { dialect = 'commonmark', hasLinks = true }: BlockOptions = {},
): string {
  const omits = SHOWABLE.filter((name) => !brief.shows[name]);
  const document = new Document(
    {
      title: oneLine(brief.title),
      created: dayOf(brief.created),
      tags: dialect === 'obsidian' ? obsidianTags(brief.tagNames) : brief.tagNames.map(oneLine),
      articles: brief.sources.length,
      passages: brief.passageCount,
      ...(omits.length > 0 && { omits }),
      ...(!hasLinks && { identities: identitiesOf(brief) }),
    },
    { compat: 'yaml-1.1', customTags: ['timestamp'] },
  );
  for (const name of ['tags', 'omits']) {
    const list = document.get(name);
    if (list && typeof list === 'object') Object.assign(list, { flow: true });
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: false }).trimEnd();
}

/** Each passage where it stands, in order: the id of its annotation, and by what its quote is known again. */
function identitiesOf({ sections }: Brief): string[] {
  return sections.flatMap(({ passages }) =>
    passages.map(({ annotationId, quote }) => `${annotationId} ${quoteKey(quote)}`),
  );
}

/** As a date, which YAML writes without quotes; what is no day stays the text that it is. */
function dayOf(isoDay: string): Date | string {
  const day = new Date(isoDay);
  return Number.isNaN(day.getTime()) ? oneLine(isoDay) : day;
}

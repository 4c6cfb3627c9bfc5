import { Document } from 'yaml';
import type { Brief } from './brief.ts';
import { obsidianTags } from './obsidian-tags.ts';
import { oneLine } from './one-line.ts';
import type { Dialect } from './saved-brief.ts';

/**
 * The facts of a brief as YAML, without fences.
 *
 * Texts that an older YAML 1.1 reader would take for something else, such as a tag named `No`, are
 * quoted; the day of export is deliberately not, so that readers take it for a date. For Obsidian, whose tags are
 * these, they are written as it wants them.
 */
export function frontMatterOf(brief: Brief, dialect: Dialect = 'commonmark'): string {
  const document = new Document(
    {
      title: oneLine(brief.title),
      created: dayOf(brief.created),
      tags: dialect === 'obsidian' ? obsidianTags(brief.tagNames) : brief.tagNames.map(oneLine),
      articles: brief.sources.length,
      passages: brief.passageCount,
    },
    { compat: 'yaml-1.1', customTags: ['timestamp'] },
  );
  const tags = document.get('tags');
  if (tags && typeof tags === 'object') Object.assign(tags, { flow: true });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false }).trimEnd();
}

/** As a date, which YAML writes without quotes; what is no day stays the text that it is. */
function dayOf(isoDay: string): Date | string {
  const day = new Date(isoDay);
  return Number.isNaN(day.getTime()) ? oneLine(isoDay) : day;
}

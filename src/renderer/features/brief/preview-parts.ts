import { passageLink } from '../../../domain/annotation/link.ts';
import type { BriefDraft } from '../../state/brief-draft.ts';

/** How many passages are rendered in one go: a few milliseconds' worth. */
const PASSAGES = 20;

export interface PreviewPart {
  readonly key: string;
  readonly markdown: string;
}

/**
 * Cuts a brief's body before every 20th passage, for the preview alone: the parts of a long brief can be
 * rendered one after the other without the window freezing, and those that did not change need not be again.
 */
export function previewParts({ brief, body }: BriefDraft): PreviewPart[] {
  const parts: PreviewPart[] = [];
  let key = 'start';
  let from = 0;
  let searched = 0;
  for (const [index, section] of brief.sections.entries()) {
    for (const [place, { annotationId }] of section.passages.entries()) {
      if (place === 0 || place % PASSAGES > 0) continue;
      const cut = passageStart(body, annotationId, searched);
      if (cut === undefined) continue;
      parts.push({ key, markdown: body.slice(from, cut) });
      key = `${index} ${annotationId}`;
      from = cut;
      searched = cut;
    }
    // The same passage stands in another section, too: what follows is looked for behind this one's last.
    const last = section.passages.at(-1);
    if (last) searched = attributionAt(body, last.annotationId, searched) ?? searched;
  }
  parts.push({ key, markdown: body.slice(from) });
  return parts;
}

/** Where the passage's link stands at or after `from`. A note's link to a passage ends in a slash. */
function attributionAt(body: string, annotationId: string, from: number): number | undefined {
  const at = body.indexOf(`(${passageLink(annotationId)})`, from);
  return at < 0 ? undefined : at;
}

/** Where the passage's quote begins: the block of `>` lines above its attribution. */
function passageStart(body: string, annotationId: string, from: number): number | undefined {
  const link = attributionAt(body, annotationId, from);
  if (link === undefined) return undefined;
  const quoteEnd = body.lastIndexOf('\n\n', link);
  const before = body.lastIndexOf('\n\n', quoteEnd - 1);
  return quoteEnd < 0 || before < from || body[before + 2] !== '>' ? undefined : before + 2;
}

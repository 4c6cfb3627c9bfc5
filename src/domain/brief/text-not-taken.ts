import type { Annotation } from '../annotation/annotation.ts';
import type { Tag } from '../tag/tag.ts';
import { refusedTagNames } from './brief-edits-tags.ts';
import { wordKey } from './comparable-text.ts';
import { isSameQuote } from './compare-passage.ts';
import type { EditedBrief, EditedPassage, TextPlace, UnreadText } from './edited-brief.ts';
import { wordsOf } from './node-text.ts';
import { noteToMdast } from './note-to-mdast.ts';
import { PART_SEPARATOR } from './passage-blocks.ts';
import type { SavedBrief } from './saved-brief.ts';

/** Words of an edited brief that no edit offers, to be shown as they stand there. */
export interface TextNotTaken extends TextPlace {
  readonly text: string;
}

/** What is compared of the briefs that the app has. */
export type BriefTexts = Pick<SavedBrief, 'title' | 'introduction' | 'remarks'>;

/**
 * The text of a brief that is of no passage and that the app does not have. Blocks in a row are one text.
 * @param briefs whose titles, introductions and remarks are known.
 */
export function textsNotTaken(
  { texts }: Pick<EditedBrief, 'texts'>,
  annotationOf: (id: string) => Annotation | undefined,
  briefs: readonly BriefTexts[],
): TextNotTaken[] {
  const own = texts.filter(({ kind }) => kind === 'own');
  // Nothing else needs to be looked up.
  if (own.length === texts.length) return joined(texts);
  const ofBriefs = new Set(briefs.flatMap(briefKeys));
  const isKnown = (text: UnreadText): boolean => {
    const { kind, words, annotationIds = [] } = text;
    if (kind === 'own') return false;
    return (
      ofBriefs.has(wordKey(words)) ||
      annotationIds.some((id) => isOfAnnotation(text, annotationOf(id)))
    );
  };
  return joined(texts.filter((text) => !isKnown(text)));
}

function briefKeys({ title, introduction, remarks }: BriefTexts): string[] {
  const texts = [introduction, ...Object.values(remarks)];
  // Some briefs are without links to passages.
  const blocks = [true, false].flatMap((hasLinks) =>
    texts.flatMap((text) => blockKeys(text, hasLinks)),
  );
  return [wordKey(title), ...blocks];
}

function blockKeys(note: string, hasLinks: boolean): string[] {
  return noteToMdast(note, { hasLinks }).map((block) => wordKey(wordsOf(block)));
}

/** Whether a text is a line or a block of what an annotation says, or a quotation of a part of its quote. */
function isOfAnnotation({ text, words }: UnreadText, annotation: Annotation | undefined): boolean {
  if (!annotation) return false;
  const { quote, note, translation } = annotation;
  const blocks = blockKeys(note, true);
  const lines = [quote.exact, ...quote.exact.split('\n'), ...(translation?.text.split('\n') ?? [])];
  // In a table, a note is one line.
  const known = [...lines.map(wordKey), ...blocks, blocks.join(' ')];
  return known.includes(wordKey(words)) || (text.startsWith('>') && isPartOf(words, quote.exact));
}

function isPartOf(part: string, whole: string): boolean {
  return ` ${wordKey(whole)} `.includes(` ${wordKey(part)} `);
}

/**
 * What a passage says that no edit offers: a quote with other words, names that no tag can have, and all that is said of
 * a passage that the app does not have, but for its quote.
 */
export function textsOfPassage(
  passage: EditedPassage,
  annotation: Annotation | undefined,
  codebook: readonly Tag[],
): TextNotTaken[] {
  const { quote, note = '', translation, line, heading } = passage;
  const refused = refusedTagNames(passage, codebook).join(PART_SEPARATOR);
  const exact = annotation?.quote.exact;
  const isOther = exact !== undefined && !isSameQuote(passage, exact) && !isPartOf(quote, exact);
  const texts = annotation
    ? [...(isOther ? [quote] : []), refused]
    : [translation?.text ?? '', refused, note];
  return texts.filter((text) => text !== '').map((text) => ({ line, heading, text }));
}

/** Texts with nothing but empty lines between them, put together. */
function joined(texts: readonly UnreadText[]): TextNotTaken[] {
  const found: (TextNotTaken & { readonly endLine: number })[] = [];
  for (const { line, endLine, heading, text } of texts) {
    const last = found.at(-1);
    if (last && last.heading === heading && line > last.endLine && line <= last.endLine + 2) {
      const gap = '\n'.repeat(line - last.endLine);
      found[found.length - 1] = { ...last, endLine, text: `${last.text}${gap}${text}` };
    } else found.push({ line, endLine, heading, text });
  }
  return found.map(({ line, heading, text }) => ({ line, heading, text }));
}

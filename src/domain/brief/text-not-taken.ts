import type { Annotation } from '../annotation/annotation.ts';
import { wordKey } from './comparable-text.ts';
import type { EditedBrief, TextPlace, UnreadText } from './edited-brief.ts';
import { wordsOf } from './node-text.ts';
import { noteToMdast } from './note-to-mdast.ts';
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
  const isKnown = ({ kind, words, annotationIds = [] }: UnreadText): boolean => {
    if (kind === 'own') return false;
    const key = wordKey(words);
    return (
      ofBriefs.has(key) || annotationIds.some((id) => wordsOfAnnotation(annotationOf(id)).has(key))
    );
  };
  return joined(texts.filter((text) => !isKnown(text)));
}

function briefKeys({ title, introduction, remarks }: BriefTexts): string[] {
  return [wordKey(title), ...[introduction, ...Object.values(remarks)].flatMap(blockKeys)];
}

function blockKeys(note: string): string[] {
  return noteToMdast(note).map((block) => wordKey(wordsOf(block)));
}

/** The words of what an annotation says, block by block. */
export function wordsOfAnnotation(annotation: Annotation | undefined): ReadonlySet<string> {
  if (!annotation) return new Set();
  const { quote, note, translation } = annotation;
  const lines = [quote.exact, translation?.text ?? ''].flatMap((text) => [
    text,
    ...text.split('\n'),
  ]);
  const blocks = blockKeys(note);
  // In a table, a note is one line.
  return new Set([...lines.map(wordKey), ...blocks, blocks.join(' ')]);
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

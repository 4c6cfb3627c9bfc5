import type { Annotation } from '../annotation/annotation.ts';
import { comparable } from './comparable-text.ts';
import { isSameQuote } from './compare-passage.ts';
import type {
  EditedBrief,
  EditedPassage,
  NoteEnding,
  TextPlace,
  UnreadText,
} from './edited-brief.ts';
import { wordsOf } from './node-text.ts';
import { inlineSource } from './note-source.ts';
import { parseMarkdown } from './parse-markdown.ts';

/**
 * The passages of a brief, in which a quote that an empty line has made two of is one: the first part was read as the end
 * of the note before.
 */
function withWholeQuotes(
  passages: readonly EditedPassage[],
  annotationOf: (id: string) => Annotation | undefined,
): readonly EditedPassage[] {
  const read = [...passages];
  for (const [at, passage] of passages.entries()) {
    const before = read[at - 1];
    const quote = annotationOf(passage.annotationId)?.quote.exact;
    if (quote === undefined || !before?.noteEndings || isSameQuote(passage, quote)) continue;
    const wholeBy = (ending: NoteEnding) => ({
      ...passage,
      quote: `${ending.quote}\n${passage.quote}`,
    });
    const ending = before.noteEndings.find((each) => isSameQuote(wholeBy(each), quote));
    if (!ending) continue;
    read[at] = wholeBy(ending);
    read[at - 1] = { ...before, note: ending.note };
  }
  return read;
}

/**
 * The brief without passages whose quote is no quotation any more, and seems to be one that ends the note before: the
 * quote then stands where a translation would. Nor is anything said of that note: nobody can tell where it ends.
 */
export function withoutMisread(
  { unread, texts, ...brief }: EditedBrief,
  annotationOf: (id: string) => Annotation | undefined,
): Pick<EditedBrief, 'passages' | 'unread' | 'texts'> {
  const passages = withWholeQuotes(brief.passages, annotationOf);
  const isMisread = (passage: EditedPassage): boolean => {
    const quote = annotationOf(passage.annotationId)?.quote.exact;
    if (quote === undefined || isSameQuote(passage, quote)) return false;
    const linesOf = (text: string) => `\n${text.split(/\n+/).map(comparable).join('\n')}\n`;
    return linesOf(passage.translation?.text ?? '').includes(linesOf(quote));
  };
  const misread = new Set(passages.filter(isMisread));
  if (misread.size === 0) return { passages, unread, texts };
  const told: UnreadText[] = [];
  const read = passages.flatMap((passage, place) => {
    const { note, ...rest } = passage;
    const before = passages[place - 1]?.annotationId ?? '';
    if (misread.has(passage)) {
      told.push(...textsOfMisread(passage, before));
      return [];
    }
    const next = passages[place + 1];
    if (!next || !misread.has(next)) return [passage];
    told.push(...textsOfNote(rest, note, [rest.annotationId]));
    return [rest];
  });
  return {
    passages: read,
    unread: [...unread, ...[...misread].map(({ annotationId }) => annotationId)],
    texts: [...texts, ...told],
  };
}

/** All that was read of a passage, and may be the end of the note before it. */
function textsOfMisread(passage: EditedPassage, before: string): UnreadText[] {
  const { annotationId, quote, translation, note } = passage;
  const ids = [annotationId, before];
  const lines = [quote, ...(translation?.text ?? '').split('\n')];
  return [
    ...lines.map((line) => ({ ...unreadAt(passage, ids), text: line, words: line })),
    ...textsOfNote(passage, note, ids),
  ];
}

/** A note block by block. */
function textsOfNote(
  place: TextPlace,
  note: string | undefined,
  ids: readonly string[],
): UnreadText[] {
  if (note === undefined) return [];
  return parseMarkdown(note).children.map((block) => ({
    ...unreadAt(place, ids),
    text: inlineSource([block], note),
    words: wordsOf(block),
  }));
}

function unreadAt({ line, heading }: TextPlace, annotationIds: readonly string[]) {
  return { kind: 'passage', line, endLine: line, heading, annotationIds } as const;
}

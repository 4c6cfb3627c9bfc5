import type { BriefWords } from './brief.ts';
import { comparable } from './comparable-text.ts';

/** What the app writes into a brief in whole sentences. */
export interface OwnStatements {
  /** The footnote on dates and what is said of checksums. */
  readonly isStatement: (text: string) => boolean;
  /** Where the other passages of a section are printed. */
  readonly isElsewhere: (text: string) => boolean;
}

/** Stand for names of tags. */
const NAMES = ['\u0001', '\u0002', '\u0003'] as const;

/** @param tagNames that a sentence may name. */
export function ownStatements(words: BriefWords, tagNames: readonly string[]): OwnStatements {
  const statements = new Set(
    [`${words.inferredMark} ${words.inferredNote}`, words.checksumsHint].map(comparable),
  );
  const known = tagNames.map(comparable).sort((a, b) => b.length - a.length);
  const frames = [1, 12].flatMap((count) =>
    [true, false].map((isMore) => frameOf(words.elsewhere(count, NAMES, isMore))),
  );
  const isNamesOnly = (text: string, [comma, last]: readonly [string, string]) => {
    let rest = text;
    for (const name of known) rest = rest.replaceAll(name, '');
    return rest.replaceAll(last, '').replaceAll(comma, '').trim() === '';
  };
  return {
    isStatement: (text) => statements.has(comparable(text)),
    isElsewhere: (text) => {
      const said = comparable(text).replace(/^\d+/, '0');
      return frames.some(
        ({ before, after, separators }) =>
          said.startsWith(before) &&
          said.endsWith(after) &&
          isNamesOnly(said.slice(before.length, said.length - after.length), separators),
      );
    },
  };
}

/** What stands around the names in a sentence, and between them. */
function frameOf(sentence: string) {
  const [first, second, third] = NAMES.map((name) => sentence.indexOf(name)) as [
    number,
    number,
    number,
  ];
  return {
    before: sentence.slice(0, first).replace(/^\d+/, '0'),
    after: sentence.slice(third + 1),
    separators: [sentence.slice(first + 1, second), sentence.slice(second + 1, third)] as const,
  };
}

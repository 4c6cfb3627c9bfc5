import type { TextQuoteSelector } from '../annotation.ts';
import { sentenceAround } from './sentence-bounds.ts';
import { LONGEST_SIDE } from './sentence-context.ts';
import { scanWords, type Word, wordForm, wordForms } from './words.ts';

/** Places among the words of a side. */
export interface Range {
  readonly from: number;
  /** Exclusive; equal to `from` where a parallel has words that the passage's sentence lacks. */
  readonly to: number;
}

/** One side of a passage within its sentence and lead-in, the nearest word first. */
export interface SentenceSide {
  readonly forms: readonly string[];
  readonly step: 1 | -1;
  /** What sets it apart from parallels, as places in `forms`. */
  readonly distinct: readonly Range[];
  /** Whether a sentence begins or ends with the last of `forms`. */
  readonly isComplete: boolean;
  /** What stood beyond that, as far as the selector's context tells. */
  readonly beyond: readonly string[];
}

/** The words of the sentence around a passage, ready to be compared with many places. */
export interface SentencePattern {
  readonly before: SentenceSide;
  readonly after: SentenceSide;
}

/** A range of offsets as places among words. */
function toPlaces(words: readonly Word[], start: number, end: number): Range {
  const at = words.findIndex((word) => word.start >= start);
  const from = at < 0 ? words.length : at;
  const behind = words.findIndex((word) => word.start >= end);
  return { from, to: start === end ? from : behind < 0 ? words.length : behind };
}

/** The same range counted from the other end. */
const mirror = ({ from, to }: Range, length: number): Range => ({
  from: length - to,
  to: length - from,
});

/** What a side says and whether it was cut before the edge of the sentence. */
interface SideText {
  readonly text: string;
  readonly isCut: boolean;
}

/** The sentence as far as a selector lets it be seen that has none of its own. */
function visibleSentence({ prefix, exact, suffix }: TextQuoteSelector) {
  const whole = prefix + exact + suffix;
  const position = { start: prefix.length, end: prefix.length + exact.length };
  const { start, end } = sentenceAround(whole, position);
  return {
    before: { text: whole.slice(start, position.start), isCut: start === 0 },
    after: { text: whole.slice(position.end, end), isCut: end === whole.length },
  };
}

function sidesOf(quote: TextQuoteSelector): { before: SideText; after: SideText } {
  if (!quote.sentence) return visibleSentence(quote);
  const read = (text: string) => ({ text, isCut: text.length >= LONGEST_SIDE });
  return { before: read(quote.sentence.before), after: read(quote.sentence.after) };
}

/** The words of a side, outwards. The last one of a side that was cut may have lost a part, and is left out. */
function readForms(words: readonly Word[], { isCut }: SideText, step: 1 | -1): string[] {
  const forms = words.map(({ raw }) => wordForm(raw));
  if (step < 0) forms.reverse();
  return isCut ? forms.slice(0, -1) : forms;
}

/** The words of the context that lie beyond the sentence; the outermost may have lost a part, and is left out. */
function readBeyond(context: string, sentence: string, step: 1 | -1): string[] {
  const rest =
    step < 0
      ? context.slice(0, Math.max(0, context.length - sentence.length))
      : context.slice(sentence.length);
  const forms = wordForms(rest);
  return (step < 0 ? forms.reverse() : forms).slice(0, -1);
}

/** Reads the sentence context of a quote selector, or what its prefix and suffix tell of it. */
export function readSentencePattern(quote: TextQuoteSelector): SentencePattern {
  const { before, after } = sidesOf(quote);
  const { distinctBefore = [], distinctAfter = [] } = quote.sentence ?? {};
  const from = before.text.length;
  const to = from + quote.exact.length;
  const words = scanWords(before.text + quote.exact + after.text);
  const left = words.filter(({ end }) => end <= from);
  const right = words.filter(({ start }) => start >= to);
  return {
    before: {
      forms: readForms(left, before, -1),
      step: -1,
      isComplete: !before.isCut,
      beyond: readBeyond(quote.prefix, before.text, -1),
      distinct: distinctBefore.map(({ start, end }) =>
        mirror(toPlaces(left, start, end), left.length),
      ),
    },
    after: {
      forms: readForms(right, after, 1),
      step: 1,
      isComplete: !after.isCut,
      beyond: readBeyond(quote.suffix, after.text, 1),
      distinct: distinctAfter.map(({ start, end }) => toPlaces(right, start + to, end + to)),
    },
  };
}

/** Whether the text of the passage has other places that say the same of something else. */
export function hasParallels({ before, after }: SentencePattern): boolean {
  return before.distinct.length + after.distinct.length > 0;
}

import { readsAsByline } from './byline.ts';
import { isCaption, isCreditLabel } from './credit.ts';
import { splitSentences } from './sentences.ts';

/** A paragraph cut from a run is closed once it is this long. In UTF-16 code units. */
const ENOUGH = 300;
/** A sentence that would make it longer than this opens the next paragraph, if there is a SCRAP. */
const TOO_LONG = 600;
/** Shorter than this, a remainder joins the paragraph before. In UTF-16 code units. */
const SCRAP = 120;
/** A run of no more than this is a paragraph already. In UTF-16 code units. */
const LONGEST_PARAGRAPH = 700;
/** A quotation shorter than this is a term that someone quotes, not speech. In UTF-16 code units. */
const SPEECH = 40;

function opensSpeech(sentence: string): boolean {
  if (!/^[“"]/u.test(sentence)) return false;
  return !/[”"]/u.test(sentence.slice(1, SPEECH));
}

/**
 * Groups sentences into paragraphs of two or three, as newspapers do. Speech opens a paragraph, and a
 * quotation is never parted from the words that say whose it is (they are one sentence).
 */
export function groupSentences(sentences: readonly string[]): readonly string[] {
  const paragraphs: string[] = [];
  let current = '';
  for (const sentence of sentences) {
    const grown = current.length + 1 + sentence.length;
    const closes =
      current.length >= ENOUGH ||
      opensSpeech(sentence) ||
      (grown > TOO_LONG && current.length >= SCRAP);
    if (current !== '' && closes) {
      paragraphs.push(current);
      current = sentence;
    } else current = current === '' ? sentence : `${current} ${sentence}`;
  }
  const before = paragraphs.at(-1);
  if (before !== undefined && current.length < SCRAP && !opensSpeech(current)) {
    paragraphs[paragraphs.length - 1] = `${before} ${current}`;
  } else if (current !== '') paragraphs.push(current);
  return paragraphs;
}

/** How many sentences at the end are the caption: a credit alone needs the sentence before it. */
function captionLength(sentences: readonly string[]): number {
  const last = sentences.at(-1);
  if (last === undefined || !isCaption(last)) return 0;
  const label = last.replace(/^[([]/u, '').split(':', 1)[0] ?? '';
  return isCreditLabel(label.trim()) && sentences.length > 1 ? 2 : 1;
}

/**
 * Reads one stretch of printed text, as it stands between two captions: paragraphs, then perhaps a
 * caption or a byline at its end. What is no longer than a paragraph is not cut.
 */
export function readStretch(text: string): readonly string[] {
  const sentences = splitSentences(text);
  const last = sentences.at(-1) ?? '';
  const hasByline = sentences.length > 1 && readsAsByline(last);
  const tail = hasByline ? 1 : captionLength(sentences);
  const body = sentences.slice(0, sentences.length - tail);
  const paragraphs =
    body.join(' ').length > LONGEST_PARAGRAPH ? groupSentences(body) : [body.join(' ')];
  return [...paragraphs, sentences.slice(sentences.length - tail).join(' ')].filter(Boolean);
}

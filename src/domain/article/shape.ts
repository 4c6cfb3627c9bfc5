/** What may close a quotation or a bracket, and stand after the mark that ends a sentence. */
const CLOSERS = '”’"\')]}»›';
const SENTENCE_MARKS = '.!?…';
const PAUSE_MARKS = ',;:-–—';
/** A line at least this long is read as running text, whatever it ends with. In UTF-16 code units. */
const PROSE_LENGTH = 150;
/** A shorter line than this is too little to prove that it is running text. */
const SENTENCE_LENGTH = 40;

const STARTS_AS_PRINTED = /^[“"'‘(«[]*[\p{Lu}\p{Lt}\p{N}]/u;

/** Whether the character closes a quotation or a bracket. */
export function isCloser(char: string): boolean {
  return char !== '' && CLOSERS.includes(char);
}

/** Whether the character is one that ends sentences. */
export function isSentenceMark(char: string): boolean {
  return char !== '' && SENTENCE_MARKS.includes(char);
}

/** The text without quotation marks and brackets at its end. */
export function withoutClosers(text: string): string {
  let end = text.length;
  while (end > 0 && (isCloser(text.charAt(end - 1)) || text[end - 1] === ' ')) end -= 1;
  return text.slice(0, end);
}

/** Whether a sentence ends where the text does, inside or outside of a closing quotation mark. */
export function endsSentence(text: string): boolean {
  return isSentenceMark(withoutClosers(text).slice(-1));
}

/** Whether the text breaks off at a comma, colon or dash, as no title or heading does. */
export function endsPausing(text: string): boolean {
  const last = withoutClosers(text).slice(-1);
  return last !== '' && PAUSE_MARKS.includes(last);
}

/** Whether the text starts as a title, heading or sentence does: with a capital or a digit. */
export function startsAsPrinted(text: string): boolean {
  return STARTS_AS_PRINTED.test(text);
}

/** Whether the line is running text rather than a title, a heading, a name or a counter. */
export function isProse(text: string): boolean {
  if (text.length >= PROSE_LENGTH) return true;
  return text.length >= SENTENCE_LENGTH && endsSentence(text);
}

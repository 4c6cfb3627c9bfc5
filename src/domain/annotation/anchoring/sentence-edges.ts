/** Some words in a row, and whether a new block begins with one of them. */
export interface WordRow {
  readonly length: number;
  formAt(place: number): string;
  startsLine(place: number): boolean;
}

const ENDS_SENTENCE = new Set(['.', '!', '?', '…']);
const CLOSES = new Set(['"', ')', ']', '}']);

/** Whether a sentence or a block begins with the word at `place`; the row's ends count as such. */
export function startsSentence(row: WordRow, place: number): boolean {
  if (place <= 0 || place >= row.length || row.startsLine(place)) return true;
  const before = row.formAt(place - 1);
  if (ENDS_SENTENCE.has(before)) return true;
  return CLOSES.has(before) && ENDS_SENTENCE.has(row.formAt(place - 2));
}

/** Whether a sentence or a block ends with the word at `place`, its full stop counted in or not. */
export function endsSentence(row: WordRow, place: number): boolean {
  return startsSentence(row, place + 1) || ENDS_SENTENCE.has(row.formAt(place + 1));
}

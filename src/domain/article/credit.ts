import { comparisonKey } from '../text/vietnamese.ts';
import { withoutClosers } from './shape.ts';

const keysOf = (words: readonly string[]): ReadonlySet<string> => new Set(words.map(comparisonKey));

const LABELS = [
  ...['ảnh', 'ảnh tư liệu', 'ảnh minh họa', 'ảnh chụp màn hình', 'ảnh cắt từ clip', 'nguồn ảnh'],
  ...['hình', 'hình ảnh', 'tranh', 'đồ họa', 'infographic', 'biểu đồ', 'video', 'clip', 'photo'],
];
/** Words that stand before the colon of a picture's credit, as `comparisonKey` has them. */
const CREDIT_LABELS = keysOf(LABELS);
/** In brackets, these too: a paragraph's own source is followed by a full stop. */
const BRACKETED_LABELS = keysOf([...LABELS, 'nguồn', 'source']);
/** A credit's words need no name when they stand in brackets: "(Ảnh minh họa)". */
const WITHOUT_NAME = keysOf(['ảnh minh họa', 'ảnh tư liệu']);

/** No label is longer. In UTF-16 code units. */
const LONGEST_LABEL = 24;
/** A longer tail is no credit. In UTF-16 code units. */
const LONGEST_CREDIT = 100;
/** A longer block is no caption. In UTF-16 code units. */
const LONGEST_CAPTION = 700;

const STARTS_NAME = /^[\p{Lu}\p{N}@©]/u;

/** Whether the words are a credit's label, and a colon may follow: "Ảnh", "Đồ họa". */
export function isCreditLabel(words: string): boolean {
  return /^\p{Lu}/u.test(words) && CREDIT_LABELS.has(comparisonKey(words));
}

/** Whether a credit in brackets stands at the very end: "(Ảnh: Tuấn Anh)". */
export function endsWithBracketedCredit(text: string): boolean {
  const match = /[([]([^()[\]]{1,100})[)\]]$/u.exec(text.slice(-LONGEST_CREDIT - 2));
  const inner = match?.[1]?.trim();
  if (inner === undefined) return false;
  const colon = inner.indexOf(':');
  if (colon === -1) return WITHOUT_NAME.has(comparisonKey(inner));
  return BRACKETED_LABELS.has(comparisonKey(inner.slice(0, colon)));
}

/** A credit after a sentence or a dash, or alone: "…tầm nhìn" - Ảnh: VGP/Nhật Bắc. */
function endsWithOpenCredit(text: string): boolean {
  const tail = text.slice(-LONGEST_CREDIT);
  const colon = tail.lastIndexOf(':');
  if (colon === -1) return false;
  const name = tail.slice(colon + 1).trim();
  // Past a sentence's end or a closed bracket the text goes on ("J. Smith" is too short to end one).
  if (!STARTS_NAME.test(name) || /[^.]{3}[.!?;] |^[^([]*[)\]]/u.test(name)) return false;
  const head = tail.slice(0, colon).trimEnd();
  const from = Math.max(0, head.length - LONGEST_LABEL);
  for (let at = head.length - 1; at >= from; at -= 1) {
    if (!isCreditLabel(head.slice(at))) continue;
    const before = text.slice(0, text.length - tail.length + at).trimEnd();
    return before === '' || /[.!?…”"’'\-–—|([/]$/u.test(before);
  }
  return false;
}

/** Whether a block is a picture's caption: it ends with the credit of who made the picture. */
export function isCaption(text: string): boolean {
  if (text.length > LONGEST_CAPTION) return false;
  const stopless = text.endsWith('.') ? text.slice(0, -1) : text;
  if (endsWithBracketedCredit(stopless)) return text === stopless || !isSourceNote(stopless);
  return endsWithOpenCredit(withoutClosers(stopless));
}

/** "(Nguồn: Tổng cục Thống kê)." is where a sentence has its figures from. */
function isSourceNote(text: string): boolean {
  const bracket = Math.max(text.lastIndexOf('('), text.lastIndexOf('['));
  return /^(?:nguồn|source)\s?:/iu.test(text.slice(bracket + 1).trimStart());
}

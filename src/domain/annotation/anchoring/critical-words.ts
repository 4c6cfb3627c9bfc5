/**
 * Words on which the truth of a quote hangs. A passage in which one of them was added, removed or changed
 * says something else, however alike the rest is: "không ký" is not "ký", 91 triệu is not 19 triệu.
 */

/** Negations of one syllable, and prefixes that negate; in Vietnamese, then in English. */
const NEGATIONS = new Set(
  [
    'không chẳng chả chưa đừng chớ phi vô bất phản chống cấm ngừng dừng hủy huỷ hoãn thiếu trừ tránh miễn',
    'not no never none nor neither cannot without',
  ].flatMap((line) => line.split(' ')),
);

/** Denials of two syllables, of which neither alone is one. */
const DENIALS = new Set([
  ...['bác bỏ', 'bãi bỏ', 'bãi miễn', 'chấm dứt', 'đình chỉ', 'khước từ', 'loại bỏ', 'nghi ngờ'],
  ...['phủ nhận', 'phủ định', 'phủ quyết', 'rút khỏi', 'từ bỏ', 'từ chối', 'xóa bỏ', 'xoá bỏ'],
]);

/** Numbers written out, also those that mean something else as well (năm is five and year). */
const NUMERALS = new Set(
  [
    'một mốt hai ba bốn tư năm lăm sáu bảy bẩy tám chín mười mươi chục trăm nghìn ngàn vạn triệu tỷ tỉ',
    'nửa rưỡi đôi gấp one two three four five six seven eight nine ten hundred thousand million billion',
  ].flatMap((line) => line.split(' ')),
);

/** Digits of any script, and signs of quantity: money, per cent, more than. */
const QUANTITY = /[\p{N}\p{Sc}%‰+±<>=≤≥×]/u;
const STARTS_WITH_DIGIT = /^\p{N}/u;
/** A name, an abbreviation or the first word of a sentence: there is no telling them apart. */
const CAPITALISED = /[\p{Lu}\p{Lt}]/u;
/** Before a number these make another number or date of it. */
const SIGNS = new Set(['-', '/']);

/** What kind of fact a word may state. */
export type CriticalKind = 'name' | 'number' | 'negation';

export function isNegation(form: string): boolean {
  return NEGATIONS.has(form.toLowerCase());
}

/** Digits or a sign of quantity: a number that nothing but a number replaces. */
export function isQuantity(form: string): boolean {
  return QUANTITY.test(form);
}

/** The kind of a word by itself; denials of two syllables are known by `criticalWords` only. */
export function criticalKind(form: string): CriticalKind | undefined {
  const lower = form.toLowerCase();
  if (isQuantity(form) || NUMERALS.has(lower)) return 'number';
  if (NEGATIONS.has(lower)) return 'negation';
  return CAPITALISED.test(form) ? 'name' : undefined;
}

/**
 * The kinds of those words that are numbers, negations or names; `undefined` for all others.
 * @param forms consecutive words of a text, as `wordForm` gives them.
 */
export function criticalWords(forms: readonly string[]): (CriticalKind | undefined)[] {
  const kinds = forms.map(criticalKind);
  for (const [at, form] of forms.entries()) {
    const next = forms[at + 1];
    if (next === undefined) break;
    if (SIGNS.has(form) && STARTS_WITH_DIGIT.test(next)) kinds[at] ??= 'number';
    if (DENIALS.has(`${form} ${next}`.toLowerCase())) {
      kinds[at] = 'negation';
      kinds[at + 1] = 'negation';
    }
  }
  return kinds;
}

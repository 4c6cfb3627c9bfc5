/** Typographic marks and what people and converters type in their place: Pandoc writes `---` for an em dash. */
const TYPOGRAPHY: readonly (readonly [RegExp, string])[] = [
  [/---/g, '—'],
  [/--/g, '–'],
  [/\.\.\./g, '…'],
  [/[“”„«»]/g, '"'],
  [/[‘’‚]/g, "'"],
];

/**
 * A text as it is compared with another: composed (NFC), each run of white space one space, quotation marks straight,
 * dashes and ellipses one character.
 */
export function comparable(text: string): string {
  const plain = TYPOGRAPHY.reduce((told, [mark, by]) => told.replace(mark, by), text);
  return plain.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** All that says something by itself: letters, digits, their marks, symbols such as emoji and currencies, and per cent. */
const WORDS = /[\p{L}\p{M}\p{N}\p{So}\p{Sc}%]+/gu;

/** The words of a text in a row, whatever stands between them. */
export function wordKey(text: string): string {
  return (text.normalize('NFC').match(WORDS) ?? []).join(' ');
}

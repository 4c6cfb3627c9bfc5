/** What XML 1.0 cannot hold, not even as a character reference (its production `Char`). */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** A text that XML 1.0 can hold: what it cannot is shown by the sign for what cannot be shown, U+FFFD. */
export function xmlText(text: string): string {
  return text.replace(FORBIDDEN, '\uFFFD');
}

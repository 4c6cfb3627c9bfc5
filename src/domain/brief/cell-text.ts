/**
 * Behind these a program may see a cell begin: in a new line (a program that splits a file at every line end does
 * not see the quotation marks around it), and behind a tab or a semicolon, which stand between cells where a
 * computer's settings say so. Commas are not among them: with them our own files are read.
 */
const BEFORE_A_CELL = /(?<=[\t\n\v\f\r\u0085\u2028\u2029;])/u;

/**
 * What may stand before a formula and is passed over: white space of any width, what shows nothing (format and
 * control characters, variation selectors, halves of surrogate pairs), and quotation marks.
 */
const PASSED_OVER = String.raw`[[\s\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}"]--[\t\n\v\f\r\u0085\u2028\u2029]]*`;

/**
 * What begins a formula in Excel, LibreOffice or Google Sheets, and the bar of a call to another program (DDE);
 * each in its fullwidth and small forms, too, which systems for East Asia take for the plain ones, and the true
 * minus. After OWASP, CSV Injection, and what the escapes of csv-stringify, csv-safe and GitLab add to it.
 */
const FORMULA = String.raw`[=+\-@\|\u2212\uFF1D\uFF0B\uFF0D\uFF20\uFF5C\uFE62\uFE63\uFE66\uFE6B]`;

/** At the start of a text some programs drop these before they look. */
const DROPPED = String.raw`[\t\n\v\f\r\u0085\u2028\u2029]`;

const RISKY = new RegExp(`^'*${PASSED_OVER}${FORMULA}`, 'v');
const RISKY_START = new RegExp(`^'*${PASSED_OVER}(?:${FORMULA}|${DROPPED})`, 'v');

/** Rewrites what could be taken for the beginning of a formula, one place after the other. */
function whereRisky(text: string, rewrite: (piece: string) => string): string {
  const pieces = text.split(BEFORE_A_CELL).map((piece, index) => {
    const isRisky = (index === 0 ? RISKY_START : RISKY).test(piece);
    return isRisky ? rewrite(piece) : piece;
  });
  return pieces.join('');
}

/**
 * A text for a cell of a file without types (CSV), where programs guess: with an apostrophe, which spreadsheets know
 * as the mark of a text, wherever they could see a formula begin. Apostrophes that are there count as none.
 */
export function withoutFormulas(text: string): string {
  return whereRisky(text, (piece) => `'${piece}`);
}

/** Takes out what `withoutFormulas` put in. */
export function withFormulas(cell: string): string {
  return whereRisky(cell, (piece) => piece.replace(/^'/, ''));
}

/** How many UTF-16 code units Excel holds in a cell; it splits what is longer, or calls the file broken. */
export const MOST_OF_A_CELL = 32_767;

const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' });
/** No grapheme that means anything is longer. */
const LONGEST_GRAPHEME = 200;

/**
 * A text that is not too long for a cell, cut between graphemes.
 * @param mark ends a text that was cut.
 */
export function fittingCell(text: string, mark: string): string {
  if (text.length <= MOST_OF_A_CELL) return text;
  const room = MOST_OF_A_CELL - mark.length;
  // Only the last grapheme matters, and to find all that come before it would take long.
  const from = room - LONGEST_GRAPHEME;
  const cut = graphemes.segment(text.slice(from, room + LONGEST_GRAPHEME)).containing(room - from);
  return text.slice(0, from + (cut?.index ?? 0)) + mark;
}

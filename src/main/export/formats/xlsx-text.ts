/** Stands for a character that cannot be written: what is lost is seen to be. */
const LOST = '\u25A1';

/**
 * What XML forbids; and what it allows, but write-excel-file 4.1.1 drops without a word, with its neighbour at
 * times: U+FFFD itself, the old control characters, and code points that will never be characters.
 */
const UNWRITABLE = /[\p{Cs}\p{Noncharacter_Code_Point}\uFFFD]|(?![\t\n\r\u0085])\p{Cc}/gu;

/** Looks like the escape of a character, and would be read as that character. */
const LIKE_AN_ESCAPE = /_(?=x[\dA-F]{4}_)/gi;

/** Names that every object of JavaScript answers to. */
const INHERITED = new Set(Object.getOwnPropertyNames(Object.prototype));

/**
 * write-excel-file 4.1.1 looks up the texts that it has written as properties of an object, and takes these for
 * written already. The character put behind one makes it another text; being forbidden in XML, it is not written.
 */
const TOLD_APART = '\u0000';

/**
 * A text as write-excel-file has to be given it so that programs read that text in the workbook. `_xHHHH_` stands
 * for a character there, so that an underscore before such digits is written `_x005F_` (ECMA-376, part 1,
 * 22.9.2.19, ST_Xstring).
 */
export function workbookText(text: string): string {
  if (INHERITED.has(text)) return text + TOLD_APART;
  return text.replace(UNWRITABLE, LOST).replace(LIKE_AN_ESCAPE, '_x005F_');
}

/** A text with distinctions taken away, that still knows where each of its characters came from. */
export interface FoldedText {
  readonly text: string;
  /** For each code unit of `text`, and one past its end, the offset in the original that it stands for. */
  readonly origins: Uint32Array;
}

/**
 * - `letters`: case, tone marks and vowel marks do not count, and đ is d: "dau tu" meets "Đầu tư";
 * - `tones`: only case does not count.
 */
export type Folding = 'letters' | 'tones';

const MARKS = /\p{M}+/gu;

/** One character without what `folding` ignores. Đ is a letter of its own in Unicode: no decomposition reaches it. */
function foldCharacter(character: string, folding: Folding): string {
  const lower = character.toLowerCase();
  if (folding === 'tones') return lower;
  if (lower === 'đ') return 'd';
  return lower.normalize('NFD').replace(MARKS, '');
}

/**
 * Folds a text for comparing.
 * @param text NFC; offsets in the result are UTF-16 code units into it.
 */
export function foldText(text: string, folding: Folding): FoldedText {
  const parts: string[] = [];
  const origins: number[] = [];
  let offset = 0;
  for (const character of text) {
    const folded = foldCharacter(character, folding);
    for (let unit = 0; unit < folded.length; unit += 1) origins.push(offset);
    parts.push(folded);
    offset += character.length;
  }
  origins.push(offset);
  return { text: parts.join(''), origins: Uint32Array.from(origins) };
}

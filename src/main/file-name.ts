import filenamify from 'filenamify';
import { dropInvisible } from '../domain/text/normalise.ts';

/** What a person can still read in a file dialog, in graphemes. */
const MOST_GRAPHEMES = 120;
/** ext4 and most others take 255 bytes; room is left for "(copy)" and what sync tools append. */
const MOST_BYTES = 200;
/** macOS takes names apart into letters and marks, and a copy on another disk has that form's length. */
const MOST_BYTES_TAKEN_APART = 240;

const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/**
 * What shows nothing and can disguise a name (U+202E, the Hangul filler, the blank of Braille); what will never be a
 * character, which file systems may refuse; and what is private, where Macs keep what Windows forbids. Joiners and
 * the emoji style stay where `dropInvisible` and `LOOSE_STYLE` leave them.
 */
const UNSEEN =
  /(?!\u200C|\u200D|\uFE0F)[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cn}\p{Co}\u2800]/gu;
/** The emoji style behind anything but what can be an emoji. */
const LOOSE_STYLE = /(?<!\p{Emoji})\uFE0F/gu;

/**
 * What no name should begin with: a dot hides it, a hyphen makes it an option of a command, a tilde somebody's
 * folder, and a mark would sit on the slash before it.
 */
const BAD_START = /^[\s.~\-\p{M}]+/u;

/** What `filenamify` puts where nothing is left, and at the end of a name reserved on Windows (`CON!`). */
const MARK = '!';

/**
 * A file name made from a title, safe on Windows, macOS and Linux: composed to NFC, without what any of
 * them forbids or reserves, without invisible characters, and short enough.
 * @param extension with its dot, `.md`
 * @param fallback the name when nothing of the title is left
 */
export function proposeFileName(title: string, extension: string, fallback: string): string {
  const visible = allowed(withoutUnseen(title));
  const tidy = visible.replace(/\s+/gu, ' ').replace(BAD_START, '');
  const short = cut(tidy, extension.length + MARK.length);
  // Once more, because a cut can leave a reserved name or a dot at the end.
  const name = allowed(short);
  return `${name === MARK ? fallback : name}${extension}`;
}

function withoutUnseen(title: string): string {
  return dropInvisible(title.toWellFormed()).replace(UNSEEN, '').replace(LOOSE_STYLE, '');
}

function allowed(name: string): string {
  return filenamify(name, { replacement: ' ', maxLength: Number.POSITIVE_INFINITY });
}

/**
 * The longest beginning within all limits, cut between graphemes: a tone mark stays with its letter.
 * @param rest bytes that will follow.
 */
function cut(text: string, rest: number): string {
  let kept = '';
  let count = 0;
  for (const { segment } of graphemes.segment(text)) {
    count += 1;
    if (count > MOST_GRAPHEMES || !fits(kept + segment, rest)) break;
    kept += segment;
  }
  return kept;
}

function fits(name: string, rest: number): boolean {
  return (
    Buffer.byteLength(name) + rest <= MOST_BYTES &&
    Buffer.byteLength(name.normalize('NFD')) + rest <= MOST_BYTES_TAKEN_APART
  );
}

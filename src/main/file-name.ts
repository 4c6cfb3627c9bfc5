import filenamify from 'filenamify';

/** What a person can still read in a file dialog, in graphemes. */
const MOST_GRAPHEMES = 120;
/** ext4 and most others take 255 bytes; room is left for "(copy)" and what sync tools append. */
const MOST_BYTES = 200;

const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/** Formatting characters, which can disguise a name (U+202E), but for the joiner that emoji need. */
const INVISIBLE = /(?!\u200D)\p{Cf}/gu;

/** What `filenamify` puts where nothing is left, and at the end of a name reserved on Windows (`CON!`). */
const MARK = '!';

/**
 * A file name made from a title, safe on Windows, macOS and Linux: composed to NFC, without what any of
 * them forbids or reserves, without invisible characters, and short enough.
 * @param extension with its dot, `.md`
 * @param fallback the name when nothing of the title is left
 */
export function proposeFileName(title: string, extension: string, fallback: string): string {
  const visible = allowed(title.toWellFormed().replace(INVISIBLE, ''));
  const tidy = visible.replace(/\s+/gu, ' ').replace(/^[\s.]+/u, '');
  const short = cut(tidy, MOST_BYTES - extension.length - MARK.length);
  // Once more, because a cut can leave a reserved name or a dot at the end.
  const name = allowed(short);
  return `${name === MARK ? fallback : name}${extension}`;
}

function allowed(name: string): string {
  return filenamify(name, { replacement: ' ', maxLength: Number.POSITIVE_INFINITY });
}

/** The longest beginning within both limits, cut between graphemes: a tone mark stays with its letter. */
function cut(text: string, bytes: number): string {
  let kept = '';
  let count = 0;
  for (const { segment } of graphemes.segment(text)) {
    count += 1;
    if (count > MOST_GRAPHEMES || Buffer.byteLength(kept + segment) > bytes) break;
    kept += segment;
  }
  return kept;
}

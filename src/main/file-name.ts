import filenamify from 'filenamify';

/** What a person can still read in a file dialog, in graphemes. */
const MOST_GRAPHEMES = 120;
/** ext4 and most others take 255 bytes; room is left for "(copy)" and what sync tools append. */
const MOST_BYTES = 200;

const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/** Formatting characters, which can disguise a name (U+202E), but for the joiner that emoji need. */
const INVISIBLE = /(?!\u200D)\p{Cf}/gu;
const RESERVED_ON_WINDOWS = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d¹²³]) *(?:\.|$)/iu;

/**
 * A file name made from a title, safe on Windows, macOS and Linux: composed to NFC, without what any of
 * them forbids or reserves, without invisible characters, and short enough.
 * @param extension with its dot, `.md`
 * @param fallback the name when nothing of the title is left
 */
export function proposeFileName(title: string, extension: string, fallback: string): string {
  const visible = title.toWellFormed().replace(INVISIBLE, '');
  const allowed = filenamify(visible, { replacement: ' ', maxLength: Number.POSITIVE_INFINITY });
  const tidy = allowed.replace(/\s+/gu, ' ').replace(/^[\s.]+/u, '');
  const short = cut(tidy, MOST_BYTES - Buffer.byteLength(extension)).replace(/[\s.]+$/u, '');
  // Last, because cutting can leave a reserved name behind.
  const free = RESERVED_ON_WINDOWS.test(short) ? `_${short}` : short;
  return `${free || fallback}${extension}`;
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

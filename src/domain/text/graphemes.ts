const segmenter = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/** How far around a place to look: graphemes longer than this exist only in text made to provoke. */
const WINDOW = 256;

/** A grapheme never crosses a line feed, nor a plain letter that follows another: safe places to begin. */
function windowAround(text: string, offset: number): { start: number; text: string } {
  const start = Math.max(0, offset - WINDOW);
  return { start, text: text.slice(start, offset + WINDOW) };
}

/**
 * The nearest place at or before `offset` where a reader sees one character end and the next begin, so
 * that no passage splits a letter from its mark, a surrogate pair, or a joined emoji.
 * @param offset UTF-16 code units into `text`.
 */
export function graphemeStart(text: string, offset: number): number {
  if (offset <= 0 || offset >= text.length) return Math.min(Math.max(offset, 0), text.length);
  const window = windowAround(text, offset);
  const grapheme = segmenter.segment(window.text).containing(offset - window.start);
  return grapheme ? window.start + grapheme.index : offset;
}

/** The nearest place at or after `offset` that splits no grapheme; see `graphemeStart`. */
export function graphemeEnd(text: string, offset: number): number {
  const start = graphemeStart(text, offset);
  if (start === offset || offset <= 0 || offset >= text.length) return start;
  const window = windowAround(text, offset);
  const grapheme = segmenter.segment(window.text).containing(offset - window.start);
  return grapheme ? window.start + grapheme.index + grapheme.segment.length : offset;
}

const segmenter = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/** Printable ASCII: between two of these a grapheme always ends, whatever stands around them. */
const isPlain = (unit: number) => unit >= 0x20 && unit < 0x7f;

/** Whether a grapheme surely ends at `offset`, told from the two neighbours alone. */
function isSurelyEdge(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1);
  return before === 0x0a || (isPlain(before) && isPlain(text.charCodeAt(offset)));
}

/**
 * The grapheme that holds the code unit at `offset`. Segmenting anywhere else than at a sure edge would
 * cut long sequences wrongly (flags are paired from the first of their row), and segmenting the whole
 * article would take time by its length.
 */
function graphemeAt(text: string, offset: number): { start: number; end: number } {
  let from = offset;
  while (from > 0 && !isSurelyEdge(text, from)) from -= 1;
  let to = offset + 1;
  while (to < text.length && !isSurelyEdge(text, to)) to += 1;
  const grapheme = segmenter.segment(text.slice(from, to)).containing(offset - from);
  const start = from + (grapheme?.index ?? 0);
  return { start, end: start + (grapheme?.segment.length ?? 0) };
}

/**
 * The nearest place at or before `offset` where a reader sees one character end and the next begin, so
 * that no passage splits a letter from its mark, a surrogate pair, or a joined emoji.
 * @param offset UTF-16 code units into `text`.
 */
export function graphemeStart(text: string, offset: number): number {
  if (offset <= 0 || offset >= text.length) return Math.min(Math.max(offset, 0), text.length);
  return graphemeAt(text, offset).start;
}

/** The nearest place at or after `offset` that splits no grapheme; see `graphemeStart`. */
export function graphemeEnd(text: string, offset: number): number {
  if (offset <= 0 || offset >= text.length) return graphemeStart(text, offset);
  const { start, end } = graphemeAt(text, offset);
  return start === offset ? offset : end;
}

/** An annotation's share of one block, in UTF-16 code units of the block's text. */
export interface Mark {
  readonly id: string;
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

/** A stretch of a block over which the same annotations lie; `ids` is empty where there are none. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly ids: readonly string[];
}

interface Edge {
  readonly offset: number;
  readonly opens: boolean;
  readonly mark: Mark;
}

function sortedEdges(length: number, marks: readonly Mark[]): Edge[] {
  const edges: Edge[] = [];
  for (const mark of marks) {
    const start = Math.max(0, mark.start);
    const end = Math.min(length, mark.end);
    if (start >= end) continue;
    edges.push({ offset: start, opens: true, mark }, { offset: end, opens: false, mark });
  }
  return edges.sort((a, b) => a.offset - b.offset);
}

/**
 * Cuts a block into the fewest segments such that overlapping annotations are flattened and none is lost.
 * The segments cover the block without a gap. A sweep over the sorted edges, O((n + k) log n) for n marks
 * where k is the sum of the overlaps.
 * @param length of the block's text.
 * @param marks in the order in which their ids shall appear.
 */
export function segmentBlock(length: number, marks: readonly Mark[]): Segment[] {
  const segments: Segment[] = [];
  const open = new Set<Mark>();
  const place = new Map(marks.map((mark, index) => [mark, index]));
  let from = 0;
  const close = (to: number) => {
    if (to <= from) return;
    const inOrder = [...open].sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
    segments.push({ start: from, end: to, ids: inOrder.map((mark) => mark.id) });
    from = to;
  };
  for (const edge of sortedEdges(length, marks)) {
    close(edge.offset);
    if (edge.opens) open.add(edge.mark);
    else open.delete(edge.mark);
  }
  close(length);
  return segments;
}

/** Whether two cuts of the same block look the same, so that it need not be built again. */
export function sameSegments(a: readonly Segment[], b: readonly Segment[]): boolean {
  return (
    a.length === b.length &&
    a.every((segment, index) => {
      const other = b[index];
      return (
        other !== undefined &&
        segment.start === other.start &&
        segment.end === other.end &&
        segment.ids.length === other.ids.length &&
        segment.ids.every((id, place) => id === other.ids[place])
      );
    })
  );
}

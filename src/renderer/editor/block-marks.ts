import type { Annotation } from '../../domain/annotation/annotation.ts';
import { byReadingOrder } from '../../domain/annotation/order.ts';
import type { Mark } from '../../domain/annotation/segments.ts';
import type { ArticlePositions } from '../../domain/article/positions.ts';

/**
 * Which annotations lie over which block. Fed with whole lists, it finds what differs from the last one by
 * identity, so that only blocks that really changed are built again.
 */
export class BlockMarks {
  readonly #positions: ArticlePositions;
  readonly #byBlock = new Map<number, Map<string, Annotation>>();
  #last = new Map<string, Annotation>();

  constructor(positions: ArticlePositions) {
    this.#positions = positions;
  }

  /** @returns the blocks whose marks may have changed. */
  update(annotations: readonly Annotation[]): Set<number> {
    const touched = new Set<number>();
    const next = new Map(annotations.map((annotation) => [annotation.id, annotation]));
    for (const [id, before] of this.#last) {
      if (!samePlace(before, next.get(id)))
        this.#each(before, touched, (marks) => marks.delete(id));
    }
    for (const [id, after] of next) {
      if (!samePlace(after, this.#last.get(id))) {
        this.#each(after, touched, (marks) => marks.set(id, after));
      }
    }
    this.#last = next;
    return touched;
  }

  /** The marks over one block, in reading order. */
  of(block: number): Mark[] {
    const start = this.#positions.blockStart(block);
    const annotations = [...(this.#byBlock.get(block)?.values() ?? [])].sort(byReadingOrder);
    return annotations.map(({ id, position }) => ({
      id,
      start: position.start - start,
      end: position.end - start,
    }));
  }

  #each(
    { position }: Annotation,
    touched: Set<number>,
    change: (marks: Map<string, Annotation>) => void,
  ): void {
    for (const { block } of this.#positions.toBlockRanges(position.start, position.end)) {
      const marks = this.#byBlock.get(block) ?? new Map<string, Annotation>();
      this.#byBlock.set(block, marks);
      change(marks);
      touched.add(block);
    }
  }
}

/** Tags and notes do not cut a block differently; only where the passage lies does. */
function samePlace(a: Annotation, b: Annotation | undefined): boolean {
  return (
    b !== undefined && a.position.start === b.position.start && a.position.end === b.position.end
  );
}

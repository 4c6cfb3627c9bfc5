import type { Annotation } from '../../domain/annotation/annotation.ts';
import { byReadingOrder } from '../../domain/annotation/order.ts';
import type { Mark } from '../../domain/annotation/segments.ts';
import type { ArticlePositions } from '../../domain/article/positions.ts';

/** Blocks that an update of the annotations concerns, by what there is to do. */
export interface Touched {
  /** Their segments may have changed. */
  readonly cut: ReadonlySet<number>;
  /** Highlights over them look different: their tags changed, or whether their passage is in doubt. */
  readonly look: ReadonlySet<number>;
}

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

  update(annotations: readonly Annotation[]): Touched {
    const cut = new Set<number>();
    const look = new Set<number>();
    const next = new Map(annotations.map((annotation) => [annotation.id, annotation]));
    for (const [id, before] of this.#last) {
      if (!samePlace(before, next.get(id))) this.#each(before, cut, (marks) => marks.delete(id));
    }
    for (const [id, after] of next) {
      const before = this.#last.get(id);
      const set = (marks: Map<string, Annotation>) => marks.set(id, after);
      if (!samePlace(after, before)) this.#each(after, cut, set);
      else if (!sameLook(after, before)) this.#each(after, look, set);
    }
    this.#last = next;
    return { cut, look };
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

function sameLook(a: Annotation, b: Annotation | undefined): boolean {
  if (a === b) return true;
  return a.tagIds.join() === b?.tagIds.join() && a.anchor?.accepted === b.anchor?.accepted;
}

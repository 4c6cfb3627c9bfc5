import { countWhile } from '../bisect.ts';
import type { Annotation } from './annotation.ts';
import { byReadingOrder } from './order.ts';

/** How often each tag is used; `total` counts annotations, tagged or not. */
export interface Tally {
  readonly total: number;
  readonly byTag: ReadonlyMap<string, number>;
}

const NONE: readonly Annotation[] = [];
const EMPTY_TALLY: Tally = { total: 0, byTag: new Map() };

/** Where `annotation` stands, or would stand, in a list in reading order. */
function placeOf(list: readonly Annotation[], annotation: Annotation): number {
  return countWhile(list.length, (at) => {
    const other = list[at];
    return other !== undefined && byReadingOrder(other, annotation) < 0;
  });
}

function tallied(tally: Tally, annotation: Annotation, step: 1 | -1): Tally {
  const byTag = new Map(tally.byTag);
  for (const tagId of annotation.tagIds) byTag.set(tagId, (byTag.get(tagId) ?? 0) + step);
  return { total: tally.total + step, byTag };
}

/**
 * All annotations, by article and in reading order, with counts by tag. Lists and tallies are replaced,
 * never mutated, and only those of the article that changed: whoever holds one can compare by identity.
 */
export class AnnotationIndex {
  readonly #byId = new Map<string, Annotation>();
  readonly #lists = new Map<string, readonly Annotation[]>();
  readonly #tallies = new Map<string, Tally>();

  constructor(annotations: Iterable<Annotation> = []) {
    this.#fill(annotations);
  }

  /** Forgets all there was for these. */
  reset(annotations: Iterable<Annotation>): void {
    this.#byId.clear();
    this.#lists.clear();
    this.#tallies.clear();
    this.#fill(annotations);
  }

  #fill(annotations: Iterable<Annotation>): void {
    const byArticle = Map.groupBy(annotations, (annotation) => annotation.articleId);
    for (const [articleId, list] of byArticle) {
      this.#lists.set(articleId, list.sort(byReadingOrder));
      const byTag = new Map<string, number>();
      for (const annotation of list) {
        this.#byId.set(annotation.id, annotation);
        for (const tagId of annotation.tagIds) byTag.set(tagId, (byTag.get(tagId) ?? 0) + 1);
      }
      this.#tallies.set(articleId, { total: list.length, byTag });
    }
  }

  get(id: string): Annotation | undefined {
    return this.#byId.get(id);
  }

  /** The article's annotations in reading order. */
  ofArticle(articleId: string): readonly Annotation[] {
    return this.#lists.get(articleId) ?? NONE;
  }

  tally(articleId: string): Tally {
    return this.#tallies.get(articleId) ?? EMPTY_TALLY;
  }

  /** Articles that have annotations, in no particular order. */
  articleIds(): string[] {
    return [...this.#lists.keys()].filter((id) => this.ofArticle(id).length > 0);
  }

  /** Every annotation that has the tag, article by article. */
  withTag(tagId: string): Annotation[] {
    return this.articleIds()
      .filter((id) => this.tally(id).byTag.get(tagId))
      .flatMap((id) => this.ofArticle(id).filter(({ tagIds }) => tagIds.includes(tagId)));
  }

  /** Puts `after` in the place of whatever had this id; `null` takes it out. */
  replace(id: string, after: Annotation | null): void {
    const before = this.#byId.get(id);
    if (before) this.#remove(before);
    if (after) this.#add(after);
  }

  #remove(annotation: Annotation): void {
    const list = this.ofArticle(annotation.articleId);
    this.#byId.delete(annotation.id);
    this.#lists.set(annotation.articleId, list.toSpliced(placeOf(list, annotation), 1));
    this.#tallies.set(
      annotation.articleId,
      tallied(this.tally(annotation.articleId), annotation, -1),
    );
  }

  #add(annotation: Annotation): void {
    const list = this.ofArticle(annotation.articleId);
    this.#byId.set(annotation.id, annotation);
    this.#lists.set(annotation.articleId, list.toSpliced(placeOf(list, annotation), 0, annotation));
    this.#tallies.set(
      annotation.articleId,
      tallied(this.tally(annotation.articleId), annotation, 1),
    );
  }
}

import type { Annotation } from './annotation.ts';

/** Reading order within one article: by beginning, then by end, then by the time of making. */
export function byReadingOrder(
  a: Pick<Annotation, 'id' | 'position'>,
  b: Pick<Annotation, 'id' | 'position'>,
): number {
  return (
    a.position.start - b.position.start ||
    a.position.end - b.position.end ||
    (a.id < b.id ? -1 : Number(a.id > b.id))
  );
}

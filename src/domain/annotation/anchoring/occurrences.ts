import type { TextView } from './text-view.ts';

/**
 * Every place where the words stand one after the other, as the place of the first, ascending. Looks only
 * where the rarest of them stands, so that a long text costs little.
 * @param ids numbers of the words in the view.
 */
export function findOccurrences(view: TextView, ids: readonly number[]): number[] {
  let rarest = 0;
  let places = view.placesOf(ids[0] ?? -1);
  for (const [nth, id] of ids.entries()) {
    if (id < 0) return [];
    const others = view.placesOf(id);
    if (others.length < places.length) {
      rarest = nth;
      places = others;
    }
  }
  const found: number[] = [];
  for (const place of places) {
    const first = place - rarest;
    if (first >= 0 && ids.every((id, nth) => view.ids[first + nth] === id)) found.push(first);
  }
  return found;
}

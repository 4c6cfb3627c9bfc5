import type { Move } from './saved-brief.ts';

/**
 * A list with what was moved by hand, moves being done again in their order. What is not in the list any more is moved
 * all the same until all is in order, so that what was put behind it keeps its place. Behind something that is gone and
 * was never moved there is no place to know: what was put there stands where it does by nature. Takes
 * O(items × moves), and moves are few.
 */
export function arranged<Item>(
  items: readonly Item[],
  moves: readonly Move[],
  idOf: (item: Item) => string,
): readonly Item[] {
  if (moves.length === 0) return items;
  const byId = new Map(items.map((item) => [idOf(item), item]));
  const ids = [...byId.keys()];
  for (const { id, after } of moves) {
    if (id === after || (after !== null && !ids.includes(after))) continue;
    const from = ids.indexOf(id);
    if (from >= 0) ids.splice(from, 1);
    ids.splice(after === null ? 0 : ids.indexOf(after) + 1, 0, id);
  }
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/**
 * The moves with one more. Moving the same thing again and again, as keys do, is one move.
 * @param after what it stands right behind then; `null` to put it first.
 */
export function withMove(
  moves: readonly Move[],
  id: string,
  after: string | null,
): readonly Move[] {
  const before = moves.at(-1)?.id === id ? moves.slice(0, -1) : moves;
  return [...before, { id, after }];
}

import type { Move } from './saved-brief.ts';

/**
 * A list with what was moved by hand, moves being done again in their order. One whose item, or whose place, is not
 * in the list now is passed over: the item stands where it does by nature. Takes O(items × moves), and moves are few.
 */
export function arranged<Item>(
  items: readonly Item[],
  moves: readonly Move[],
  idOf: (item: Item) => string,
): readonly Item[] {
  if (moves.length === 0) return items;
  const list = [...items];
  const placeOf = (id: string) => list.findIndex((item) => idOf(item) === id);
  for (const { id, after } of moves) {
    const from = placeOf(id);
    if (from < 0 || id === after || (after !== null && placeOf(after) < 0)) continue;
    const moved = list.splice(from, 1);
    list.splice(after === null ? 0 : placeOf(after) + 1, 0, ...moved);
  }
  return list;
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

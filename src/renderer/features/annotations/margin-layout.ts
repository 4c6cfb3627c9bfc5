/** A card of the margin: where it would like to be, and how tall it is, in pixels. */
export interface MarginCard {
  readonly id: string;
  /** Level with the passage. */
  readonly top: number;
  readonly height: number;
}

/** Space between two cards, in pixels. */
export const CARD_GAP = 8;

/**
 * Places cards level with their passages where there is room, and makes room where there is not: the active
 * card stands at its passage, those before it give way upwards and those after it downwards. Without an
 * active card all give way downwards. Order is kept, cards never overlap, none stands above the page. O(n).
 * @param cards in reading order.
 * @returns the top of each card, in the same order.
 */
export function layOutMargin(
  cards: readonly MarginCard[],
  activeId: string | undefined,
): readonly number[] {
  const tops = cards.map(({ top }) => Math.max(0, top));
  const active = cards.findIndex(({ id }) => id === activeId);
  let limit = Number.POSITIVE_INFINITY;
  for (let place = active; place >= 0; place -= 1) {
    const { height } = cards[place] as MarginCard;
    const top = place === active ? (tops[place] as number) : limit - CARD_GAP - height;
    tops[place] = Math.min(tops[place] as number, top);
    limit = tops[place] as number;
  }
  let free = 0;
  cards.forEach(({ height }, place) => {
    const top = Math.max(tops[place] as number, free);
    tops[place] = top;
    free = top + height + CARD_GAP;
  });
  return tops;
}

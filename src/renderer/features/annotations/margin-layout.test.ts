import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CARD_GAP, layOutMargin, type MarginCard } from './margin-layout.ts';

const card = (id: string, top: number, height = 100): MarginCard => ({ id, top, height });

const cardsArbitrary = fc
  .array(fc.record({ top: fc.nat(5_000), height: fc.integer({ min: 1, max: 400 }) }), {
    maxLength: 40,
  })
  .map((list) =>
    list.sort((a, b) => a.top - b.top).map((rest, index) => ({ id: `c${index}`, ...rest })),
  );

describe('layOutMargin', () => {
  test('cards with room stand level with their passages', () => {
    expect(layOutMargin([card('a', 50), card('b', 400)], undefined)).toEqual([50, 400]);
  });

  test('without an active card, later cards give way downwards', () => {
    const tops = layOutMargin([card('a', 50), card('b', 60), card('c', 70)], undefined);
    expect(tops).toEqual([50, 158, 266]);
  });

  test('the active card stands at its passage and those before it give way upwards', () => {
    const tops = layOutMargin([card('a', 500), card('b', 510), card('c', 520)], 'c');
    expect(tops).toEqual([304, 412, 520]);
  });

  test('no card stands above the page, even when an active card pushes', () => {
    const tops = layOutMargin([card('a', 10), card('b', 20)], 'b');
    expect(tops).toEqual([0, 108]);
  });

  test('cards never overlap and never change places', () => {
    fc.assert(
      fc.property(cardsArbitrary, fc.nat(40), (cards, pick) => {
        const tops = layOutMargin(cards, cards[pick]?.id);
        cards.forEach(({ height }, place) => {
          const next = tops[place + 1];
          if (next !== undefined) {
            expect(next).toBeGreaterThanOrEqual((tops[place] ?? 0) + height + CARD_GAP);
          }
          expect(tops[place]).toBeGreaterThanOrEqual(0);
        });
      }),
    );
  });
});

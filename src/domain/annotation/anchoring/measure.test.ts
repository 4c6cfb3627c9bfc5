import { expect, test } from 'vitest';
import { BUNDLED_TEXTS } from './bundled-texts.testing.ts';
import { HARMLESS } from './edits.testing.ts';
import { type Miss, measureAnchoring } from './measure.testing.ts';

/** The table of `bench/anchoring.ts`, smaller. The numbers to hold are the same. */
test('passages of the bundled articles are found again, and never put on other words', () => {
  const wrong: Miss[] = [];
  const tallies = measureAnchoring(BUNDLED_TEXTS, 2026, 600, (miss) => {
    if (miss.isWrong) wrong.push(miss);
  });
  expect(wrong.map(({ kind, passage, found }) => ({ kind, passage, found }))).toEqual([]);
  for (const { kind, found, surviving } of tallies) {
    expect(surviving, kind).toBeGreaterThan(50);
    if (HARMLESS.has(kind)) expect(found, kind).toBe(surviving);
    else expect(found / surviving, kind).toBeGreaterThan(0.9);
  }
  const sum = (column: 'found' | 'surviving') =>
    tallies.reduce((total, tally) => total + tally[column], 0);
  expect(sum('found') / sum('surviving')).toBeGreaterThan(0.95);
}, 60_000);

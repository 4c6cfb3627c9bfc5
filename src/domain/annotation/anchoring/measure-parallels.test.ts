import { expect, test } from 'vitest';
import { BUNDLED_TEXTS } from './bundled-texts.testing.ts';
import { measureParallels, type ParallelMiss } from './measure-parallels.testing.ts';

/** More by hand: `BENLE_PARALLELS=20000 BENLE_SEED=7 npm run test:unit -- measure-parallels`. */
const { BENLE_PARALLELS: passages = '240', BENLE_SEED: seed = '2026' } = process.env;

test('a claim is never exact in another statement, nor in its own after that changed its subject', () => {
  const wrong: ParallelMiss[] = [];
  const tallies = measureParallels(BUNDLED_TEXTS, Number(seed), Number(passages), (miss) => {
    if (miss.isWrong) wrong.push(miss);
  });
  expect(wrong.map(({ fate, parallel, text, found }) => ({ fate, parallel, text, found }))).toEqual(
    [],
  );
  for (const { fate, surviving, found, exact } of tallies) {
    if (fate === 'deleted' || fate === 'changed') expect([surviving, exact]).toEqual([0, 0]);
    else expect(found / surviving, fate).toBeGreaterThan(0.8);
  }
}, 3_600_000);

import { expect, test } from 'vitest';
import { Lazily } from './lazily.ts';

function counted(...passages: number[]) {
  let made = 0;
  function* source() {
    for (const [at, count] of passages.entries()) {
      made += 1;
      yield { at, passages: count };
    }
  }
  return { lazily: new Lazily(source()), made: () => made };
}

test('no more is made than is asked for, and nothing twice', () => {
  const { lazily, made } = counted(0, 1, 1, 0, 1, 0);
  const [first] = lazily.upTo(1).items;
  expect(made()).toBe(2);
  expect(lazily.upTo(2)).toMatchObject({ items: { length: 3 }, passages: 2 });
  expect(made()).toBe(3);
  expect(lazily.upTo(2).items[0]).toBe(first);
  expect(made()).toBe(3);
});

test('what comes after the last passage comes when everything is asked for', () => {
  const { lazily } = counted(0, 1, 1, 0);
  expect(lazily.upTo(2).items).toHaveLength(3);
  expect(lazily.upTo(Number.POSITIVE_INFINITY).items).toHaveLength(4);
});

test('less can be asked for again', () => {
  const { lazily } = counted(0, 25, 25, 25);
  expect(lazily.upTo(60).passages).toBe(75);
  expect(lazily.upTo(30)).toMatchObject({ items: { length: 3 }, passages: 50 });
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { TAG_COLOURS } from '../tag/tag.ts';
import { COLOUR_VALUES, nearestColour } from './tag-colours.ts';

const TOKENS = new URL('../../renderer/ui/tokens.css', import.meta.url);

test('they are those of the window, on paper', () => {
  const tokens = readFileSync(TOKENS, 'utf8');
  const light = TAG_COLOURS.map((colour) => [
    colour,
    tokens.match(new RegExp(`--tag-${colour}: light-dark\\((#[0-9a-f]{6}),`))?.[1],
  ]);
  expect(COLOUR_VALUES).toEqual(Object.fromEntries(light));
});

test.each(TAG_COLOURS)('%s is nearest to itself', (colour) => {
  expect(nearestColour(COLOUR_VALUES[colour])).toBe(colour);
  expect(nearestColour(COLOUR_VALUES[colour].toUpperCase())).toBe(colour);
});

test.each([
  ['#ff0000', 'brick'],
  ['#F00', 'brick'],
  ['#0000ff', 'blue'],
  ['#8000ff', 'violet'],
  ['#ffcc00', 'amber'],
  ['#00ff00', 'green'],
  ['#888', 'slate'],
  ['#000000', 'slate'],
  ['#ff69b4', 'rose'],
])('of what others paint %s, the hue is kept: %s', (hex, colour) => {
  expect(nearestColour(hex)).toBe(colour);
});

test.each(['', 'red', '#12', '#1234567', undefined])('%j is no colour', (text) => {
  expect(nearestColour(text)).toBeUndefined();
});

import { expect, test } from 'vitest';
import { TAG_COLOURS } from '../tag/tag.ts';
import { COLOUR_VALUES, nearestColour } from './tag-colours.ts';

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

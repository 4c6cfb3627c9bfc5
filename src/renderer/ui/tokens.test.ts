import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const CSS = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');
const TAGS = ['amber', 'blue', 'green', 'rose', 'violet', 'teal', 'brick', 'slate', 'plain'];
/** How much of a tag's colour one wash has; see `paintTones`. */
const WASH = 0.18;

type Colour = readonly [red: number, green: number, blue: number, alpha: number];

/** A token's value by day (0) or by night (1). */
function token(name: string, theme: number): Colour {
  const pair = new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(CSS);
  const hex = pair?.[theme + 1];
  if (!hex) throw new Error(`there is no token --${name}`);
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2) || 'ff', 16);
  return [part(1), part(3), part(5), part(7) / 255];
}

function over(top: Colour, below: Colour, alpha = top[3]): Colour {
  const mix = (place: 0 | 1 | 2) => top[place] * alpha + below[place] * (1 - alpha);
  return [mix(0), mix(1), mix(2), 1];
}

/** WCAG 2.2, "relative luminance". */
function luminance([red, green, blue]: Colour): number {
  const linear = (value: number) =>
    value <= 0.04045 * 255 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** WCAG 2.2, "contrast ratio". */
function contrast(one: Colour, other: Colour): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe.each([
  ['day', 0],
  ['night', 1],
])('by %s, ink can be read', (_, theme) => {
  const ink = token('ink', theme);
  const paper = token('paper', theme);

  test.each(['found', 'found-current', 'opened', 'raised', 'desk', 'sunken'])('on %s', (name) => {
    expect(contrast(ink, token(name, theme))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(TAGS)('on a highlight in %s, also where it is selected', (name) => {
    const marked = over(token(`tag-${name}`, theme), paper, WASH);
    expect(contrast(ink, marked)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(ink, over(token('selected', theme), marked))).toBeGreaterThanOrEqual(4.5);
  });

  test('and an accent edge can be told from the desk', () => {
    const accent = token('accent', theme);
    for (const beside of ['desk', 'raised', 'paper']) {
      expect(contrast(accent, token(beside, theme))).toBeGreaterThanOrEqual(3);
    }
  });
});

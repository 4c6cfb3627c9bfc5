import { TAG_COLOURS, type TagColour } from '../tag/tag.ts';

/** The colours of tags on paper, as in the window's `tokens.css`: other tools show codes on white, too. */
export const COLOUR_VALUES: Readonly<Record<TagColour, string>> = {
  amber: '#a36200',
  blue: '#0b5fae',
  green: '#00735a',
  rose: '#b02a76',
  violet: '#6544b4',
  teal: '#00707f',
  brick: '#a63c18',
  slate: '#515c69',
};

type Triple = readonly [number, number, number];

/** `#RRGGBB` or `#RGB`, in red, green and blue from 0 to 1. */
function readHex(text: string): Triple | undefined {
  const hex = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(text.trim())?.[1];
  if (!hex) return undefined;
  const digits = hex.length === 3 ? hex.replace(/./g, '$&$&') : hex;
  const channel = (at: number) => Number.parseInt(digits.slice(at, at + 2), 16) / 255;
  return [channel(0), channel(2), channel(4)];
}

/** Oklab (Björn Ottosson, 2020), in which distances are about as large as they look. */
function toOklab(rgb: Triple): Triple {
  const linear = (value: number) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  const [r, g, b] = [linear(rgb[0]), linear(rgb[1]), linear(rgb[2])];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** Other tools' colours are brighter than ours, or paler: what a code is told by is its hue. */
const LIGHTNESS_COUNTS = 0.25;

function distance(one: Triple, other: Triple): number {
  const [x, y] = [toOklab(one), toOklab(other)];
  return Math.hypot(LIGHTNESS_COUNTS * (x[0] - y[0]), x[1] - y[1], x[2] - y[2]);
}

/** The tag colour that looks most like another; `undefined` for what is no colour. */
export function nearestColour(text: string | undefined): TagColour | undefined {
  const wanted = readHex(text ?? '');
  if (!wanted) return undefined;
  const far = (colour: TagColour) => distance(wanted, readHex(COLOUR_VALUES[colour]) ?? [0, 0, 0]);
  return TAG_COLOURS.reduce((best, colour) => (far(colour) < far(best) ? colour : best));
}

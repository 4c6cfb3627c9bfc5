import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quotePassage, selectPassage } from '../passage.ts';
import { BUNDLED_TEXTS } from './bundled-texts.testing.ts';
import { writeParallels } from './parallels.testing.ts';
import { createResolver } from './resolve-anchor.ts';
import { seeded } from './tracked-text.testing.ts';
import { haveSameWords } from './words.ts';

/*
 * Texts in which only lines and characters are written otherwise: as an editor wraps them, as a page of a PDF breaks
 * them, as another system encodes them. To a reader they are the same text.
 */

function wrap(text: string, width: number): string {
  return text
    .split('\n')
    .map((line) => line.replace(new RegExp(`(.{${width},}?) (?=\\S)`, 'gu'), '$1\n'))
    .join('\n');
}

const REWRITINGS: Readonly<Record<string, (text: string) => string>> = {
  'broken into short lines': (text) => wrap(text, 30),
  'broken into lines of 72': (text) => wrap(text, 72),
  'with blank lines between blocks': (text) => text.replaceAll('\n', '\n\n'),
  'in one line': (text) => text.replaceAll('\n', ' '),
  'with Windows line ends': (text) => text.replaceAll('\n', '\r\n'),
  'decomposed, with a byte order mark': (text) => `\uFEFF${text.normalize('NFD')}`,
  'with tone marks as they used to be written': (text) =>
    text.replace(/òa(?!\p{L})/gu, 'oà').replace(/óa(?!\p{L})/gu, 'oá'),
  'with soft hyphens and no-break spaces': (text) =>
    text.replace(/(\p{L})(\p{L})/gu, '$1\u00AD$2').replaceAll(', ', ',\u00A0'),
};

const { BENLE_FUZZ: runs = '30' } = process.env;

/** The short ones: reading a text is most of the work. */
const TEXTS = BUNDLED_TEXTS.filter(({ length }) => length < 8000);

const parallelText = fc.tuple(fc.nat(), fc.constantFrom(...TEXTS)).map(([seed, article]) => {
  const { text, statements } = writeParallels(seeded(seed), article);
  return { text, passages: statements.map(({ claim }) => claim) };
});

const anyPassage = fc
  .tuple(fc.constantFrom(...TEXTS), fc.nat(), fc.integer({ min: 1, max: 400 }))
  .map(([text, at, length]) => {
    // Whole words: half of one may have its tone mark in the other half.
    const start = text.lastIndexOf(' ', at % text.length) + 1;
    const end = text.indexOf(' ', start + length);
    const position = selectPassage(text, start, end < 0 ? text.length : end);
    return { text, passages: position ? [position] : [] };
  });

test.each(Object.entries(REWRITINGS))(
  'every passage stays exact in a text %s',
  (_, rewrite) => {
    fc.assert(
      fc.property(fc.oneof(parallelText, anyPassage), ({ text, passages }) => {
        const now = rewrite(text);
        const resolve = createResolver(now);
        for (const position of passages) {
          const quote = quotePassage(text, position);
          const found = resolve({ position, quote });
          expect(found.state).toBe('exact');
          if (!('position' in found)) return;
          expect(
            haveSameWords(now.slice(found.position.start, found.position.end), quote.exact),
          ).toBe(true);
        }
      }),
      { numRuns: Number(runs) },
    );
  },
  3_600_000,
);

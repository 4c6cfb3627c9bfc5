import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { graphemeEnd, graphemeStart } from '../../text/graphemes.ts';
import { quotePassage, selectPassage } from '../passage.ts';
import { createResolver, type Passage, type Resolution, resolvePassage } from './resolve-anchor.ts';
import { haveSameWords } from './words.ts';

const RUNS = 400;
/** A busy machine takes its time. */
const PATIENCE = 30_000;

const WORDS = fc.constantFrom(
  ...[
    'đầu tư',
    'hợp tác',
    'Nhật Bản',
    'ODA',
    'không',
    'chưa',
    '200',
    '3,5',
    '15-18/12',
    'triệu USD',
  ],
  ...[
    '“quan hệ”',
    '(JICA)',
    'thế hệ mới',
    'và',
    'và',
    'của',
    'hòa',
    'hoà',
    'Đ',
    'Ð',
    '👩\u200D🚀',
    '🇻🇳🇯🇵',
  ],
  ...['e\u0302\u0301', '\u0301', 'a\u200Bb', '日本', '...', '–', '"', '19M', 'tờ.Hôm', '\uD800'],
);
const GAPS = fc.constantFrom(' ', ' ', ' ', ', ', '. ', '\n', ' – ', '');
const texts = fc
  .array(fc.tuple(WORDS, GAPS), { minLength: 1, maxLength: 60 })
  .map((pairs) => pairs.flat().join(''));
const anyTexts = fc.oneof(
  { weight: 4, arbitrary: texts },
  fc.string({ unit: 'binary', maxLength: 80 }),
);

/** A text and a passage of it. */
const marked = anyTexts
  .filter((text) => /[\p{L}\p{N}]/u.test(text))
  .chain((text) =>
    fc
      .tuple(fc.nat({ max: text.length }), fc.nat({ max: text.length }))
      .map(([start, end]) => ({ text, position: selectPassage(text, start, end) }))
      .filter(({ position }) => position !== undefined)
      .map(({ position = { start: 0, end: 0 } }) => {
        const passage: Passage = { position, quote: quotePassage(text, position) };
        return { text, passage };
      }),
  );

function placesOf(found: Resolution) {
  const own = 'position' in found ? [found.position] : [];
  return 'candidates' in found
    ? [...own, ...found.candidates.map(({ position }) => position)]
    : own;
}

describe('a passage', { timeout: PATIENCE }, () => {
  test('is exact, and where it was, in the text that it was marked in', () => {
    fc.assert(
      fc.property(marked, ({ text, passage }) => {
        const { position } = passage;
        // What prints nothing can be selected, but there is no finding it again.
        fc.pre(/[\p{L}\p{N}]/u.test(passage.quote.exact));
        expect(resolvePassage(text, passage)).toEqual({ state: 'exact', score: 1, position });
      }),
      { numRuns: RUNS },
    );
  });

  test('in any other text has its own words where it is exact, splits no letter, and is the same each time', () => {
    fc.assert(
      fc.property(marked, anyTexts, ({ text, passage }, other) => {
        const mixed = other.slice(0, other.length / 2) + text.slice(text.length / 3) + other;
        for (const changed of [other, mixed, text.normalize('NFD'), text + text]) {
          const found = resolvePassage(changed, passage);
          expect(resolvePassage(changed, passage)).toEqual(found);
          expect(found.score).toBeGreaterThanOrEqual(0);
          expect(found.score).toBeLessThanOrEqual(1);
          for (const { start, end } of placesOf(found)) {
            expect(start).toBeLessThan(end);
            expect(graphemeStart(changed, start)).toBe(start);
            expect(graphemeEnd(changed, end)).toBe(end);
          }
          if (found.state !== 'exact') continue;
          const { start, end } = found.position;
          const words = changed.slice(start, end);
          expect(
            haveSameWords(words, passage.quote.exact),
            `${words} | ${passage.quote.exact}`,
          ).toBe(true);
        }
      }),
      { numRuns: RUNS },
    );
  });
});

const ONSETS = [
  'b',
  'ch',
  'd',
  'đ',
  'g',
  'h',
  'kh',
  'l',
  'm',
  'ngh',
  'ph',
  'qu',
  'r',
  't',
  'th',
  'tr',
  'v',
];
const RHYMES = [
  'ác',
  'ằng',
  'ế',
  'iên',
  'oà',
  'ộng',
  'uyết',
  'ưởng',
  'ỹ',
  'ươi',
  'ên',
  'uật',
  'ỏi',
];

/** A syllable for every number, the same only after 221. */
const syllable = (nth: number) => `${ONSETS[nth % 17]}${RHYMES[nth % 13]}`;

/** A text of unlike sentences, so that there is one answer; and a passage of whole words. */
const sentences = fc
  .uniqueArray(fc.nat({ max: 18 }), { minLength: 6, maxLength: 12 })
  .map((numbers) =>
    numbers.map((number) => {
      const words = Array.from({ length: 10 }, (_, nth) => syllable(10 * number + nth));
      return `Văn bản “${words.slice(0, 3).join(' ')}” nêu ${words.slice(3).join(' ')}, lao động.`;
    }),
  );
const whole = sentences.chain((parts) => {
  const text = parts.join('\n');
  return fc.record({
    text: fc.constant(text),
    from: fc.nat({ max: text.length - 1 }),
    length: fc.integer({ min: 1, max: 90 }),
  });
});

function markWords(text: string, from: number, length: number): Passage {
  const gapAfter = (at: number) => {
    const gap = text.slice(at).search(/\s/);
    return gap < 0 ? text.length : at + gap;
  };
  const start = from === 0 ? 0 : gapAfter(from - 1);
  const position = selectPassage(text, start, gapAfter(Math.min(text.length, start + length))) ?? {
    start: 0,
    end: 7,
  };
  return { position, quote: quotePassage(text, position) };
}

describe('a passage of a text whose sentences differ', { timeout: PATIENCE }, () => {
  const same: Readonly<Record<string, (text: string) => string>> = {
    decomposed: (text) => text.normalize('NFD'),
    'with no-break spaces': (text) => text.replaceAll(' ', '\u00A0'),
    'with straight quotation marks': (text) => text.replaceAll(/[“”]/g, '"'),
    segmented: (text) => text.replaceAll('lao động', 'lao_động').replaceAll(',', ' ,'),
    'with lines run together': (text) => text.replaceAll('\n', ' '),
    'with zero-width spaces': (text) => text.replaceAll('ă', 'ă\u200B'),
  };

  test.each(Object.entries(same))('is exact in it when it is %s', (_, write) => {
    fc.assert(
      fc.property(whole, ({ text, from, length }) => {
        const passage = markWords(text, from, length);
        const changed = write(text);
        const found = resolvePassage(changed, passage);
        expect(found.state).toBe('exact');
        if (found.state !== 'exact') return;
        const { start, end } = found.position;
        expect(haveSameWords(changed.slice(start, end), passage.quote.exact)).toBe(true);
        // The same number of words stands before it: it is this one of all alike.
        const count = (words: string) => words.match(/[\p{L}\p{N}\p{M}]+/gu)?.length ?? 0;
        const bare = (words: string) => words.normalize('NFC').replaceAll('\u200B', '');
        expect(count(bare(changed.slice(0, start)).replaceAll('_', ' '))).toBe(
          count(text.slice(0, passage.position.start)),
        );
      }),
      { numRuns: 60 },
    );
  });

  test('is exact or moved, at the shifted place, when a paragraph comes in before', () => {
    fc.assert(
      fc.property(whole, fc.nat({ max: 5 }), ({ text, from, length }, at) => {
        const passage = markWords(text, from, length);
        const inserted = 'Đoạn này hoàn toàn mới; chẳng ai từng đọc nó ở đâu cả.\n';
        const lines = text.split('\n');
        const place = lines.slice(0, at).join('\n').length + (at === 0 ? 0 : 1);
        // Beyond the context: what comes in right beside a word may well make it look like another.
        fc.pre(place + passage.quote.prefix.length < passage.position.start);
        const changed = text.slice(0, place) + inserted + text.slice(place);
        const found = resolvePassage(changed, passage);
        expect(['exact', 'moved']).toContain(found.state);
        expect('position' in found && found.position.start).toBe(
          passage.position.start + inserted.length,
        );
      }),
      { numRuns: 200 },
    );
  });
});

test('a resolver answers as resolvePassage does, whatever it was asked before', () => {
  fc.assert(
    fc.property(fc.array(marked, { maxLength: 5 }), anyTexts, (items, text) => {
      const resolve = createResolver(text);
      for (const { passage } of items)
        expect(resolve(passage)).toEqual(resolvePassage(text, passage));
    }),
    { numRuns: 100 },
  );
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findAll } from './find.ts';
import { type Folding, foldText } from './fold.ts';
import { allSyllables } from './vietnamese.testing.ts';
import { canonicalSpelling } from './vietnamese.ts';

/** `BENLE_FUZZ=100000`, and `BENLE_SEED`, for a long run. */
const RUNS = Number(process.env.BENLE_FUZZ ?? 500);
const SEED = process.env.BENLE_SEED ? { seed: Number(process.env.BENLE_SEED) } : {};
const TIMEOUT = 3_600_000;

const LETTERS: Folding = { exactTones: false, iForY: false };
const TONES: Folding = { exactTones: true, iForY: false };

const found = (text: string, query: string, folding: Folding) =>
  findAll(foldText(text, folding), query).map(({ start, end }) => text.slice(start, end));

describe('findAll', () => {
  test.each([
    ['Vốn đầu tư và lao động', 'dau tu', ['đầu tư']],
    ['Vốn đầu tư và lao động', 'LAO ĐỘNG', ['lao động']],
    ['Đường dương', 'duong', ['Đường', 'dương']],
    ['Ðường Ɖường', 'duong', ['Ðường', 'Ɖường']],
    ['đau đầu dầu', 'đau', ['đau', 'đầu', 'dầu']],
    ['hoà hòa hoa', 'hoa', ['hoà', 'hòa', 'hoa']],
    ['kiến tạo', '  kien   tao ', ['kiến tạo']],
    ['không có gì', 'đầu', []],
    ['aaaa', 'aa', ['aa', 'aa']],
    ['anything', '   ', []],
    ['anything', '\u200B', []],
  ])('in “%s”, “%s” finds its letters whatever the marks', (text, query, hits) => {
    expect(found(text, query, LETTERS)).toEqual(hits);
  });

  test.each([
    ['đau đầu dầu', 'đau', ['đau']],
    ['Đau ĐAU', 'đau', ['Đau', 'ĐAU']],
    ['đường dương', 'dương', ['dương']],
    ['hoà bình, HÒA BÌNH', 'hòa bình', ['hoà bình', 'HÒA BÌNH']],
    ['hòa bình, HÒA BÌNH', 'hoà bình', ['hòa bình', 'HÒA BÌNH']],
    ['hoá hoả hòa hoa', 'hòa', ['hòa']],
    ['khỏe, khoẻ, khoe', 'khoẻ', ['khỏe', 'khoẻ']],
    ['thủy lợi, thuỷ lợi', 'thủy lợi', ['thủy lợi', 'thuỷ lợi']],
    ['Ðông Á và Đông Á', 'Đông Á', ['Ðông Á', 'Đông Á']],
    ['Đông Á', 'Ðông á', ['Đông Á']],
    ['Đông Á', 'Ɖông Á', ['Đông Á']],
    ['tòan diện', 'toàn diện', ['tòan diện']],
    ['giặt gịa, giạ lúa', 'giạ', ['giạ']],
    ['kĩ thuật', 'kỹ thuật', []],
  ])('with exact tones, in “%s”, “%s” finds the same words', (text, query, hits) => {
    expect(found(text, query, TONES)).toEqual(hits);
  });

  test.each([
    ['hòa', 'hò', ['hò']],
    ['hòa', 'òa', ['òa']],
    ['hoà', 'òa', []],
    ['hoàn toàn', 'hòa', []],
    ['hoàn toàn', 'hoà', ['hoà']],
    ['hoà bình', 'hòa bì', ['hoà bì']],
    ['xuân hoà', 'ân hòa', ['ân hoà']],
    ['hòa', 'à', []],
  ])('in “%s”, the part “%s” is found as it is written only', (text, query, hits) => {
    expect(found(text, query, TONES)).toEqual(hits);
  });

  test.each([
    ['kĩ thuật', 'kỹ thuật', true, ['kĩ thuật']],
    ['Kỹ Thuật', 'kĩ thuật', true, ['Kỹ Thuật']],
    ['quy định, qui định, quyết định', 'quy', true, ['quy', 'qui', 'quy']],
    ['thúi, thúy', 'thúy', true, ['thúy']],
    ['tai, tay', 'tay', true, ['tay']],
    ['mĩ, mỹ, mỳ', 'mỹ', true, ['mĩ', 'mỹ']],
    ['mĩ, mỹ, mỳ', 'my', false, ['mĩ', 'mỹ', 'mỳ']],
    ['thuí, thuý', 'thuy', false, ['thuý']],
  ])(
    'with i for y, in “%s”, “%s” (exact tones: %s) finds the same words',
    (text, query, exactTones, hits) => {
      expect(found(text, query, { exactTones, iForY: true })).toEqual(hits);
    },
  );

  test.each([LETTERS, TONES])(
    '%j: what nobody sees does not count, in query or text',
    (folding) => {
      const plain = 'Vì hòa bình';
      const hidden = 'Vì ho\u00AD\u0300\u200Ba\u200B bì\u2060nh\uFEFF.';
      expect(found(plain, 'ho\u00ADà\u200B bình\u200E', folding)).toEqual(['hòa bình']);
      expect(found(hidden, 'hòa bình', folding)).toEqual([
        'ho\u00AD\u0300\u200Ba\u200B bì\u2060nh',
      ]);
      expect(found('công_tác công\u00A0tác', 'công tác', folding)).toEqual([
        'công_tác',
        'công\u00A0tác',
      ]);
      expect(found('công tác', 'công_tác', folding)).toEqual(['công tác']);
      expect(found('a __ b', '__', folding)).toEqual(['__']);
    },
  );

  test('decomposed and composed find each other, and hits cover whole letters', () => {
    expect(found('hợp tác', 'hợp tác'.normalize('NFD'), TONES)).toEqual(['hợp tác']);
    const decomposed = 'sự hợp tác này'.normalize('NFD');
    expect(found(decomposed, 'hợp tác', TONES)).toEqual(['hợp tác'.normalize('NFD')]);
    const misordered = 'ho\u0323\u031Bp va\u0301\u0302n đe\u0300\u0302';
    expect(found(misordered, 'hợp vấn đề', TONES)).toEqual([misordered]);
    expect(found('hợp vấn đề', misordered, TONES)).toEqual(['hợp vấn đề']);
    expect(found(decomposed, 'ho', LETTERS)).toEqual(['hợ'.normalize('NFD')]);
  });

  test('every hit is where the text says it, also around emoji and capital letters that grow', () => {
    const text = '👩🏽‍🌾 İstanbul đầu tư 🇻🇳 đầu tư';
    expect(found(text, 'dau tu', LETTERS)).toEqual(['đầu tư', 'đầu tư']);
    expect(found(text, '👩🏽‍🌾', LETTERS)).toEqual(['👩🏽‍🌾']);
  });
});

describe('for any words', () => {
  const syllables = allSyllables().filter(({ misplaced }) => misplaced.length > 0);
  const spellings = fc
    .constantFrom(...syllables)
    .map(({ spelling, misplaced }) => [spelling, ...misplaced]);
  const foreign = fc.stringMatching(/^[a-zđăâêôơưáàảãạếềểễệ]{1,6}$/u).map((word) => [word]);
  const words = fc.array(fc.oneof(spellings, foreign), { minLength: 1, maxLength: 10 });
  const textOf = (list: readonly string[][], seed: number) =>
    list.map((all, at) => all[(seed + at) % all.length]).join(' ');
  const folding = fc.record({ exactTones: fc.boolean(), iForY: fc.boolean() });

  test(
    'each part of a text is found in it, where it stands',
    () => {
      fc.assert(
        fc.property(words, fc.nat(), fc.nat(), fc.nat(), folding, (list, seed, from, size, how) => {
          const text = textOf(list, seed);
          const start = from % text.length;
          const query = text.slice(start, start + 1 + (size % 12)).trim();
          fc.pre(query !== '');
          const hits = found(text, query, how);
          expect(hits.length).toBeGreaterThan(0);
          for (const hit of hits) {
            const [one, other] = [foldText(hit, how), foldText(query, how)];
            expect(one.text === other.text || one.spelling === other.spelling).toBe(true);
          }
        }),
        { numRuns: RUNS, ...SEED },
      );
    },
    TIMEOUT,
  );

  test(
    'whole words are found in every spelling, composition and with invisible characters',
    () => {
      const sign = fc.constantFrom('', '\u200B', '\u00AD', '\u2060');
      fc.assert(
        fc.property(words, fc.nat(), fc.nat(), fc.nat(), sign, (list, one, other, pick, hidden) => {
          const plain = textOf(list, one);
          const text = [...plain.normalize(pick % 2 === 0 ? 'NFC' : 'NFD')].join(hidden);
          const from = pick % list.length;
          const query = textOf(list.slice(from, from + 3), other);
          const visible = found(text, query, TONES).map(canonicalSpelling);
          expect(visible).toContain(canonicalSpelling(query));
          expect(visible).toEqual(found(plain, query, TONES).map(canonicalSpelling));
        }),
        { numRuns: RUNS, ...SEED },
      );
    },
    TIMEOUT,
  );
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allSyllables } from './vietnamese.testing.ts';
import { canonicalSpelling, comparisonKey, placeToneMarks, writeIForY } from './vietnamese.ts';
import { SYLLABLES_WITH_I_OR_Y } from './vietnamese-syllables.ts';

/** `BENLE_FUZZ=100000`, and `BENLE_SEED`, for a long run. */
const RUNS = Number(process.env.BENLE_FUZZ ?? 300);
const SEED = process.env.BENLE_SEED ? { seed: Number(process.env.BENLE_SEED) } : {};
const TIMEOUT = 3_600_000;

const syllables = allSyllables();

describe('canonicalSpelling', () => {
  test.each([
    ['hoà', 'hòa'],
    ['HOÀ BÌNH', 'HÒA BÌNH'],
    ['Hoà', 'Hòa'],
    ['hOÀ', 'hÒA'],
    ['thuỷ', 'thủy'],
    ['khoẻ', 'khỏe'],
    ['uỷ', 'ủy'],
    ['loà', 'lòa'],
    ['hoè', 'hòe'],
    ['tuỳ', 'tùy'],
    ['huỷ', 'hủy'],
    ['oà', 'òa'],
    ['quý', 'qúy'],
    ['quả', 'qủa'],
    ['toàn', 'tòan'],
    ['hoàng', 'hòang'],
    ['ngoài', 'ngòai'],
    ['xoáy', 'xóay'],
    ['tuệ', 'tụê'],
    ['được', 'đựơc'],
    ['người', 'ngừơi'],
    ['quyền', 'qùyên'],
    ['giũa', 'giuã'],
    ['giúp', 'gíup'],
    ['Đông Á', 'Ðông Á'],
    ['Đông', 'Ɖông'],
    ['đường', 'ðường'],
    ['đường', 'ɖường'],
    ['Hoà bình', 'Ho\u200Bà\u00AD b\u2060ình\uFEFF'],
    ['cấp vốn', 'ca\u0301\u0302p vo\u0301\u0302n'],
    ['LẰN', 'LA\u0300\u0306N'],
    ['hoà', '\u200Eh\u200Co\u200Da\u200B\u0300\uFE0F'],
  ])('“%s” is “%s”', (one, other) => {
    expect(canonicalSpelling(one)).toBe(canonicalSpelling(other));
    expect(canonicalSpelling(one.normalize('NFD'))).toBe(canonicalSpelling(other));
  });

  test.each([
    ['hòa', 'hoá'],
    ['hòa', 'hoa'],
    ['đường', 'dương'],
    ['đường', 'dường'],
    ['giặt gịa', 'giặt giạ'],
    ['gíu', 'giú'],
    ['tay', 'tai'],
    ['kỹ', 'kĩ'],
    ['thúy', 'thúi'],
    ['của', 'củ'],
    ['Hòa', 'hòa'],
    ['hòa', 'hò a'],
    ['río', 'rió'],
    ['año', 'anõ'],
    ['ñu', 'nũ'],
    ['hòet', 'hoèt'],
  ])('“%s” is not “%s”', (one, other) => {
    expect(canonicalSpelling(one)).not.toBe(canonicalSpelling(other));
  });

  test.each([
    'Oaxaca',
    'hoax',
    'Noël',
    'Chloé',
    'poète',
    'señor',
    'Núñez',
    'naïve',
    'Åland',
    '🏴\u{E0067}\u{E0062}\u{E007F}',
  ])('foreign words stay as they are: %s', (word) => expect(canonicalSpelling(word)).toBe(word));
});

describe('of all syllables that the spelling allows', () => {
  test('no two have the same form, and all have their own as the rules want it', () => {
    const forms = new Map<string, string>();
    for (const { spelling } of syllables) {
      const form = canonicalSpelling(spelling);
      expect(form).toBe(spelling);
      forms.set(form, spelling);
    }
    expect(forms.size).toBe(new Set(syllables.map(({ spelling }) => spelling)).size);
    expect(forms.size).toBeGreaterThan(15_000);
  });

  test('each has one form wherever its tone mark stands', () => {
    const wrong = syllables.flatMap(({ spelling, misplaced }) =>
      misplaced
        .filter((other) => canonicalSpelling(other) !== spelling)
        .map((other) => [spelling, other]),
    );
    expect(wrong).toEqual([]);
  });

  test('i and y are the same in the listed syllables only', () => {
    const changed = syllables
      .map(({ spelling }) => spelling)
      .filter((one) => writeIForY(one) !== one);
    const listed = [...SYLLABLES_WITH_I_OR_Y].map((one) =>
      one.normalize('NFD').replace('i', 'y').normalize('NFC'),
    );
    expect(changed.sort()).toEqual(listed.sort());
  });
});

describe('for any text', () => {
  const part = fc.oneof(
    fc.constantFrom(...syllables.flatMap(({ spelling, misplaced }) => [spelling, ...misplaced])),
    fc.string({ unit: 'grapheme', maxLength: 4 }),
    fc.constantFrom(
      '\u200B',
      '\u00AD',
      'Ð',
      'ɖ',
      '\u0301',
      '_',
      '\u00A0',
      '\u{1F468}\u200D\u{1F469}',
    ),
  );
  const text = fc
    .tuple(fc.array(part, { maxLength: 12 }), fc.constantFrom(' ', ''))
    .map(([parts, space]) => parts.join(space));

  test(
    'both forms are idempotent, and the same for each composition',
    () => {
      fc.assert(
        fc.property(text, (one) => {
          for (const form of [canonicalSpelling, comparisonKey]) {
            expect(form(form(one))).toBe(form(one));
            expect(form(one.normalize('NFD'))).toBe(form(one));
          }
        }),
        { numRuns: RUNS, ...SEED },
      );
    },
    TIMEOUT,
  );

  test(
    'invisible characters anywhere change nothing',
    () => {
      const invisible = fc.constantFrom(
        '\u200B',
        '\u200C',
        '\u200D',
        '\u2060',
        '\uFEFF',
        '\u00AD',
        '\u200E',
        '\uFE0F',
      );
      fc.assert(
        fc.property(text, invisible, fc.nat(), fc.boolean(), (one, sign, at, isApart) => {
          const units = [...(isApart ? one.normalize('NFD') : one)];
          const place = at % (units.length + 1);
          const other = [...units.slice(0, place), sign, ...units.slice(place)].join('');
          expect(canonicalSpelling(other)).toBe(canonicalSpelling(one));
        }),
        { numRuns: RUNS, ...SEED },
      );
    },
    TIMEOUT,
  );

  test(
    'placing tone marks keeps the length',
    () => {
      fc.assert(
        fc.property(text, (one) => {
          const composed = one.normalize('NFC');
          expect(placeToneMarks(composed)).toHaveLength(composed.length);
        }),
        { numRuns: RUNS, ...SEED },
      );
    },
    TIMEOUT,
  );
});

describe('comparisonKey', () => {
  test.each([
    'Hoà bình',
    'HÒA  BÌNH',
    ' hòa_bình ',
    'ho\u00ADà\u00A0bình',
    'hòa\tbình'.normalize('NFD'),
  ])('%j is “hoà bình”', (text) => expect(comparisonKey(text)).toBe(comparisonKey('hoà bình')));

  test('underscores that do not join letters stay', () => {
    expect(comparisonKey('_a_ __')).toBe('_a_ __');
  });
});

test.each([
  ['kỹ thuật', 'kĩ thuật'],
  ['công ty', 'công ti'],
  ['quy định', 'qui định'],
  ['lý do', 'lí do'],
  ['tỷ lệ', 'tỉ lệ'],
  ['bác sỹ', 'bác sĩ'],
])('with i for y, “%s” is “%s”', (one, other) => expect(writeIForY(one)).toBe(other));

test.each(['tay', 'thuý', 'thúy', 'ý kiến', 'yêu', 'quyết', 'vay', 'kynh', 'Sydney', 'thy'])(
  '“%s” has no other spelling with i',
  (word) => expect(writeIForY(word)).toBe(word),
);

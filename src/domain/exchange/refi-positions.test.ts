import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { seeded } from '../annotation/anchoring/tracked-text.testing.ts';
import { type MadeSource, type MakingOptions, makeSource } from './foreign-positions.testing.ts';
import { placeSelections } from './refi-positions.ts';

/** How many sources are made for each case; `BENLE_FUZZ=170` for the long run of 20,400. */
const RUNS = Number(process.env.BENLE_FUZZ ?? 1);
const SEED = Number(process.env.BENLE_SEED ?? 20_261_129);
const TIMEOUT = 3_600_000;

const FOLDER = new URL('../../../resources/articles/', import.meta.url);
const index: readonly { readonly file: string }[] = JSON.parse(
  readFileSync(new URL('index.json', FOLDER), 'utf8'),
);
const texts = index.map(({ file }) =>
  readFileSync(new URL(file, FOLDER), 'utf8').replace(/\r\n?/g, '\n'),
);

interface Outcome {
  exact: number;
  /** Called exact, but on other words. */
  wrong: number;
  ambiguous: number;
  /** Ambiguous ones that have the true place among their candidates. */
  offered: number;
  missing: number;
}

function measure(sources: Iterable<MadeSource>): Outcome {
  const outcome: Outcome = { exact: 0, wrong: 0, ambiguous: 0, offered: 0, missing: 0 };
  for (const { raw, text, origin, selections, truth } of sources) {
    const placed = placeSelections(raw, selections, origin);
    if (placed.text !== text) throw new Error('the text was read as another');
    for (const [at, selection] of selections.entries()) {
      const place = placed.placeOf(selection);
      const true_ = truth[at];
      const isTrue = (one: { start: number; end: number }) =>
        one.start === true_?.start && one.end === true_.end;
      if (!place) outcome.missing += Number(true_ !== undefined);
      else if (!place.isCertain) {
        outcome.ambiguous += 1;
        outcome.offered += Number([place.position, ...place.others].some(isTrue));
      } else if (isTrue(place.position)) outcome.exact += 1;
      else outcome.wrong += 1;
    }
  }
  return outcome;
}

const NAMES = ['none', 'whole', 'cut', 'cut with dots', 'labels'] as const;
const CARE = ['tidy', 'sloppy', 'random'] as const;

type Case = Pick<MakingOptions, 'origins' | 'names' | 'count'>;

/** Sources of one case, with selections of all kinds. */
function* made(random: () => number, options: Case): Generator<MadeSource> {
  for (const care of CARE) {
    for (let run = 0; run < RUNS; run += 1) yield makeSource(random, { ...options, care, texts });
  }
}

const cases = (['known', 'unknown'] as const).flatMap((origins) =>
  NAMES.flatMap((names) =>
    [1, 2, 5, 20].map((count): readonly [string, Case] => [
      `${count} of ${origins} programs, names: ${names}`,
      { origins, names, count },
    ]),
  ),
);

describe('selections of other programs, counted in any way', () => {
  const random = seeded(SEED);

  test.each(cases)(
    '%s: never exact on other words',
    (name, options) => {
      const outcome = measure(made(random, options));
      if (RUNS > 20) process.stdout.write(`${name}: ${JSON.stringify(outcome)}\n`);
      expect(outcome).toMatchObject({ wrong: 0, missing: 0 });
      // What the program is known to do, names, or many selections are evidence enough.
      const hasNames = options.names !== 'none' && options.names !== 'labels';
      const { exact, ambiguous } = outcome;
      const share = exact / (exact + ambiguous);
      if (options.origins === 'known' && hasNames) expect(share).toBeGreaterThan(0.9);
      if (hasNames && options.count === 20) expect(share).toBeGreaterThan(0.8);
    },
    TIMEOUT,
  );
});

/** Where a passage stands in a text, if a program counts as it does. */
const span = (within: string, exact: string, count: (text: string) => number) => {
  const start = count(within.slice(0, within.indexOf(exact)));
  return { start, end: start + count(exact) };
};
const selection = (place: { start: number; end: number }, name = '') => ({ name, ...place });
const points = (text: string) => [...text].length;

const LINES = [
  'Bộ Tài chính họp với các tỉnh về vốn vay của Nhật Bản trong năm tới.',
  '',
  'Hội nghị bàn về đường sắt, bến cảng và các dự án mà địa phương đề nghị.',
  'Tỉnh Nghệ An xin vốn vay.',
  'Tỉnh Hà Tĩnh không xin.',
];
const UNIX = LINES.join('\n');
const WINDOWS = LINES.join('\r\n');

function placeOne(raw: string, place: { start: number; end: number }, origin: string, name = '') {
  const one = selection(place, name);
  const placed = placeSelections(raw, [one], origin);
  const found = placed.placeOf(one);
  return {
    isCertain: found?.isCertain,
    says: [found?.position, ...(found?.others ?? [])].map((at) =>
      placed.text.slice(at?.start, at?.end),
    ),
  };
}

describe('one selection alone', () => {
  const words = 'Tỉnh Nghệ An';

  test.each([
    ['ATLAS.ti Win 23.4.0', UNIX],
    ['NVivo for Windows 12.6', WINDOWS],
    ['NVivo 14', WINDOWS],
    ['QualCoder 3.6', UNIX],
  ])('of %s is read as the program is known to count', (origin, counted) => {
    expect(placeOne(WINDOWS, span(counted, words, points), origin)).toEqual({
      isCertain: true,
      says: [words],
    });
  });

  test.each([UNIX, WINDOWS])('of another program is left to the analyst', (counted) => {
    const { isCertain, says } = placeOne(WINDOWS, span(counted, words, points), 'A tool');
    expect(isCertain).toBe(false);
    expect(says).toContain(words);
  });

  test.each([UNIX, WINDOWS])('is certain by a name that quotes it', (counted) => {
    const place = span(counted, 'Tỉnh Nghệ An xin vốn vay', points);
    expect(placeOne(WINDOWS, place, 'A tool', 'Tỉnh Nghệ An xin…').says[0]).toBe(
      'Tỉnh Nghệ An xin vốn vay',
    );
    expect(placeOne(WINDOWS, place, 'A tool', 'Tỉnh Nghệ An xin vốn vay')).toMatchObject({
      isCertain: true,
      says: ['Tỉnh Nghệ An xin vốn vay'],
    });
  });

  test('is certain where all readings say the same', () => {
    expect(placeOne(WINDOWS, span(WINDOWS, LINES[0] ?? '', points), 'A tool')).toEqual({
      isCertain: true,
      says: [LINES[0]],
    });
  });

  test('of QualCoder on Windows is read in a text whose line ends were doubled', () => {
    const raw = `\ufeff${UNIX.replaceAll('\n', '\r\r\n')}`;
    expect(placeOne(raw, span(UNIX, words, points), 'QualCoder 3.6')).toEqual({
      isCertain: true,
      says: [words],
    });
  });

  test('with a label that happens to stand elsewhere is not taken there', () => {
    const place = span(WINDOWS, 'Tỉnh Hà Tĩnh không xin', points);
    const { isCertain, says } = placeOne(WINDOWS, place, 'A tool', 'Nghệ An xin vốn');
    expect(isCertain).toBe(false);
    expect(says).toContain('Tỉnh Hà Tĩnh không xin');
  });
});

test('in a file of line feeds alone a selection is certain as the standard counts, whoever wrote it', () => {
  const raw = 'Hội nghị họp.\nTỉnh Nghệ An cho biết vốn ODA đã được giải ngân.\nHết.\n';
  const start = raw.indexOf('vốn ODA');
  const selection = { start, end: start + 'vốn ODA'.length, name: '' };
  const place = placeSelections(raw, [selection], 'A tool').placeOf(selection);
  expect(place).toMatchObject({ isCertain: true, position: { start, end: selection.end } });
  const windows = raw.replaceAll('\n', '\r\n');
  expect(placeSelections(windows, [selection], 'A tool').placeOf(selection)?.isCertain).toBe(false);
});

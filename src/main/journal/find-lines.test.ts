import { describe, expect, test } from 'vitest';
import { seal } from './checked-line.ts';
import { findLines } from './find-lines.ts';

const bytesOf = (line: string) => Buffer.from(line, 'utf8');
const linesOf = (file: Uint8Array) => findLines(file).lines;

describe('the lines of a file', () => {
  // A row may well look like a line of the journal's own.
  const lines = [{ a: 1 }, { sum: '', nested: { sum: 'x', b: [2] } }, { c: 'Đầu\ntư' }].map(
    (payload) => seal({ payload }),
  );
  const file = bytesOf(`${lines.join('\n')}\n`);
  const whole = linesOf(file).map(({ payload }) => payload);

  test('are all there, with their places', () => {
    expect(whole).toEqual(lines.map((line) => ({ payload: JSON.parse(line).payload })));
    for (const { from, bytes } of linesOf(file)) {
      expect(file.subarray(from, from + bytes.length).equals(bytes)).toBe(true);
    }
  });

  test('a changed byte costs one of them at most, also where it was a newline or becomes one', () => {
    const changes = [...file.keys()].flatMap((at) =>
      [0x01, 0x80, (file[at] ?? 0) ^ 0x0a].map((mask) => ({ at, mask })),
    );
    for (const { at, mask } of changes.filter((change) => change.mask !== 0)) {
      const changed = Buffer.from(file);
      changed[at] = (changed[at] ?? 0) ^ mask;
      const found = linesOf(changed).flatMap(({ payload }) => payload ?? []);
      const lost = file[at] === 0x0a ? 0 : 1;
      expect(found.length).toBeGreaterThanOrEqual(whole.length - lost);
      for (const payload of found) expect(whole).toContainEqual(payload);
    }
  });

  test('are found, too, where all newlines were changed, and between what cannot be read', () => {
    const joined = Buffer.from(lines.join(' '));
    expect(linesOf(joined).map(({ payload }) => payload)).toEqual(whole);
    const [first = '', second = '', third = ''] = lines;
    const damaged = `${first} ${second.replace('nested', 'NESTED')} ${third}\n`;
    expect(linesOf(bytesOf(damaged)).map(({ payload }) => payload)).toEqual([
      whole[0],
      undefined,
      whole[2],
    ]);
  });

  test('that only seem to be some do not take for ever', () => {
    const seeming = bytesOf('{"sum":"0123456789abcdef",'.repeat(100_000));
    const found = linesOf(seeming);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ from: 0, isEnded: false, payload: undefined });
    expect(found[0]?.bytes.equals(seeming)).toBe(true);
  });

  test('one that was cut off is damaged, and said not to have ended', () => {
    const found = linesOf(file.subarray(0, -3));
    expect(found.map(({ payload }) => payload !== undefined)).toEqual([true, true, false]);
    expect(found.map(({ isEnded }) => isEnded)).toEqual([true, true, false]);
  });

  test('one that lacks its newline alone is whole', () => {
    const found = linesOf(file.subarray(0, -1));
    expect(found.map(({ payload }) => payload)).toEqual(whole);
    expect(found.map(({ isEnded }) => isEnded)).toEqual([true, true, false]);
  });

  test('none are in an empty file', () => {
    expect(linesOf(Buffer.alloc(0))).toEqual([]);
  });
});

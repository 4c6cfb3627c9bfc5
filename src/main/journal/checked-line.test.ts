import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findLines, seal, unseal } from './checked-line.ts';

const payloads = fc.dictionary(
  fc.string({ unit: 'binary', minLength: 1 }).filter((key) => key !== '__proto__' && key !== 'sum'),
  fc.jsonValue(),
  { minKeys: 1 },
);

const asJson = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value));
const bytesOf = (line: string) => Buffer.from(line, 'utf8');

describe('a sealed line', () => {
  test('is JSON on one line, and gives back what it was made of', () => {
    fc.assert(
      fc.property(payloads, (payload) => {
        const line = seal(payload);
        expect(line).not.toContain('\n');
        expect(JSON.parse(line)).toEqual({ sum: expect.any(String), ...asJson(payload) });
        expect(unseal(bytesOf(line))).toEqual({ ok: true, value: asJson(payload) });
      }),
    );
  });

  test('shows any change to any byte', () => {
    const line = bytesOf(seal({ note: 'Đầu tư \ufffd', seq: 7 }));
    for (let at = 0; at < line.length; at += 1) {
      for (let byte = 1; byte < 256; byte += 1) {
        const changed = Buffer.from(line);
        changed[at] = (changed[at] ?? 0) ^ byte;
        expect(unseal(changed).ok).toBe(false);
      }
    }
  });

  test.each(['', '{', '{}', '{"sum":""}', 'null', '[]', '{"sum":"0123456789abcdef",'])(
    'is not this: %s',
    (text) => {
      expect(unseal(bytesOf(text))).toEqual({ ok: false, reason: 'damaged' });
    },
  );

  test('can be checked without this app', () => {
    // printf '%s' '"seq":1}' | sha256sum
    expect(seal({ seq: 1 })).toBe('{"sum":"f8453ebdcb9123cf","seq":1}');
  });
});

describe('the lines of a file', () => {
  // A row may well look like a line of the journal's own.
  const lines = [{ a: 1 }, { sum: '', nested: { sum: 'x', b: [2] } }, { c: 'Đầu\ntư' }].map(
    (payload) => seal({ payload }),
  );
  const file = bytesOf(`${lines.join('\n')}\n`);
  const whole = findLines(file).map(({ payload }) => payload);

  test('are all there, with their places', () => {
    expect(whole).toEqual(lines.map((line) => ({ payload: JSON.parse(line).payload })));
    for (const { from, bytes } of findLines(file)) {
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
      const found = findLines(changed).flatMap(({ payload }) => payload ?? []);
      const lost = file[at] === 0x0a ? 0 : 1;
      expect(found.length).toBeGreaterThanOrEqual(whole.length - lost);
      for (const payload of found) expect(whole).toContainEqual(payload);
    }
  });

  test('are found, too, where all newlines were changed, and between what cannot be read', () => {
    const joined = Buffer.from(lines.join(' '));
    expect(findLines(joined).map(({ payload }) => payload)).toEqual(whole);
    const [first = '', second = '', third = ''] = lines;
    const damaged = `${first} ${second.replace('nested', 'NESTED')} ${third}\n`;
    expect(findLines(bytesOf(damaged)).map(({ payload }) => payload)).toEqual([
      whole[0],
      undefined,
      whole[2],
    ]);
  });

  test('that only seem to be some do not take for ever', () => {
    const seeming = bytesOf('{"sum":"0123456789abcdef",'.repeat(100_000));
    expect(findLines(seeming)).toMatchObject([{ from: 0, bytes: seeming, isEnded: false }]);
  });

  test('one that was cut off is damaged, and said not to have ended', () => {
    const found = findLines(file.subarray(0, -3));
    expect(found.map(({ payload }) => payload !== undefined)).toEqual([true, true, false]);
    expect(found.map(({ isEnded }) => isEnded)).toEqual([true, true, false]);
  });

  test('one that lacks its newline alone is whole', () => {
    const found = findLines(file.subarray(0, -1));
    expect(found.map(({ payload }) => payload)).toEqual(whole);
    expect(found.map(({ isEnded }) => isEnded)).toEqual([true, true, false]);
  });

  test('none are in an empty file', () => {
    expect(findLines(Buffer.alloc(0))).toEqual([]);
  });
});

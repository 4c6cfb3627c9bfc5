import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seal, unseal } from './checked-line.ts';

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

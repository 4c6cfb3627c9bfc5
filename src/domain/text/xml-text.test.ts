import fc from 'fast-check';
import { expect, test } from 'vitest';
import { xmlText } from './xml-text.ts';

test.each([
  ['Đầu tư “công” 🇻🇳\t\r\n', 'Đầu tư “công” 🇻🇳\t\r\n'],
  ['a\u0000b\u001Bc', 'a\uFFFDb\uFFFDc'],
  ['\uD800', '\uFFFD'],
  ['\uDC00🙂\uD83D', '\uFFFD🙂\uFFFD'],
  ['\uFFFE\uFFFF', '\uFFFD\uFFFD'],
  ['\u007F\u0085\u{1FFFE}', '\u007F\u0085\u{1FFFE}'],
])('%j becomes %j', (text, expected) => {
  expect(xmlText(text)).toBe(expected);
});

/** https://www.w3.org/TR/xml/#charsets */
const isChar = (code: number) =>
  [9, 10, 13].includes(code) ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  code >= 0x10000;

test('only what XML allows is left, and all of that', () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
      }),
      (text) => {
        const before = [...text].map((character) => character.codePointAt(0) ?? 0);
        const after = [...xmlText(text)].map((character) => character.codePointAt(0) ?? 0);
        expect(after).toEqual(before.map((code) => (isChar(code) ? code : 0xfffd)));
      },
    ),
  );
});

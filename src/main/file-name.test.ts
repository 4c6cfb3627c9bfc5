import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { proposeFileName } from './file-name.ts';

const propose = (title: string) => proposeFileName(title, '.md', 'Brief');

describe('hostile titles', () => {
  test.each([
    ['ODA và lao động', 'ODA và lao động.md'],
    ['\u0110a\u0302\u0300u tu\u031B', 'Đầu tư.md'],
    ['ODA/Labour: a "brief"?', 'ODA Labour a brief.md'],
    ['../../etc/passwd', 'etc passwd.md'],
    ['..\\..\\Windows', 'Windows.md'],
    ['C:\\Windows\\system32', 'C Windows system32.md'],
    ['a\u202Egpj.exe', 'agpj.exe.md'],
    ['a\u200Bb\uFEFFc\u00ADd', 'abcd.md'],
    ['a\u0000b\nc\td', 'a b c d.md'],
    ['CON', 'CON!.md'],
    ['con.txt', 'con!.txt.md'],
    ['NUL .tar.gz', 'NUL!.tar.gz.md'],
    ['COM¹', 'COM¹!.md'],
    ['LPT9', 'LPT9!.md'],
    ['CONOUT$', 'CONOUT$!.md'],
    ['CONSOLE', 'CONSOLE.md'],
    ['COM10', 'COM10.md'],
    ['.hidden', 'hidden.md'],
    ['.CON', 'CON!.md'],
    [`CON.${'a'.repeat(100)}`, `CON!.${'a'.repeat(100)}.md`],
    ['trailing. . .', 'trailing.md'],
    ['  spaces   within  ', 'spaces within.md'],
    ['', 'Brief.md'],
    ['...', 'Brief.md'],
    ['???', 'Brief.md'],
    [' \u202E ', 'Brief.md'],
    ['\uD800', 'Brief.md'],
    ['👩‍👩‍👧‍👦', '👩‍👩‍👧‍👦.md'],
    ['Tin 18.12.2023', 'Tin 18.12.2023.md'],
  ])('%j is saved as %j', (title, name) => {
    expect(propose(title)).toBe(name);
  });
});

test('a long title is cut between letters and their marks', () => {
  const name = propose('ườ'.repeat(300));
  expect(name).toMatch(/^(ườ)+ư?\.md$/u);
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
  expect(propose('a'.repeat(300))).toBe(`${'a'.repeat(120)}.md`);
  // One letter with more marks than fit is dropped whole.
  expect(propose(`e${'\u0316'.repeat(300)}`)).toBe('Brief.md');
});

test('a reserved name that only cutting brings about is freed', () => {
  expect(propose(`CON ${'\u0316'.repeat(300)}`)).toBe('CON!.md');
});

test('whatever the title, every system takes the name', () => {
  const unit = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('CON', 'nul', 'LPT¹', '.', '..', '/', '\\', ':', ' ', '\u202E', '\uD800'),
  );
  const title = fc.array(unit, { maxLength: 40 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(title, (text) => {
      const name = propose(text);
      const stem = name.slice(0, -'.md'.length);
      expect(name.endsWith('.md')).toBe(true);
      expect(stem).not.toBe('');
      expect(name).toBe(name.normalize('NFC'));
      expect(name.isWellFormed()).toBe(true);
      expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Zl}\p{Zp}]|(?!\u200D)\p{Cf}/u);
      expect(stem).not.toMatch(/^[\s.]|[\s.]$/u);
      expect(name).not.toMatch(/^(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]) *\./iu);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
      expect([...new Intl.Segmenter().segment(name)].length).toBeLessThanOrEqual(124);
    }),
    { numRuns: 2_000 },
  );
});

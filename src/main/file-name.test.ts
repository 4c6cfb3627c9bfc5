import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { proposeFileName } from './file-name.ts';
import { HOSTILE_TITLES } from './hostile-titles.testing.ts';

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
    ['-rf', 'rf.md'],
    ['~$ODA', '$ODA.md'],
    ['\u0301ODA', 'ODA.md'],
    ['\u200D', 'Brief.md'],
    ['a\u200Db', 'ab.md'],
    ['\u3164', 'Brief.md'],
    ['\u2800', 'Brief.md'],
    ['ODA\uF029', 'ODA.md'],
    ['❤️ 1️⃣ x\uFE0F', '❤️ 1️⃣ x.md'],
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

/** Why a system would not take a name, or `undefined`. */
type Judge = (name: string) => string | undefined;

/**
 * Microsoft, "Naming Files, Paths, and Namespaces" (learn.microsoft.com/windows/win32/fileio/naming-a-file), with the
 * console's own devices, which it leaves out.
 */
const windows: Judge = (name) => {
  const forbidden = [...name].find((each) => '<>:"/\\|?*'.includes(each) || each < ' ');
  if (forbidden !== undefined) return `it holds ${JSON.stringify(forbidden)}`;
  if (name.endsWith(' ') || name.endsWith('.')) return 'it ends in a space or a dot';
  if (name.length === 0 || name.length > 255) return `it is ${name.length} code units long`;
  const stem = (name.split('.')[0] ?? '').trimEnd().toUpperCase();
  const named = ['CON', 'PRN', 'AUX', 'NUL', 'CONIN$', 'CONOUT$'].includes(stem);
  const numbered = ['COM', 'LPT'].includes(stem.slice(0, 3)) && stem.length === 4;
  if (named || (numbered && '0123456789¹²³'.includes(stem.slice(3)))) return 'it is a device';
  return name.isWellFormed() ? undefined : 'it is not well-formed UTF-16';
};

/**
 * HFS+ holds 255 UTF-16 code units of the name taken apart (Apple, TN1150); APFS holds 255 bytes of UTF-8, valid and
 * of characters that there are (Apple File System Guide and Reference); Finder shows `:` as `/`, and hides names with
 * a dot at the start.
 */
const macos: Judge = (name) => {
  if (/[/:\0]/.test(name)) return 'it holds a separator, or NUL';
  if (name.normalize('NFD').length > 255) return 'HFS+ cannot hold it';
  if (Buffer.byteLength(name.normalize('NFD')) > 255) return 'it is too long when taken apart';
  if (Buffer.from(name).toString() !== name) return 'it is not valid UTF-8';
  if (/[\p{Cn}\p{Co}\p{Cs}]/u.test(name)) return 'it holds what is no character';
  return name.startsWith('.') || name === '' ? 'it is hidden, or empty' : undefined;
};

/** path_resolution(7), and `NAME_MAX` of ext4, XFS and Btrfs; POSIX 3.265, "Filename": no hyphen at the start. */
const linux: Judge = (name) => {
  if (/[/\0]/.test(name)) return 'it holds a slash, or NUL';
  if (Buffer.byteLength(name) > 255) return 'it is longer than 255 bytes';
  if (['', '.', '..'].includes(name)) return 'it is a folder';
  return /^[-~]/.test(name) ? 'a command would misread it' : undefined;
};

/** No system minds these, but a person looking for the file does. */
const people: Judge = (name) => {
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(name)) return 'it holds a control character';
  if (name !== name.normalize('NFC')) return 'it is not composed';
  const bare = name.replace(/\p{RGI_Emoji}/gv, '');
  const disguise = /[\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u.exec(
    bare.replace(/(?<=[^\p{Script=Latin}\s])\u200D(?=\p{L})/gu, ''),
  );
  return disguise ? `it holds U+${disguise[0].codePointAt(0)?.toString(16)} unseen` : undefined;
};

const JUDGES = { windows, macos, linux, people };

const EXTENSIONS = ['.md', '.html', '.docx', '.csv', '.xlsx', '.jsonld', '.qdpx', '.qdc'];

function complaints(name: string): string[] {
  return Object.entries(JUDGES).flatMap(([system, judge]) => {
    const complaint = judge(name);
    return complaint === undefined ? [] : [`${system}: ${complaint}`];
  });
}

describe('hostile titles, with every extension', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'names-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('there are enough of them', () => {
    expect(HOSTILE_TITLES.length).toBeGreaterThanOrEqual(200);
    const bad = HOSTILE_TITLES.filter((title) => complaints(`${title}.md`).length > 0);
    expect(bad.length).toBeGreaterThanOrEqual(150);
  });

  test.each(HOSTILE_TITLES.map((title) => [title]))('%j gives names for every system', (title) => {
    for (const extension of EXTENSIONS) {
      const name = proposeFileName(title, extension, 'Brief');
      expect(name.endsWith(extension)).toBe(true);
      expect(name.slice(0, -extension.length).trim()).not.toBe('');
      expect(complaints(name), JSON.stringify(name)).toEqual([]);
      writeFileSync(join(folder, name), title);
      expect(readdirSync(folder)).toEqual([name]);
      rmSync(join(folder, name));
    }
  });
});

test.each([
  ['windows', 'CON.md'],
  ['windows', 'com¹ .tar.md'],
  ['windows', 'a:b.md'],
  ['windows', 'ODA.'],
  ['macos', '.ODA.md'],
  ['macos', `${'ế'.repeat(84)}.md`],
  ['macos', 'ODA\uF029.md'],
  ['linux', '-rf.md'],
  ['linux', `${'ế'.repeat(85)}.md`],
  ['people', 'a\u202Egpj.md'],
  ['people', '\u200D.md'],
  ['people', 'e\u0301.md'],
] as const)('%s is known to mind %j', (system, name) => {
  expect(JUDGES[system](name)).toBeDefined();
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
      expect(name.endsWith('.md')).toBe(true);
      expect(name.slice(0, -'.md'.length).trim()).not.toBe('');
      expect(complaints(name)).toEqual([]);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
      expect([...new Intl.Segmenter().segment(name)].length).toBeLessThanOrEqual(124);
    }),
    { numRuns: 2_000 },
  );
});

import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { articleText } from '../domain/article/article.ts';
import { parseArticle } from '../domain/article/parse-article.ts';
import { openLibrary } from './library.ts';

const BUNDLED = resolve(import.meta.dirname, '../../resources/articles');

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ben-le-library-'));
  await cp(BUNDLED, folder, { recursive: true });
});

afterEach(() => rm(folder, { recursive: true }));

const open = () => openLibrary(folder, parseArticle);

interface Row {
  id: string;
  file: string;
  sha256: string;
  title?: string;
}

const readRows = async (): Promise<Row[]> =>
  JSON.parse(await readFile(join(folder, 'index.json'), 'utf8'));
const writeRows = (rows: readonly unknown[]) =>
  writeFile(join(folder, 'index.json'), JSON.stringify(rows));

async function rowAt(place: number): Promise<Row> {
  const row = (await readRows())[place];
  if (!row) throw new Error(`no row ${place}`);
  return row;
}

const states = async () => (await open().list()).map((entry) => entry.state);

describe('the five bundled articles', () => {
  test('are all readable, in the order of the index, each under its own id', async () => {
    const rows = await readRows();
    const list = await open().list();
    expect(list.map((entry) => entry.id)).toEqual(rows.map((row) => row.id));
    expect(new Set(list.map((entry) => entry.id)).size).toBe(5);
    for (const entry of list) {
      expect(entry.state).toBe('readable');
      expect(entry.title.length).toBeGreaterThan(10);
    }
  });

  test('open with the hash of their text and the file as it is', async () => {
    const library = open();
    for (const row of await readRows()) {
      const result = await library.read(row.id);
      if (!result.ok) throw new Error(`${row.id}: ${result.reason}`);
      const { article, original } = result.value;
      const text = articleText(article);
      expect(article.textHash).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
      // So that the window knows of changed texts without reading them all.
      expect(await library.list()).toContainEqual(
        expect.objectContaining({ id: row.id, textHash: article.textHash }),
      );
      expect(original).toBe(await readFile(join(folder, row.file), 'utf8'));
      expect(article.title).toBe(row.title ?? parseArticle(original).title);
      expect(article.origin).toBe('bundled');
    }
  });
});

test('an id that is none of them is unknown', async () => {
  expect(await open().read('../../etc/passwd')).toEqual({ ok: false, reason: 'unknown' });
});

describe('one bad file spares the others', () => {
  test('missing', async () => {
    const { id, file } = await rowAt(0);
    await rm(join(folder, file));
    expect((await open().list())[0]).toEqual({
      state: 'missing',
      id,
      title: file.replace('.txt', ''),
      file,
    });
    expect(await states()).toEqual(['missing', ...Array(4).fill('readable')]);
    expect(await open().read(id)).toEqual({ ok: false, reason: 'missing' });
  });

  test('cut short', async () => {
    const { id, file, title } = await rowAt(1);
    await truncate(join(folder, file), 100);
    expect((await open().list())[1]).toEqual({ state: 'damaged', id, title, file });
    expect((await states()).filter((state) => state === 'readable')).toHaveLength(4);
    expect(await open().read(id)).toEqual({ ok: false, reason: 'damaged' });
  });

  test('one bit flipped', async () => {
    const { file } = await rowAt(2);
    const bytes = await readFile(join(folder, file));
    bytes[40] = (bytes[40] ?? 0) ^ 1;
    await writeFile(join(folder, file), bytes);
    expect((await states())[2]).toBe('damaged');
  });

  test('not UTF-8, though the hash is right', async () => {
    const rows = await readRows();
    const bytes = Buffer.from([0x41, 0xc3, 0x28, 0x42]);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await writeFile(join(folder, rows[3]?.file ?? ''), bytes);
    await writeRows(rows.map((row, place) => (place === 3 ? { ...row, sha256 } : row)));
    expect((await states())[3]).toBe('damaged');
  });

  test('a folder in its place', async () => {
    const { file } = await rowAt(4);
    await rm(join(folder, file));
    await cp(BUNDLED, join(folder, file), { recursive: true });
    expect((await states())[4]).toBe('damaged');
  });

  test('a reader that fails on it', async () => {
    const { file } = await rowAt(0);
    const raw = await readFile(join(folder, file), 'utf8');
    const library = openLibrary(folder, (text) => {
      if (text === raw) throw new Error('a bug');
      return parseArticle(text);
    });
    expect((await library.list()).map((entry) => entry.state)).toEqual([
      'damaged',
      ...Array(4).fill('readable'),
    ]);
  });

  test('a repaired file is read without a restart', async () => {
    const { id, file } = await rowAt(0);
    const library = open();
    await rm(join(folder, file));
    expect(await library.read(id)).toEqual({ ok: false, reason: 'missing' });
    await cp(join(BUNDLED, file), join(folder, file));
    expect((await library.read(id)).ok).toBe(true);
  });
});

describe('a bad index', () => {
  test.each([
    ['no JSON', '[{'],
    ['no list', '{}'],
  ])('that is %s stands in the library as damaged', async (_, text) => {
    await writeFile(join(folder, 'index.json'), text);
    expect(await open().list()).toEqual([
      expect.objectContaining({ state: 'damaged', id: 'index.json', file: 'index.json' }),
    ]);
    expect(await open().read('index.json')).toEqual({ ok: false, reason: 'damaged' });
  });

  test('that is missing stands in the library as missing', async () => {
    await rm(join(folder, 'index.json'));
    expect(await states()).toEqual(['missing']);
  });

  test.each([
    ['leads out of the folder', { file: '../../package.json' }],
    ['leads out of the folder on Windows', { file: '..\\secret.txt' }],
    ['names a drive', { file: 'C:secret.txt' }],
    ['has no hash', { sha256: undefined }],
    ['has no day', { date: '18/12/2023' }],
  ])('a row that %s is damaged and spares the others', async (_, change) => {
    const rows = await readRows();
    await writeRows(rows.map((row, place) => (place === 1 ? { ...row, ...change } : row)));
    expect(await states()).toEqual(['readable', 'damaged', 'readable', 'readable', 'readable']);
    expect((await open().list())[1]).toMatchObject({ id: rows[1]?.id, title: rows[1]?.title });
  });

  test.each([[null], [7], [{}], ['x']])('a row that is %j is damaged', async (row) => {
    await writeRows([row, ...(await readRows())]);
    expect(await states()).toEqual(['damaged', ...Array(5).fill('readable')]);
  });
});

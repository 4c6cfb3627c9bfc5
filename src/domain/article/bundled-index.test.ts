import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseArticle } from './parse-article.ts';

const FOLDER = new URL('../../../resources/articles/', import.meta.url);

interface Entry {
  readonly id: string;
  readonly file: string;
  readonly originalFile: string;
  readonly sha256: string;
  readonly date: string;
  readonly dateBasis: string;
  readonly title?: string;
  readonly titleBasis?: string;
  readonly language: string;
}

const index: readonly Entry[] = JSON.parse(readFileSync(new URL('index.json', FOLDER), 'utf8'));

it('lists every text that lies in the folder, once, from the oldest', () => {
  const texts = readdirSync(FOLDER).filter((name) => name.endsWith('.txt'));
  expect(index.map((entry) => entry.file)).toEqual(texts.sort());
  expect(new Set(index.map((entry) => entry.id)).size).toBe(5);
  for (const { id, file } of index) expect(file).toBe(`${id}.txt`);
  expect(index.every(({ language }) => language === 'vi')).toBe(true);
});

it.each(index)('$originalFile is here byte for byte', ({ file, sha256, originalFile }) => {
  const bytes = readFileSync(new URL(file, FOLDER));
  const digest = createHash('sha256').update(bytes).digest('hex');
  expect(digest).toBe(sha256);
  // The originals' names carry no digest; the sizes tell them apart.
  const sizes: Readonly<Record<string, number>> = {
    '000_459afe2cfdba6398.txt': 28_610,
    '001_b8a761626f3435b4.txt': 14_015,
    '002_69a8c33637c4968d.txt': 7435,
    '003_1976d33ce6e7ff78.txt': 16_993,
    '004_5793ab1afd7dfe9c.txt': 5636,
  };
  expect(bytes.length).toBe(sizes[originalFile]);
});

it.each(index)('$file has a headline from here or from the page, never from both', (entry) => {
  const parsed = parseArticle(readFileSync(new URL(entry.file, FOLDER), 'utf8'));
  expect(entry.title === undefined).toBe(parsed.titleBasis === 'printed');
  expect(entry.titleBasis).toBe(entry.title === undefined ? undefined : 'inferred');
  expect(entry.title?.length ?? 0).toBeLessThanOrEqual(90);
});

it('dates each article with a day of the calendar, and says that it was inferred', () => {
  const dates = index.map((entry) => [entry.originalFile, entry.date, entry.dateBasis]);
  expect(dates).toEqual([
    ['001_b8a761626f3435b4.txt', '2023-11-02', 'inferred'],
    ['004_5793ab1afd7dfe9c.txt', '2023-11-27', 'inferred'],
    ['000_459afe2cfdba6398.txt', '2023-12-18', 'inferred'],
    ['002_69a8c33637c4968d.txt', '2023-12-19', 'inferred'],
    ['003_1976d33ce6e7ff78.txt', '2025-11-25', 'inferred'],
  ]);
});

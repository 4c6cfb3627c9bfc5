import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Annotation } from '../../domain/annotation/annotation.ts';
import { type Article, articleText } from '../../domain/article/article.ts';
import { readBrief } from '../../domain/brief/read-brief.testing.ts';
import { FIRST_PLAN } from '../../domain/brief/saved-brief.ts';
import { briefWordsEn } from '../../shared/texts/brief-words.en.ts';
import { newFileFor } from '../atomic-write.ts';
import { silenceLog } from '../journal/journal.testing.ts';
import { readArticles } from '../read-articles.ts';
import { doExport } from './export-job.ts';
import { ARTICLES, passageOf, passages, REQUEST } from './exports.testing.ts';
import type { Progress } from './tally.ts';

let folder: string;
/** A copy of the library that a test may change. */
let articles: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ben-le-export-'));
  articles = join(folder, 'articles');
  await cp(ARTICLES, articles, { recursive: true });
});

afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

async function exported(annotations: readonly Annotation[], request = REQUEST) {
  const file = await newFileFor(join(folder, 'a.md'));
  const progress: Progress[] = [];
  const job = { file, articles, request, annotations };
  const written = await doExport(job, (each) => progress.push(each));
  const text = await readFile(file.path, 'utf8').catch(() => undefined);
  return { written, text, progress };
}

/** The passages that stand in what was written, by their link. */
function readPassages(text: string | undefined) {
  return readBrief(text ?? '', briefWordsEn).sections.flatMap((section) => section.passages);
}

test('every passage of every bundled article is verified, and comes out verbatim', async () => {
  const made = await passages(300);
  const { written, text } = await exported(made);
  expect(written).toEqual({ ok: true, value: { passages: 300, unverified: 0 } });
  const quotes = new Map(made.map(({ id, quote }) => [id, quote.exact]));
  const read = readPassages(text);
  expect(read).toHaveLength(300);
  for (const { annotationId, quote } of read) expect(quote).toBe(quotes.get(annotationId));
  expect(text).not.toContain('unverified');
});

test('a quote that is not what stands there is unverified, by one letter and a tone mark', async () => {
  const [first, second, third] = await passages(3);
  if (!first || !second || !third) throw new Error('no passages');
  const quote = { ...second.quote, exact: second.quote.exact.replace(/\p{L}/u, 'Đ̣') };
  const { written, text } = await exported([first, { ...second, quote }, third]);
  expect(written).toMatchObject({ ok: true, value: { passages: 3, unverified: 1 } });
  expect(text).toContain('unverified');
});

test('the files are read anew: of an article that was changed or is gone, no quote is verified', async () => {
  silenceLog();
  const made = await passages(10);
  const index = JSON.parse(await readFile(join(articles, 'index.json'), 'utf8'));
  const [changed, missing] = index as { file: string; id: string }[];
  if (!changed || !missing) throw new Error('too few articles');
  const path = join(articles, changed.file);
  await writeFile(path, (await readFile(path, 'utf8')).replace('Nhật Bản', 'Nhật bản'));
  await rm(join(articles, missing.file));
  const { written, text } = await exported(made);
  expect(written).toEqual({ ok: true, value: { passages: 10, unverified: 4 } });
  // Nothing is lost, and what cannot be read is said.
  expect(readPassages(text)).toHaveLength(10);
  expect(text).toContain('article not available');
});

test('an article with another text, rightly in the index, verifies only what was taken from it', async () => {
  const { articles: read } = await readArticles(ARTICLES);
  const [article] = read;
  if (!article) throw new Error('no articles');
  const older: Article = { ...article, textHash: 'of another text' };
  const text = articleText(article);
  const made = [
    passageOf(article, { start: 10, end: 40 }, 1),
    passageOf(older, { start: 50, end: 90 }, 2),
    passageOf(article, { start: text.length - 20, end: text.length }, 3),
  ];
  const { written } = await exported(made);
  expect(written).toMatchObject({ ok: true, value: { passages: 3, unverified: 1 } });
});

test('the plan decides what is written, each passage is counted once, and once only if it came twice', async () => {
  const made = await passages(30);
  const [tag, other] = REQUEST.codebook.map(({ id }) => id);
  const both = made.map((each) => ({ ...each, tagIds: [tag, other].map(String) }));
  const choice = { ...FIRST_PLAN.choice, leftOut: both.slice(0, 5).map(({ id }) => id) };
  const plan = { ...FIRST_PLAN, choice };
  const { written, progress } = await exported([...both, ...both], { ...REQUEST, plan });
  expect(written).toMatchObject({ ok: true, value: { passages: 25 } });
  expect(progress[0]).toEqual({ done: 0, total: 50 });
});

test('the codebook alone has no passages', async () => {
  const made = await passages(3);
  const { written, progress } = await exported(made, { ...REQUEST, format: 'qdc' });
  expect(written).toEqual({ ok: true, value: { passages: 0, unverified: 0 } });
  expect(progress).toEqual([{ done: 0, total: 0 }]);
});

test('nothing to write is a file, too', async () => {
  const { written, text } = await exported([]);
  expect(written).toEqual({ ok: true, value: { passages: 0, unverified: 0 } });
  expect(readBrief(text ?? '', briefWordsEn).title).toBe(REQUEST.title);
});

test('what the system refuses is a value', async () => {
  silenceLog();
  const file = await newFileFor(join(folder, 'none', 'a.md'));
  const job = { file, articles, request: REQUEST, annotations: await passages(1) };
  expect(await doExport(job, () => undefined)).toEqual({ ok: false, reason: 'ENOENT' });
});

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { articleText } from '../../src/domain/article/article.ts';
import { parseArticle } from '../../src/domain/article/parse-article.ts';
import type { Ground } from './library-of-work.ts';

export const PROJECT = join(import.meta.dirname, '..', '..');
export const ARTICLES = join(PROJECT, 'resources', 'articles');

/** The bundled articles. */
export async function bundledGrounds(): Promise<Ground[]> {
  const index = JSON.parse(await readFile(join(ARTICLES, 'index.json'), 'utf8')) as {
    id: string;
    file: string;
  }[];
  return Promise.all(
    index.map(async ({ id, file }) => {
      const text = articleText(parseArticle(await readFile(join(ARTICLES, file), 'utf8')));
      return { articleId: id, text, textHash: createHash('sha256').update(text).digest('hex') };
    }),
  );
}

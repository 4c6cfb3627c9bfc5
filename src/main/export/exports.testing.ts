import { join } from 'node:path';
import type { Annotation } from '../../domain/annotation/annotation.ts';
import { createAnnotation } from '../../domain/annotation/edit.ts';
import { type Article, articleText } from '../../domain/article/article.ts';
import { FIRST_PLAN } from '../../domain/brief/saved-brief.ts';
import { FIRST_TAGS } from '../../domain/tag/codebook.ts';
import type { ExportRequest } from '../../shared/export.ts';
import { readArticles } from '../read-articles.ts';
import { watchInWorker } from '../run-in-worker.ts';
import type { RunExport } from './exports.ts';

/** The articles that come with the app. */
export const ARTICLES = join(import.meta.dirname, '../../../resources/articles');

/** Node runs the source as it is; in the app it is the built file. */
export const runInThread: RunExport = (job, watch) =>
  watchInWorker(join(import.meta.dirname, 'export-worker.ts'), job, watch);

export const REQUEST: ExportRequest = {
  format: 'markdown',
  title: 'Vốn vay “thế hệ mới” 🌏',
  created: '2026-11-22',
  plan: FIRST_PLAN,
  dialect: 'commonmark',
  codebook: [...FIRST_TAGS],
};

export function idOf(place: number): string {
  return `019b0c5e-0000-7000-8000-${String(place).padStart(12, '0')}`;
}

/** A passage of an article, verbatim. */
export function passageOf(
  article: Article,
  position: Annotation['position'],
  place: number,
): Annotation {
  return {
    ...createAnnotation({
      id: idOf(place),
      articleId: article.id,
      textHash: article.textHash,
      text: articleText(article),
      position,
      tagIds: [FIRST_TAGS[place % 3]?.id ?? ''],
      now: '2026-11-22T04:00:00.000Z',
    }),
    note: `Ghi chú ${place}: đầu tư công, *ưu tiên*`,
  };
}

/** As many passages of the bundled articles, in turn. */
export async function passages(count: number): Promise<Annotation[]> {
  const { articles } = await readArticles(ARTICLES);
  return Array.from({ length: count }, (_, place) => {
    const article = articles[place % articles.length];
    if (!article) throw new Error('there are no articles');
    const start = (place * 37) % (articleText(article).length - 90);
    return passageOf(article, { start, end: start + 20 + (place % 60) }, place);
  });
}

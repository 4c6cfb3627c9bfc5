import type { Article } from '../domain/article/article.ts';
import { parseArticle } from '../domain/article/parse-article.ts';
import type { UnavailableArticle } from '../domain/brief/brief.ts';
import { openLibrary } from './library.ts';

/** The library's articles, in its order. */
export interface ReadArticles {
  readonly articles: readonly Article[];
  /** What is known of those whose files are missing or damaged. */
  readonly unavailable: readonly UnavailableArticle[];
}

/** Reads and verifies all articles of a folder as they lie on the disk now, whatever the library has in memory. */
export async function readArticles(folder: string): Promise<ReadArticles> {
  const library = openLibrary(folder, parseArticle);
  const articles: Article[] = [];
  const unavailable: UnavailableArticle[] = [];
  for (const { id, title } of await library.list()) {
    const opened = await library.read(id);
    if (opened.ok) articles.push(opened.value.article);
    else unavailable.push({ id, title });
  }
  return { articles, unavailable };
}

import { readdirSync, readFileSync } from 'node:fs';
import { articleText } from '../../article/article.ts';
import { parseArticle } from '../../article/parse-article.ts';

const FOLDER = new URL('../../../../resources/articles/', import.meta.url);

/** The texts of the bundled articles, in the order of their files. */
export const BUNDLED_TEXTS: readonly string[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .map((name) => articleText(parseArticle(readFileSync(new URL(name, FOLDER), 'utf8'))));

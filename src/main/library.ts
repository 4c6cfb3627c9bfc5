import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Article, articleText, type ParsedArticle } from '../domain/article/article.ts';
import { failed, ok, type Result } from '../domain/result.ts';
import type { ArticleProblem, LibraryEntry, OpenedArticle } from '../shared/contract.ts';
import { type IndexRow, readIndex, unreadableEntry } from './library-index.ts';
import { errorText, log, systemCode } from './log.ts';

export interface Library {
  /** Every bundled article in the index's order, those that cannot be read included. */
  list(): Promise<readonly LibraryEntry[]>;
  read(id: string): Promise<Result<OpenedArticle, ArticleProblem>>;
}

type Opened = Result<OpenedArticle, 'missing' | 'damaged'>;

/**
 * The bundled articles in a folder. Nothing is read before it is asked for. What was read and verified is
 * kept; what could not be read is tried anew each time, so that a repaired file needs no restart.
 */
export function openLibrary(folder: string, parse: (raw: string) => ParsedArticle): Library {
  const opened = new Map<string, Promise<Opened>>();

  const open = (row: IndexRow): Promise<Opened> => {
    const known = opened.get(row.id);
    if (known) return known;
    const opening = openArticle(folder, row, parse).then((result) => {
      if (!result.ok) opened.delete(row.id);
      return result;
    });
    opened.set(row.id, opening);
    return opening;
  };

  return {
    list: async () => {
      const index = await readIndex(folder);
      return Promise.all(
        index.map(async (item) =>
          item.usable ? libraryEntry(item.row, await open(item.row)) : item.entry,
        ),
      );
    },
    read: async (id) => {
      const index = await readIndex(folder);
      const found = index.find((item) => id === (item.usable ? item.row.id : item.entry.id));
      if (!found) return failed('unknown');
      return found.usable ? open(found.row) : failed(found.entry.state);
    },
  };
}

/** One article from its file: the bytes must be those that were bundled. */
async function openArticle(
  folder: string,
  row: IndexRow,
  parse: (raw: string) => ParsedArticle,
): Promise<Opened> {
  try {
    const bytes = await readFile(join(folder, row.file));
    if (sha256(bytes) !== row.sha256) {
      log(`${row.file} is not the file that was bundled: its sha256 differs`);
      return failed('damaged');
    }
    const original = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const parsed = parse(original);
    const article = toArticle(row, parsed);
    return ok({ article, original, originalFile: row.originalFile, cleanings: parsed.cleanings });
  } catch (error) {
    // Whatever is wrong with one article, a bug in reading it included, must not hide the others.
    log(`${row.file} cannot be read: ${errorText(error)}`);
    return failed(systemCode(error) === 'ENOENT' ? 'missing' : 'damaged');
  }
}

function toArticle(row: IndexRow, parsed: ParsedArticle): Article {
  const { title, titleBasis, blocks, byline } = parsed;
  return {
    id: row.id,
    title: row.title ?? title,
    titleBasis: row.title === undefined ? titleBasis : (row.titleBasis ?? 'inferred'),
    ...(byline === undefined ? {} : { byline }),
    date: row.date,
    dateBasis: row.dateBasis,
    language: row.language,
    origin: 'bundled',
    blocks,
    textHash: sha256(articleText({ blocks })),
  };
}

function libraryEntry(row: IndexRow, opened: Opened): LibraryEntry {
  if (!opened.ok) return unreadableEntry(row, opened.reason);
  const { id, title, titleBasis, byline, date, dateBasis, textHash } = opened.value.article;
  const entry = { state: 'readable', id, title, titleBasis, date, dateBasis, textHash } as const;
  return byline === undefined ? entry : { ...entry, byline };
}

function sha256(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex');
}

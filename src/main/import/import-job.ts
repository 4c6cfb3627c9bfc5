import { readFile, stat } from 'node:fs/promises';
import { failed, ok, type Result } from '../../domain/result.ts';
import type { Tag } from '../../domain/tag/tag.ts';
import type { ImportedBrief, ImportedWork, ImportProblem } from '../../shared/import.ts';
import { systemCode } from '../log.ts';
import { type ReadArticles, readArticles } from '../read-articles.ts';
import { readBriefFile } from './read-brief-file.ts';
import { type ReadProblem, type ReadWork, readImport } from './readers/read-import.ts';

/** A file to be read. What goes in and comes out can be cloned: it is done off the main thread. */
export interface ImportJob {
  readonly path: string;
  /** The folder of the library's articles. */
  readonly articles: string;
  readonly codebook: readonly Tag[];
}

export type Imported = ImportedWork | ImportedBrief;

/** A project may hold recordings, but is held in memory whole. */
const MOST_BYTES = 500_000_000;

/** Reads what a file holds, in the app's own terms. A bug throws. */
export async function doImport({
  path,
  articles: folder,
  codebook,
}: ImportJob): Promise<Result<Imported, ImportProblem>> {
  const problem = ({ kind, detail }: ReadProblem) => failed({ kind, path, detail });
  try {
    const { size } = await stat(path);
    if (size > MOST_BYTES) return problem({ kind: 'too-large', detail: String(size) });
    const bytes = await readFile(path);
    const { articles, unavailable } = await readArticles(folder);
    const read = readAny(bytes, { articles, unavailable, codebook });
    if (!read.ok) return problem(read.reason);
    const { value } = read;
    return ok(
      'brief' in value ? { kind: 'brief', path, ...value } : { kind: 'work', path, ...value },
    );
  } catch (error) {
    const system = systemCode(error);
    if (system === undefined) throw error;
    return problem({ kind: 'file', detail: system });
  }
}

type Read = Result<ReadWork | Pick<ImportedBrief, 'brief'>, ReadProblem>;

interface ReadContext extends ReadArticles {
  readonly codebook: readonly Tag[];
}

/** By what it holds, since names are changed by mail programs and people. */
function readAny(bytes: Uint8Array, context: ReadContext): Read {
  const work = readImport(bytes, context);
  if (work.ok || work.reason.kind !== 'unknown') return work;
  return readBriefFile(bytes, {
    tagNames: context.codebook.map(({ name }) => name),
    articles: [...context.articles, ...context.unavailable],
  });
}

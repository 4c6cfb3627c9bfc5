import type { Annotation } from '../../domain/annotation/annotation.ts';
import { byReadingOrder } from '../../domain/annotation/order.ts';
import type { Brief } from '../../domain/brief/brief.ts';
import { composeBrief } from '../../domain/brief/compose-brief.ts';
import { hasLinks } from '../../domain/brief/saved-brief.ts';
import { failed, ok, type Result } from '../../domain/result.ts';
import type { ExportRequest } from '../../shared/export.ts';
import { briefWordsEn } from '../../shared/texts/brief-words.en.ts';
import { fillNewFile, type NewFile } from '../atomic-write.ts';
import { errorText, log, systemCode } from '../log.ts';
import { readArticles } from '../read-articles.ts';
import type { ExportInput } from './format.ts';
import { inChunks } from './in-chunks.ts';
import { type Progress, tally } from './tally.ts';
import { WRITINGS } from './writers.ts';

/** An export to be written. What goes in and comes out can be cloned: it is done off the main thread. */
export interface ExportJob {
  readonly file: NewFile;
  /** The folder of the library's articles. */
  readonly articles: string;
  readonly request: ExportRequest;
  readonly annotations: readonly Annotation[];
}

/** What was written: how many different passages, and how many of their quotes are in doubt. */
export interface Written {
  readonly passages: number;
  readonly unverified: number;
}

/**
 * Reads the articles, compares the quotes with them, and fills the new file; putting it in its place is left to
 * the caller, who may think better of it until then.
 * @returns what was written, or the operating system's code; a bug throws. Either way the new file may be there.
 */
export async function doExport(
  job: ExportJob,
  onProgress: (progress: Progress) => void,
): Promise<Result<Written, string>> {
  const { format } = job.request;
  const { load, repeats } = WRITINGS[format];
  const [write, input] = await Promise.all([load(), gather(job)]);
  const { brief, annotations } = input;
  const count = tally(repeats ? countShown(brief) : annotations.length, onProgress);
  try {
    await fillNewFile(job.file, inChunks(write({ ...input, onProgress: count })));
  } catch (error) {
    const system = systemCode(error);
    if (system === undefined) throw error;
    log(`could not export to ${job.file.target}: ${errorText(error)}`);
    return failed(system);
  }
  return ok({ passages: annotations.length, unverified: countUnverified(brief) });
}

async function gather({
  articles: folder,
  request,
  annotations: given,
}: ExportJob): Promise<Omit<ExportInput, 'onProgress'>> {
  const { format, title, created, plan, dialect, codebook, links } = request;
  const { articles, unavailable } = await readArticles(folder);
  // The codebook alone has no passages, whatever was chosen.
  const annotations =
    format === 'qdc' ? [] : [...new Map(given.map((row) => [row.id, row])).values()];
  const content = { title, created, plan, codebook, articles, unavailable, annotations };
  const brief = composeBrief(content);
  const cited = new Set(brief.sources.map(({ id }) => id));
  return {
    brief,
    annotations: spokenOf(brief, annotations),
    articles: articles.filter(({ id }) => cited.has(id)),
    codebook,
    words: briefWordsEn,
    dialect,
    hasLinks: links ?? hasLinks(undefined, format),
  };
}

/** The annotations that stand in a brief, by source, then in reading order. */
function spokenOf(brief: Brief, annotations: readonly Annotation[]): Annotation[] {
  const passages = brief.sections.flatMap((section) => section.passages);
  const ids = new Set(passages.map(({ annotationId }) => annotationId));
  const rank = new Map(brief.sources.map(({ id }, place) => [id, place]));
  const rankOf = ({ articleId }: Annotation) => rank.get(articleId) ?? rank.size;
  return annotations
    .filter(({ id }) => ids.has(id))
    .sort((a, b) => rankOf(a) - rankOf(b) || byReadingOrder(a, b));
}

function countShown({ sections }: Brief): number {
  return sections.reduce((sum, { passages }) => sum + passages.length, 0);
}

function countUnverified({ sources }: Brief): number {
  return sources.reduce((sum, { unverified }) => sum + unverified, 0);
}

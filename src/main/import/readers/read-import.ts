import { createHash } from 'node:crypto';
import type { Article } from '../../../domain/article/article.ts';
import { isAnnotationContext } from '../../../domain/exchange/json-ld.ts';
import { OmissionList } from '../../../domain/exchange/omissions.ts';
import { readCodebook } from '../../../domain/exchange/read-codebook.ts';
import { readProject } from '../../../domain/exchange/read-project.ts';
import { readWebAnnotations } from '../../../domain/exchange/read-web-annotations.ts';
import { rootName } from '../../../domain/exchange/read-xml.ts';
import { pathKey } from '../../../domain/exchange/refi-files.ts';
import type { ExchangeProblem, ForeignWork } from '../../../domain/exchange/work.ts';
import { failed, ok, type Result } from '../../../domain/result.ts';
import type { Tag } from '../../../domain/tag/tag.ts';
import type { ImportedWork, ImportProblem } from '../../../shared/import.ts';
import type { TableRow } from '../../../shared/journal.ts';
import { annotationSchema, tagSchema } from '../../../shared/rows.ts';
import { decodeText } from './decode-text.ts';
import { readArchive } from './read-archive.ts';

/** What a file is read against. */
export interface ImportContext {
  /** The articles whose text is at hand. */
  readonly articles: readonly Article[];
  readonly codebook: readonly Tag[];
}

export type ReadWork = Pick<ImportedWork, 'format' | 'origin' | 'rows' | 'leftOut'>;
export type ReadProblem = Pick<ImportProblem, 'kind' | 'detail'>;
type Read = Result<ReadWork, ReadProblem>;

const unknown: Foreign = failed({ kind: 'unknown', detail: '' });
const MOST_OF_AN_ORIGIN = 200;

/** In the app's own rows. What is no row as they must be is left out, and told. */
function toRows({ origin, annotations, tags, leftOut }: ForeignWork): Omit<ReadWork, 'format'> {
  const rows: TableRow[] = [];
  const omissions = new OmissionList();
  omissions.addAll(leftOut);
  for (const tag of tags) {
    if (tagSchema.safeParse(tag).success) {
      rows.push({ table: 'tags', key: tag.id, row: { ...tag } });
    } else omissions.add('tag', 'unreadable', tag.name);
  }
  for (const annotation of annotations) {
    if (annotationSchema.safeParse(annotation).success) {
      rows.push({ table: 'annotations', key: annotation.id, row: { ...annotation } });
    } else omissions.add('annotation', 'unreadable', annotation.quote.exact);
  }
  return { origin: origin.slice(0, MOST_OF_AN_ORIGIN), rows, leftOut: omissions.list };
}

/** What a file of another program, or an export of this one, says in the app's terms. */
export interface ReadForeignWork {
  readonly format: ReadWork['format'];
  readonly work: ForeignWork;
}
type Foreign = Result<ReadForeignWork, ReadProblem>;

function workOf(format: ReadWork['format'], read: Result<ForeignWork, ExchangeProblem>): Foreign {
  return read.ok ? ok({ format, work: read.value }) : read;
}

const hashOf = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

function readQdpx(bytes: Uint8Array, { articles, codebook }: ImportContext): Foreign {
  const archive = readArchive(bytes);
  if (!archive.ok) return archive;
  const files = archive.value;
  const [project, ...others] = projectsIn(files.keys());
  if (project === undefined) {
    return failed({ kind: 'damaged', detail: 'no .qde in the archive' });
  }
  if (others.length > 0) {
    const detail = `several projects in the archive: ${[project, ...others].join(', ')}`;
    return failed({ kind: 'damaged', detail });
  }
  const context = { articles, codebook, hashOf };
  return workOf('qdpx', readProject(files.get(project) ?? '', files, context, project));
}

/** The projects of an archive: by rights one, `project.qde`; some tools call it after the project. */
function projectsIn(paths: Iterable<string>): readonly string[] {
  const projects = [...paths].filter((path) => /\.qde$/.test(pathKey(path)));
  const named = projects.filter((path) => /(?:^|\/)project\.qde$/.test(pathKey(path)));
  return named.length > 0 ? named : projects;
}

/** Annotations that name no context of ours are known by what they are about. */
function readJson(text: string, context: ImportContext): Foreign {
  const isAnnotations = isAnnotationContext(text);
  try {
    const value: unknown = JSON.parse(text);
    const read = workOf('json-ld', readWebAnnotations(value, context));
    return read.ok || isAnnotations ? read : unknown;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return isAnnotations ? failed({ kind: 'damaged', detail: error.message }) : unknown;
  }
}

const CODEBOOKS: ReadonlySet<string | undefined> = new Set(['codebook', 'codes', 'code']);

/** A codebook, or a project that somebody took out of its archive: its texts are told to be missing. */
function readXmlFile(text: string, { articles, codebook }: ImportContext): Foreign {
  const root = rootName(text);
  if (root === 'project') {
    return workOf('qdpx', readProject(text, new Map(), { articles, codebook, hashOf }));
  }
  return CODEBOOKS.has(root) ? workOf('qdc', readCodebook(text, codebook)) : unknown;
}

const ARCHIVE = [0x50, 0x4b];

/** Reads a file into the app's terms; see `readImport`. */
export function readForeignWork(bytes: Uint8Array, context: ImportContext): Foreign {
  if (ARCHIVE.every((byte, at) => bytes[at] === byte)) return readQdpx(bytes, context);
  const text = decodeText(bytes)?.replace(/^\ufeff/, '');
  const begins = text?.trimStart()[0];
  if (text === undefined || begins === undefined) return unknown;
  if (begins === '{' || begins === '[') return readJson(text, context);
  return begins === '<' ? readXmlFile(text, context) : unknown;
}

/**
 * Reads a file of another program, or an export of this one, into rows of the app. Its format is told by what it
 * holds, not by its name. Takes nothing over; may take seconds for a large file.
 * @returns `unknown` for what is none of JSON-LD, REFI-QDA project and REFI-QDA codebook; it may be a Markdown brief.
 */
export function readImport(bytes: Uint8Array, context: ImportContext): Read {
  const read = readForeignWork(bytes, context);
  return read.ok ? ok({ format: read.value.format, ...toRows(read.value.work) }) : read;
}

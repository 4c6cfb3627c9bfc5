import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Article } from '../article/article.ts';
import { FIRST_TAGS } from '../tag/codebook.ts';
import { aLibrary, hashOf } from './exchange.testing.ts';
import { unaccounted } from './project-accounts.testing.ts';
import { aChange } from './project-mutations.testing.ts';
import { aProject, type GeneratedProject } from './projects.testing.ts';
import { readProject } from './read-project.ts';
import { readXml } from './read-xml.ts';
import type { ForeignWork } from './work.ts';
import { writeProject } from './write-project.ts';

/** `BENLE_FUZZ=20000`, and `BENLE_SEED`, for a long run. */
const RUNS = Number(process.env.BENLE_FUZZ ?? 100);
const SEED = Number(process.env.BENLE_SEED ?? 20_261_129);
const TIMEOUT = 3_600_000;

function read(project: GeneratedProject, document: string, codebook = FIRST_TAGS) {
  const { files, article, path } = project;
  return readProject(document, files, { articles: [article], codebook, hashOf }, path);
}

/** What is wrong with the account of a document; a document that is refused has none. */
function faultsIn(
  result: ReturnType<typeof readProject>,
  document: string,
  articles: readonly Article[],
) {
  if (!result.ok) return result.reason.detail === '' ? ['no reason'] : [];
  const root = readXml(document);
  if (!root.ok) return ['read, but not well-formed'];
  return unaccounted(root.value, result.value, { articles, codebook: FIRST_TAGS });
}

const faultsOf = (project: GeneratedProject, document: string) =>
  faultsIn(read(project, document), document, [project.article]);

function summary(work: ForeignWork) {
  const names = new Map(work.tags.map(({ id, name }) => [id, name]));
  return work.annotations.map(({ quote, tagIds, note }) => ({
    quote: quote.exact,
    tags: tagIds.map((id) => names.get(id)).sort(),
    notes: note === '' ? [] : note.split('\n\n').sort(),
  }));
}

const byQuote = <Row extends { readonly quote: string }>(rows: readonly Row[]) =>
  rows.toSorted((a, b) => (a.quote < b.quote ? -1 : 1));

test(
  'projects with the oddities of all tools: all that can be taken over is, and the rest is told',
  () => {
    fc.assert(
      fc.property(aProject, (project) => {
        const result = read(project, project.document, []);
        if (!result.ok) throw new Error(result.reason.detail);
        const { leftOut } = result.value;
        const told = leftOut.map(({ thing, reason, count }) => [`${thing}/${reason}`, count]);
        expect(Object.fromEntries(told)).toEqual(project.told);
        const wanted = project.passages.map(({ quote, tags, notes }) => ({
          quote,
          tags: [...tags].sort(),
          notes: [...notes].sort(),
        }));
        const quotes = new Set(wanted.map(({ quote }) => quote));
        const found = summary(result.value).filter(({ quote }) => quotes.has(quote));
        expect(byQuote(found)).toEqual(byQuote(wanted));
        expect(faultsOf(project, project.document)).toEqual([]);
      }),
      { numRuns: RUNS, seed: SEED },
    );
  },
  TIMEOUT,
);

test(
  'mutated projects: each thing is in the rows or told, or the file is refused',
  () => {
    fc.assert(
      fc.property(aProject, aChange, (project, change) => {
        expect(faultsOf(project, change(project.document))).toEqual([]);
      }),
      { numRuns: RUNS * 2, seed: SEED },
    );
  },
  TIMEOUT,
);

test(
  'mutated projects of ours, the same',
  () => {
    fc.assert(
      fc.property(aLibrary(6), aChange, ({ articles, annotations, codebook }, change) => {
        const written = writeProject({
          articles,
          annotations,
          codebook,
          title: 'ODA',
          created: '2026-11-22',
        });
        const files = new Map(written.map(({ path, pieces }) => [path, [...pieces].join('')]));
        const document = change(files.get('project.qde') ?? '');
        const context = { articles, codebook: FIRST_TAGS, hashOf };
        expect(faultsIn(readProject(document, files, context), document, articles)).toEqual([]);
      }),
      { numRuns: RUNS, seed: SEED },
    );
  },
  TIMEOUT,
);

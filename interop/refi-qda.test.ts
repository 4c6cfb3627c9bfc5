import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isAnchored } from '../src/domain/annotation/anchored.ts';
import { articleText } from '../src/domain/article/article.ts';
import { composeBrief } from '../src/domain/brief/compose-brief.ts';
import { FIRST_PLAN } from '../src/domain/brief/saved-brief.ts';
import { aLibrary, type Library } from '../src/domain/exchange/exchange.testing.ts';
import type { ExportInput, FormatWriter } from '../src/main/export/format.ts';
import { writeQdc } from '../src/main/export/formats/qdc.ts';
import { writeQdpx } from '../src/main/export/formats/qdpx.ts';
import { written } from '../src/main/export/formats/written.testing.ts';
import { briefWordsEn } from '../src/shared/texts/brief-words.en.ts';
import { validateXml } from './validate-xml.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'refi-qda-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function inputOf(library: Library): ExportInput {
  const request = { ...library, title: 'ODA', created: '2026-11-22', plan: FIRST_PLAN };
  return {
    ...library,
    brief: composeBrief(request),
    words: briefWordsEn,
    dialect: 'commonmark',
    hasLinks: true,
    onProgress: () => {},
  };
}

async function fileOf(writer: FormatWriter, library: Library, name: string): Promise<string> {
  const file = join(folder, name);
  writeFileSync(file, await written(writer, inputOf(library)));
  return file;
}

function problemsOf(xml: string | Uint8Array): string[] {
  const file = join(folder, 'project.qde');
  writeFileSync(file, xml);
  return validateXml(file, 'Project-mrt2019.xsd');
}

test('every project is valid by the schema, whatever the notes, tags and names hold', async () => {
  await fc.assert(
    fc.asyncProperty(aLibrary(), async (library) => {
      const file = await fileOf(writeQdpx, library, 'all.qdpx');
      const { 'project.qde': project } = unzipSync(readFileSync(file));
      if (!project) throw new Error('no project.qde');
      expect(problemsOf(project)).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

/** The schema of codebooks has the same elements as that of projects has within `CodeBook`, in a name space of its own. */
test('every codebook is valid as that of a project', async () => {
  await fc.assert(
    fc.asyncProperty(
      aLibrary().filter(({ codebook }) => codebook.length > 0),
      async (library) => {
        const file = readFileSync(await fileOf(writeQdc, library, 'all.qdc'), 'utf8');
        expect(file).toContain('<CodeBook xmlns="urn:QDA-XML:codebook:1.0"');
        const codebook = file.replace(/^.*\n<CodeBook [^>]*>/, '<CodeBook>');
        const project = `<Project xmlns="urn:QDA-XML:project:1.0" name="">${codebook}</Project>`;
        expect(problemsOf(project)).toEqual([]);
      },
    ),
    { numRuns: 50 },
  );
});

const hasUnzip = spawnSync('unzip', ['-v']).status === 0;

/** What another program makes of the file: not the library that it was written with. */
function unzip(...options: string[]): string {
  const { status, stdout, stderr } = spawnSync('unzip', options, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr || stdout);
  return stdout;
}

test.runIf(hasUnzip)(
  'another program unpacks it, and finds the quotes by counting code points',
  async () => {
    await fc.assert(
      fc.asyncProperty(aLibrary(), async (library) => {
        const file = await fileOf(writeQdpx, library, 'unzip.qdpx');
        unzip('-tq', file);
        expect(unzip('-Z1', file).trim().split('\n')[0]).toBe('project.qde');
        const project = unzip('-p', file, 'project.qde');
        const found = [
          ...project.matchAll(/<TextSource guid="([^"]+)".*?<\/TextSource>/gs),
        ].flatMap(([source, guid]) => {
          const text = [...unzip('-p', file, `sources/${guid}.txt`)];
          return [...source.matchAll(/startPosition="(\d+)" endPosition="(\d+)"/g)].map(
            ([, start, end]) => text.slice(Number(start), Number(end)).join(''),
          );
        });
        const placed = library.annotations.filter((annotation) => {
          const article = library.articles.find(({ id }) => id === annotation.articleId);
          const isThis = article?.textHash === annotation.textHash;
          return article && isThis && isAnchored(articleText(article), annotation);
        });
        expect(found.toSorted()).toEqual(placed.map(({ quote }) => quote.exact).toSorted());
      }),
      { numRuns: 25 },
    );
  },
);

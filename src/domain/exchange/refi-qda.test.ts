import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aLibrary, hashOf, type Library } from './exchange.testing.ts';
import { readProject } from './read-project.ts';
import { writeProject } from './write-project.ts';

function write(library: Library, title = 'ODA') {
  const files = new Map(
    writeProject({ ...library, title, created: '2026-11-22' }).map(({ path, pieces }) => [
      path,
      [...pieces].join(''),
    ]),
  );
  return { document: files.get('project.qde') ?? '', files };
}

const byId = (rows: readonly { readonly id: string }[]) =>
  rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));

test('what is written is read back as the very same rows', () => {
  fc.assert(
    fc.property(aLibrary(), fc.string(), (library, title) => {
      const { document, files } = write(library, title);
      const { articles } = library;
      const read = readProject(document, files, { articles, codebook: [], hashOf });
      if (!read.ok) throw new Error(read.reason.detail);
      expect(byId(read.value.annotations)).toStrictEqual(byId(library.annotations));
      expect(byId(read.value.tags)).toStrictEqual(byId(library.codebook));
      expect(read.value).toMatchObject({ origin: 'Bên Lề', leftOut: [] });
    }),
    { numRuns: 300 },
  );
});

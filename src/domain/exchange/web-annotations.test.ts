import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aLibrary, type Library } from './exchange.testing.ts';
import { readWebAnnotations } from './read-web-annotations.ts';
import { writeWebAnnotations } from './write-web-annotations.ts';

const write = (library: Library, title = 'ODA') =>
  [...writeWebAnnotations({ ...library, title })].join('');

test('what is written is read back as the very same rows', () => {
  fc.assert(
    fc.property(aLibrary(), fc.string(), (library, title) => {
      const read = readWebAnnotations(JSON.parse(write(library, title)));
      expect(read).toStrictEqual({
        ok: true,
        value: {
          origin: 'Bên Lề',
          annotations: library.annotations,
          tags: library.codebook,
          leftOut: [],
        },
      });
    }),
    { numRuns: 300 },
  );
});

test('also when none of the articles can be read', () => {
  fc.assert(
    fc.property(aLibrary(), (library) => {
      const read = readWebAnnotations(JSON.parse(write({ ...library, articles: [] })));
      expect(read.ok && read.value.annotations).toStrictEqual(library.annotations);
    }),
    { numRuns: 100 },
  );
});

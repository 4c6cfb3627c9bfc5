import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Annotation } from '../annotation/annotation.ts';
import { nameKey } from '../tag/codebook.ts';
import type { Tag } from '../tag/tag.ts';
import { anyhow, apart, crossed } from './analyst.testing.ts';
import type { Computer } from './backup.testing.ts';
import { planMerge } from './plan.ts';
import { copyId, versionOf } from './versions.ts';

function merge(ours: Computer, theirs: Computer, knowsPast = true): Computer {
  const after = ours.twin();
  after.apply(planMerge(ours.side(knowsPast), theirs.side(knowsPast)).effects);
  return after;
}

/** The rows as far as they do not depend on which computer merges: looks and settings are each one's own. */
const rowsOf = (computer: Computer) =>
  computer.all().map(({ table, key, row }) => {
    const { shortcut: _, order: __, colour: ___, ...rest } = row as Tag;
    return [table, key, table === 'tags' ? rest : row];
  });

test('edits of different rows come to the same on both computers, and to no conflict', () => {
  fc.assert(
    fc.property(apart, ({ a, b }) => {
      expect(rowsOf(merge(a, b))).toEqual(rowsOf(merge(b, a)));
      const { counts } = planMerge(a.side(), b.side());
      expect(counts.annotations.conflicting).toBe(0);
    }),
    { numRuns: 300 },
  );
});

test('whatever two computers did, both come to the same annotations and tags', () => {
  fc.assert(
    fc.property(crossed, fc.boolean(), ({ a, b }, knowsPast) => {
      expect(rowsOf(merge(a, b, knowsPast))).toEqual(rowsOf(merge(b, a, knowsPast)));
    }),
    { numRuns: 300 },
  );
});

test('merging the same again changes nothing', () => {
  fc.assert(
    fc.property(anyhow, fc.boolean(), ({ a, b }, knowsPast) => {
      const once = merge(a, b, knowsPast);
      expect(planMerge(once.side(), b.side(knowsPast)).effects).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('two computers that took in each other’s work have nothing more to tell each other', () => {
  fc.assert(
    fc.property(crossed, fc.boolean(), ({ a, b }, knowsPast) => {
      const [one, other] = [merge(a, b, knowsPast), merge(b, a, knowsPast)];
      const annotations = planMerge(one.side(), other.side()).counts.annotations;
      expect(annotations).toMatchObject({ new: 0, changed: 0, conflicting: 0 });
      const again = merge(b, one);
      expect(planMerge(one.side(), again.side()).effects).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('nothing of ours is lost: what is not there any more is a version that they went on from', () => {
  fc.assert(
    fc.property(anyhow, fc.boolean(), ({ a, b }, knowsPast) => {
      const once = merge(a, b, knowsPast);
      const theirs = b.side();
      for (const { table, key, row } of a.all()) {
        if (table === 'trash') continue;
        const version = versionOf(table, key, row);
        const heirs = [once.row(table, key), once.row(table, copyId(table, key, version))];
        const { note, createdAt, updatedAt } = row as Annotation;
        // Where the past is not known, a first version gives way to an edited one; it has no words of its own.
        const hasNoWords = table === 'annotations' && note === '' && createdAt === updatedAt;
        const wasSuperseded = theirs.past(table, key)?.has(version) || hasNoWords;
        expect(heirs[0]).toBeDefined();
        if (wasSuperseded) continue;
        const words = (of: unknown) => {
          const { quote, description, ...rest } = (of ?? {}) as Partial<Annotation & Tag>;
          return JSON.stringify([rest.note, quote, description]);
        };
        expect(heirs.map(words)).toContain(words(row));
      }
    }),
    { numRuns: 300 },
  );
});

test('a conflict keeps the words of both sides', () => {
  fc.assert(
    fc.property(crossed, ({ a, b }) => {
      const plan = planMerge(a.side(), b.side());
      for (const { kind, table, ours, theirs, after, copy } of plan.items) {
        if (kind !== 'conflicting') continue;
        const words = (of: unknown) => {
          const { note, quote, description, tagIds } = of as Annotation & Tag;
          return JSON.stringify([table, note, quote, description, tagIds]);
        };
        const kept = [after, copy ?? after].map(words);
        expect(kept).toContain(words(ours));
        expect(kept).toContain(words(theirs));
      }
    }),
    { numRuns: 300 },
  );
});

test('afterwards names and keys are unique, tags are there, and nothing alive is in the trash', () => {
  fc.assert(
    fc.property(anyhow, fc.boolean(), ({ a, b }, knowsPast) => {
      const once = merge(a, b, knowsPast);
      const tags = once.rows('tags') as Tag[];
      const names = tags.map(({ name }) => nameKey(name));
      const keys = tags.flatMap(({ shortcut }) => shortcut ?? []);
      expect(new Set(names).size).toBe(names.length);
      expect(new Set(keys).size).toBe(keys.length);
      for (const { id, tagIds } of once.rows('annotations') as Annotation[]) {
        expect(tags.map((tag) => tag.id)).toEqual(expect.arrayContaining([...tagIds]));
        expect(once.row('trash', id)).toBeUndefined();
      }
    }),
    { numRuns: 300 },
  );
});

test('what was merged can be taken back, and merged again', () => {
  fc.assert(
    fc.property(anyhow, fc.boolean(), ({ a, b }, knowsPast) => {
      const plan = planMerge(a.side(knowsPast), b.side(knowsPast));
      const after = a.twin();
      after.apply(plan.effects);
      after.undoTo(a.log.length);
      expect(after.all()).toEqual(a.all());
      expect(planMerge(after.side(knowsPast), b.side(knowsPast))).toEqual(plan);
    }),
  );
});

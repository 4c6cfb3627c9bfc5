import { describe, expect, test } from 'vitest';
import { anAnnotation } from '../annotation/annotation.testing.ts';
import { FIRST_PLAN } from '../brief/saved-brief.ts';
import { FIRST_TAGS } from '../tag/codebook.ts';
import type { Tag } from '../tag/tag.ts';
import { Computer, totals, trashed } from './backup.testing.ts';
import { planMerge } from './plan.ts';
import { copyId, isCopyId, versionOf } from './versions.ts';

const FIRST = anAnnotation({ id: 'a' });
const EARLY = { ...FIRST, note: 'early', updatedAt: '2026-01-02T00:00:00.000Z' };
const LATE = { ...FIRST, note: 'late', updatedAt: '2026-01-03T00:00:00.000Z' };
const LATER = '2026-01-04T00:00:00.000Z';
const [ODA, LABOUR] = FIRST_TAGS as [Tag, Tag, Tag];

/** A computer whose annotation went through these versions. */
function through(...versions: (typeof FIRST)[]): Computer {
  const computer = new Computer();
  for (const version of versions) computer.put('annotations', version);
  return computer;
}

function merged(ours: Computer, theirs: Computer, knowsPast = true): Computer {
  const after = ours.twin();
  after.apply(planMerge(ours.side(knowsPast), theirs.side(knowsPast)).effects);
  return after;
}

const notes = (computer: Computer) =>
  computer.rows('annotations').map((row) => ('note' in row ? row.note : ''));
const names = (computer: Computer) =>
  computer.rows('tags').map((row) => ('name' in row ? row.name : ''));

describe('a row that both have', () => {
  test('is left alone when it is the same', () => {
    const plan = planMerge(through(FIRST).side(), through(FIRST).side());
    expect(plan.effects).toEqual([]);
    expect(totals(plan)).toEqual({ new: 0, changed: 0, conflicting: 0, kept: 1 });
  });

  test('stays when theirs is one that we had before', () => {
    const plan = planMerge(through(FIRST, EARLY, LATE).side(), through(FIRST, EARLY).side());
    expect(plan.effects).toEqual([]);
    expect(plan.counts.annotations.kept).toBe(1);
  });

  test('changes when ours is one that they had before', () => {
    const plan = planMerge(through(FIRST, EARLY).side(), through(FIRST, EARLY, LATE).side());
    expect(plan.effects).toEqual([{ table: 'annotations', key: 'a', before: EARLY, after: LATE }]);
    expect(plan.items).toMatchObject([{ kind: 'changed', ours: EARLY, theirs: LATE, copy: null }]);
  });

  test('changes whatever the clocks say, when it is known which came first', () => {
    const backwards = { ...LATE, updatedAt: '2025-01-01T00:00:00.000Z' };
    const ours = through(FIRST, EARLY);
    expect(notes(merged(ours, through(FIRST, EARLY, backwards)))).toEqual(['late']);
  });

  test('is kept in both versions when each was edited on its own', () => {
    const [ours, theirs] = [through(FIRST, EARLY), through(FIRST, LATE)];
    const copy = copyId('annotations', 'a', versionOf('annotations', 'a', EARLY));
    const plan = planMerge(ours.side(), theirs.side());
    expect(plan.items).toEqual([
      {
        kind: 'conflicting',
        table: 'annotations',
        key: 'a',
        ours: EARLY,
        theirs: LATE,
        after: LATE,
        copy: { ...EARLY, id: copy },
      },
    ]);
    expect(isCopyId(copy)).toBe(true);
    expect(merged(ours, theirs).all()).toEqual(merged(theirs, ours).all());
  });

  test('is kept in both versions after going back and forth, where each knows the other', () => {
    const ours = through(FIRST, EARLY, LATE, EARLY);
    const theirs = through(FIRST, EARLY, LATE);
    const once = merged(ours, theirs);
    expect(notes(once).sort()).toEqual(['early', 'late']);
    expect(planMerge(once.side(), theirs.side()).effects).toEqual([]);
  });

  test('is not doubled where only the time of an edit differs', () => {
    const [a, b] = [through(FIRST, LATE), through(FIRST, { ...LATE, updatedAt: LATER })];
    expect(notes(merged(a, b))).toEqual(['late']);
    expect(merged(a, b).all()).toEqual(merged(b, a).all());
  });

  test('that came back by undo can be restored again', () => {
    const [ours, theirs] = [through(FIRST), through(FIRST, LATE)];
    const done = ours.log.length;
    const after = merged(ours, theirs);
    expect(notes(after)).toEqual(['late']);
    after.undoTo(done);
    expect(notes(after)).toEqual(['']);
    expect(notes(merged(after, theirs))).toEqual(['late']);
  });
});

describe('where the past is not known', () => {
  test('the version that was never edited is the older one', () => {
    const [first, edited] = [through(FIRST), through(FIRST, LATE)];
    expect(notes(merged(first, edited, false))).toEqual(['late']);
    expect(notes(merged(edited, first, false))).toEqual(['late']);
  });

  test('the version that was never edited is the older one, also of one that was translated', () => {
    const translation = { text: 'three notes', checked: false };
    const translated = { ...FIRST, translation, updatedAt: LATER };
    const [ours, theirs] = [through(translated), through(FIRST)];
    expect(merged(ours, theirs, false).rows('annotations')).toEqual([translated]);
    expect(merged(theirs, ours, false).rows('annotations')).toEqual([translated]);
  });

  test('two edited versions are both kept', () => {
    const once = merged(through(EARLY), through(LATE), false);
    expect(notes(once).sort()).toEqual(['early', 'late']);
  });

  test('a version whose passage was found elsewhere is kept, too', () => {
    const moved = { ...FIRST, position: { start: 10, end: 13 } };
    const once = merged(through(moved), through(LATE), false);
    expect(once.rows('annotations')).toHaveLength(2);
  });
});

describe('what was deleted', () => {
  test('comes back when they have it', () => {
    const ours = through(FIRST);
    ours.remove('annotations', 'a');
    const plan = planMerge(ours.side(), through(FIRST).side());
    expect(plan.items).toMatchObject([{ kind: 'new', ours: null, theirs: FIRST }]);
  });

  test('comes back from the trash in the newer version, and leaves the trash', () => {
    const ours = through(FIRST, LATE);
    ours.remove('annotations', 'a');
    ours.put('trash', trashed(LATE, 'annotations', LATER));
    const once = merged(ours, through(FIRST));
    expect(once.all()).toEqual([{ table: 'annotations', key: 'a', row: LATE }]);
  });

  test('comes back in both versions when they edited it, too', () => {
    const ours = through(FIRST, LATE);
    ours.remove('annotations', 'a');
    ours.put('trash', trashed(LATE, 'annotations', LATER));
    const once = merged(ours, through(FIRST, EARLY));
    expect(notes(once).sort()).toEqual(['early', 'late']);
    expect(once.rows('trash')).toEqual([]);
  });

  test('by them stays with us when we have it', () => {
    const theirs = through(FIRST);
    theirs.remove('annotations', 'a');
    theirs.put('trash', trashed(FIRST, 'annotations', LATER));
    const plan = planMerge(through(FIRST).side(), theirs.side());
    expect(plan.effects).toEqual([]);
    expect(plan.counts.trash.kept).toBe(1);
  });

  test('by them comes into our trash when we never had it', () => {
    const theirs = new Computer();
    theirs.put('trash', trashed(FIRST, 'annotations', LATER));
    expect(merged(new Computer(), theirs).all()).toEqual(theirs.all());
  });

  test('gets its tag back with the tag', () => {
    const tagged = { ...FIRST, tagIds: ['tag-oda'] };
    const theirs = through(tagged);
    theirs.put('tags', ODA);
    const ours = theirs.twin();
    ours.put('annotations', FIRST);
    ours.remove('tags', ODA.id);
    ours.put('trash', {
      id: ODA.id,
      table: 'tags',
      row: ODA,
      deletedAt: LATER,
      annotationIds: ['a'],
    });
    const plan = planMerge(ours.side(), theirs.side());
    expect(plan.items.map(({ kind, table }) => [kind, table])).toEqual([
      ['new', 'tags'],
      ['changed', 'annotations'],
    ]);
    expect(merged(ours, theirs).row('annotations', 'a')).toEqual(tagged);
  });
});

describe('tags', () => {
  const codebook = (...tags: Tag[]) => {
    const computer = new Computer();
    for (const tag of tags) computer.put('tags', tag);
    return computer;
  };
  const made = (id: string, name: string, shortcut?: string): Tag => {
    const { shortcut: _, ...rest } = ODA;
    return { ...rest, id, name, ...(shortcut && { shortcut }) };
  };
  const P = '01890000-0000-7000-8000-000000000001';
  const Q = '01990000-0000-7000-8000-000000000002';

  test('of the same name that were made apart get two names, the same ones everywhere', () => {
    const [a, b] = [codebook(made(Q, 'Thuế')), codebook(made(P, 'thuế'))];
    expect(names(merged(a, b))).toEqual(['thuế', 'Thuế (2)']);
    expect(merged(a, b).all()).toEqual(merged(b, a).all());
    const plan = planMerge(a.side(), b.side());
    expect(plan.items.map(({ kind, key }) => [kind, key])).toEqual([
      ['new', P],
      ['changed', Q],
    ]);
  });

  test('of the same name in other spellings keep theirs: they may have had them before', () => {
    const [a, b] = [codebook(made(Q, 'Hoà bình')), codebook(made(P, 'Hòa bình'))];
    expect(names(merged(a, b)).sort()).toEqual(['Hoà bình', 'Hòa bình'].sort());
    const pair = codebook(made(Q, 'Hoà bình'), made(P, 'Hòa bình'));
    expect(planMerge(codebook().side(), pair.side()).items.map(({ kind }) => kind)).toEqual([
      ...['new', 'new'],
    ]);
    expect(planMerge(pair.side(), pair.side()).effects).toEqual([]);
  });

  test('do not change again when the same is merged again', () => {
    const [a, b] = [codebook(made(P, 'Thuế')), codebook(made(Q, 'Thuế'))];
    const once = merged(a, b);
    expect(planMerge(once.side(), b.side()).effects).toEqual([]);
  });

  test('pass a number over that is taken, and stay within the limit', () => {
    const long = 'ă'.repeat(60);
    const a = codebook(made(P, long), made('tag-x', `${'ă'.repeat(56)} (2)`));
    const once = merged(a, codebook(made(Q, long)));
    expect(names(once)).toContain(`${'ă'.repeat(56)} (3)`);
  });

  test('that both changed are both kept, and ours keep the name of a tag that every codebook has', () => {
    const [a, b] = [codebook(ODA), codebook(ODA)];
    a.put('tags', { ...ODA, description: 'a' });
    b.put('tags', { ...ODA, description: 'b' });
    const once = merged(a, b);
    expect(names(once).sort()).toEqual(['ODA', 'ODA (2)']);
    expect(once.all().map(({ row }) => ('description' in row ? row.description : ''))).toEqual(
      merged(b, a)
        .all()
        .map(({ row }) => ('description' in row ? row.description : '')),
    );
    expect(planMerge(once.side(), b.side()).effects).toEqual([]);
  });

  test('that only look different stay as they look here', () => {
    const [a, b] = [codebook(ODA, LABOUR), codebook(ODA, LABOUR)];
    a.put('tags', { ...ODA, colour: 'teal' });
    b.put('tags', { ...ODA, order: 7 });
    expect(planMerge(a.side(), b.side()).effects).toEqual([]);
  });

  test('that come lose a key that is taken', () => {
    const once = merged(codebook(made(Q, 'Thuế', '4')), codebook(made(P, 'Hạ tầng', '4')));
    expect(once.rows('tags')).toMatchObject([{ name: 'Hạ tầng' }, { name: 'Thuế', shortcut: '4' }]);
    expect(once.row('tags', P)).not.toHaveProperty('shortcut');
  });

  test('that nobody has are taken off the annotations that come', () => {
    const theirs = codebook(ODA);
    theirs.put('annotations', { ...FIRST, tagIds: ['gone', 'tag-oda'] });
    const once = merged(new Computer(), theirs);
    expect(once.row('annotations', 'a')).toMatchObject({ tagIds: ['tag-oda'] });
    expect(planMerge(once.side(), theirs.side()).effects).toEqual([]);
  });
});

test('settings stay as they are here; those that are missing come', () => {
  const [ours, theirs] = [new Computer(), new Computer()];
  ours.put('settings', { key: 'last-article', value: 'a' });
  theirs.put('settings', { key: 'last-article', value: 'b' });
  theirs.put('settings', { key: 'panel-layout', value: { library: 20 } });
  expect(merged(ours, theirs).rows('settings')).toEqual([
    { key: 'last-article', value: 'a' },
    { key: 'panel-layout', value: { library: 20 } },
  ]);
});

test('briefs come, and are kept in both versions when each was edited on its own', () => {
  const brief = {
    ...FIRST_PLAN,
    id: 'b',
    title: 'ODA',
    dialect: 'commonmark' as const,
    createdAt: FIRST.createdAt,
    updatedAt: FIRST.createdAt,
  };
  const [ours, theirs] = [new Computer(), new Computer()];
  theirs.put('briefs', brief);
  expect(merged(ours, theirs).rows('briefs')).toEqual([brief]);
  ours.put('briefs', brief);
  ours.put('briefs', { ...brief, title: 'ODA 2023', updatedAt: EARLY.updatedAt });
  theirs.put('briefs', { ...brief, title: 'Vốn ODA', updatedAt: LATE.updatedAt });
  const titles = merged(ours, theirs)
    .rows('briefs')
    .map((row) => 'title' in row && row.title);
  expect(titles.sort()).toEqual(['ODA 2023', 'Vốn ODA']);
});

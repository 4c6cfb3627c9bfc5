import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arranged, withMove } from './arrange.ts';
import { anAnnotation, aPassage } from './brief.testing.ts';
import {
  first,
  labour,
  oda,
  outline as outlineOfRequest,
  request,
  second,
} from './compose.testing.ts';
import { composeBrief } from './compose-brief.ts';
import { dropOf, type OutlineRow, outlineOf, stepOf } from './outline.ts';

const passages = (...ids: string[]) => ids.map((annotationId) => aPassage({ annotationId }));
const section = (key: string, ...ids: string[]) => ({
  key,
  subject: { by: 'tag' as const, tagName: key },
  remark: '',
  passages: passages(...ids),
});
const BRIEF = {
  groupBy: 'tag' as const,
  sections: [section('tag:a', '1', '2', '3'), section('tag:b', '2'), section('tag:c', '4')],
};
const NONE = new Set<string>();
const rows = outlineOf(BRIEF, NONE);
const row = (id: string): OutlineRow => {
  const found = rows.find((one) => one.id === id);
  if (!found) throw new Error(`there is no row ${id}`);
  return found;
};

describe('the outline of a brief', () => {
  it('lists each section with its passages', () => {
    expect(rows.map(({ id }) => id)).toEqual([
      'tag:a',
      'tag:a › 1',
      'tag:a › 2',
      'tag:a › 3',
      'tag:b',
      'tag:b › 2',
      'tag:c',
      'tag:c › 4',
    ]);
  });

  it('keeps what is left out in its place, and counts without it', () => {
    const some = outlineOf(BRIEF, new Set(['2']));
    expect(some).toHaveLength(rows.length);
    expect(some[0]).toMatchObject({ included: 2, section: { passages: { length: 3 } } });
    expect(some[2]).toMatchObject({ isLeftOut: true });
    expect(some[4]).toMatchObject({ included: 0 });
  });

  it('lists nothing of a section that is closed', () => {
    const ids = outlineOf(BRIEF, NONE, new Set(['tag:a'])).map(({ id }) => id);
    expect(ids).toEqual(['tag:a', 'tag:b', 'tag:b › 2', 'tag:c', 'tag:c › 4']);
  });
});

describe('a step', () => {
  it('goes as far as the ends of the list', () => {
    expect(stepOf(BRIEF, row('tag:a › 1'), 'up')).toBeUndefined();
    expect(stepOf(BRIEF, row('tag:a › 1'), 'first')).toBeUndefined();
    expect(stepOf(BRIEF, row('tag:a › 3'), 'down')).toBeUndefined();
    expect(stepOf(BRIEF, row('tag:b › 2'), 'last')).toBeUndefined();
    expect(stepOf(BRIEF, row('tag:c'), 'down')).toBeUndefined();
  });

  it('moves a passage within its section, and a section among its like', () => {
    const inA = { list: 'tag:a' };
    expect(stepOf(BRIEF, row('tag:a › 2'), 'up')).toEqual({ ...inA, id: '2', after: null });
    expect(stepOf(BRIEF, row('tag:a › 2'), 'down')).toEqual({ ...inA, id: '2', after: '3' });
    expect(stepOf(BRIEF, row('tag:a › 1'), 'last')).toEqual({ ...inA, id: '1', after: '3' });
    const moved = { list: 'sections by tag', id: 'tag:c', after: 'tag:a' };
    expect(stepOf(BRIEF, row('tag:c'), 'up')).toEqual(moved);
  });

  const LIST = ['a', 'b', 'c', 'd', 'e'];
  const moved = (ids: readonly string[], id: string, after: string | null) =>
    arranged(ids, withMove([], id, after), (one) => one);
  /** A brief with one section of these, and the rows of some. */
  const listed = (ids: readonly string[], ...some: string[]) => {
    const brief = { groupBy: 'tag' as const, sections: [section('tag:a', ...ids)] };
    const all = outlineOf(brief, NONE);
    const found = some.map((id) => all.find((one) => one.id === `tag:a › ${id}`) as OutlineRow);
    return { brief, found };
  };
  const afterStep = (ids: readonly string[], id: string, step: 'up' | 'down') => {
    const { brief, found } = listed(ids, id);
    return stepOf(brief, found[0] as OutlineRow, step)?.after;
  };

  it('up and then down leaves everything as it was, and moves one place', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(LIST, { minLength: 2 }), fc.nat(), (ids, pick) => {
        const id = ids[pick % ids.length] ?? '';
        const after = afterStep(ids, id, 'up');
        if (after === undefined) {
          expect(ids[0]).toBe(id);
          return;
        }
        const up = moved(ids, id, after);
        expect(up.indexOf(id)).toBe(ids.indexOf(id) - 1);
        const down = afterStep(up, id, 'down');
        expect(down === undefined ? undefined : moved(up, id, down)).toEqual(ids);
      }),
    );
  });

  it('by drop puts a thing right before or after another, or says that it stands there', () => {
    const position = fc.constantFrom('before' as const, 'after' as const);
    fc.assert(
      fc.property(fc.shuffledSubarray(LIST, { minLength: 2 }), position, (ids, where) => {
        const [id = '', target = ''] = ids.toSorted();
        const { brief, found } = listed(ids, id, target);
        const [row, other] = found as [OutlineRow, OutlineRow];
        const after = dropOf(brief, row, other, where)?.after;
        const done = after === undefined ? ids : moved(ids, id, after);
        expect(done.indexOf(id) - done.indexOf(target)).toBe(where === 'before' ? -1 : 1);
        if (after !== undefined) expect(done).not.toEqual(ids);
      }),
    );
  });
});

describe('a drop', () => {
  it('keeps a passage in its section', () => {
    const two = row('tag:a › 2');
    expect(dropOf(BRIEF, two, row('tag:b › 2'), 'after')).toBeUndefined();
    expect(dropOf(BRIEF, two, row('tag:b'), 'after')).toBeUndefined();
    expect(dropOf(BRIEF, two, row('tag:a › 1'), 'before')).toMatchObject({ after: null });
    expect(dropOf(BRIEF, two, row('tag:a'), 'after')).toMatchObject({ after: null });
    expect(dropOf(BRIEF, two, row('tag:a › 3'), 'after')).toMatchObject({ after: '3' });
  });

  it('puts a section between sections, never into one', () => {
    const c = row('tag:c');
    expect(dropOf(BRIEF, c, row('tag:a'), 'before')).toMatchObject({ id: 'tag:c', after: null });
    expect(dropOf(BRIEF, c, row('tag:a'), 'after')).toBeUndefined();
    expect(dropOf(BRIEF, c, row('tag:a › 1'), 'after')).toBeUndefined();
    expect(dropOf(BRIEF, c, row('tag:a › 1'), 'before')).toBeUndefined();
    expect(dropOf(BRIEF, c, row('tag:a › 3'), 'after')).toMatchObject({ after: 'tag:a' });
  });

  it('where it stands already is none', () => {
    expect(dropOf(BRIEF, row('tag:a › 2'), row('tag:a › 1'), 'after')).toBeUndefined();
    expect(dropOf(BRIEF, row('tag:a › 1'), row('tag:a'), 'after')).toBeUndefined();
    expect(dropOf(BRIEF, row('tag:b'), row('tag:a › 3'), 'after')).toBeUndefined();
  });
});

describe('what was put behind a passage that is left out', () => {
  const annotations = [
    anAnnotation('1', first, 'Nhật Bản', { tagIds: [oda.id] }),
    anAnnotation('2', first, 'Lao động', { tagIds: [oda.id] }),
    anAnnotation('3', second, 'Vốn vay', { tagIds: [oda.id, labour.id] }),
  ];
  const arrangement = { moves: { 'tag:oda': [{ id: '3', after: '1' }] } };

  it('stays where the outline shows it', () => {
    const key = composeBrief(request({ annotations })).sections[0]?.key ?? '';
    const moves = { [key]: arrangement.moves['tag:oda'] };
    const wish = { annotations, arrangement: { moves } };
    expect(outlineOfRequest(wish)[0]).toEqual(['ODA', '1', '3', '2']);
    const shown = outlineOfRequest({ ...wish, choice: { leftOut: ['1'] } });
    expect(shown[0]).toEqual(['ODA', '3', '2']);
  });
});

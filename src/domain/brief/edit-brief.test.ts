import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  asTyped,
  copyOfBrief,
  freeTitle,
  newBrief,
  withChoice,
  withDialect,
  withGrouping,
  withId,
  withIntroduction,
  withMoved,
  withOriginalOrder,
  withPassages,
  withRemark,
  withTagMerged,
  withTemplate,
  withTitle,
} from './edit-brief.ts';
import { NEW_BRIEF_PLAN, type SavedBrief } from './saved-brief.ts';

const NOW = '2026-11-22T07:00:00.000Z';
const brief = newBrief('b', NOW);

const DECOMPOSED = 'Vốn vay Đầu tư'.normalize('NFD');

const EDITS: Readonly<Record<string, (brief: SavedBrief) => SavedBrief>> = {
  title: (row) => withTitle(row, 'Vốn vay'),
  introduction: (row) => withIntroduction(row, '**Mở đầu**'),
  remark: (row) => withRemark(row, 'tag:oda', 'Nhận xét'),
  dialect: (row) => withDialect(row, 'obsidian'),
  tags: (row) => withChoice(row, { tagIds: ['oda'] }),
  days: (row) => withChoice(row, { from: '2023-11-01', to: '2023-11-30' }),
  'left out': (row) => withPassages(row, ['a', 'b'], false),
  template: (row) => withTemplate(row, 'table'),
  grouping: (row) => withGrouping(row, 'date'),
  order: (row) => withMoved(row, 'tag:oda', 'a', null),
};

describe('an edit of a brief', () => {
  it.each(Object.entries(EDITS))('of its %s done twice is the same as once', (_, edit) => {
    const once = edit(brief);
    expect(once).not.toBe(brief);
    expect(edit(once)).toBe(once);
  });

  it('composes what is typed', () => {
    expect(withTitle(brief, DECOMPOSED).title).toBe('Vốn vay Đầu tư');
    expect(withIntroduction(brief, DECOMPOSED).introduction).toBe('Vốn vay Đầu tư');
    expect(withRemark(brief, 'k', DECOMPOSED).remarks).toEqual({ k: 'Vốn vay Đầu tư' });
  });

  it('shows what is typed as it will be kept, and a remark that was emptied as gone', () => {
    const kept = withRemark(withTitle(brief, 'Vốn vay'), 'tag:oda', 'Nhận xét');
    const texts = { title: 'Vốn vay', introduction: '', section: 'tag:oda' };
    expect(asTyped(kept, { ...texts, remark: 'Nhận xét' })).toBe(kept);
    expect(asTyped(kept, { ...texts, remark: '' }).remarks).toEqual({});
    expect(asTyped(kept, { ...texts, remark: DECOMPOSED }).remarks).toEqual({
      'tag:oda': 'Vốn vay Đầu tư',
    });
  });

  it('leaves nothing of a remark or a day that is taken away', () => {
    const remarked = withRemark(brief, 'tag:oda', 'x');
    expect(withRemark(remarked, 'tag:oda', '')).toEqual(brief);
    const dated = withChoice(brief, { from: '2023-11-01' });
    expect(withChoice(dated, { from: undefined })).toEqual(brief);
    expect(Object.keys(withChoice(dated, { from: undefined }).choice)).not.toContain('from');
  });

  it('takes back the order of one list alone', () => {
    const moved = withMoved(withMoved(brief, 'sections by tag', 's', null), 'tag:oda', 'a', 'b');
    const restored = withOriginalOrder(moved, 'tag:oda');
    expect(restored.arrangement.moves).toEqual({ 'sections by tag': [{ id: 's', after: null }] });
    expect(withOriginalOrder(restored, 'tag:oda')).toBe(restored);
  });
});

describe('leaving passages out', () => {
  it('is undone by taking them in, whatever else is left out', () => {
    const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'));
    fc.assert(
      fc.property(ids, ids, (before, some) => {
        const start = withPassages(brief, before, false);
        const fresh = some.filter((id) => !before.includes(id));
        const back = withPassages(withPassages(start, fresh, false), fresh, true);
        expect(back.choice.leftOut).toEqual(start.choice.leftOut);
      }),
    );
  });
});

describe('a list of ids', () => {
  it('has an id once, or not at all', () => {
    expect(withId(['a'], 'b', true)).toEqual(['a', 'b']);
    expect(withId(['a', 'b'], 'b', false)).toEqual(['a']);
    const ids = ['a', 'b'];
    expect(withId(ids, 'b', true)).toBe(ids);
    expect(withId(ids, 'c', false)).toBe(ids);
  });
});

describe('a tag merged into another', () => {
  it('changes nothing of a brief that does not speak of it', () => {
    const other = withRemark(withChoice(brief, { tagIds: ['azec'] }), 'tag:azec', 'x');
    expect(withTagMerged(other, 'oda', 'labour')).toBe(other);
    expect(withTagMerged(brief, 'oda', 'labour')).toBe(brief);
  });

  it('is chosen as the other, once', () => {
    const chosen = withChoice(brief, { tagIds: ['oda', 'azec', 'labour'] });
    expect(withTagMerged(chosen, 'oda', 'labour').choice.tagIds).toEqual(['labour', 'azec']);
    const only = withChoice(brief, { tagIds: ['oda'] });
    expect(withTagMerged(only, 'oda', 'labour').choice.tagIds).toEqual(['labour']);
  });

  it('leaves its remark to the other', () => {
    const remarked = withRemark(brief, 'tag:oda', 'Vốn vay');
    expect(withTagMerged(remarked, 'oda', 'labour').remarks).toEqual({ 'tag:labour': 'Vốn vay' });
    const both = withRemark(remarked, 'tag:labour', 'Lao động');
    expect(withTagMerged(both, 'oda', 'labour').remarks).toEqual({
      'tag:labour': 'Lao động\n\nVốn vay',
    });
  });

  it('leaves its place and its order to the other, which keeps its own', () => {
    const list = 'sections by tag';
    const placed = withMoved(withMoved(brief, list, 'tag:oda', 'tag:azec'), 'tag:oda', 'a', null);
    expect(withTagMerged(placed, 'oda', 'labour').arrangement.moves).toEqual({
      [list]: [{ id: 'tag:labour', after: 'tag:azec' }],
      'tag:labour': [{ id: 'a', after: null }],
    });
    const both = withMoved(
      withMoved(placed, 'tag:labour', 'b', null),
      list,
      'tag:labour',
      'tag:oda',
    );
    expect(withTagMerged(both, 'oda', 'labour').arrangement.moves).toEqual({
      [list]: [{ id: 'tag:labour', after: 'tag:azec' }],
      'tag:labour': [{ id: 'b', after: null }],
    });
  });
});

describe('a copy', () => {
  it('says the same under another name, and is made now', () => {
    const copy = copyOfBrief(withTitle(brief, 'Vốn vay'), { id: 'c', title: 'Bản sao', now: '2' });
    expect(copy).toMatchObject({ id: 'c', title: 'Bản sao', createdAt: '2', updatedAt: '2' });
    expect(copy).toMatchObject(NEW_BRIEF_PLAN);
  });

  it('gets a name that no other has', () => {
    expect(freeTitle('x', [])).toBe('x');
    expect(freeTitle('x', ['x', 'x 3'])).toBe('x 2');
    expect(freeTitle('x', ['x', 'x 2', 'x 3'])).toBe('x 4');
  });
});

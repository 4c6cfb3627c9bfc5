import { describe, expect, it } from 'vitest';
import type { Annotation } from '../annotation/annotation.ts';
import { anAnnotation, anArticle } from './brief.testing.ts';
import { azec, first, labour, oda, outline, request, second } from './compose.testing.ts';
import { composeBrief, groupingOf } from './compose-brief.ts';
import { FIRST_PLAN, sectionKey, sectionsKey } from './saved-brief.ts';

const early = { ...anArticle('early', ['Tin cũ.']), date: '2023-11-27' };
const undated = anArticle('undated', ['Đã mất.']);

const inFirst = anAnnotation('f1', first, 'Nhật Bản', { tagIds: [oda.id] });
const both = anAnnotation('f2', first, 'Lao động', { tagIds: [oda.id, labour.id] });
const inSecond = anAnnotation('s1', second, 'Vốn vay', { tagIds: [labour.id] });
const old = anAnnotation('e1', early, 'Tin cũ', { tagIds: [azec.id] });
const lost = anAnnotation('u1', undated, 'Đã mất', { tagIds: [oda.id] });
const articles = [first, second, early];
const annotations = [inSecond, both, inFirst, old, lost];

describe('what a plan chooses', () => {
  const chosen = (choice: Parameters<typeof request>[0]['choice']) =>
    outline({ annotations, articles, ...(choice && { choice }), arrangement: { groupBy: 'date' } })
      .flatMap(([, ...ids]) => ids)
      .sort();

  it('is every passage that has a tag, without further words', () => {
    expect(chosen({})).toEqual(['e1', 'f1', 'f2', 's1', 'u1']);
  });

  it('can be what has all of the tags', () => {
    const tagIds = [labour.id, oda.id];
    expect(chosen({ tagIds, match: 'any' })).toEqual(['f1', 'f2', 's1', 'u1']);
    expect(chosen({ tagIds, match: 'all' })).toEqual(['f2']);
    expect(chosen({ tagIds: [], match: 'all' })).toEqual([]);
  });

  it('counts a tag once that an annotation has twice', () => {
    const twice: Annotation = { ...inFirst, tagIds: [oda.id, oda.id] };
    const choice = { tagIds: [oda.id, labour.id], match: 'all' } as const;
    expect(outline({ annotations: [twice], choice })).toEqual([]);
  });

  it('can be of some articles', () => {
    expect(chosen({ articleIds: ['second', 'undated'] })).toEqual(['s1', 'u1']);
    expect(chosen({ articleIds: [] })).toEqual([]);
  });

  it('can be of a range of days, the first and the last one included', () => {
    expect(chosen({ from: '2023-12-18' })).toEqual(['f1', 'f2', 's1']);
    expect(chosen({ to: '2023-11-27' })).toEqual(['e1']);
    expect(chosen({ from: '2023-11-27', to: '2023-12-17' })).toEqual(['e1']);
    expect(chosen({ from: '2023-12-19', to: '2023-12-17' })).toEqual([]);
  });

  it('has nothing in a range that has no known day', () => {
    expect(chosen({ from: '0000-01-01' })).not.toContain('u1');
  });

  it('is without what was left out by hand, in every section and in the sources', () => {
    const brief = composeBrief(
      request({ annotations, articles, choice: { leftOut: ['f2', 'e1'] } }),
    );
    expect(brief.passageCount).toBe(3);
    expect(brief.tagNames).toEqual(['ODA', 'Labour']);
    expect(brief.sources.map(({ id, passages }) => [id, passages])).toEqual([
      ['first', 1],
      ['second', 1],
      ['undated', 1],
    ]);
  });
});

describe('the sections of a plan', () => {
  it('can be the articles, in the library’s order, each passage once', () => {
    expect(outline({ annotations, articles, arrangement: { groupBy: 'article' } })).toEqual([
      ['Title of first', 'f1', 'f2'],
      ['Title of second', 's1'],
      ['Title of early', 'e1'],
      ['undated', 'u1'],
    ]);
  });

  it('can be the days, oldest first, what has none at the end', () => {
    expect(outline({ annotations, articles, arrangement: { groupBy: 'date' } })).toEqual([
      ['2023-11-27', 'e1'],
      ['2023-12-18', 'f1', 'f2', 's1'],
      [undefined, 'u1'],
    ]);
  });

  it('have keys that stay the same whatever else is chosen', () => {
    const keys = (groupBy: 'tag' | 'article' | 'date') =>
      composeBrief(
        request({
          annotations: [...annotations, anAnnotation('n', second, 'sinh')],
          articles,
          arrangement: { groupBy },
          choice: { includeUntagged: true },
        }),
      ).sections.map(({ key }) => key);
    expect(keys('tag')).toEqual(['tag:tag-ODA', 'tag:tag-Labour', 'tag:tag-AZEC', 'tag:']);
    expect(keys('article')).toEqual([
      'article:first',
      'article:second',
      'article:early',
      'article:undated',
    ]);
    expect(keys('date')).toEqual(['date:2023-11-27', 'date:2023-12-18', 'date:']);
  });

  it('are the articles in a digest, whatever was chosen', () => {
    const arrangement = { template: 'digest', groupBy: 'tag' } as const;
    expect(outline({ annotations: [both], articles, arrangement })).toEqual([
      ['Title of first', 'f2'],
    ]);
    expect(groupingOf({ arrangement: { ...arrangement, moves: {} } })).toBe('article');
    expect(groupingOf(FIRST_PLAN)).toBe('tag');
    const brief = composeBrief(request({ annotations, arrangement }));
    expect(brief).toMatchObject({ template: 'digest', groupBy: 'article' });
  });

  it('can be put into another order by hand, each grouping having its own', () => {
    const moves = {
      [sectionsKey('tag')]: [{ id: sectionKey('tag', azec.id), after: null }],
      [sectionsKey('article')]: [
        { id: sectionKey('article', 'second'), after: sectionKey('article', 'early') },
      ],
    };
    const headings = (groupBy: 'tag' | 'article') =>
      outline({ annotations, articles, arrangement: { groupBy, moves } }).map(([head]) => head);
    expect(headings('tag')).toEqual(['AZEC', 'ODA', 'Labour']);
    expect(headings('article')).toEqual([
      'Title of first',
      'Title of early',
      'Title of second',
      'undated',
    ]);
  });

  it('have their passages in the order given by hand, each section by itself', () => {
    const moves = { [sectionKey('tag', oda.id)]: [{ id: 'u1', after: null }] };
    expect(outline({ annotations, articles, arrangement: { moves } }).slice(0, 2)).toEqual([
      ['ODA', 'u1', 'f1', 'f2'],
      ['Labour', 'f2', 's1'],
    ]);
  });
});

describe('what was put behind something', () => {
  const list = sectionKey('tag', oda.id);
  const oneMore = anAnnotation('f3', first, 'Khí thải', { tagIds: [oda.id] });
  const moves = { [list]: [{ id: 'u1', after: 'f1' }] };
  const odaOf = (
    own: readonly Annotation[],
    choice: Parameters<typeof request>[0]['choice'] = {},
  ) => outline({ annotations: own, articles, arrangement: { moves }, choice })[0];

  it('keeps its place when that has another tag now', () => {
    expect(odaOf([inFirst, oneMore, lost])).toEqual(['ODA', 'f1', 'u1', 'f3']);
    const retagged = { ...inFirst, tagIds: [azec.id] };
    expect(odaOf([retagged, both, oneMore, lost])).toEqual(['ODA', 'u1', 'f2', 'f3']);
  });

  it('keeps its place when that is not chosen', () => {
    const bothOf = { tagIds: [oda.id, labour.id], match: 'all' } as const;
    const two = [
      { ...both, id: 'a' },
      { ...both, id: 'b' },
    ];
    const behind = { [list]: [{ id: 'b', after: 'f1' }] };
    const [section] = outline({
      annotations: [...two, inFirst],
      arrangement: { moves: behind },
      choice: bothOf,
    });
    expect(section).toEqual(['ODA', 'b', 'a']);
  });

  it('keeps its place when that section has no passage any more, whatever gathers them', () => {
    const tagMoves = {
      [sectionsKey('tag')]: [{ id: sectionKey('tag', azec.id), after: sectionKey('tag', oda.id) }],
      [sectionsKey('article')]: [
        { id: sectionKey('article', 'early'), after: sectionKey('article', 'first') },
      ],
    };
    const shape = (groupBy: 'tag' | 'article', choice: Parameters<typeof request>[0]['choice']) =>
      outline({
        annotations,
        articles,
        choice: choice ?? {},
        arrangement: { groupBy, moves: tagMoves },
      });
    const heads = (all: readonly (readonly unknown[])[]) => all.map(([head]) => head);
    expect(heads(shape('tag', { tagIds: [labour.id, azec.id] }))).toEqual(['AZEC', 'Labour']);
    expect(heads(shape('article', { articleIds: ['second', 'early'] }))).toEqual([
      'Title of early',
      'Title of second',
    ]);
  });
});

describe('what a plan adds of the analyst’s own', () => {
  it('is an introduction, and remarks on the sections that there are', () => {
    const remarks = { [sectionKey('tag', oda.id)]: 'Về *ODA*.', 'tag:gone': 'Không thấy.' };
    const brief = composeBrief(request({ annotations, introduction: 'Mở đầu.', remarks }));
    expect(brief.introduction).toBe('Mở đầu.');
    expect(brief.sections.map(({ remark }) => remark)).toEqual(['Về *ODA*.', '', '']);
  });

  it('is the translations of the passages', () => {
    const translation = { text: 'Japan', checked: true };
    const translated = { ...inFirst, translation };
    const [section] = composeBrief(request({ annotations: [translated, both] })).sections;
    expect(section?.passages.map((passage) => passage.translation)).toEqual([
      translation,
      undefined,
    ]);
  });
});

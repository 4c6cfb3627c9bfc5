import { describe, expect, it } from 'vitest';
import { newBrief, withChoice } from '../../domain/brief/edit-brief.ts';
import { FIRST_TAGS } from '../../domain/tag/codebook.ts';
import {
  chooseAllArticles,
  chooseAllTags,
  chooseArticle,
  chooseDays,
  chooseMatch,
  chooseTag,
  defaultTitle,
  tagsShownChosen,
} from './brief-choice.ts';
import type { Totals } from './brief-tally.ts';

const brief = newBrief('b', '2026-11-22T00:00:00.000Z');
const totals: Totals = {
  total: 3,
  byTag: new Map([
    ['tag-oda', 2],
    ['tag-labour', 1],
  ]),
  untagged: 0,
  byArticle: new Map([
    ['a', 2],
    ['b', 1],
  ]),
};
const choose = (id: string, isChosen: boolean) => chooseTag(id, isChosen, FIRST_TAGS, totals);

describe('choosing tags', () => {
  it('begins with every tag that anything has', () => {
    const shown = tagsShownChosen(brief.choice, FIRST_TAGS, totals);
    expect(shown.map(({ name }) => name)).toEqual(['ODA', 'Labour']);
  });

  it('takes one out of what is seen chosen, and all of them in again, also those to come', () => {
    const less = choose('tag-oda', false)(brief);
    expect(less.choice.tagIds).toEqual(['tag-labour']);
    expect(choose('tag-azec', true)(less).choice.tagIds).toEqual(['tag-labour', 'tag-azec']);
    expect(chooseAllTags(less).choice.tagIds).toBeNull();
  });

  it('keeps what was chosen and is in the trash now', () => {
    const chosen = withChoice(brief, { tagIds: ['tag-oda', 'tag-gone'] });
    expect(choose('tag-labour', true)(chosen).choice.tagIds).toContain('tag-gone');
    expect(choose('tag-oda', false)(chosen).choice.tagIds).toEqual(['tag-gone']);
  });

  it('asks for all of them only of those that are seen chosen', () => {
    const all = chooseMatch('all', FIRST_TAGS, totals)(brief);
    expect(all.choice).toMatchObject({ match: 'all', tagIds: ['tag-oda', 'tag-labour'] });
    const none = choose('tag-labour', false)(choose('tag-oda', false)(brief));
    expect(chooseMatch('all', FIRST_TAGS, totals)(none).choice.tagIds).toEqual([]);
    expect(chooseMatch('any', FIRST_TAGS, totals)(brief)).toBe(brief);
  });
});

it('a brief is called after its tags that anything has, until somebody says otherwise', () => {
  expect(defaultTitle(brief.choice, FIRST_TAGS, totals)).toBe('Brief on ODA and Labour');
  const { choice } = choose('tag-azec', true)(choose('tag-oda', false)(brief));
  expect(defaultTitle(choice, FIRST_TAGS, totals)).toBe('Brief on Labour');
});

it('an article is taken out of all there are, and all are taken in again', () => {
  const less = chooseArticle('a', false, ['a', 'b'])(brief);
  expect(less.choice.articleIds).toEqual(['b']);
  expect(chooseArticle('b', false, ['a', 'b'])(less).choice.articleIds).toEqual([]);
  expect(chooseAllArticles(less).choice.articleIds).toBeNull();
});

it('a day is put in and taken away without the other', () => {
  const both = chooseDays({ to: '2023-12-31' })(chooseDays({ from: '2023-12-01' })(brief));
  expect(both.choice).toMatchObject({ from: '2023-12-01', to: '2023-12-31' });
  const { choice } = chooseDays({ from: undefined })(both);
  expect(choice).toEqual({ ...brief.choice, to: '2023-12-31' });
});

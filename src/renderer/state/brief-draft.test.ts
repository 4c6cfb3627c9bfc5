import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../domain/annotation/annotation.ts';
import type { BriefRequest } from '../../domain/brief/brief.ts';
import { FIRST_TAGS } from '../../domain/tag/codebook.ts';
import { draftBrief, markdownOf, retitle } from './brief-draft.ts';

function tagged(tagId: string, exact: string, note: string): Annotation {
  return {
    id: crypto.randomUUID(),
    articleId: 'a',
    textHash: 'hash',
    position: { start: 0, end: exact.length },
    quote: { exact, prefix: '', suffix: '' },
    tagIds: [tagId],
    note,
    createdAt: '2026-11-22T00:00:00.000Z',
    updatedAt: '2026-11-22T00:00:00.000Z',
  };
}

const request = (title: string, annotations: readonly Annotation[]): BriefRequest => ({
  title,
  created: '2026-11-22',
  tags: FIRST_TAGS,
  includeUntagged: true,
  codebook: FIRST_TAGS,
  articles: [],
  annotations,
});

const annotations = [
  tagged('tag-oda', '# Hai nước\n---\nký kết', '---\n\n# A note with a title\n\n---'),
  tagged('tag-azec', 'trung hòa các-bon', ''),
];

const TITLES = [
  'ODA',
  '# x',
  '---',
  '1. *a* _b_',
  'Việt Nam – Nhật Bản: "ODA"',
  'a\nb',
  '> q',
  '`',
];

describe('a brief under another title', () => {
  it.each(TITLES)('is what it would have been under %j from the start', (title) => {
    const straight = draftBrief(request(title, annotations));
    const retitled = retitle(draftBrief(request('Brief on ODA', annotations)), title);
    expect(retitled).toEqual(straight);
  });

  it('is so without any passage, too', () => {
    expect(retitle(draftBrief(request('a', [])), 'b')).toEqual(draftBrief(request('b', [])));
  });
});

describe('the two parts of a draft', () => {
  it.each(TITLES)('are cut after the title %j', (title) => {
    const draft = draftBrief(request(title, annotations));
    expect(draft.head).toMatch(/^---\ntitle: [^\n]*\n[\s\S]*\n---\n\n# [^\n]+\n$/);
    expect(draft.body).toMatch(/^\n## ODA\n/);
    expect(markdownOf(draft)).toBe(draft.head + draft.body);
  });
});

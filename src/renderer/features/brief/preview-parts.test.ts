import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../../domain/annotation/annotation.ts';
import { FIRST_TAGS } from '../../../domain/tag/codebook.ts';
import { draftBrief } from '../../state/brief-draft.ts';
import { previewParts } from './preview-parts.ts';

const uuid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;

function draftOf(count: number, note: (n: number) => string) {
  const annotations = Array.from({ length: count }, (_, n): Annotation => {
    const exact = `Đoạn ${n}\nđoạn tiếp`;
    return {
      id: uuid(n),
      articleId: 'a',
      textHash: 'hash',
      position: { start: n, end: n + exact.length },
      quote: { exact, prefix: '', suffix: '' },
      tagIds: n % 2 ? ['tag-oda', 'tag-azec'] : ['tag-oda'],
      note: note(n),
      createdAt: '2026-11-22T00:00:00.000Z',
      updatedAt: '2026-11-22T00:00:00.000Z',
    };
  });
  return draftBrief({
    title: 'Brief',
    created: '2026-11-22',
    tags: FIRST_TAGS,
    includeUntagged: true,
    codebook: FIRST_TAGS,
    articles: [],
    annotations,
  });
}

const NOTES: readonly (readonly [string, (n: number) => string])[] = [
  ['no notes', () => ''],
  ['notes that end in a quote', () => 'So they say:\n\n> one\n>\n> two'],
  ['notes that link to the passage below', (n) => `See [this](benle://annotation/${uuid(n + 1)}).`],
  ['notes with code', () => '```\n> not a quote\n\n> not either\n```'],
];

describe('the parts of a preview', () => {
  it.each(NOTES)('begin with a passage and lose nothing, with %s', (_, note) => {
    const draft = draftOf(95, note);
    const parts = previewParts(draft);
    expect(parts.map(({ markdown }) => markdown).join('')).toBe(draft.body);
    expect(parts).toHaveLength(7);
    for (const [place, { markdown }] of parts.entries()) {
      if (place > 0) expect(markdown).toMatch(/^> Đoạn \d+\n>\n> đoạn tiếp\n\n— /);
    }
    expect(new Set(parts.map(({ key }) => key)).size).toBe(parts.length);
  });

  it('are one for a short brief and for an empty one', () => {
    expect(previewParts(draftOf(5, () => ''))).toHaveLength(1);
    expect(previewParts(draftOf(0, () => ''))).toHaveLength(1);
  });
});

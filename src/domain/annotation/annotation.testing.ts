import type { Annotation } from './annotation.ts';

/** An annotation for tests that care about only some of its fields. */
export function anAnnotation(fields: Partial<Annotation> = {}): Annotation {
  return {
    id: 'annotation-1',
    articleId: 'article-1',
    textHash: 'hash',
    position: { start: 0, end: 3 },
    quote: { exact: 'ODA', prefix: '', suffix: '' },
    tagIds: [],
    note: '',
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
    ...fields,
  };
}

import { describe, expect, test } from 'vitest';
import { anAnnotation, anArticle, aTag } from './brief.testing.ts';
import { namesTags, refusedTagNames, tagsEdit } from './brief-edits-tags.ts';
import type { EditedPassage } from './edited-brief.ts';

const ARTICLE = anArticle('a', ['Vì hòa bình.']);
const passage = (...tagNames: string[]): EditedPassage =>
  ({ annotationId: 'x', quote: 'hòa bình', tagNames }) as unknown as EditedPassage;
const annotation = (...tagIds: string[]) => anAnnotation('x', ARTICLE, 'hòa bình', { tagIds });

describe('names of tags in a brief', () => {
  const codebook = [aTag('Hòa bình', 1), aTag('Đầu tư', 2)];
  const [peace, investment] = codebook;

  test('are the same in any spelling', () => {
    const both = annotation('tag-Hòa bình', 'tag-Đầu tư');
    expect(tagsEdit(passage('Hoà bình', 'Ðầu\u00AD tư'), both, codebook)).toBeUndefined();
    expect(tagsEdit(passage('HOÀ_BÌNH'), annotation(), codebook)).toMatchObject({
      ...{ added: [peace], created: [], removed: [] },
    });
    expect(tagsEdit(passage('Hoá bình'), annotation('tag-Đầu tư'), codebook)).toMatchObject({
      ...{ added: [], created: ['Hoá bình'], removed: [investment] },
    });
    expect(refusedTagNames(passage('Hoà bình'), codebook)).toEqual([]);
  });

  test('a new name in two spellings is one tag', () => {
    const edit = tagsEdit(passage('Sức khoẻ', 'Sức khỏe'), annotation(), codebook);
    expect(edit?.created).toHaveLength(1);
  });

  describe('of which two collide already', () => {
    const pair = [aTag('Hòa bình', 1), aTag('Hoà bình', 2)];
    const [older, newer] = pair;

    test('stay two: nothing is offered to be removed', () => {
      const both = annotation('tag-Hòa bình', 'tag-Hoà bình');
      expect(tagsEdit(passage('Hòa bình', 'Hoà bình'), both, pair)).toBeUndefined();
      expect(tagsEdit(passage('hoà bình'), both, pair)).toMatchObject({
        ...{ added: [], created: [], removed: [older] },
      });
      expect(tagsEdit(passage('hoà bình'), annotation(), pair)).toMatchObject({ added: [newer] });
    });

    test('are told apart in former versions, too', () => {
      const called = (id: string) => [id.replace('tag-', '')];
      const ids = ['tag-Hòa bình', 'tag-Hoà bình'];
      expect(namesTags(passage('Hòa bình', 'Hoà bình'), ids, called)).toBe(true);
      expect(namesTags(passage('Hòa bình'), ids, called)).toBe(false);
      expect(namesTags(passage('Hoà_bình'), ['tag-Hòa bình'], called)).toBe(true);
    });
  });
});

import { expect, test } from 'vitest';
import { anArticle } from '../brief/brief.testing.ts';
import { ArticleMatcher } from './match-article.ts';

const TEXT =
  'Hòa bình, hòa hợp và hòa giải là mục tiêu. Ủy ban thủy lợi đã hủy kế hoạch. Sức khỏe và văn hóa được hòa vào nhau, tòa nhà của Ủy ban được khóa.';

/** The other placement of tone marks, eth for Đ, and soft hyphens. */
const RESPELT = TEXT.replaceAll('òa', 'oà')
  .replaceAll('óa', 'oá')
  .replaceAll('ủy', 'uỷ')
  .replaceAll('Ủy', 'Uỷ')
  .replaceAll('ỏe', 'oẻ')
  .replaceAll('đ', '\u00F0')
  .replaceAll('ng', 'n\u00ADg');

test('an article is recognised in every spelling', () => {
  const article = anArticle('a', [TEXT]);
  const matcher = new ArticleMatcher([article]);
  expect(matcher.match(TEXT)).toEqual({ article, isSame: true });
  expect(matcher.match(RESPELT)).toEqual({ article, isSame: false });
  expect(matcher.match('Một bài khác nói về chuyện khác, và dài như bài kia.')).toBeUndefined();
});

import { expect, test } from 'vitest';
import { quotePassage } from '../../domain/annotation/passage.ts';
import { askForPlace } from '../../domain/annotation/reanchor.ts';
import { articleText } from '../../domain/article/article.ts';
import { anAnnotation, anArticle } from '../../domain/brief/brief.testing.ts';
import { candidatesFor, likeliestPlace } from './candidates.ts';

const article = anArticle('a', [
  'Tỉnh Nghệ An xin vốn vay cho tuyến đường sắt.',
  'Tỉnh Hà Tĩnh không xin, mà đề nghị được lùi thời hạn trả nợ.',
]);
const text = articleText(article);
const passage = (exact: string) => {
  const start = text.indexOf(exact);
  const position = { start, end: start + exact.length };
  return { position, quote: quotePassage(text, position) };
};
const likely = passage('Tỉnh Hà Tĩnh không xin');
const others = [passage('Nghệ An xin vốn vay'), passage('đề nghị được lùi thời hạn')];
const annotation = askForPlace(
  { ...anAnnotation('1', article, likely.quote.exact), ...likely },
  others,
  0.5,
  article.textHash,
);

test('every passage that a file may mean is a candidate, the likeliest first', () => {
  const { own, others: places } = candidatesFor(annotation, article);
  expect(own).toBeUndefined();
  expect(places.map(({ position }) => position)).toEqual(
    [likely, ...others].map(({ position }) => position),
  );
  expect(likeliestPlace(annotation, article)?.position).toEqual(likely.position);
});

import { describe, expect, test } from 'vitest';
import { quotePassage } from '../passage.ts';
import { type Passage, type Resolution, resolvePassage } from './resolve-anchor.ts';

const TEXT = [
  'Thủ tướng kết thúc chuyến công tác Nhật Bản',
  'Trưa 18/12, chuyên cơ đã hạ cánh xuống sân bay Nội Bài, kết thúc tốt đẹp chuyến công tác.',
  'Hai nước ký kết 3 công hàm về hợp tác ODA với tổng trị giá hơn 200 triệu USD, theo “Bộ Ngoại giao”.',
  'Đại sứ Yamada Takio cho biết đầu tư đang tăng. Đầu tư vào năng lượng xanh cũng vậy.',
  'Ông nói: “Chúng tôi sẵn sàng hỗ trợ Việt Nam phát triển nguồn nhân lực chất lượng cao”.',
].join('\n');

/** The nth place of some words in a text, as an annotation would hold it. */
function mark(text: string, words: string, nth = 0): Passage {
  let start = text.indexOf(words);
  for (let left = nth; left > 0; left -= 1) start = text.indexOf(words, start + 1);
  expect(start).toBeGreaterThanOrEqual(0);
  const position = { start, end: start + words.length };
  return { position, quote: quotePassage(text, position) };
}

const isPlaced = (found: Resolution) => found.state === 'exact' || found.state === 'moved';
const says = (text: string, found: Resolution) =>
  isPlaced(found) ? text.slice(found.position.start, found.position.end) : undefined;

const ODA = 'ký kết 3 công hàm về hợp tác ODA với tổng trị giá hơn 200 triệu USD';

describe('a text that a reader would call the same', () => {
  const decomposed = TEXT.normalize('NFD');
  test.each([
    ['unchanged', TEXT, ODA],
    ['decomposed', decomposed, ODA.normalize('NFD')],
    ['with no-break spaces', TEXT.replaceAll(' ', '\u00A0'), ODA.replaceAll(' ', '\u00A0')],
    ['with spaces doubled', TEXT.replaceAll(' ', '  '), ODA.replaceAll(' ', '  ')],
    ['broken into lines', TEXT.replaceAll(' với ', '\nvới\n'), ODA.replaceAll(' với ', '\nvới\n')],
    [
      'with zero-width spaces',
      TEXT.replaceAll('tác', 't\u200Bác'),
      ODA.replace('tác', 't\u200Bác'),
    ],
    ['segmented', TEXT.replaceAll('hợp tác', 'hợp_tác'), ODA.replace('hợp tác', 'hợp_tác')],
  ])('is searched when it is %s', (_, text, expected) => {
    const found = resolvePassage(text, mark(TEXT, ODA));
    expect(found.state).toBe('exact');
    expect(says(text, found)).toBe(expected);
  });

  test.each([
    ['curly quotes', '“Bộ Ngoại giao”.', '"Bộ Ngoại giao".'],
    ['guillemets', '“Bộ Ngoại giao”.', '«Bộ Ngoại giao».'],
    ['single quotes', '“Bộ Ngoại giao”.', '‘Bộ Ngoại giao’.'],
    ['spaced quotes', '“Bộ Ngoại giao”.', '“ Bộ Ngoại giao ” .'],
    ['a spaced comma', '200 triệu USD, theo', '200 triệu USD , theo'],
    ['a dash', '18/12, chuyên cơ', '18 / 12 , chuyên cơ'],
  ])('with other %s', (_, was, is) => {
    const text = TEXT.replace(was, is);
    const found = resolvePassage(text, mark(TEXT, was));
    expect(found.state).toBe('exact');
    expect(says(text, found)).toBe(is);
  });
});

describe('words that say something else are never the quote', () => {
  test.each([
    ['a digit', ODA, '200 triệu', '900 triệu'],
    ['digits in another order', ODA, '200 triệu', '020 triệu'],
    ['a decimal', ODA, '200 triệu', '2,00 triệu'],
    ['a number in words', ODA, 'triệu', 'tỷ'],
    ['a negation', ODA, 'ký kết', 'không ký kết'],
    ['a negation within', ODA, 'về hợp tác', 'chưa về hợp tác'],
    ['a denial', ODA, 'về hợp tác', 'bác bỏ hợp tác'],
    ['a currency', ODA, 'USD', 'JPY'],
    ['a name', 'Đại sứ Yamada Takio cho biết đầu tư đang tăng', 'Yamada', 'Umeda'],
  ])('%s', (_, quote, was, is) => {
    const passage = mark(TEXT, quote);
    const inside = quote.replace(was, is);
    const found = resolvePassage(TEXT.replace(quote, inside), passage);
    expect(found.state).toBe(inside.endsWith(quote) ? 'moved' : 'lost');
    expect(says(TEXT.replace(quote, inside), found) ?? '').not.toContain(is);
  });

  test.each([
    ['did find fraud', 'did not find fraud'],
    ['worth $19M', 'worth $91M'],
    ['Doanh thu 3, 5 và 7', 'Doanh thu 3,5 và 7'],
    ['giảm -5 độ', 'giảm 5 độ'],
  ])('%s, now %s', (was, is) => {
    const frame = (words: string) =>
      `The auditors of the firm ${words} in the past financial year.`;
    const found = resolvePassage(frame(is), mark(frame(was), was));
    expect(found.state).toBe('lost');
    expect(found).toHaveProperty('candidates.0.exact', false);
  });

  test('case and tone marks are part of the words', () => {
    for (const other of ['đàu tư đang tăng', 'Đầu tư đang tăng']) {
      const text = TEXT.replace('đầu tư đang tăng', other);
      expect(resolvePassage(text, mark(TEXT, 'đầu tư đang tăng')).state).not.toBe('exact');
    }
  });
});

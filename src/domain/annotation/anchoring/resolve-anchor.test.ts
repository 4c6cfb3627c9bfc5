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

describe('a passage whose surroundings changed', () => {
  const lines = TEXT.split('\n');
  const withLine = (at: number, line: string) => lines.toSpliced(at, 0, line).join('\n');

  test('is exact where it was only shifted', () => {
    const text = withLine(0, 'Một dòng mới, dài hơn một chút.');
    const found = resolvePassage(text, mark(TEXT, ODA));
    expect(found.state).toBe('exact');
    expect(says(text, found)).toBe(ODA);
  });

  test('is exact where part of the context was rewritten', () => {
    const text = TEXT.replace('Hai nước', 'Hai bên');
    const found = resolvePassage(text, mark(TEXT, ODA));
    expect([found.state, says(text, found)]).toEqual(['exact', ODA]);
    expect(found.score).toBeLessThan(1);
  });

  test('is moved where its paragraph was', () => {
    const [, , oda = ''] = lines;
    const text = [...lines.toSpliced(2, 1), oda].join('\n');
    const found = resolvePassage(text, mark(TEXT, oda));
    expect([found.state, says(text, found)]).toEqual(['moved', oda]);
    expect(found).toHaveProperty('candidates.0.exact', true);
  });

  test('is moved, not exact, when a negation came right before it', () => {
    const text = TEXT.replace('nước ký', 'nước chưa ký');
    expect(resolvePassage(text, mark(TEXT, ODA)).state).toBe('moved');
  });

  test('is lost when its words are gone', () => {
    const text = TEXT.replace(ODA, '');
    expect(resolvePassage(text, mark(TEXT, ODA)).state).toBe('lost');
    expect(resolvePassage('', mark(TEXT, ODA))).toEqual({
      state: 'lost',
      score: 0,
      candidates: [],
    });
  });
});

describe('a passage of which some words changed', () => {
  test.each([
    ['a corrected misprint', 'phát triển', 'phat triển'],
    ['a word inserted', 'phát triển', 'phát triển mạnh'],
    ['a word left out', 'sẵn sàng hỗ trợ', 'sàng hỗ trợ'],
    ['a comma', 'nhân lực', 'nhân lực,'],
    ['an emoji', 'hỗ trợ', 'hỗ trợ 👩\u200D🚀'],
  ])('is moved for %s', (_, was, is) => {
    const quote = 'sẵn sàng hỗ trợ Việt Nam phát triển nguồn nhân lực chất lượng cao';
    const text = TEXT.replace(was, is);
    const found = resolvePassage(text, mark(TEXT, quote));
    expect(found.state).toBe('moved');
    expect(found.score).toBeLessThan(1);
    expect(says(text, found)).toBe(
      quote.replace(was, is).replace(/^sẵn (?=sàng)/, is.startsWith('sàng') ? '' : 'sẵn '),
    );
  });

  test('is lost when too many did', () => {
    const text = TEXT.replace(
      'phát triển nguồn nhân lực chất lượng cao',
      'đào tạo cán bộ y tế giỏi giang',
    );
    const found = resolvePassage(text, mark(TEXT, 'hỗ trợ Việt Nam phát triển nguồn nhân lực'));
    expect(found.state).toBe('lost');
  });

  test('takes a replaced word at its edge where the context goes on', () => {
    const text = TEXT.replace('cho biết đầu tư đang', 'cho hay đầu tư đang');
    const found = resolvePassage(text, mark(TEXT, 'biết đầu tư đang tăng'));
    expect([found.state, says(text, found)]).toEqual(['moved', 'hay đầu tư đang tăng']);
  });
});

describe('words that stand in several places', () => {
  const many = Array.from({ length: 50 }, (_, nth) => `Bài số ${nth} nói về vốn ODA thế hệ mới.`);

  test('are told apart by their context', () => {
    const text = `Lời dẫn.\n${many.join('\n')}`;
    const found = resolvePassage(text, mark(many.join('\n'), 'ODA', 30));
    expect(found.state).toBe('exact');
    expect('position' in found && text.slice(0, found.position.start)).toMatch(
      /Bài số 30 nói về vốn $/,
    );
  });

  test('are ambiguous when neither context nor position tells', () => {
    const passage = mark('x ODA y', 'ODA');
    const found = resolvePassage(many.join('\n'), passage);
    expect(found.state).toBe('ambiguous');
    expect('candidates' in found && found.candidates).toHaveLength(5);
  });

  test('are where they stayed', () => {
    const text = many.join('\n');
    const passage = mark(text, 'ODA', 30);
    const bare = { ...passage, quote: { ...passage.quote, prefix: '', suffix: '' } };
    for (const each of [passage, bare]) {
      const found = resolvePassage(text, each);
      expect(found).toMatchObject({ state: 'exact', position: passage.position });
    }
  });

  test('are ambiguous in a paragraph that was copied before it', () => {
    const [title = '', ...rest] = TEXT.split('\n');
    const text = [title, rest[1], ...rest].join('\n');
    const found = resolvePassage(text, mark(TEXT, '3 công hàm về hợp tác'));
    expect(found.state).toBe('ambiguous');
    const places = 'candidates' in found ? found.candidates : [];
    expect(places.map(({ position }) => text.slice(position.start, position.end))).toEqual([
      '3 công hàm về hợp tác',
      '3 công hàm về hợp tác',
    ]);
  });

  test('of which one was changed are not taken for it', () => {
    const text = 'Quý này trị giá $19M.\nNăm ngoái tập đoàn công bố khoản lãi $91M trong cả năm.';
    const was = text.replace('$91M', '$19M');
    expect(resolvePassage(text, mark(was, '$19M', 1)).state).not.toMatch(/exact|moved/);
  });
});

describe('letters', () => {
  test('of a decomposed quote are found in composed text, and the other way round', () => {
    const quote = 'đầu tư đang tăng';
    const decomposed = TEXT.normalize('NFD');
    const found = resolvePassage(TEXT, mark(decomposed, quote.normalize('NFD')));
    expect([found.state, says(TEXT, found)]).toEqual(['exact', quote]);
  });

  test('of a part of a word keep to that part', () => {
    const passage = mark(TEXT, 'ảng cao'.replace('ảng', 'ượng'));
    for (const text of [`Thêm.\n${TEXT}`, TEXT.normalize('NFD')]) {
      const found = resolvePassage(text, passage);
      expect(found.state).toBe('exact');
      expect(says(text, found)?.normalize('NFC')).toBe('ượng cao');
    }
    expect(resolvePassage('Tiền lương cao hơn.', passage).state).not.toBe('exact');
  });

  test('of a number are not found in a longer one', () => {
    const passage = mark('Tăng 3', 'Tăng 3');
    expect(resolvePassage('Tăng 30 lần', passage).state).toBe('lost');
    expect(resolvePassage('Tăng 3,5 lần', passage).state).toBe('lost');
  });

  test('of half an ellipsis are not exact where there is less of it', () => {
    const found = resolvePassage('... của', mark('.... của', '..'));
    expect(found.state).not.toBe('exact');
  });

  test.each([
    ['đang', 'dang'],
    ['hoà bình', 'hoá bình'],
    ['hoà bình', 'hoa bình'],
  ])('%s is not %s', (was, is) => {
    const frame = (words: string) => `Các bên cùng nhau ${words} trong khu vực rộng lớn.`;
    expect(resolvePassage(frame(is), mark(frame(was), was)).state).not.toBe('exact');
  });

  test.each([
    ['hoà bình', 'hòa bình'],
    ['uỷ ban', 'ủy ban'],
    ['Đông Á', 'Ðông Á'],
  ])('%s is %s, spelt otherwise', (was, is) => {
    const frame = (words: string) => `Các bên cùng nhau ${words} trong khu vực rộng lớn.`;
    expect(resolvePassage(frame(is), mark(frame(was), was)).state).toBe('exact');
  });
});

describe('an emoji of several code points', () => {
  const text = 'Xin chào 👩\u200D🚀 từ trạm, và 👨\u200D👩\u200D👧 ở nhà.';
  test('is one word', () => {
    const found = resolvePassage(`Mới. ${text}`, mark(text, '👩\u200D🚀'));
    expect(says(`Mới. ${text}`, found)).toBe('👩\u200D🚀');
  });

  test('is not found in another, nor cut', () => {
    const found = resolvePassage(text.replace('👩\u200D🚀', '👩'), mark(text, '👩\u200D🚀'));
    expect(found.state).not.toBe('exact');
    const whole = resolvePassage(text, mark(text.replace('👩\u200D🚀', '👩'), '👩'));
    expect(whole.state).not.toBe('exact');
  });
});

test.each(['', ' ', '\u200B', '\n\n'])('a quote without any word (%j) is lost', (exact) => {
  const passage = {
    position: { start: 0, end: exact.length },
    quote: { exact, prefix: '', suffix: '' },
  };
  expect(resolvePassage(TEXT, passage)).toEqual({ state: 'lost', score: 0, candidates: [] });
});

import { describe, expect, test } from 'vitest';
import { readMarked } from './marked-text.testing.ts';
import { LONGEST_SIDE, readSentenceContext } from './sentence-context.ts';

function contextOf(marked: string) {
  const { text, passage } = readMarked(marked);
  return readSentenceContext(text, passage.position);
}

/** The words that set a passage apart, as they stand in its context; an empty one is a gap. */
function distinctOf(marked: string) {
  const { before, after, distinctBefore = [], distinctAfter = [] } = contextOf(marked);
  return {
    before: distinctBefore.map(({ start, end }) => before.slice(start, end)),
    after: distinctAfter.map(({ start, end }) => after.slice(start, end)),
  };
}

describe('the sentence around a passage', () => {
  test('begins and ends with it, in its block', () => {
    expect(contextOf('Một câu. Bộ Y tế nói [dịch đã hết] ở Huế. Câu ba.\nKhối sau.')).toEqual({
      before: 'Bộ Y tế nói ',
      after: ' ở Huế.',
    });
    expect(contextOf('Khối đầu.\nBộ Y tế nói [dịch đã hết]\nKhối sau.')).toEqual({
      before: 'Bộ Y tế nói ',
      after: '',
    });
  });

  test('goes on over hard line breaks', () => {
    const before = 'Lãnh đạo Bộ Y tế tại cuộc họp báo sáng nay\ncho biết ';
    expect(
      contextOf(`Khối đầu.\n${before}[dịch đã hết] và không còn ca nào\nở các tỉnh. Câu ba.`),
    ).toEqual({
      before,
      after: ' và không còn ca nào\nở các tỉnh.',
    });
  });

  test('does not end with an abbreviation', () => {
    expect(contextOf('Câu một. TP. Hồ Chí Minh nói [dịch đã hết].').before).toBe(
      'TP. Hồ Chí Minh nói ',
    );
  });

  test('is cut where it is very long', () => {
    const long = 'từ '.repeat(500);
    const { before, after } = contextOf(`${long}[dịch]${long}`);
    expect([before.length, after.length]).toEqual([LONGEST_SIDE, LONGEST_SIDE]);
  });

  test('of a passage over several blocks begins in the first and ends in the last', () => {
    expect(contextOf('Bộ Y tế nói [dịch đã hết.\nNgười dân] ở Huế vui.')).toEqual({
      before: 'Bộ Y tế nói ',
      after: ' ở Huế vui.',
    });
  });
});

describe('the lead-in', () => {
  test('is the sentence before, where the sentence names nothing', () => {
    expect(contextOf('Bộ Y tế họp báo. Theo đó, [dịch đã hết].').before).toBe(
      'Bộ Y tế họp báo. Theo đó, ',
    );
    expect(contextOf('Câu một. Bộ Y tế họp báo.\nTheo đó, [dịch đã hết].').before).toBe(
      'Bộ Y tế họp báo.\nTheo đó, ',
    );
  });

  test('of an item is the line above the list', () => {
    const list = 'Bộ Y tế cho biết:\n- thuốc đã đủ;\n- ';
    expect(contextOf(`Khối đầu.\n${list}[dịch đã hết];\n- vui.`).before).toBe(list);
  });

  test('is none where the sentence says itself of whom', () => {
    expect(contextOf('Bộ Y tế họp báo. Theo Bộ, [dịch đã hết].').before).toBe('Theo Bộ, ');
  });
});

describe('what sets a passage apart from others that say the same', () => {
  test.each([
    [
      'a name before it',
      'Tỉnh A nói [dịch đã hết hẳn rồi].\nTỉnh B nói dịch đã hết hẳn rồi.',
      ['A'],
      [],
    ],
    ['a name behind it', '“[Dịch đã hết hẳn]”, bà A nói.\n“Dịch đã hết hẳn”, bà B nói.', [], ['A']],
    [
      'less than the other says',
      'Tỉnh nói [dịch đã hết hẳn rồi].\nTỉnh không nói dịch đã hết hẳn rồi.',
      [''],
      [],
    ],
    ['a cell before it', 'Huế\n[hết dịch]\nđạt\nVinh\nhết dịch\nđạt', ['Huế'], []],
    ['the line above its list', 'Tỉnh A:\n- đủ;\n- [hết].\nTỉnh B:\n- đủ;\n- hết.', ['A'], []],
  ])('%s', (_, marked, before, after) => {
    expect(distinctOf(marked)).toEqual({ before, after });
  });

  test('is nothing where there is no other, or only another sentence with the same few words', () => {
    expect(distinctOf('Tỉnh A nói [dịch] đã hết.\nNhiều người sợ dịch lan rộng.')).toEqual({
      before: [],
      after: [],
    });
  });
});

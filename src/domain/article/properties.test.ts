import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleText, type ParsedArticle } from './article.ts';
import { parseArticle } from './parse-article.ts';

const PARAGRAPH =
  'Hội nghị nằm trong chuỗi các hoạt động do Bộ Ngoại giao tổ chức hàng năm nhằm hỗ trợ các địa phương.';

/** Pieces that the rules look for, so that chance finds their corners. */
const PIECES = fc.constantFrom(
  ...['0', '111', 'LEAVE A REPLY', 'Please enter your comment!', 'Chia sẻ', '12 bình luận'],
  ...['Chu Văn', 'Hoài_Thu', 'Theo TTXVN', 'Ba định hướng hợp tác', 'Vì sao?', 'Ảnh : Nhật_Bắc'],
  ...['(Ảnh: Tuấn Anh)', '- Ảnh: VGP/Nhật Bắc', '( Nguồn : TTXVN )', 'công_tác', 'làn_sóng đầu_tư'],
  ...[
    "' Chuyến công_tác mới '",
    '" Điều lớn nhất " ,',
    '“',
    '”',
    '"',
    "'",
    '(',
    ')',
    '/',
    '...',
    '…',
  ],
  ...[
    '. ',
    ' . ',
    '. Hà',
    ' , ',
    'TP. Hồ Chí Minh',
    '24,2',
    '200 triệu USD.',
    '_',
    '__a_b',
    '@a_b',
  ],
  ...[PARAGRAPH, `${PARAGRAPH} ${PARAGRAPH}`, `${PARAGRAPH} `.repeat(18), 'hai\u0301t', '\u0301'],
  ...['👩\u200D🚀', '\u200D', '\u200C', '\uFEFF', '\u00AD', '\u00A0', '\u0000', '\uD800', '\u2028'],
);
const SEPARATORS = fc.constantFrom('\n', '\n\n', '\r\n', ' ', '', '\n \n', '\n\n\n');
const articles = fc
  .array(fc.tuple(fc.oneof(PIECES, fc.string({ unit: 'binary', maxLength: 30 })), SEPARATORS), {
    maxLength: 25,
  })
  .map((pairs) => pairs.flat().join(''));
const anyText = fc.oneof(articles, fc.string({ unit: 'binary', maxLength: 400 }), fc.string());
const RUNS = { numRuns: 1500 };

/** Words as a reader counts them: invisible characters part none, underscores do. */
function words(text: string): readonly string[] {
  const visible = text
    .toWellFormed()
    .replace(/[\u00AD\u180E\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu, '')
    .normalize('NFC');
  return visible.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

function texts(article: ParsedArticle): readonly string[] {
  return article.blocks.map(({ text }) => text);
}

function isSubsequence(part: readonly string[], whole: readonly string[]): boolean {
  let at = 0;
  for (const word of whole) if (word === part[at]) at += 1;
  return at === part.length;
}

describe('parseArticle, whatever it is given', () => {
  it('gives blocks that are composed, trimmed, not empty and on one line', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const parsed = parseArticle(raw);
        for (const text of texts(parsed)) {
          expect(text).not.toBe('');
          expect(text).not.toMatch(/[\n\r\u2028\u2029]| {2}|^ | $/u);
          expect(text.normalize('NFC')).toBe(text);
        }
        expect(parsed.title).not.toContain('\n');
        expect(parsed.title === '').toBe(parsed.blocks.length === 0);
        for (const cleaning of parsed.cleanings) expect(cleaning.count).toBeGreaterThan(0);
      }),
      RUNS,
    );
  });

  it('keeps the texts of the blocks when they are read again', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const once = texts(parseArticle(raw));
        expect(texts(parseArticle(once.join('\n\n')))).toEqual(once);
      }),
      RUNS,
    );
  });

  it('keeps every word in its order, but for what it says it dropped', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const parsed = parseArticle(raw);
        const kept = words(articleText(parsed));
        const dropped = parsed.cleanings
          .filter(({ kind }) => kind === 'dropped')
          .flatMap(({ text, count }) => Array<string>(count).fill(text).flatMap(words));
        expect(isSubsequence(kept, words(raw))).toBe(true);
        expect([...kept, ...dropped].sort()).toEqual([...words(raw)].sort());
      }),
      RUNS,
    );
  });

  it('reads decomposed text as composed', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const blocks = parseArticle(raw.normalize('NFC')).blocks;
        expect(parseArticle(raw.normalize('NFD')).blocks).toEqual(blocks);
      }),
      RUNS,
    );
  });
});

describe('parseArticle, given something long and ugly', () => {
  const SIZE = 100_000;
  const ugly: Readonly<Record<string, string>> = {
    'segmented text': 'a_b . ',
    'sentence marks': '.',
    'opening quotes': '“',
    'straight quotes': '" ',
    brackets: '( [',
    underscores: '_',
    'one compound': 'a_',
    credits: 'Ảnh : A_B / ',
    'credit brackets': '(Ảnh: ',
    spaces: ' ',
    joiners: '\u200D',
    marks: '\u0301',
    'joined letters and marks': 'ي\u0301\u200D',
    lines: 'a\n',
    numbers: '1 ',
    'capital letters': 'A. ',
    dashes: '- Ảnh - ',
  };

  it.each(Object.entries(ugly))('reads %s in linear time', (_, piece) => {
    const read = (size: number) => {
      const raw = piece.repeat(Math.ceil(size / piece.length));
      const start = performance.now();
      expect(() => parseArticle(raw)).not.toThrow();
      return performance.now() - start;
    };
    // Quadratic work of this size takes many seconds; linear work some tens of milliseconds.
    expect(read(SIZE)).toBeLessThan(2000);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from './sentences.ts';

/** Sentences are parted by a bar. */
const CASES: readonly (readonly [string, string])[] = [
  ['full stops', 'Hà Nội đón khách.|Huế cũng vậy.'],
  ['a place', 'Ông đến TP. Hồ Chí Minh.|Bà đến TP.HCM.|Họ về.'],
  ['titles of people', 'GS. Trần Văn Thọ và ThS. Lê Hà dự.|Rồi về.'],
  ['initials', 'Ông Donald J. Trump và U.S. Steel thỏa thuận.|Xong.'],
  ['an initial with eth', 'Ông Trần Ð. Nam thỏa thuận.|Xong.'],
  ['a single letter that is a word', 'Tăng trưởng tại châu Á.|Ý kiến khác.'],
  ['units that end a sentence', 'Trị giá 200 triệu USD.|Các cam kết này lớn.'],
  ['decimals and dates', 'Đạt 24,2 tỷ, tức 1.300 năm, ngày 16.12.2023.|Xong.'],
  ['a year at the end', 'Cao nhất kể từ năm 2017.|Thúc đẩy liên kết.'],
  ['numbered points', '1. Mở đầu ngắn.|2. Kết luận dài.'],
  ['ellipses', 'Cảng biển…|Đổi mới tư duy... rồi robot...|Đây là bước đầu.'],
  ['a closing mark', 'Hết rồi./.|Bạn đọc viết.'],
  ['questions and calls', 'Vì sao?|Làm việc!|Thế thôi.'],
  ['speech and whose it is', '"Tốt lắm. Rất tốt", ông nói.|Bà đồng ý.'],
  ['curly speech', '“Làm việc! Làm việc!”; cam kết nỗ lực.|Xong.'],
  ['a stop inside the quotation', 'Chủ đề “Tương lai bền vững.”|Bộ Ngoại giao dự.'],
  ['a stop outside the quotation', 'Tinh thần "không ai bị bỏ lại".|Lãnh đạo dự.'],
  ['a comma inside the quotation', 'Với “trung tâm phục vụ,” Bộ Ngoại giao cam kết.'],
  ['brackets', 'Ông (sinh năm 1950. Nay 73 tuổi) về.|Xong.'],
  ['a credit in brackets', 'Lễ khai mạc.|(Ảnh: Tuấn Anh)'],
  ['a lower-case letter', 'Ông về nước. rồi lại đi.'],
  ['an apostrophe', "Hãng O'Brien đến.|Hãng khác đi."],
];

describe('splitSentences', () => {
  it.each(CASES)('knows %s', (_, marked) => {
    const sentences = marked.split('|');
    expect(splitSentences(sentences.join(' '))).toEqual(sentences);
  });

  it('takes a quotation mark without a partner for nothing', () => {
    expect(splitSentences('Ông nói “tốt lắm. Bà về. Hết.')).toHaveLength(3);
    const long = `“${'Một câu dài. '.repeat(200)}” Hết.`;
    expect(splitSentences(long).length).toBeGreaterThan(100);
  });

  it('keeps a long quotation whole', () => {
    const speech = `“${'Một câu dài. '.repeat(50).trim()}”, ông nói.`;
    expect(splitSentences(`${speech} Hết.`)).toEqual([speech, 'Hết.']);
  });

  it('gives nothing for an empty text', () => {
    expect(splitSentences('')).toEqual([]);
  });

  it('gives the text again when joined', () => {
    const piece = fc.constantFrom('Hà', 'nội', '.', '…', '?', '"', '“', '”', '(', ')', 'TP.', '2');
    const line = fc
      .array(fc.tuple(piece, fc.constantFrom('', ' ')), { maxLength: 60 })
      .map((pairs) => pairs.flat().join('').replace(/ +/g, ' ').trim());
    fc.assert(
      fc.property(line, (text) => {
        expect(splitSentences(text).join(' ')).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });
});

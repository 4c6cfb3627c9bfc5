import { describe, expect, it } from 'vitest';
import { groupSentences, readStretch } from './paragraphs.ts';

const sentence = (length: number) => `Câu ${'dài '.repeat(length / 4 - 2)}hết.`.slice(-length);
const S150 = `${'Hội nghị nằm trong chuỗi các hoạt động do Bộ Ngoại giao tổ chức hàng năm nhằm hỗ trợ các địa phương '.slice(0, 95)}và thu hút nguồn lực từ bên ngoài về đây.`;
const SPEECH = '"Đây có thể là bước khởi đầu cho một làn sóng đầu tư mới", Thứ trưởng nhận xét.';

describe('groupSentences', () => {
  it('closes a paragraph when it is long enough', () => {
    const groups = groupSentences(Array(7).fill(S150));
    expect(groups.map((text) => text.split('đây.').length - 1)).toEqual([3, 3, 1]);
  });

  it('opens a paragraph for speech, however short the one before', () => {
    expect(groupSentences([S150, SPEECH])).toEqual([S150, SPEECH]);
    expect(
      groupSentences([S150, '"Cơn bão" đã qua, và mọi người vui mừng trở về nhà.']),
    ).toHaveLength(1);
  });

  it('does not pile a very long sentence upon others', () => {
    const long = sentence(520);
    expect(groupSentences([S150, long])).toEqual([S150, long]);
    expect(groupSentences(['Ngắn thôi.', long])).toEqual([`Ngắn thôi. ${long}`]);
  });

  it('leaves no scrap at the end', () => {
    const long = sentence(400);
    expect(groupSentences([long, 'Ngắn thôi.'])).toEqual([`${long} Ngắn thôi.`]);
    expect(groupSentences([])).toEqual([]);
  });
});

describe('readStretch', () => {
  it('does not cut what is no longer than a paragraph', () => {
    const short = `${S150} ${SPEECH} ${S150}`;
    expect(readStretch(short)).toEqual([short]);
    expect(readStretch(`${short} ${short}`).length).toBeGreaterThan(1);
  });

  it.each([
    ['a sentence and its credit', 'Hội đàm tại Tokyo, Nhật Bản.', 'Ảnh: Nhật Bắc'],
    ['a sentence and its credit in brackets', 'Hội đàm tại Tokyo.', '(Ảnh: Tuấn Anh)'],
  ])('sets off the caption: %s', (_, caption, credit) => {
    expect(readStretch(`${S150} ${caption} ${credit}`)).toEqual([S150, `${caption} ${credit}`]);
  });

  it('sets off a caption that has its credit within the sentence', () => {
    const caption = 'Hai Thủ tướng hội đàm - Ảnh: VGP/Nhật Bắc';
    expect(readStretch(`${S150} ${caption}`)).toEqual([S150, caption]);
  });

  it('sets off a name at the end', () => {
    expect(readStretch(`${S150} Hoài Thu`)).toEqual([S150, 'Hoài Thu']);
    expect(readStretch('Hoài Thu')).toEqual(['Hoài Thu']);
  });
});

import { describe, expect, it } from 'vitest';
import { dropAround, dropBoilerplate, isBareNumber, isBoilerplate } from './boilerplate.ts';
import { BOILERPLATE_LINES, COUNTED_THINGS } from './boilerplate-table.ts';

const PROSE = 'Hội nghị nằm trong chuỗi các hoạt động do Bộ Ngoại giao tổ chức hàng năm.';

describe('the table', () => {
  it('holds keys that a line can equal, each once', () => {
    const all = [...BOILERPLATE_LINES, ...COUNTED_THINGS];
    for (const key of all) expect(key).toMatch(/^[\p{Ll}\p{N}]+(?: [\p{Ll}\p{N}]+)*$/u);
    for (const key of all) expect(key).toBe(key.normalize('NFC'));
    expect(new Set(BOILERPLATE_LINES).size).toBe(BOILERPLATE_LINES.length);
    for (const key of BOILERPLATE_LINES) expect(isBoilerplate(key)).toBe(true);
  });
});

describe('isBoilerplate', () => {
  it.each([
    ...['LEAVE A REPLY', 'Please enter your comment!', 'Please enter your name here'],
    ...['Để lại bình luận', 'Bình luận (3)', '12 bình luận', 'Lượt xem: 1.204', '5 Shares'],
    ...[
      'Huỷ trả lời',
      'HỦY TRẢ LỜI',
      'Huỷ bình luận',
      'Ðể lại bình luận',
      'Để\u00AD lại bình\u200B luận',
    ],
    ...['Chia sẻ:', '» Xem thêm', 'Bình_luận', '[Quảng cáo]', 'Name:*'],
  ])('knows %s', (line) => {
    expect(isBoilerplate(line)).toBe(true);
  });

  it.each([
    ...['', '0', '2023', PROSE, 'Chia sẻ tại hội nghị, Thủ tướng nói', 'Ba định hướng hợp tác'],
    ...['12 bình luận viên', '3 doanh nghiệp', 'Chu Văn'],
  ])('takes "%s" for the article’s', (line) => {
    expect(isBoilerplate(line)).toBe(false);
  });
});

it('isBareNumber knows counters as pages write them', () => {
  for (const line of ['0', '111', '1.204', '1,2K']) expect(isBareNumber(line)).toBe(true);
  for (const line of ['', '16/12', '1.', '20%', 'Điều 1']) expect(isBareNumber(line)).toBe(false);
});

describe('dropAround', () => {
  it('drops counters at the edges and keeps numbers between paragraphs', () => {
    expect(dropAround(['Tiêu đề', '0', '111', PROSE, '2', PROSE, '45', 'Chu Văn'])).toEqual({
      kept: ['Tiêu đề', PROSE, '2', PROSE, 'Chu Văn'],
      dropped: ['0', '111', '45'],
    });
  });

  it('keeps numbers where there is no running text to tell the edges by', () => {
    expect(dropAround(['5', '6'])).toEqual({ kept: ['5', '6'], dropped: [] });
  });

  it('keeps a text that is nothing but boilerplate', () => {
    expect(dropBoilerplate(['Chia sẻ', '', 'Facebook']).kept).toEqual(['Chia sẻ', '', 'Facebook']);
  });
});

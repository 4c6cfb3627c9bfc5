import { describe, expect, it } from 'vitest';
import { isCaption, isCreditLabel } from './credit.ts';

describe('isCaption', () => {
  it.each([
    'Lễ cắt băng khai trương gian hàng. (Ảnh: Tuấn Anh)',
    'Các đại biểu dự Diễn đàn. (Ảnh: Dương Giang/TTXVN).',
    'Các Lãnh đạo đã thông qua "Kế hoạch triển khai" - Ảnh: VGP/Nhật Bắc',
    'Thủ tướng hội đàm ngày 16/12, tại Tokyo. Ảnh: Nhật Bắc',
    'Hai nhà lãnh đạo tại Tokyo – Ảnh: J. Smith.',
    'Lễ ký kết | Ảnh: AFP',
    'Lễ ký kết. Nguồn ảnh: Reuters',
    'Lễ ký kết (Nguồn: TTXVN)',
    'Lễ ký kết [Ảnh: AP]',
    'Công nhân tại xưởng (Ảnh minh họa)',
    'Toàn cảnh hội nghị. Video: VTV24',
    'Ảnh: Tuấn Anh',
    'Đồ họa: Tiến Thành',
  ])('knows %s', (text) => {
    expect(isCaption(text)).toBe(true);
    expect(isCaption(text.replaceAll('họa', 'hoạ'))).toBe(true);
    expect(isCaption(text.replaceAll('Đ', 'Ð'))).toBe(true);
  });

  it.each([
    ['no credit', 'Lễ cắt băng khai trương gian hàng.'],
    ['a colon within a sentence', 'Ông gửi ảnh: Nhật Bắc'],
    ['a label within a sentence', 'Ông xem Video: Hà Nội'],
    ['a source of figures', 'Kim ngạch tăng 20% (Nguồn: Tổng cục Thống kê).'],
    ['a credit in the middle', 'Lễ khai mạc (Ảnh: Tuấn Anh) diễn ra tại Hà Nội.'],
    ['another sentence after it', 'Lễ khai mạc. Ảnh: Nhật Bắc. Sau đó Thủ tướng phát biểu'],
    ['brackets without a label', 'Hội nghị Gặp gỡ Nhật Bản (Meet Japan: 2023)'],
    ['a text too long', `${'Một câu dài. '.repeat(60)}(Ảnh: Tuấn Anh)`],
    ['nothing', ''],
  ])('sees no caption in %s', (_, text) => {
    expect(isCaption(text)).toBe(false);
  });
});

describe('isCreditLabel', () => {
  it('takes the words of credits with a capital only', () => {
    expect(['Ảnh', 'Nguồn ảnh', 'ẢNH', 'Đồ họa'].map(isCreditLabel)).toEqual(Array(4).fill(true));
    expect(['ảnh', 'Tấm ảnh', 'Nguồn', ''].map(isCreditLabel)).toEqual(Array(4).fill(false));
  });
});

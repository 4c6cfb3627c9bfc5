import { describe, expect, it } from 'vitest';
import { inferHeadline, LONGEST_HEADLINE, shortenToHeadline } from './headline.ts';

describe('shortenToHeadline', () => {
  it('keeps a short sentence, without its stop', () => {
    expect(shortenToHeadline('Thủ tướng thăm Nhật Bản.')).toBe('Thủ tướng thăm Nhật Bản');
    expect(shortenToHeadline('Thủ tướng thăm Nhật Bản./.')).toBe('Thủ tướng thăm Nhật Bản');
    expect(shortenToHeadline('Vì sao?')).toBe('Vì sao?');
  });

  it('ends with a clause that says enough, before its comma', () => {
    const clause = 'Thủ tướng Phạm Minh Chính đã dự Diễn đàn hợp tác địa phương hai nước';
    const rest = ', cùng nhiều lãnh đạo các bộ, ngành và doanh nghiệp của hai bên.';
    expect(shortenToHeadline(clause + rest)).toBe(`${clause}…`);
  });

  it('goes on past a clause that says little, to the last whole word that fits', () => {
    const sentence =
      'Sáng 25/11, tại Quảng Ninh, Thủ tướng Chính phủ Phạm Minh Chính đã dự Diễn đàn hợp tác địa phương Việt-Nhật.';
    expect(shortenToHeadline(sentence)).toBe(
      'Sáng 25/11, tại Quảng Ninh, Thủ tướng Chính phủ Phạm Minh Chính đã dự Diễn đàn hợp tác…',
    );
  });

  it('cuts an endless word between characters', () => {
    const headline = shortenToHeadline('👩\u200D🚀'.repeat(60));
    expect(headline.length).toBeLessThanOrEqual(LONGEST_HEADLINE);
    expect(headline).toMatch(/^(?:👩\u200D🚀)+…$/u);
  });
});

describe('inferHeadline', () => {
  it('takes the first sentence of the first paragraph', () => {
    const blocks = [
      { kind: 'caption', text: 'Lễ ký. Ảnh: AFP' },
      { kind: 'paragraph', text: 'Thủ tướng đến TP. Hồ Chí Minh. Ông ở lại.' },
    ] as const;
    expect(inferHeadline(blocks)).toBe('Thủ tướng đến TP. Hồ Chí Minh');
    expect(inferHeadline(blocks.slice(0, 1))).toBe('Lễ ký');
    expect(inferHeadline([])).toBe('');
  });
});

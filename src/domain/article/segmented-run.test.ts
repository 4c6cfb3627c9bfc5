import { describe, expect, it } from 'vitest';
import { cutAfterCredits, takeQuotedTitle } from './segmented-run.ts';

describe('cutAfterCredits', () => {
  /** The bar says where a cut is due. */
  it.each([
    'Lễ ký . Ảnh : Nhật_Bắc|Nỗ_lực làm sôi_động hơn .',
    'Lễ ký . Ảnh : Nhật_Bắc|Thứ_trưởng nói . Lễ mới . Ảnh : Nhật_Bắc|Hoài_Thu',
    'Lễ ký . Ảnh : Nhật_Bắc .|Việt_Nam dự .',
    'Lễ ký - Ảnh : VGP / Nhật_Bắc|Việt_Nam dự .',
    'Lễ ký ( Ảnh : Dương_Giang / TTXVN ) .|Việt_Nam dự .',
    'Lễ ký . Ảnh : Tuấn Anh|Hội_nghị bế_mạc .',
    'Lễ ký . Nguồn_ảnh : AFP|Hội_nghị bế_mạc .',
    'Lễ ký . Ảnh : TTXVN|Việt Nam dự .',
    'Ông gửi ảnh : Nhật_Bắc Hội_nghị .',
    'Ảnh : những khoảnh_khắc đẹp .',
    'Ảnh đẹp của Nhật_Bắc .',
  ])('%s', (marked) => {
    const stretches = marked.split('|');
    expect(cutAfterCredits(stretches.join(' ').split(' '))).toEqual(stretches);
  });
});

describe('takeQuotedTitle', () => {
  it('takes the title and tells the marks', () => {
    expect(takeQuotedTitle("' Làn_sóng đầu_tư mới Việt - Nhật ' Thứ_trưởng nói .")).toEqual({
      title: 'Làn_sóng đầu_tư mới Việt - Nhật',
      quotes: ["'", "'"],
      rest: 'Thứ_trưởng nói .',
    });
    expect(takeQuotedTitle('“ Làn_sóng đầu_tư mới ” " Rất tốt " , ông nói .')?.rest).toBe(
      '" Rất tốt " , ông nói .',
    );
    expect(takeQuotedTitle('" Làn_sóng đầu_tư mới "')?.rest).toBe('');
  });

  it.each([
    ['speech before a comma', '" Điều lớn nhất là tin_cậy " , ông nói .'],
    ['a whole sentence', '" Điều lớn nhất là tin_cậy . " Thứ_trưởng nói .'],
    ['a quoted word or two', '" Cơn bão " Thứ_trưởng nói .'],
    ['what goes on in lower case', '" Gặp_gỡ Nhật_Bản lần này " là hội_nghị .'],
    ['a mark never closed', "' Làn_sóng đầu_tư mới Thứ_trưởng nói ."],
    ['a quotation too long', `' Làn_sóng ${'đầu_tư '.repeat(60)}' Thứ_trưởng nói .`],
    ['no marks', 'Làn_sóng đầu_tư mới Thứ_trưởng nói .'],
  ])('takes no title from %s', (_, line) => {
    expect(takeQuotedTitle(line)).toBeUndefined();
  });
});

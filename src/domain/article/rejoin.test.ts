import { describe, expect, it } from 'vitest';
import { isWordSegmented, rejoinLine } from './rejoin.ts';

describe('rejoinLine', () => {
  it.each([
    ['compounds', 'Thủ_tướng Phạm_Minh_Chính', 'Thủ tướng Phạm Minh Chính'],
    ['commas and stops', 'chân_thành , tình_cảm .', 'chân thành, tình cảm.'],
    ['other closing marks', 'gồm : một ; hai ? ba ! 20 %', 'gồm: một; hai? ba! 20%'],
    ['ellipses', 'thông_minh ... ; ưu_tiên … thêm', 'thông minh...; ưu tiên… thêm'],
    ['brackets', 'yen ( gần 800 triệu USD ) , cao', 'yen (gần 800 triệu USD), cao'],
    ['straight quotes', 'là " một " , " hai " .', 'là "một", "hai".'],
    ['straight single quotes', "hội_nghị ' Gặp_gỡ ' này", "hội nghị 'Gặp gỡ' này"],
    ['a quotation in brackets', '( " Cộng_đồng " )', '("Cộng đồng")'],
    ['curly quotes', 'chủ_đề “ Đồng_hành ” .', 'chủ đề “Đồng hành”.'],
    ['slashes', 'ngày 15-18 / 12 , Ảnh : VGP / Nhật_Bắc', 'ngày 15-18/12, Ảnh: VGP/Nhật Bắc'],
    ['the closing mark of agencies', 'Việt_Nam . / .', 'Việt Nam./.'],
    ['a stop that the segmenter left', '200 triệu USD. Các cam_kết', '200 triệu USD. Các cam kết'],
    [
      'hyphens and dashes, as they are',
      'Việt - Nhật , ASEAN – Nhật_Bản',
      'Việt - Nhật, ASEAN – Nhật Bản',
    ],
    ['misprints, as they are', 'hai trước trao_đổi thứ 2i', 'hai trước trao đổi thứ 2i'],
    [
      'handles and addresses, as they are',
      'ghi @bo_ngoai_giao và https://a.vn/x_y',
      'ghi @bo_ngoai_giao và https://a.vn/x_y',
    ],
    ['blanks to fill in, as they are', 'Họ tên ____ ngày __', 'Họ tên ____ ngày __'],
  ])('writes %s', (_, line, expected) => {
    expect(rejoinLine(line).text).toBe(expected);
  });

  it('does not guess which of an odd number of quotes open', () => {
    expect(rejoinLine('là " một " và " hai').text).toBe('là " một " và " hai');
  });

  it('counts the underscores and the spaces that it closed', () => {
    expect(rejoinLine('Hà_Nội , Huế .').count).toBe(3);
    expect(rejoinLine('ngày 15 / 12').count).toBe(2);
    expect(rejoinLine('là " một " rồi').count).toBe(2);
    expect(rejoinLine('Hà Nội, Huế.').count).toBe(0);
  });

  it('leaves printed text alone', () => {
    const printed = 'Chủ đề “Đồng hành”, Việt Nam - Nhật Bản (AZEC): 20%... "tốt", 16/12.';
    expect(rejoinLine(printed)).toEqual({ text: printed, count: 0 });
  });
});

describe('isWordSegmented', () => {
  it('goes by the density of compounds', () => {
    expect(isWordSegmented(['Thứ_trưởng Ngoại_giao đánh_giá chuyến công_tác .'])).toBe(true);
    expect(isWordSegmented(['Thứ trưởng Ngoại giao đánh giá chuyến công tác.'])).toBe(false);
  });

  it('takes fewer compounds if punctuation stands apart', () => {
    const sparse = 'Hà_Nội có một hai ba bốn năm sáu bảy tám chín mười';
    expect(isWordSegmented(Array(4).fill(`${sparse} .`))).toBe(true);
    expect(isWordSegmented(Array(4).fill(`${sparse}.`))).toBe(false);
  });

  it('is not fooled by a few file names, handles or blanks', () => {
    expect(isWordSegmented(['Xem tep_dinh_kem và bao_cao .'])).toBe(false);
    expect(isWordSegmented(['@a_b @c_d @e_f http://x.vn/a_b a_b@c.vn'])).toBe(false);
    expect(isWordSegmented(['Họ tên ____ ngày ____ tháng ____ năm ____'])).toBe(false);
  });
});

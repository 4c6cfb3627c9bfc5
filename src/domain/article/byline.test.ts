import { expect, it } from 'vitest';
import { readsAsByline } from './byline.ts';

it.each([
  ...['Chu Văn', 'Vũ Anh', 'HOÀI THU', 'Nguyễn Thị Minh Khai', 'J. Smith', 'TTXVN', 'PV'],
  ...['Vũ Anh - Thu Hà', 'Dương Giang/TTXVN', 'Kim Oanh và Hà Anh', 'Vũ Anh (Theo Reuters)'],
  ...['Theo TTXVN', 'Theo AFP, Reuters', 'Theo Vũ Anh/VnExpress', 'Theo báo Nhân Dân'],
  ...['Bài, đồ họa: Thu', 'Bài, đồ hoạ: Thu', 'Bài, ðồ họa: Thu', 'Theo ðài Tiếng Nói'],
  ...['Bài và ảnh: Hoài Thu', 'Tin, ảnh: Hoài Thu', 'Tác giả: Thu', 'Nguồn: Chinhphu.vn'],
])('reads %s as a byline', (line) => {
  expect(readsAsByline(line)).toBe(true);
});

it.each([
  ...['Thu', '111', '0', '', 'Ba định hướng hợp tác', 'Hoài Thu.', 'Hết', 'Ảnh: Tuấn Anh'],
  ...['Theo Thủ tướng, kết quả rất tốt', 'Theo', 'Hội nghị Cấp cao', 'Vũ Anh:', 'Nhật Bản 2023'],
  'Một Hai Ba Bốn Năm Sáu Bảy',
  'An Bình, An Khê, An Lão, An Phú, An Nhơn',
])('reads %s as something else', (line) => {
  expect(readsAsByline(line)).toBe(false);
});

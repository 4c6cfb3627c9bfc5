import { expect, test } from 'vitest';
import { readMarked } from './marked-text.testing.ts';
import { type Passage, resolvePassage } from './resolve-anchor.ts';

/*
 * Passages whose own words are gone, while others much like them stand in the text. Each of these was once put on
 * those others, by the measurement in bench/anchoring.ts.
 */

const stateIn = (text: string, passage: Passage) => resolvePassage(text, passage).state;

const LONG = [
  'Ông Takio cũng nhấn mạnh năm nay là một cột mốc của hai nước.',
  'Đoàn đã đi thăm nhà máy lọc dầu, cảng biển và khu công nghệ cao.',
  'Nhiều dự án đường sắt, cầu và sân bay được khởi công từ đầu tháng.',
].join('\n');

test('a set phrase of which one stays is not the other, though one side of it is the same', () => {
  const own =
    'Nâng cấp lên Đối tác Chiến lược Toàn diện vì [hòa] bình và thịnh vượng ở châu Á và trên thế giới.';
  const twin = 'Năm 2014 xác lập Đối tác chiến lược sâu rộng vì hòa bình và thịnh vượng ở châu Á.';
  const { passage } = readMarked(`${own}\n${LONG}\n${twin}`);
  expect(stateIn(`${LONG}\n${twin}`, passage)).toMatch(/lost|ambiguous/);
});

test('nor is a sentence that stands there twice, with other quotation marks and another beginning', () => {
  const sentence =
    'giúp lãnh đạo các cơ quan và cộng đồng doanh nghiệp “gặp gỡ” trao đổi, tìm hiểu';
  const own = `Năm 2023 lần này là cơ hội tốt, ${sentence.replace('trao', '[trao]')}.`;
  const twin = `Bà nói: năm 2023 là cơ hội, ${sentence.replace(/[“”]/g, '"')}.`;
  const { passage } = readMarked(`${own}\n${LONG}\n${twin}`);
  expect(stateIn(`${LONG}\n${twin}`, passage)).toMatch(/lost|ambiguous/);
});

test('a word that came to the very offset is not the passage when both its neighbours are others', () => {
  const { text, passage } = readMarked(
    `${LONG}\nHai bên và 3 Phiên chuyên [đề] với những chủ đề được quan tâm.`,
  );
  const gone = text.replace('chuyên đề', 'chuyên gia');
  const shift = gone.lastIndexOf('đề') - passage.position.start;
  const shifted = gone.slice(shift);
  expect(shifted.indexOf('đề', passage.position.start)).toBe(passage.position.start);
  expect(stateIn(shifted, passage)).toMatch(/lost|ambiguous/);
});

test('a word is not the same word four words before, though much of a long context follows there, too', () => {
  const { text, passage } = readMarked(
    `${LONG}\nTrong các cuộc trao đổi, lãnh đạo chính giới cùng lãnh [đạo] các địa phương của Nhật Bản cũng nói rõ.\nCùng lãnh đạo các địa phương khác.`,
  );
  const gone = text.replace('cùng lãnh đạo các', 'cùng lãnh các');
  expect(stateIn(gone, passage)).not.toMatch(/exact|moved/);
});

test('the end of a block is not that of another that now stands before the same block', () => {
  const block = 'Đại sứ Yamada cũng cảm ơn.';
  const { passage } = readMarked(
    `Đó là quyết tâm của cả hai phía Nhật Bản và Việt [Nam.]\n${block}\n${LONG}`,
  );
  const other = 'Đại diện đến từ các tỉnh và doanh nghiệp Việt Nam.';
  expect(stateIn(`Tin mới nhận.\n${other}\n${block}\n${LONG}`, passage)).not.toBe('exact');
});

test('the beginning of a block is not that of another that came in between', () => {
  const [first, second] = [
    'mong hai bên tiếp tục đào tạo nhân lực',
    'và phu nhân sẽ thăm nước này',
  ];
  const block = (rest: string) => `Chủ tịch nước Võ Văn Thưởng ${rest}.`;
  const { text, passage } = readMarked(
    `Hai bên khai thác hiệu quả [vệ tinh LOTUSat.\nChủ] tịch nước Võ Văn Thưởng ${second}.\n${LONG}\n${block(first)}`,
  );
  const lines = text.split('\n');
  const changed = [lines[0], block(first), ...lines.slice(1, -1)].join('\n');
  expect(stateIn(changed, passage)).not.toBe('exact');
});

test('a word at the beginning of a paragraph is not the same word at that of another, which goes on alike', () => {
  const sentence =
    'thúc Hội nghị, các Lãnh đạo ASEAN và Nhật Bản đã nhất trí thông qua “Tuyên bố Tầm nhìn về Quan hệ Hữu nghị và Hợp tác ASEAN-Nhật Bản” cùng Kế hoạch triển khai.';
  const own = 'sớm hoàn tất Bộ Quy tắc, nhất là UNCLOS 1982.';
  const twin = `cũng như quan hệ Việt Nam và Nhật Bản.\nKết ${sentence}`;
  const { passage } = readMarked(`${own}\n[Kết] ${sentence}\n${LONG}\n${twin}`);
  expect(stateIn(`${own}\n${LONG}\n${twin}`, passage)).toMatch(/lost|ambiguous/);
});

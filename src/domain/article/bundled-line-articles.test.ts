import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { BlockKind, Cleaning } from './article.ts';
import { parseArticle } from './parse-article.ts';

const FOLDER = new URL('../../../resources/articles/', import.meta.url);

const KINDS: Readonly<Record<string, BlockKind>> = {
  t: 'title',
  h: 'heading',
  p: 'paragraph',
  c: 'caption',
  b: 'byline',
};

/** Read off the raw files: kind, number of the raw line, first words ⋯ last words. */
interface Expected {
  readonly title: { readonly text: string; readonly basis: string };
  readonly byline: string | undefined;
  readonly cleanings: readonly Cleaning[];
  readonly rows: readonly string[];
}

const ARTICLES: Readonly<Record<string, Expected>> = {
  '2023-12-18-thu-tuong-cong-tac-nhat-ban.txt': {
    title: {
      text: 'Đây là chuyến công tác quan trọng, nhiều ý nghĩa của Thủ tướng Phạm Minh Chính trên cả…',
      basis: 'inferred',
    },
    byline: undefined,
    cleanings: [],
    rows: [
      'p 1 Đây là chuyến công tác quan trọng, ⋯ – cách đây đúng nửa thế kỷ.',
      'p 2 Với khoảng 40 hoạt động trong 4 ngày, ⋯ với các nước tham dự Hội nghị.',
      'p 3 Ấn tượng với Học thuyết “từ trái tim ⋯ cũng như quan hệ Việt Nam và Nhật Bản.',
      'c 4 Kết thúc Hội nghị, các Lãnh đạo ASEAN ⋯ Tuyên bố tầm nhìn" - Ảnh: VGP/Nhật Bắc',
      'h 5 Củng cố tình hữu nghị vàng, ⋯ những cơ hội vàng trong giai đoạn mới',
      'p 6 Hội nghị Cấp cao kỷ niệm 50 năm ⋯ hợp tác và phát triển trong khu vực.',
      'p 7 Hội nghị đã thành công tốt đẹp ⋯ trong quan hệ đối ngoại của ASEAN.',
      'p 8 Phát huy những thành quả ⋯ các thách thức khu vực và toàn cầu.',
      'p 9 Như chủ đề các cuộc làm việc, ⋯ kinh tế và xã hội tương lai”.',
      'p 10 ASEAN đánh giá cao Nhật Bản công bố ⋯ ứng phó với biến đổi khí hậu…',
      'p 11 Hai bên cũng đạt nhận thức chung ⋯ nhất là UNCLOS 1982.',
      'p 12 Kết thúc Hội nghị, các Lãnh đạo ASEAN ⋯ ASEAN-Nhật Bản thời gian tới.',
      'p 13 Ngay từ đầu, Việt Nam đã ủng hộ ⋯ xây dựng chương trình nghị sự.',
      'p 14 Đặc biệt, các phát biểu sâu sắc, ⋯ được các nước đánh giá cao.',
      'p 15 Thủ tướng đã đề cao ý nghĩa lịch sử ⋯ thiên tai ở mỗi khu vực.',
      'p 16 Thủ tướng nhấn mạnh quan hệ với Nhật Bản ⋯ đoàn kết và hợp tác quốc tế.',
      'p 17 Trên cơ sở tổng kết, đúc rút 3 bài học ⋯ cùng thắng ở khu vực.',
      'p 18 Thủ tướng đề nghị hai bên tăng cường hơn nữa ⋯ “không để ai bị bỏ lại phía sau”.',
      'p 19 Thủ tướng nhấn mạnh đầu tư cho nhân tố ⋯ toàn diện ASEAN - Nhật Bản.',
      'p 20 Thủ tướng cũng nhấn mạnh 4 kết nối, ⋯ chạy theo tăng trưởng đơn thuần.',
      'p 21 Trên tinh thần lấy tin cậy chính trị ⋯ trong 50 năm tới và xa hơn nữa.',
      'p 22 Những đóng góp và kiến nghị cụ thể ⋯ được thông qua tại Hội nghị.',
      'h 23 Cụ thể hóa khuôn khổ hợp tác mới ⋯ giữa Việt Nam – Nhật Bản',
      'p 24 Về song phương, đây là chuyến công tác ⋯ tại châu Á và trên thế giới.',
      'p 25 Đây cũng là lần thứ 2 trong năm 2023, ⋯ thiết thực cho người dân hai nước.',
      'p 26 Thủ tướng Chính phủ Phạm Minh Chính đã có lịch ⋯ thực chất và hiệu quả.',
      'p 27 Với chính giới, Thủ tướng Chính phủ ⋯ Kanagawa và Tochigi.',
      'p 28 Với giới kinh tế, Thủ tướng đã tham dự ⋯ với các đối tác Nhật Bản.',
      'p 29 Các hoạt động này đã thành công tốt đẹp ⋯ nhiệm vụ đặt ra.',
      'p 30 Trước hết, chuyến công tác làm sâu sắc ⋯ khuôn khổ hợp tác mới.',
      'p 31 Trong tiếp xúc, Thủ tướng Phạm Minh Chính ⋯ được Thủ tướng nhắc đến.',
      'p 32 Cũng với tình cảm và sự gắn bó ⋯ yêu mến, kính trọng nhất.',
      'p 33 Thủ tướng Kishida và lãnh đạo các giới, ⋯ nơi đây dành cho đoàn.',
      'p 34 Chính giới Nhật đã tái khẳng định ⋯ Việt Nam nhập cảnh Nhật Bản.',
      'p 35 Thứ hai, chuyến công tác đạt nhiều kết quả ⋯ kinh tế đi vào chiều sâu.',
      'p 36 Tiếp theo thông điệp “hợp tác Nhật Bản ⋯ lực lượng lao động tay nghề cao.',
      'p 37 Theo Thủ tướng, qua 50 năm, ⋯ bổ sung cho nhau cùng phát triển.',
      'p 38 Tại diễn đàn kinh tế Việt Nam – Nhật Bản ⋯ và bền vững tại Việt Nam.',
      'p 39 Giới kinh tế Nhật Bản đánh giá cao ⋯ cạnh tranh của thị trường Việt Nam.',
      'p 40 Nhân dịp này, các Bộ, ngành và doanh nghiệp ⋯ cao nhất kể từ năm 2017.',
      'p 41 Hai bên khẳng định việc sớm triển khai ⋯ Hà Nội – TP. Hồ Chí Minh.',
      'p 42 Thủ tướng Phạm Minh Chính cũng đã tranh thủ ⋯ dự án lọc hoá dầu Nghi Sơn.',
      'p 43 Chuyến công tác cũng đã mở ra cơ hội ⋯ (Innovation/DX) của Chính phủ Nhật Bản.',
      'p 44 Đáp lại, Thủ tướng Nhật Bản khẳng định ⋯ với Việt Nam trong lĩnh vực mới.',
      'p 45 Hơn một nửa số văn kiện ký kết ⋯ tại Việt Nam trong tương lai gần.',
      'p 46 Thứ ba, chuyến công tác đã góp phần ⋯ đang làm việc tại Nhật Bản).',
      'p 47 Trong chuyến công tác, Chính phủ Việt Nam ⋯ thực tập sinh Việt Nam tại Nhật Bản.',
      'p 48 Thứ tư, về hợp tác địa phương ⋯ với các địa phương Nhật Bản.',
      'p 49 Trong các cuộc trao đổi, lãnh đạo chính giới ⋯ hơn nữa vào xã hội Nhật Bản.',
      'p 50 Nhân dịp này, tỉnh Hà Nam và tỉnh Gunma ⋯ giữa các địa phương hai nước.',
      'h 51 Thúc đẩy quan hệ song phương ⋯ với các đối tác',
      'p 52 Nhân dịp này, Thủ tướng Phạm Minh Chính ⋯ Thái Lan Srettha Thavisin.',
      'p 53 Qua các cuộc tiếp xúc này, Thủ tướng ⋯ 3 nước, 4 nước về du lịch…',
      'p 54 Đặc biệt, Thủ tướng Phạm Minh Chính ⋯ ba đảng Campuchia – Lào - Việt Nam.',
      'p 55 Thủ tướng Phạm Minh Chính và Thủ tướng Singapore ⋯ phát thải carbon thấp…',
      'p 56 Với những kết quả đã đạt được, ⋯ của ngoại giao Việt Nam./.',
    ],
  },
  '2023-11-02-gap-go-nhat-ban-2023.txt': {
    title: {
      text: '“Gặp gỡ Nhật Bản 2023”: Chất liệu và nguồn cảm hứng cho những ý tưởng và kế hoạch hợp tác mới',
      basis: 'printed',
    },
    byline: 'Chu Văn',
    cleanings: [
      { kind: 'dropped', text: '0', count: 1 },
      { kind: 'dropped', text: '111', count: 1 },
      { kind: 'dropped', text: 'LEAVE A REPLY', count: 1 },
      { kind: 'dropped', text: 'Please enter your comment!', count: 1 },
      { kind: 'dropped', text: 'Please enter your name here', count: 1 },
    ],
    rows: [
      't 1 “Gặp gỡ Nhật Bản 2023”: Chất liệu ⋯ ý tưởng và kế hoạch hợp tác mới',
      'c 5 Lễ cắt băng khai trương gian hàng ⋯ Việt Nam - Nhật Bản. (Ảnh: Tuấn Anh)',
      'p 7 Bộ trưởng Ngoại giao Bùi Thanh Sơn mong muốn ⋯ và doanh nghiệp của Việt Nam.',
      'c 9 Bộ trưởng Ngoại giao Bùi Thanh Sơn và đại biểu ⋯ – Nhật Bản. (Ảnh: Tuấn Anh)',
      'p 11 Ngày 2/11, tại Hà Nội, Bộ Ngoại giao ⋯ “Gặp gỡ Nhật Bản 2023” (Meet Japan 2023).',
      'h 13 Cơ hội trao đổi ⋯ trực tiếp quan trọng',
      'p 15 Hội nghị nằm trong chuỗi các hoạt động ⋯ phát triển kinh tế – xã hội.',
      'p 17 Kể từ năm 2017, Hội nghị ⋯ doanh nghiệp và đối tác Nhật Bản.',
      'p 19 Tại Hội nghị, Bộ trưởng Bộ Ngoại giao ⋯ vào các năm 2013 và 2020.',
      'p 21 Bộ trưởng nhấn mạnh, hợp tác kinh tế, ⋯ phát triển mạnh mẽ, thực chất.',
      'p 23 Địa phương hai nước đã thiết lập ⋯ giao lưu nhân dân giữa hai nước.',
      'p 25 Bộ trưởng khẳng định, Bộ Ngoại giao ⋯ là nhiệm vụ quan trọng.',
      'p 27 Trong 5 năm qua, bình quân mỗi năm ⋯ Thừa Thiên – Huế, Yên Bái…',
      'p 29 Bộ Ngoại giao cũng đã tổ chức ⋯ đối tác quan trọng của Nhật Bản.',
      'p 31 Trên cơ sở các chương trình kết nối đó, ⋯ trực tiếp tại địa phương.',
      'p 33 Theo Bộ trưởng, tại Hội đàm cấp cao ⋯ cấp địa phương giữa hai nước.',
      'p 35 Bộ trưởng mong muốn Hội nghị ⋯ và doanh nghiệp của Việt Nam.',
      'c 37 Lễ cắt băng khai trương gian hàng ⋯ Việt Nam – Nhật Bản. (Ảnh: Tuấn Anh)',
      'p 39 Đại sứ Nhật Bản tại Việt Nam ⋯ hai phía Nhật Bản và Việt Nam.',
      'p 41 Đại sứ Yamada Takio cũng nhấn mạnh, ⋯ chiến lược toàn diện của nhau.',
      'p 43 Đại sứ mong nhận được sự hợp tác ⋯ bước sang giai đoạn mới.',
      'p 45 Hội nghị đã trao đổi, làm rõ ⋯ Việt Nam – Nhật Bản trong thời gian tới.',
      'p 47 Trong khuôn khổ Hội nghị đã diễn ra ⋯ phát triển văn hóa, du lịch’.',
      'p 49 Các bên cũng tập trung thảo luận ⋯ và giáo dục – đào tạo.',
      'p 51 Chiều cùng ngày, Ban tổ chức sự kiện ⋯ doanh nghiệp đối tác Nhật Bản.',
      'p 53 Đây là cơ hội trao đổi trực tiếp ⋯ cho thời kỳ hợp tác mới.',
      'h 55 Ba định hướng ⋯ hợp tác',
      'p 57 Phát biểu kết luận Hội nghị, ⋯ với nhiều dấu ấn nổi bật.',
      'p 59 Thứ trưởng kỳ vọng, Hội nghị ⋯ thiết thực cho cả hai bên.',
      'p 61 Thứ trưởng đề nghị các địa phương, ⋯ trong hợp tác thời gian tới.',
      'p 63 Qua phát biểu của Bộ trưởng ⋯ định hướng hợp tác giữa hai bên.',
      'p 65 Một là,chặng đường 50 năm ⋯ Việt Nam – Nhật Bản lên tầm cao mới.',
      'p 67 Thứ trưởng cho rằng, nền tảng, ⋯ ngày càng gắn bò, bền chặt.',
      'p 69 “Đó là những tài sản quý giá ⋯ nhân dân hai nước”, Thứ trưởng nói.',
      'p 71 Hai là,tiềm năng hợp tác ⋯ nguồn nhân lực và văn hóa, du lịch.',
      'p 73 Lãnh đạo các địa phương Việt Nam ⋯ tình hữu nghị hai bên…',
      'p 75 Các xu thế, động lực tăng trường mới ⋯ bền vững và thông minh hơn.',
      'p 77 Ba là,sự phát triển đi vào chiều sâu ⋯ mạnh mẽ cấp địa phương.',
      'p 79 Hiện có trên 40 cặp địa phương ⋯ từng địa phương với Việt Nam.',
      'p 81 Thứ trưởng cho rằng dư địa hợp tác ⋯ hai nước trong thời gian tới.',
      'b 83 Chu ⋯ Văn',
    ],
  },
  '2025-11-25-dien-dan-hop-tac-dia-phuong-viet-nhat.txt': {
    title: {
      text: 'Sáng 25/11, tại Quảng Ninh, Thủ tướng Chính phủ Phạm Minh Chính đã dự Diễn đàn hợp tác…',
      basis: 'inferred',
    },
    byline: undefined,
    cleanings: [],
    rows: [
      'p 1 Sáng 25/11, tại Quảng Ninh, Thủ tướng ⋯ Kiến tạo tương lai bền vững.”',
      'p 3 Phát biểu tại diễn đàn, Thủ tướng ⋯ toàn diện Việt Nam-Nhật Bản.',
      'p 5 Cùng tham dự có Bí thư Trung ương Đảng, ⋯ chuyên gia tiêu biểu.',
      'p 7 Về phía Nhật Bản, Thủ tướng Nhật Bản ⋯ đang hoạt động tại Việt Nam.',
      'p 9 Sau hơn 50 năm thiết lập, ⋯ chiều sâu, thiết thực, hiệu quả.',
      'p 11 Diễn đàn sẽ cụ thể hóa các nội dung ⋯ lợi ích hài hòa cho cả hai bên.',
      'p 13 Trong khuôn khổ Diễn đàn, sẽ có ⋯ trải nghiệm văn hóa hai nước.',
      'p 15 Phát biểu khai mạc, Bộ trưởng ⋯ thiết thực cho người dân hai nước.',
      'p 17 Với tinh thần “ngoại giao phục vụ ⋯ hiệu quả và tương lai bền vững.',
      'c 19 Thủ tướng Phạm Minh Chính và các đại biểu ⋯ (Ảnh: Dương Giang/TTXVN)',
      'p 21 Phát biểu tại sự kiện, Thủ tướng ⋯ và lời chúc mừng tốt đẹp nhất.',
      'p 23 Cảm ơn Tổng Bí thư Tô Lâm ⋯ thịnh vượng của cả hai quốc gia.',
      'p 25 Thủ tướng Chính phủ Phạm Minh Chính nhấn mạnh ⋯ thương mại, du lịch.',
      'p 27 Đặc biệt, sau 2 năm nâng cấp ⋯ đổi mới trên tất cả các lĩnh vực.',
      'p 29 Cùng với đó, đạt tăng trưởng ⋯ thành quả của quan hệ hai nước.',
      'c 31 Thủ tướng Phạm Minh Chính phát biểu tại ⋯ (Ảnh: Dương Giang/TTXVN)',
      'p 33 Thủ tướng Chính phủ đánh giá cao ⋯ Lãnh đạo cấp cao hai nước.',
      'p 35 Thông tin tới Diễn đàn về tình hình ⋯ GDP đầu người tăng gấp gần 50 lần.',
      'p 37 Kinh tế vĩ mô ổn định, các cân đối lớn ⋯ không ngừng được cải thiện.',
      'p 39 Bước vào kỷ nguyên phát triển mới, ⋯ có thu nhập cao vào năm 2045.',
      'p 41 Chia sẻ về môi trường đầu tư ⋯ hạ tầng thông suốt, quản trị thông minh”.',
      'p 43 Trong số đó, đột phá về thể chế ⋯ mở đường cho phát triển.”',
      'p 45 Đẩy mạnh kết nối hạ tầng thông suốt ⋯ cấp trung gian không cần thiết.',
      'p 47 Cho rằng dư địa, tiềm năng hợp tác ⋯ để hai bên tăng cường hợp tác.',
      'c 49 Thủ tướng Phạm Minh Chính và các đại biểu ⋯ (Ảnh: Dương Giang/TTXVN)',
      'p 51 Trong số đó, Thủ tướng Chính phủ đề nghị ⋯ thiếu động lực tăng trưởng.',
      'p 53 Xác định “lấy doanh nghiệp ⋯ cơ hội kết nối, giao thương.',
      'p 55 Các địa phương hai nước tập trung ⋯ thu nhập cao hơn, kỹ năng tốt hơn.',
      'p 57 Nhấn mạnh, giao lưu văn hóa, ⋯ giữa các địa phương nói riêng.',
      'p 59 Cho rằng đổi mới sáng tạo, ⋯ vườn ươm khởi nghiệp, trung tâm R&D.',
      'p 61 Trong số đó, Thủ tướng mong muốn ⋯ như AI, hạ tầng di động, bán dẫn…',
      'p 63 Thủ tướng đề nghị tăng cường hơn nữa ⋯ biến đổi khí hậu, năng lượng tái tạo.',
      'c 65 Các đại biểu tham dự Diễn đàn ⋯ (Ảnh: Dương Giang/TTXVN)',
      'p 67 Thủ tướng cho biết Chính phủ Việt Nam ⋯ niềm vui, hạnh phúc và sự tự hào.',
      'p 69 Kêu gọi các địa phương và doanh nghiệp ⋯ hai đất nước, hai dân tộc chúng ta./.',
    ],
  },
  '2023-11-27-viet-nam-nhat-ban-nang-cap-quan-he.txt': {
    title: {
      text: 'Trong cuộc hội đàm ở Phủ Thủ tướng Nhật Bản hôm nay, Chủ tịch nước Võ Văn Thưởng và Thủ…',
      basis: 'inferred',
    },
    byline: 'Vũ Anh',
    cleanings: [],
    rows: [
      'p 1 Trong cuộc hội đàm ở Phủ Thủ tướng ⋯ theo thông cáo của Bộ Ngoại giao.',
      'p 2 Chủ tịch nước Võ Văn Thưởng mong ⋯ miễn thị thực cho công dân Việt Nam.',
      'p 3 Hai lãnh đạo nhất trí tăng cường ⋯ quốc phòng Việt Nam - Nhật Bản.',
      'p 4 Về hợp tác kinh tế, hai lãnh đạo ⋯ chuyển đổi số, chuyển đổi xanh.',
      'p 5 Thủ tướng Kishida khẳng định ⋯ nước phát triển vào năm 2045.',
      'p 6 Nhấn mạnh doanh nghiệp Nhật Bản ⋯ FDI của Nhật Bản tại Việt Nam.',
      'p 7 Chủ tịch nước Võ Văn Thưởng đề nghị ⋯ chanh leo của Việt Nam.',
      'p 8 Hai bên khẳng định tiếp tục phối hợp ⋯ OECD, RCEP, CPTPP.',
      'p 9 Sau hội đàm, hai lãnh đạo cùng ra ⋯ ở châu Á và trên thế giới".',
      'p 10 Hai lãnh đạo cũng chứng kiến ký kết ⋯ LOTUSat-1giai đoạn 2024-2029.',
      'p 11 Chủ tịch nước Võ Văn Thưởng và phu nhân ⋯ nhà nước Nhật Bản ngày 27-30/11.',
      'p 12 Việt Nam - Nhật Bản thiết lập ⋯ hòa bình và thịnh vượng ở châu Á.',
      'p 13 Nhật Bản là nước G7 đầu tiên ⋯ hợp tác khu vực, quốc tế.',
      'p 14 Nhật Bản là đối tác kinh tế ⋯ 24,2 tỷ USD và nhập khẩu 23,4 tỷ USD.',
      'b 15 Vũ ⋯ Anh',
    ],
  },
};

function readRow(row: string) {
  const [, kind = '', line = '', first = '', last = ''] =
    /^(\w) (\d+) (.+) ⋯ (.+)$/u.exec(row) ?? [];
  return { kind: KINDS[kind], line: Number(line), first, last };
}

describe.each(Object.entries(ARTICLES))('%s', (file, expected) => {
  const raw = readFileSync(new URL(file, FOLDER), 'utf8');
  const parsed = parseArticle(raw);
  const rows = expected.rows.map(readRow);

  it('has the kinds of blocks that a reader sees, in their order', () => {
    expect(parsed.blocks.map(({ kind }) => kind)).toEqual(rows.map(({ kind }) => kind));
  });

  it('starts and ends each block where the page does, every letter as it stands', () => {
    const rawLines = raw.split('\n');
    for (const [at, { line, first, last }] of rows.entries()) {
      const text = parsed.blocks[at]?.text ?? '';
      expect(text.startsWith(first), `${first} | ${text}`).toBe(true);
      expect(text.endsWith(last), `${last} | ${text}`).toBe(true);
      expect(text).toBe(rawLines[line - 1]);
    }
  });

  it('knows the title, the byline and what was cleaned', () => {
    expect(parsed.title).toBe(expected.title.text);
    expect(parsed.titleBasis).toBe(expected.title.basis);
    expect(parsed.byline).toBe(expected.byline);
    expect(parsed.cleanings).toEqual(expected.cleanings);
  });

  it('reads decomposed text as the same blocks, and says that it composed it', () => {
    const decomposed = parseArticle(raw.normalize('NFD'));
    expect(decomposed.blocks).toEqual(parsed.blocks);
    expect(decomposed.cleanings.map(({ kind }) => kind)).toContain('normalised');
  });
});

it('leaves misprints as they are', () => {
  const text = Object.keys(ARTICLES)
    .flatMap((file) => parseArticle(readFileSync(new URL(file, FOLDER), 'utf8')).blocks)
    .map((block) => block.text)
    .join('\n');
  const misprints = ['đứng thứ 2i về', 'LOTUSat-1giai đoạn', 'Một là,chặng đường', 'Hưng Yên..)'];
  for (const misprint of misprints) expect(text).toContain(misprint);
});

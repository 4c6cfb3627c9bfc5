import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { articleText, type BlockKind } from './article.ts';
import { parseArticle } from './parse-article.ts';

const FILE = '2023-12-19-lan-song-dau-tu-moi-viet-nhat.txt';
const raw = readFileSync(new URL(`../../../resources/articles/${FILE}`, import.meta.url), 'utf8');
const parsed = parseArticle(raw);

/** Read off the raw run: kind, first words, last words. */
const ROWS: readonly (readonly [BlockKind, string, string])[] = [
  ['title', 'Chuyến công tác của Thủ tướng', 'mở ra làn sóng đầu tư mới Việt - Nhật'],
  ['paragraph', 'Thứ trưởng Ngoại giao Đỗ Hùng Việt đánh giá', 'trong các lĩnh vực mới.'],
  ['paragraph', '"Điều lớn nhất cảm nhận được', 'ngày 15-18/12 của Thủ tướng Phạm Minh Chính.'],
  ['paragraph', 'Chuyến công tác diễn ra hai tuần', 'xây dựng kinh tế độc lập, tự chủ.'],
  ['paragraph', 'Nhật Bản nhất trí mở rộng hợp tác', 'chuyển đổi số, đổi mới sáng tạo.'],
  ['paragraph', 'Hơn 30 văn kiện hợp tác, trị giá', 'ứng dụng trí tuệ nhân tạo, robot.'],
  ['paragraph', '"Đây có thể là bước khởi đầu', 'tương lai gần", Thứ trưởng Việt nhận xét.'],
  ['caption', 'Thủ tướng Phạm Minh Chính hội đàm cùng', 'tại Tokyo, Nhật Bản. Ảnh: Nhật Bắc'],
  ['paragraph', 'Nỗ lực làm sôi động hơn hợp tác ODA', 'USD), cao nhất kể từ năm 2017.'],
  ['paragraph', 'Thúc đẩy liên kết nguồn nhân lực,', 'gần 200 người lao động Việt Nam.'],
  ['paragraph', 'Thủ tướng đã thăm tỉnh Gunma,', 'tại các địa phương của Việt Nam.'],
  ['paragraph', '"Chuyến công tác của Thủ tướng', 'tháng 11", Thứ trưởng Ngoại giao đánh giá.'],
  ['caption', 'Thủ tướng Phạm Minh Chính dự Diễn đàn', 'tại Tokyo, Nhật Bản. Ảnh: Nhật Bắc'],
  ['paragraph', 'Thứ trưởng Đỗ Hùng Việt cũng điểm lại', 'với ASEAN đóng vai trò trung tâm.'],
  ['paragraph', 'Nhật Bản cần tích cực hỗ trợ', 'kế hoạch hợp tác thiết thực.'],
  ['paragraph', 'Thủ tướng Phạm Minh Chính nhấn mạnh 4 kết nối,', 'tăng trưởng đơn thuần.'],
  ['paragraph', 'Trong chuyến công tác, Thủ tướng', 'tăng trưởng kinh tế tại châu Á.'],
  ['paragraph', '"Việt Nam đã tham gia chủ động,', 'tại hội nghị", Thứ trưởng nhấn mạnh.'],
  ['caption', 'Các lãnh đạo ASEAN - Nhật Bản tại', 'Nhật Bản, ngày 17/12. Ảnh: Nhật Bắc'],
  ['byline', 'Hoài', 'Thu'],
];

/** Passages as a newspaper prints them, whole: where words and marks had to be put back. */
const PRINTED: readonly string[] = [
  '"Điều lớn nhất cảm nhận được qua chuyến thăm là bầu không khí chân thành, tình cảm, tin cậy, thực chất và hiệu quả trong quan hệ Việt Nam - Nhật Bản", Thứ trưởng Đỗ Hùng Việt chiều 19/12 trả lời phỏng vấn',
  'quan hệ ASEAN - Nhật Bản và các hoạt động song phương ngày 15-18/12 của',
  'Thủ tướng Phạm Minh Chính hội đàm cùng Thủ tướng Nhật Bản Kishida Fumio, ngày 16/12, tại Tokyo, Nhật Bản. Ảnh: Nhật Bắc',
  'tổng trị giá hơn 200 triệu USD. Các cam kết cho vay này',
  'đạt hơn 100 tỷ yen (gần 800 triệu USD), cao nhất',
  'trên tinh thần "không để ai bị bỏ lại phía sau". Lãnh đạo Việt Nam cho rằng',
  'tăng cường kết nối về kinh tế - thương mại, đầu tư; đẩy mạnh kết nối',
  'và nông nghiệp thông minh...; ưu tiên kết nối',
  'về "Cộng đồng phát thải ròng bằng 0 châu Á" (AZEC). Thủ tướng đưa ra',
  'doanh nghiệp hai trước trao đổi, ký kết tại Diễn đàn Kinh tế Việt - Nhật ở Tokyo.',
];

describe(FILE, () => {
  it('cuts the run into title, paragraphs, captions and byline', () => {
    expect(parsed.blocks.map(({ kind }) => kind)).toEqual(ROWS.map(([kind]) => kind));
    for (const [at, [, first, last]] of ROWS.entries()) {
      const text = parsed.blocks[at]?.text ?? '';
      expect(text.startsWith(first), `${first} | ${text}`).toBe(true);
      expect(text.endsWith(last), `${last} | ${text}`).toBe(true);
    }
  });

  it('prints the passages as a newspaper does', () => {
    const text = articleText(parsed);
    for (const passage of PRINTED) expect(text).toContain(passage);
    expect(text).not.toMatch(/_| [,.;:!?)]|\( | {2}/u);
  });

  it('cuts paragraphs of a readable length', () => {
    const lengths = parsed.blocks
      .filter(({ kind }) => kind === 'paragraph')
      .map(({ text }) => text.length);
    expect(Math.max(...lengths)).toBeLessThan(600);
    expect(Math.min(...lengths)).toBeGreaterThan(120);
  });

  it('keeps every letter and digit in its order', () => {
    const signs = (text: string) => text.match(/[\p{L}\p{M}\p{N}]/gu)?.join('');
    expect(signs(articleText(parsed))).toBe(signs(raw));
  });

  it('knows the title, the byline and what was cleaned', () => {
    expect(parsed.title).toBe(ROWS[0]?.slice(1).join(' '));
    expect(parsed.titleBasis).toBe('printed');
    expect(parsed.byline).toBe('Hoài Thu');
    // The raw run has 414 underscores. What else became shorter are spaces: all were closed up but
    // those at the two sides of the title's quotes, which went with them.
    const quotesWithSpaces = 4;
    const spaces = raw.trim().length - articleText(parsed).length - quotesWithSpaces;
    expect(parsed.cleanings).toEqual([
      { kind: 'dropped', text: "'", count: 2 },
      { kind: 'rejoined', text: '', count: 414 + spaces },
      { kind: 'split', text: '', count: ROWS.length - 1 },
    ]);
  });

  it('reads decomposed text as the same blocks', () => {
    expect(parseArticle(raw.normalize('NFD')).blocks).toEqual(parsed.blocks);
  });
});

import { describe, expect, it } from 'vitest';
import { parseArticle } from './parse-article.ts';

const P = 'Hội nghị nằm trong chuỗi các hoạt động do Bộ Ngoại giao tổ chức hàng năm nhằm hỗ trợ.';
const CAPTION = 'Lễ khai mạc tại Hà Nội. (Ảnh: Tuấn Anh)';

describe('parseArticle', () => {
  it.each(['', ' \n\t\r\n ', '\uFEFF', '\u200B\n\u200B'])('reads %j as no blocks', (raw) => {
    const { title, titleBasis, blocks } = parseArticle(raw);
    expect({ title, titleBasis, blocks }).toEqual({
      title: '',
      titleBasis: 'inferred',
      blocks: [],
    });
  });

  it('names no byline where there is none', () => {
    expect(parseArticle(P)).not.toHaveProperty('byline');
    expect(parseArticle(`${P}\nVũ Anh\nTheo Reuters`).byline).toBe('Vũ Anh, Theo Reuters');
  });

  it('tells what it dropped in the order of the page, and how often', () => {
    const { cleanings } = parseArticle(`Chia sẻ\n7\n${P}\n\nTheo TTXVN\nChia sẻ\nLEAVE A REPLY`);
    expect(cleanings).toEqual([
      { kind: 'dropped', text: 'Chia sẻ', count: 2 },
      { kind: 'dropped', text: '7', count: 1 },
      { kind: 'dropped', text: 'LEAVE A REPLY', count: 1 },
    ]);
  });

  it('tells that it composed characters and evened spaces', () => {
    expect(parseArticle('Ha\u0300  Nội').cleanings).toEqual([
      { kind: 'normalised', text: '', count: 2 },
    ]);
  });

  it('cuts a long text without line breaks at its captions and into paragraphs', () => {
    const raw = `${Array(12).fill(P).join(' ')} ${CAPTION} ${Array(8).fill(P).join(' ')} Vũ Anh`;
    const { blocks, byline, cleanings } = parseArticle(raw);
    expect(blocks.map(({ text }) => text).join(' ')).toBe(raw);
    expect(blocks.find(({ kind }) => kind === 'caption')?.text).toBe(CAPTION);
    expect(byline).toBe('Vũ Anh');
    expect(cleanings).toEqual([{ kind: 'split', text: '', count: blocks.length - 1 }]);
  });

  it('sees a run between the counters of a page', () => {
    const run = Array(20).fill(P).join(' ');
    const { blocks, cleanings } = parseArticle(`0\n111\n${run}\n4`);
    expect(blocks.length).toBeGreaterThan(3);
    expect(cleanings.map(({ text }) => text)).toEqual(['0', '111', '4', '']);
  });

  it('drops what a page put behind a credit in the same run', () => {
    const raw = 'Thủ_tướng dự hội_nghị tại Hà_Nội . Ảnh : Nhật_Bắc 12 bình_luận';
    const { blocks, cleanings } = parseArticle(raw);
    expect(blocks.map(({ text }) => text)).toEqual([
      'Thủ tướng dự hội nghị tại Hà Nội. Ảnh: Nhật Bắc',
    ]);
    expect(cleanings[0]).toEqual({ kind: 'dropped', text: '12 bình luận', count: 1 });
  });

  it('cuts no long paragraph of an article that has line breaks', () => {
    const long = Array(20).fill(P).join(' ');
    expect(parseArticle([P, long, P].join('\n')).blocks.map(({ text }) => text)).toEqual([
      P,
      long,
      P,
    ]);
  });

  it('reads word-segmented text that has line breaks', () => {
    const raw = [
      "' Thủ_tướng thăm Nhật_Bản '",
      '',
      'Thứ_trưởng Ngoại_giao đánh_giá chuyến công_tác rất thành_công .',
      'Thủ_tướng dự hội_nghị . ( Ảnh : Tuấn_Anh / TTXVN )',
      'Theo TTXVN',
    ];
    expect(parseArticle(raw.join('\n')).blocks).toEqual([
      { kind: 'title', text: 'Thủ tướng thăm Nhật Bản' },
      {
        kind: 'paragraph',
        text: 'Thứ trưởng Ngoại giao đánh giá chuyến công tác rất thành công.',
      },
      { kind: 'caption', text: 'Thủ tướng dự hội nghị. (Ảnh: Tuấn Anh/TTXVN)' },
      { kind: 'byline', text: 'Theo TTXVN' },
    ]);
  });
});

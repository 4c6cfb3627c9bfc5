import { describe, expect, it } from 'vitest';
import { classify } from './classify.ts';

const P = 'Hội nghị nằm trong chuỗi các hoạt động do Bộ Ngoại giao tổ chức hàng năm nhằm hỗ trợ.';
const kinds = (...texts: string[]) => classify(texts).map(({ kind }) => kind);

describe('classify', () => {
  it('reads title, headings, caption and byline by shape', () => {
    const texts = ['Gặp gỡ Nhật Bản 2023', 'Lễ ký. (Ảnh: Tuấn Anh)', P, 'Cơ hội mới', P, 'Chu Văn'];
    const expected = ['title', 'caption', 'paragraph', 'heading', 'paragraph', 'byline'];
    expect(kinds(...texts)).toEqual(expected);
  });

  it('takes a first paragraph for no title', () => {
    expect(kinds(P, P)).toEqual(['paragraph', 'paragraph']);
    expect(kinds('Ông đến hôm nay.', P)[0]).toBe('paragraph');
    expect(kinds('Các bên nhất trí:', P)[0]).toBe('paragraph');
    expect(kinds('và những điều khác', P)[0]).toBe('paragraph');
  });

  it('takes a question for a title, two sentences for none', () => {
    expect(kinds('Vì sao Nhật Bản chọn Việt Nam?', P)[0]).toBe('title');
    expect(kinds('Ông đến. Vì sao?', P)[0]).toBe('paragraph');
  });

  it('looks below the name of the newspaper’s section for the title', () => {
    const texts = ['Thế giới', 'Thủ tướng thăm Nhật Bản tuần này', P];
    expect(kinds(...texts)).toEqual(['paragraph', 'title', 'paragraph']);
    expect(kinds('Thế giới', 'Cơ hội mới', P)).toEqual(['title', 'heading', 'paragraph']);
  });

  it('finds a byline below the title where none is at the end', () => {
    expect(kinds('Thăm Nhật Bản', 'Vũ Anh - Thu Hà', P)[1]).toBe('byline');
    expect(kinds('Thăm Nhật Bản', 'Hà Anh', P, 'Chu Văn')).toEqual([
      'title',
      'heading',
      'paragraph',
      'byline',
    ]);
  });

  it('finds two bylines, and one before a picture', () => {
    expect(kinds(P, 'Vũ Anh', 'Theo Reuters')).toEqual(['paragraph', 'byline', 'byline']);
    expect(kinds(P, 'Vũ Anh', 'Lễ ký. Ảnh: AFP')).toEqual(['paragraph', 'byline', 'caption']);
  });

  it('takes no name for a byline that the text speaks of', () => {
    expect(kinds(`${P} Khách đến Việt Nam đông hơn trước.`, 'Việt Nam')[1]).toBe('paragraph');
    expect(kinds(`${P} Khách đến đông hơn trước.`, 'Việt Nam')[1]).toBe('byline');
  });

  it('takes at most two short lines in a row for headings, more for a list', () => {
    expect(kinds(P, 'Phần một', 'Cơ hội mới', P).slice(1, 3)).toEqual(['heading', 'heading']);
    expect(kinds(P, 'Gạo', 'Cà phê', 'Hồ tiêu', P).slice(1, 4)).toEqual(Array(3).fill('paragraph'));
  });

  it('takes no list item, date or last line for a heading', () => {
    expect(kinds(P, '- Gạo trắng', P)[1]).toBe('paragraph');
    expect(kinds(P, 'Thứ hai, 18/12/2023, 10:30 (GMT+7)', P)[1]).toBe('paragraph');
    expect(kinds(P, 'Cơ hội mới cho hai nước')[1]).toBe('paragraph');
  });

  it('sees a heading above a caption', () => {
    expect(kinds(P, 'Cơ hội mới', 'Lễ ký. Ảnh: AFP', P)[1]).toBe('heading');
  });

  it('takes all for paragraphs where there is no running text', () => {
    expect(kinds('Xin chào', 'Chu Văn')).toEqual(['paragraph', 'paragraph']);
    expect(kinds('Xin chào', 'Ảnh: Tuấn Anh')).toEqual(['paragraph', 'caption']);
    expect(kinds()).toEqual([]);
  });
});

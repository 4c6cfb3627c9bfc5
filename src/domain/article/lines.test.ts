import { describe, expect, it } from 'vitest';
import { linesToBlocks } from './lines.ts';

const WRAPPED = [
  'Bộ Ngoại giao tổ chức hội nghị nằm trong chuỗi các hoạt động nhằm',
  'hỗ trợ các địa phương hội nhập quốc tế, thu hút các nguồn lực của',
  'bên ngoài.',
];
const JOINED = WRAPPED.join(' ');

describe('linesToBlocks', () => {
  it('reads one block a line, with or without empty lines between', () => {
    expect(linesToBlocks(['Một.', 'Hai.', '', 'Ba.', '', '', 'Bốn.'])).toEqual([
      'Một.',
      'Hai.',
      'Ba.',
      'Bốn.',
    ]);
    expect(linesToBlocks(['', ''])).toEqual([]);
  });

  it('joins lines that were broken to a width, and parts blocks at empty ones', () => {
    expect(linesToBlocks([...WRAPPED, '', ...WRAPPED])).toEqual([JOINED, JOINED]);
  });

  it('joins no counter to a wrapped paragraph', () => {
    expect(linesToBlocks(['12', ...WRAPPED])).toEqual(['12', JOINED]);
  });

  it('joins nothing where lines are long', () => {
    const long = WRAPPED.map((line) => `${line} ${line} ${line}`);
    expect(linesToBlocks(long)).toEqual(long);
  });

  it('joins no verse, no list and no lines that are whole sentences', () => {
    const verse = ['Trăm năm trong cõi người ta,', 'chữ tài chữ mệnh khéo là ghét nhau.'];
    const list = ['Các bên đã thảo luận nhiều nội dung hợp tác:', 'gạo', 'cà phê', 'hồ tiêu'];
    const whole = WRAPPED.map((line) => `${line.charAt(0).toUpperCase()}${line.slice(1)}`);
    for (const lines of [verse, list, whole]) expect(linesToBlocks(lines)).toEqual(lines);
  });
});

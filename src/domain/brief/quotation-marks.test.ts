import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testWords } from './brief.testing.ts';
import { quoted } from './quotation-marks.ts';

const cite = (text: string) => quoted(text, testWords.quotationMarks);

describe('a text in quotation marks', () => {
  it.each([
    ['Hai nước ký kết.', '“Hai nước ký kết.”'],
    ['', '“”'],
    ['Đối tác “số một” của', '“Đối tác ‘số một’ của”'],
    ['a "b" c', '“a ‘b’ c”'],
    ['"a" ("b")', '“‘a’ (‘b’)”'],
    ['a “b ‘c’ d” e', '“a ‘b “c” d’ e”'],
    ['a “b “c” d” e', '“a ‘b “c” d’ e”'],
    ['‘a’', '“‘a’”'],
    ['„a”', '“‘a’”'],
  ])('has those within it in turn: %s', (text, expected) => {
    expect(cite(text)).toBe(expected);
  });

  it('keeps apostrophes and inches', () => {
    expect(cite('Japan’s “plan’s end” 15" TV')).toBe('“Japan’s ‘plan’s end’ 15" TV”');
  });

  it('keeps a passage apart that begins or ends within a quotation', () => {
    expect(cite('hết.” Ông nói')).toBe('“hết.’ Ông nói”');
    expect(cite('Ông nói: “Tôi')).toBe('“Ông nói: ‘Tôi”');
  });

  it('changes nothing but quotation marks', () => {
    const some = fc.array(fc.constantFrom('a', 'Đ', ' ', '“', '”', '"', '‘', '’', '„', '👍'));
    fc.assert(
      fc.property(some, (pieces) => {
        const text = pieces.join('');
        const bare = (marked: string) => marked.replace(/[“”„"‘’]/g, '·');
        expect(bare(cite(text))).toBe(`·${bare(text)}·`);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findAll } from './find.ts';
import { foldText } from './fold.ts';

const found = (text: string, query: string, folding: 'letters' | 'tones') =>
  findAll(foldText(text, folding), query, folding).map(({ start, end }) => text.slice(start, end));

describe('findAll', () => {
  test.each([
    ['Vốn đầu tư và lao động', 'dau tu', ['đầu tư']],
    ['Vốn đầu tư và lao động', 'LAO ĐỘNG', ['lao động']],
    ['Đường dương', 'duong', ['Đường', 'dương']],
    ['đau đầu dầu', 'đau', ['đau', 'đầu', 'dầu']],
    ['kiến tạo', '  kien   tao ', ['kiến tạo']],
    ['không có gì', 'đầu', []],
    ['aaaa', 'aa', ['aa', 'aa']],
    ['anything', '   ', []],
  ])('in “%s”, “%s” finds its letters whatever the marks', (text, query, hits) => {
    expect(found(text, query, 'letters')).toEqual(hits);
  });

  test.each([
    ['đau đầu dầu', 'đau', ['đau']],
    ['Đau ĐAU', 'đau', ['Đau', 'ĐAU']],
    ['đường dương', 'dương', ['dương']],
  ])('with exact tones, in “%s”, “%s” finds only itself', (text, query, hits) => {
    expect(found(text, query, 'tones')).toEqual(hits);
  });

  test('a decomposed query finds composed text', () => {
    expect(found('hợp tác', 'hợp tác'.normalize('NFD'), 'tones')).toEqual(['hợp tác']);
  });

  test('every hit is where the text says it, also around emoji and capital letters that grow', () => {
    const text = '👩🏽‍🌾 İstanbul đầu tư 🇻🇳 đầu tư';
    expect(found(text, 'dau tu', 'letters')).toEqual(['đầu tư', 'đầu tư']);
  });

  test('whatever stands in a text is found in it', () => {
    const words = fc.stringMatching(/^[a-zđăâêôơưáàảãạếềểễệ]{1,6}$/u);
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 12 }), fc.nat(), (list, pick) => {
        const word = list[pick % list.length] ?? '';
        expect(found(list.join(' '), word, 'tones')).toContain(word);
      }),
    );
  });
});

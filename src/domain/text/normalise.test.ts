import { describe, expect, it } from 'vitest';
import { collapseSpaces, dropInvisible, normaliseLines, toNfc } from './normalise.ts';

describe('toNfc', () => {
  it('composes Vietnamese letters whatever the order of their marks', () => {
    expect(toNfc('tie\u0302\u0301ng Vie\u0323\u0302t')).toBe('tiếng Việt');
    expect(toNfc('Vie\u0302\u0323t')).toBe('Việt');
  });
});

describe('dropInvisible', () => {
  it.each([
    ['byte order mark', '\uFEFFHà Nội', 'Hà Nội'],
    ['zero-width space', 'hợp\u200Btác', 'hợptác'],
    ['soft hyphen', 'thương\u00ADmại', 'thươngmại'],
    ['direction marks', '\u200EHà\u202C Nội\u2069', 'Hà Nội'],
    ['a joiner in a word', 'Nh\u200Dật B\u200Cản', 'Nhật Bản'],
    ['a joiner at the end', 'Nhật\u200D', 'Nhật'],
  ])('leaves out %s', (_, text, expected) => {
    expect(dropInvisible(text)).toBe(expected);
  });

  it.each([
    ['an astronaut', '👩\u200D🚀'],
    ['a skin tone', '👩🏽\u200D🚀'],
    ['a heart on fire', '❤\uFE0F\u200D🔥'],
    ['a Persian word', 'می\u200Cخواهم'],
  ])('keeps what joins %s', (_, text) => {
    expect(dropInvisible(text)).toBe(text);
  });
});

describe('collapseSpaces', () => {
  it('makes one space of any white space and of control characters, and none at the ends', () => {
    expect(collapseSpaces('\t Hà\u00A0\u2003 Nội\u0000\u0007mới \u3000')).toBe('Hà Nội mới');
  });
});

describe('normaliseLines', () => {
  it('ends lines as every system and word processor does', () => {
    const { lines } = normaliseLines('a\r\nb\rc\nd\u2028e\u2029f\u0085g\vh\fi');
    expect(lines).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']);
  });

  it('counts nothing where nothing but line ends and outer spaces changed', () => {
    expect(normaliseLines('  Hà Nội \r\n\r\nHuế')).toEqual({
      lines: ['Hà Nội', '', 'Huế'],
      changes: 0,
    });
  });

  it('counts each composed character, invisible one and uneven space', () => {
    expect(normaliseLines('Ha\u0300 No\u0323\u0302i').changes).toBe(2);
    expect(normaliseLines('\uFEFFHà\u200B Nội').changes).toBe(2);
    expect(normaliseLines('Hà  Nội\u00A0mới').changes).toBe(2);
    expect(normaliseLines('\u2126').changes).toBe(1);
  });

  it('composes what an invisible character held apart', () => {
    expect(normaliseLines('e\u200B\u0301').lines).toEqual(['é']);
  });

  it('leaves no half of a surrogate pair', () => {
    expect(normaliseLines('a\uD800b').lines).toEqual(['a\uFFFDb']);
  });

  it('keeps the tone where its writer put it, and the Icelandic letter that looks like Đ', () => {
    expect(normaliseLines('hoà hòa Ðông').lines).toEqual(['hoà hòa Ðông']);
  });
});

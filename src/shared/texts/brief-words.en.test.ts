import { describe, expect, it } from 'vitest';
import { briefWordsEn } from './brief-words.en.ts';

describe('the English words of a brief', () => {
  it('write a day as a person does, whatever the time zone', () => {
    expect(briefWordsEn.day('2023-12-18')).toBe('18 December 2023');
    expect(briefWordsEn.day('2025-01-01')).toBe('1 January 2025');
  });

  it('leave alone what is no day', () => {
    expect(briefWordsEn.day('about Tết')).toBe('about Tết');
  });

  it('tell a translation that was checked from one that was not, as reading a brief back must', () => {
    expect(briefWordsEn.translation).toBe('Translation:');
    expect(briefWordsEn.uncheckedTranslation).toBe('Unchecked translation:');
  });

  it('tell one from many', () => {
    expect(briefWordsEn.passages(1)).toBe('1 passage');
    expect(briefWordsEn.passages(3)).toBe('3 passages');
    expect(briefWordsEn.allVerified(1)).toBe('quote verified');
    expect(briefWordsEn.allVerified(3)).toBe('quotes verified');
    expect(briefWordsEn.unverified(1, 1)).toBe('quote unverified');
    expect(briefWordsEn.unverified(2, 5)).toBe('2 of 5 quotes unverified');
    expect(briefWordsEn.detached(1, 1)).toBe('quote without a place in the article');
    expect(briefWordsEn.detached(1, 3)).toBe('1 of 3 quotes without a place in the article');
  });
});

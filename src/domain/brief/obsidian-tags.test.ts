import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { obsidianTags } from './obsidian-tags.ts';

describe('tags for Obsidian', () => {
  it.each([
    ['ODA', 'ODA'],
    ['Lao động', 'Lao-động'],
    ['đầu tư công', 'đầu-tư-công'],
    ['R&D / AI', 'R-D/AI'],
    ['  #AZEC, xanh! ', 'AZEC-xanh'],
    ['công_tác', 'công_tác'],
    ['a//b/', 'a/b'],
    ['2023', '_2023'],
    ['2023-12', '_2023-12'],
    ['năm 2023', 'năm-2023'],
    ['ho\u00ADà\u200B bình', 'hoà-bình'],
  ])('%s becomes %s', (name, tag) => {
    expect(obsidianTags([name])).toEqual([tag]);
    expect(obsidianTags([name.normalize('NFD')])).toEqual([tag]);
  });

  it('are left out where nothing remains, and where there is one already', () => {
    expect(obsidianTags(['👍', '—', '', 'ODA', 'oda', 'Lao động', 'lao-Động'])).toEqual([
      'ODA',
      'Lao-động',
    ]);
  });

  it('are what Obsidian takes, whatever they were', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (names) => {
        for (const tag of obsidianTags(names)) {
          expect(tag).toMatch(/^[\p{L}\p{M}\p{N}_/-]+$/u);
          expect(tag).toMatch(/[^\p{N}/-]/u);
          expect(tag).toBe(tag.normalize('NFC'));
        }
      }),
    );
  });
});

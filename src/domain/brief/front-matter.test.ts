import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { aBrief } from './brief.testing.ts';
import { frontMatterOf } from './front-matter.ts';

describe('front matter', () => {
  const texts = [
    'No',
    'yes',
    'y',
    '2023-12-18',
    '12:30',
    '0777',
    '~',
    'null',
    '---',
    '<<',
    'a: b # c',
  ];

  it.each(texts)('stays text for readers of YAML 1.1 and 1.2 alike: %s', (name) => {
    const matter = frontMatterOf(aBrief([], { title: name, tagNames: [name, name] }));
    for (const version of ['1.1', '1.2'] as const) {
      expect(parse(matter, { version })).toMatchObject({ title: name, tags: [name, name] });
    }
  });

  it('has the day of export as a date', () => {
    const matter = frontMatterOf(aBrief([]));
    expect(matter).toContain('\ncreated: 2026-11-22\n');
    expect(parse(matter, { version: '1.1' }).created).toEqual(new Date('2026-11-22'));
  });

  it('does not fail over a day that is none', () => {
    expect(parse(frontMatterOf(aBrief([], { created: 'to\nday' }))).created).toBe('to day');
  });

  it('keeps each fact on one line, however long', () => {
    const title = 'Quan hệ Việt Nam – Nhật Bản: '.repeat(20).trim();
    expect(frontMatterOf(aBrief([], { title })).split('\n')).toHaveLength(6);
  });
});

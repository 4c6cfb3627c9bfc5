import { describe, expect, test } from 'vitest';
import { FIRST_TAGS } from '../tag/codebook.ts';
import type { Tag } from '../tag/tag.ts';
import { project, read } from './foreign.testing.ts';

describe('codes', () => {
  const tagsOf = (codes: string, codebook: readonly Tag[] = []) =>
    read(project('X', `<CodeBook><Codes>${codes}</Codes></CodeBook>`), {}, { codebook }).tags;
  const code = (last: string, name: string, inside = '', isCodable = true) =>
    `<Code guid="0F0D0A00-0000-4000-8000-00000000000${last}" name="${name}" isCodable="${isCodable}">${inside}</Code>`;
  const names = (tags: readonly Tag[]) => tags.map(({ name }) => name);

  test('within others are called after them; groups alone are no tags', () => {
    expect(
      names(
        tagsOf(code('1', 'Kinh tế', code('2', 'Vốn') + code('3', 'Nhóm', code('4', 'Nợ'), false))),
      ),
    ).toEqual(['Kinh tế', 'Kinh tế / Vốn', 'Kinh tế / Nhóm / Nợ']);
  });

  test('within others are ours of that name, unless two of the file have it', () => {
    const nested = code('1', 'A', code('2', 'oda'.normalize('NFD')));
    expect(names(tagsOf(nested, FIRST_TAGS))).toEqual(['A']);
    expect(names(tagsOf(nested + code('3', 'B', code('4', 'ODA')), FIRST_TAGS))).toEqual([
      'A',
      'A / oda',
      'B',
      'B / ODA',
    ]);
  });

  test('in another spelling are ours; of two of ours, the one that is spelt so', () => {
    const tag = (name: string): Tag => ({ ...(FIRST_TAGS[0] as Tag), id: `tag-${name}`, name });
    const ours = [tag('Hòa bình'), tag('Đầu tư')];
    const others = ['Hoà bình', 'HOÀ_BÌNH', 'Ho&#xAD;à&#x200B; bình', 'Hòa bình'.normalize('NFD')];
    for (const name of others) expect(tagsOf(code('1', name), ours)).toEqual([]);
    expect(tagsOf(code('1', 'Ðầu tư'), ours)).toEqual([]);
    expect(names(tagsOf(code('1', 'Hoá bình') + code('2', 'Kỹ thuật'), ours))).toEqual([
      'Hoá bình',
      'Kỹ thuật',
    ]);
    const pair = [...ours, tag('Hoà bình')];
    expect(tagsOf(code('1', 'Hoà bình') + code('2', 'Hòa bình'), pair)).toEqual([]);
    expect(names(tagsOf(code('1', '&#x200B;')))).toEqual(['0f0d0a00-0000-4000-8000-000000000001']);
  });

  test('of one name, too long, or without one, get names that can be had', () => {
    const long = 'ệ'.repeat(70);
    const made = names(
      tagsOf(code('1', 'Vốn') + code('2', 'VỐN') + code('3', long) + code('4', ' ')),
    );
    expect(made).toEqual([
      'Vốn',
      'VỐN (2)',
      'ệ'.repeat(60),
      '0f0d0a00-0000-4000-8000-000000000004',
    ]);
  });

  test('that came from us before are ours, by their GUIDs', () => {
    const ours: Tag = {
      id: '0f0d0a00-0000-4000-8000-000000000001',
      name: 'Khác',
      description: '',
      colour: 'teal',
      order: 1,
    };
    expect(tagsOf(code('1', 'Vốn'), [ours])).toEqual([]);
  });
});

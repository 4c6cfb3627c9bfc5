import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  byCodebookOrder,
  checkName,
  FIRST_TAGS,
  newTag,
  TAG_NAME_LIMIT,
  tagFinder,
} from './codebook.ts';
import { TAG_COLOURS, type Tag } from './tag.ts';

const aTag = (fields: Partial<Tag>): Tag => ({
  id: 'tag-1',
  name: 'ODA',
  description: '',
  colour: 'amber',
  order: 1,
  ...fields,
});

/** Adds tags named `names` one by one, as an analyst would. */
function grown(codebook: readonly Tag[], names: readonly string[]): readonly Tag[] {
  const tags = [...codebook];
  for (const name of names) {
    const made = newTag(tags, `tag-${name}`, name);
    if (!made.ok) throw new Error(`${name}: ${made.reason.kind}`);
    tags.push(made.value);
  }
  return tags;
}

const numbered = (count: number) => Array.from({ length: count }, (_, index) => `Tag ${index}`);

describe('the first codebook', () => {
  test('has the three agreed tags, with their keys', () => {
    expect(FIRST_TAGS.map(({ name, shortcut }) => [name, shortcut])).toEqual([
      ['ODA', '1'],
      ['Labour', '2'],
      ['AZEC', '3'],
    ]);
  });

  test('could have been made tag by tag', () => {
    const names = FIRST_TAGS.map(({ name }) => name);
    const withoutWords = (tag: Tag) => ({ ...tag, id: '', description: '' });
    expect(grown([], names).map(withoutWords)).toEqual(FIRST_TAGS.map(withoutWords));
  });
});

describe('a name', () => {
  const codebook = [aTag({ id: 'tag-trade', name: 'Đầu tư công' })];

  test.each([
    ['as it is', 'Đầu tư công'],
    ['with its marks apart', 'Đầu tư công'.normalize('NFD')],
    ['in lower case', 'đầu tư công'],
    ['in capitals', 'ĐẦU TƯ CÔNG'],
    ['in capitals with their marks apart', 'ĐẦU TƯ CÔNG'.normalize('NFD')],
    ['with space around it', '  Đầu tư công\n'],
    ['with more or other space within', 'Đầu \t tư\u00a0công'],
    ['with eth', 'Ðầu tư công'],
    ['with African D', 'Ɖầu tư công'],
    ['segmented', 'Đầu_tư công'],
    ['with characters that nobody sees', 'Đầu\u200B t\u00ADư công\uFEFF'],
  ])('is taken when written %s', (_, name) => {
    const reason = { kind: 'taken', by: codebook[0] };
    expect(checkName(codebook, name)).toEqual({ ok: false, reason });
  });

  test.each([
    ['Hoà bình', 'Hòa bình'],
    ['thủy lợi', 'Thuỷ lợi'],
    ['SỨC KHOẺ', 'Sức khỏe'],
    ['Ủy ban', 'uỷ ban'],
    ['Qúy I', 'Quý I'],
  ])('%s is taken when a tag is called %s, and the other way round', (one, other) => {
    for (const [name, existing] of [
      [one, other],
      [other, one],
    ] as const) {
      const by = aTag({ name: existing });
      expect(checkName([by], name)).toEqual({ ok: false, reason: { kind: 'taken', by } });
      expect(checkName([by], name, by.id)).toEqual({ ok: true, value: name });
    }
  });

  test.each([
    ['Hoà bình', 'Hoá bình'],
    ['Đường', 'Dương'],
    ['Kỹ thuật', 'Kĩ thuật'],
    ['Thúy', 'Thúi'],
  ])('%s is another than %s', (one, other) => {
    expect(checkName([aTag({ name: other })], one)).toEqual({ ok: true, value: one });
  });

  test('of a pair that collides already: the very same name is told, then the first', () => {
    const pair = [aTag({ id: '1', name: 'Hoà bình' }), aTag({ id: '2', name: 'Hòa bình' })];
    const find = tagFinder(pair);
    expect(['hoà bình', 'hòa bình', 'Hoà_bình', 'hoá bình'].map((name) => find(name)?.id)).toEqual([
      ...['1', '2', '1', undefined],
    ]);
    expect(checkName(pair, 'HÒA BÌNH')).toMatchObject({ reason: { by: { id: '2' } } });
    // Each may keep its name, but not take the other's.
    expect(checkName(pair, 'Hoà Bình', '1')).toMatchObject({ reason: { by: { id: '2' } } });
  });

  test('is stored without characters that nobody sees, but as it is spelt', () => {
    expect(checkName([], 'Ho\u00ADà\u200B bình')).toEqual({ ok: true, value: 'Hoà bình' });
    expect(checkName([], 'Ðông Á')).toEqual({ ok: true, value: 'Ðông Á' });
  });

  test.each([
    ['without đ', 'Dầu tư công'],
    ['with another tone', 'Đấu tư công'],
    ['without the spaces', 'Đầutưcông'],
  ])('is another name %s', (_, name) => {
    expect(checkName(codebook, name)).toEqual({ ok: true, value: name });
  });

  test('may be kept, or written otherwise, by the tag that has it', () => {
    expect(checkName(codebook, 'ĐẦU TƯ công', 'tag-trade')).toEqual({
      ok: true,
      value: 'ĐẦU TƯ công',
    });
  });

  test('is stored composed, with single spaces', () => {
    expect(checkName([], ` ${'Lao  động'.normalize('NFD')} `)).toEqual({
      ok: true,
      value: 'Lao động'.normalize('NFC'),
    });
  });

  test.each(['', ' ', '\n\t\u00a0\u3000', '\u200B', '\uFE0F\u00AD'])(
    'must not be blank: %j',
    (name) => {
      expect(checkName([], name)).toEqual({ ok: false, reason: { kind: 'empty' } });
    },
  );

  test('may be as long as the limit, counted as it will be stored, and no longer', () => {
    const longest = 'ệ'.repeat(TAG_NAME_LIMIT);
    expect(checkName([], `  ${longest.normalize('NFD')}  `)).toEqual({ ok: true, value: longest });
    expect(checkName([], `${longest}x`)).toEqual({ ok: false, reason: { kind: 'too-long' } });
  });

  test('that was accepted is accepted again as it is, and taken once a tag has it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (name) => {
        const checked = checkName([], name);
        fc.pre(checked.ok);
        expect(checkName([], checked.value)).toEqual(checked);
        const by = aTag({ name: checked.value });
        expect(checkName([by], name)).toEqual({ ok: false, reason: { kind: 'taken', by } });
      }),
      { numRuns: 500 },
    );
  });
});

describe('a new tag', () => {
  test('stands at the end, with the next colour and key', () => {
    expect(newTag(FIRST_TAGS, 'tag-4', ' Thương  mại ')).toEqual({
      ok: true,
      value: {
        id: 'tag-4',
        name: 'Thương mại',
        description: '',
        colour: 'rose',
        shortcut: '4',
        order: 4,
      },
    });
  });

  test('is refused with the reason for which its name is', () => {
    expect(newTag(FIRST_TAGS, 'tag-4', 'oda')).toEqual({
      ok: false,
      reason: { kind: 'taken', by: FIRST_TAGS[0] },
    });
    expect(newTag(FIRST_TAGS, 'tag-4', ' ')).toEqual({ ok: false, reason: { kind: 'empty' } });
  });

  test('takes the key and the colour that a deleted tag left free, but still goes to the end', () => {
    const made = newTag(
      [aTag({ shortcut: '1', order: 1 }), aTag({ colour: 'green', shortcut: '3', order: 7 })],
      'tag-4',
      'New',
    );
    expect(made).toMatchObject({ ok: true, value: { colour: 'blue', shortcut: '2', order: 8 } });
  });

  test('has no key when all nine are taken', () => {
    const tags = grown([], numbered(11));
    expect(tags.map(({ shortcut }) => shortcut)).toEqual([...'123456789', undefined, undefined]);
    expect(tags.at(9)).not.toHaveProperty('shortcut');
  });

  test('repeats a colour only when all are used equally often', () => {
    const colours = grown([], numbered(2 * TAG_COLOURS.length)).map(({ colour }) => colour);
    expect(colours).toEqual([...TAG_COLOURS, ...TAG_COLOURS]);
  });
});

test('the codebook goes by place, then by name as Vietnamese sorts', () => {
  const inOrder = [
    aTag({ name: 'Z', order: 1 }),
    aTag({ name: 'Dân', order: 2 }),
    aTag({ name: 'Đảng', order: 2 }),
    aTag({ name: 'E', order: 2 }),
    aTag({ name: 'A', order: 10 }),
  ];
  expect(inOrder.toReversed().sort(byCodebookOrder)).toEqual(inOrder);
});

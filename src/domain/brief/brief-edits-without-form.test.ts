import { describe, expect, it } from 'vitest';
import { BOTH, editsAfter, FIRST, NONE, textsOf, uuid, written } from './brief-edits.testing.ts';
import { FIRST_PLAN, type Shows, TEMPLATES } from './saved-brief.ts';

const WITHOUT_LINKS = { hasLinks: false };
const IN_OBSIDIAN = { hasLinks: false, dialect: 'obsidian' } as const;
const withoutHead = (markdown: string) => markdown.replace(/^---\n[\s\S]*?\n---\n/, '');

function writtenWithout(name: keyof Shows): string {
  const arrangement = { ...FIRST_PLAN.arrangement, shows: { [name]: false } };
  return written(BOTH, 'plain', { ...FIRST_PLAN, arrangement });
}

describe('a brief whose properties are lost', () => {
  it.each(['notes', 'tags'] as const)('does not ask for the removal of all %s', (name) => {
    const saved = { title: 'ODA', introduction: '', remarks: {} };
    const found = editsAfter(BOTH, withoutHead(writtenWithout(name)), undefined, undefined, [
      saved,
    ]);
    expect(found).toEqual(NONE);
  });

  it('still offers what was taken from one of its passages', () => {
    const markdown = withoutHead(written(BOTH)).replace(' · Lao động', '');
    expect(editsAfter(BOTH, markdown).edits).toMatchObject([{ field: 'tags', created: [] }]);
  });

  it.each([
    ['a rule', '\n---\nZwk: 1\n---\n'],
    ['a heading', '\n\nZwk\n===\n\n'],
    ['a block of HTML', '\n\n<details>Zwk</details>\n\n'],
  ])('%s typed among the identities leaves those of the others', (_, typed) => {
    const markdown = written(BOTH, 'plain', FIRST_PLAN, WITHOUT_LINKS);
    const found = editsAfter(BOTH, markdown.replace('identities:\n', `identities:${typed}`));
    expect(found.edits).toEqual([]);
    expect(found.unknown).toEqual([]);
    expect(textsOf(found).join('\n')).toContain('Zwk');
  });

  it('shows a word typed into the id of a passage', () => {
    const markdown = written(BOTH, 'plain', FIRST_PLAN, WITHOUT_LINKS);
    const found = editsAfter(BOTH, markdown.replace(`${uuid(2)} `, `${uuid(2)}Zwk `));
    expect(textsOf(found).join('\n')).toContain('Zwk');
    expect(found.unknown).toEqual([]);
  });

  it('has a day of export with midnight behind it', () => {
    const markdown = written(BOTH).replace('2026-11-22', '2026-11-22T00:00:00');
    expect(editsAfter(BOTH, markdown)).toEqual(NONE);
  });
});

describe.each([
  ['with links', {}],
  ['without links', WITHOUT_LINKS],
  ['without links, for Obsidian', IN_OBSIDIAN],
])('an attribution %s', (_, options) => {
  const all = TEMPLATES.filter((template) => template !== 'table');

  it.each(all)('may be emphasised as a whole: %s', (template) => {
    const markdown = written(BOTH, template, FIRST_PLAN, options);
    const edited = markdown.replace(/^(— .*)$/gm, '_$1_');
    expect(edited).not.toBe(markdown);
    expect(editsAfter(BOTH, edited)).toEqual(NONE);
  });

  it.each(all)('may begin with a hyphen, before the frame of a note: %s', (template) => {
    const markdown = written(BOTH, template, FIRST_PLAN, options);
    const edited = markdown.replace(/^— /gm, '- ');
    expect(edited).not.toBe(markdown);
    expect(editsAfter(BOTH, edited)).toEqual(NONE);
  });

  it.each(['¶ 1 ·Zwk · ', '¶ 1· Zwk · ', '¶ 1·Zwk · '])('shows words at a dot: %s', (place) => {
    const markdown = written(BOTH, 'plain', FIRST_PLAN, options);
    const edited = markdown.replace('¶ 1 · ', place);
    expect(edited).not.toBe(markdown);
    const { edits } = editsAfter(BOTH, edited);
    const created = edits.flatMap((edit) => (edit.field === 'tags' ? edit.created : []));
    expect([...created, ...textsOf(editsAfter(BOTH, edited))].join('\n')).toContain('Zwk');
  });

  it('keeps its tags when words are typed right below it', () => {
    const markdown = written([FIRST], 'plain', FIRST_PLAN, options);
    const found = editsAfter([FIRST], markdown.replace(/^(— .*)$/m, '$1\nHỏi lại Bộ'));
    expect(found.edits).toEqual([]);
    expect(textsOf(found).join('\n')).toContain('Hỏi lại Bộ');
  });
});

describe('a passage without links whose attribution is cut off by a heading', () => {
  it('loses neither tags nor note', () => {
    const markdown = written(BOTH, 'plain', FIRST_PLAN, WITHOUT_LINKS);
    const found = editsAfter(BOTH, markdown.replace('\n— ', '\n## Zwk\n\n— '));
    expect(found.edits).toEqual([]);
    expect(textsOf(found).join('\n')).toContain('## Zwk');
  });
});

describe('a passage without links that was copied', () => {
  it.each(TEMPLATES)('is read twice, and neither copy is of the note before: %s', (template) => {
    const markdown = written(BOTH, template, FIRST_PLAN, WITHOUT_LINKS);
    const edited = markdown.replace(
      template === 'table' ? /^\| ký.*\n/m : /\n> ký[\s\S]*?(?=\n(?:> |## ))/,
      '$&$&',
    );
    expect(edited).not.toBe(markdown);
    expect(editsAfter(BOTH, edited)).toEqual(NONE);
  });
});

describe('what converters write otherwise', () => {
  it.each([
    ['wide', '| a   | b   |\n|-----|-----|\n| 1   | hai |'],
    ['narrow', '|a|b|\n|-|-|\n|1|hai|'],
  ])('is no edit: a table in a note, %s', (_, table) => {
    const row = { ...FIRST, note: 'Xem\n\n| a | b |\n| - | - |\n| 1 | hai |' };
    const markdown = written([row]).replace(/\| a[\s\S]*hai \|/, table.replaceAll('\n', '\n  '));
    expect(markdown).toContain(table.split('\n')[1]);
    expect(editsAfter([row], markdown)).toEqual(NONE);
  });

  it('is no edit: the same definition below each block, and no text of the analyst', () => {
    const definition = `\n\n[passage]: benle://annotation/${uuid(1)}\n`;
    const markdown = written([FIRST]).replace(/\[passage\]\(.*?\)/, `[passage]${definition}`);
    expect(editsAfter([FIRST], markdown + definition)).toEqual(NONE);
    const other = definition.replace(uuid(1), uuid(2));
    expect(textsOf(editsAfter([FIRST], markdown + other))).toEqual([other.trim()]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Tag } from '../tag/tag.ts';
import { testWords } from './brief.testing.ts';
import {
  BOTH,
  CODEBOOK,
  editsAfter,
  FIRST,
  NONE,
  SECOND,
  uuid,
  written,
} from './brief-edits.testing.ts';
import { withBriefEdit } from './brief-edits.ts';
import { readEditedBrief } from './read-edited-brief.ts';
import { TEMPLATES } from './saved-brief.ts';

const NOW = '2026-11-22T09:00:00.000Z';

describe('a brief that was edited elsewhere', () => {
  it.each(['plain', 'digest', 'table'] as const)(
    'is the same when nobody touched it: %s',
    (template) => {
      const markdown = written(BOTH, template);
      expect(editsAfter(BOTH, markdown)).toEqual(NONE);
      const onWindows = `\uFEFF${markdown.replaceAll('\n', '\r\n')}`.normalize('NFD');
      expect(editsAfter(BOTH, onWindows)).toEqual(NONE);
    },
  );

  it.each(['plain', 'digest'] as const)(
    'is the same when an editor has wrapped its lines, wherever: %s',
    (template) => {
      const annotations = [{ ...FIRST, tagIds: ['tag-ODA', 'tag-Lao động'] }, SECOND];
      const markdown = written(annotations, template);
      const wrapped = (space: RegExp) =>
        markdown.replace(/^— .*$/gm, (line) => line.replace(space, '\n'));
      for (const space of [/ (?=·)/g, /(?<=·) /g, /(?<=Lao) /g, /(?<!^—) /g]) {
        expect(wrapped(space)).not.toBe(markdown);
        expect(editsAfter(annotations, wrapped(space))).toEqual(NONE);
      }
    },
  );

  it.each(['plain', 'digest'] as const)(
    'tells of notes, as they would be written in the app: %s',
    (template) => {
      const markdown = written(BOTH, template)
        .replace('Hỏi lại', '#### Đã hỏi\n\nHỏi lại')
        .replace('Tài chính', 'Ngoại giao');
      expect(editsAfter(BOTH, markdown).edits).toEqual([
        {
          annotation: FIRST,
          field: 'note',
          after: '# Vốn vay\n\n## Đã hỏi\n\nHỏi lại *Bộ Ngoại giao*.',
        },
      ]);
    },
  );

  it('tells of notes without the backslashes that were written for safety, and with those that matter', () => {
    const note = '3 < 5 & a_b, 1) #x [y] \\*z* 100 %';
    const annotations = [{ ...FIRST, note }];
    const markdown = written(annotations);
    expect(markdown).toContain('3 \\< 5');
    const [edit] = editsAfter(annotations, markdown.replace('100 %', '99 %')).edits;
    expect(edit).toMatchObject({ after: note.replace('100 %', '99 %') });
  });

  it('tells of notes, tags and translations that stand in a table', () => {
    const markdown = written(BOTH, 'table');
    const edited = markdown
      .replace('Vốn vay /', 'Vốn vay \\| vay /')
      .replace('| Lao động |', '| Lao động · ODA |')
      .replace('signed three notes', 'signed 3 notes');
    expect(editsAfter(BOTH, edited).edits).toMatchObject([
      { annotation: FIRST, field: 'note', after: 'Vốn vay | vay / Hỏi lại *Bộ Tài chính*.' },
      {
        annotation: FIRST,
        field: 'translation',
        after: { text: 'signed 3 notes', checked: false },
      },
      { annotation: SECOND, field: 'tags', added: [CODEBOOK[0]], removed: [] },
    ]);
  });

  it('tells of a note that was written where there was none, and of one that was taken out', () => {
    const markdown = written(BOTH)
      .replace(/### Vốn vay\n\n.*\n/, '')
      .replace(`${uuid(2)})\n`, `${uuid(2)})\n\n> Trích\n\nGhi chú mới\n`);
    expect(editsAfter(BOTH, markdown).edits).toMatchObject([
      { annotation: FIRST, field: 'note', after: '' },
      { annotation: SECOND, field: 'note', after: '> Trích\n\nGhi chú mới' },
    ]);
  });

  it.each(['plain', 'digest'] as const)(
    'tells of tags, known and new, whatever their case: %s',
    (template) => {
      const markdown = written(BOTH, template)
        .replace('· ODA ·', '· azec · xanh · Thuế quan ·'.replace('c · x', 'c\u00a0·\u00a0x'))
        .replace('· Lao động ·', '· Lao động · oda ·');
      expect(editsAfter(BOTH, markdown).edits).toEqual([
        {
          ...{ annotation: FIRST, field: 'tags', created: ['Thuế quan'] },
          ...{ added: [CODEBOOK[2]], removed: [CODEBOOK[0]] },
        },
        { annotation: SECOND, field: 'tags', created: [], added: [CODEBOOK[0]], removed: [] },
      ]);
    },
  );

  it('tells of translations: changed, checked, written, taken out', () => {
    const markdown = written(BOTH);
    const afterOf = (text: string) => editsAfter(BOTH, text).edits;
    const checked = markdown.replace('*Unchecked:*', '*Translation:*');
    expect(afterOf(checked)).toEqual([
      {
        annotation: FIRST,
        field: 'translation',
        after: { text: 'signed three notes', checked: true },
      },
    ]);
    expect(afterOf(markdown.replace('three notes', 'three exchanges\nof notes'))).toMatchObject([
      { after: { text: 'signed three exchanges of notes', checked: false } },
    ]);
    expect(afterOf(markdown.replace(/\*Unchecked:\*.*\n\n/, ''))).toMatchObject([
      { annotation: FIRST, field: 'translation', after: undefined },
    ]);
    const bare = markdown.replace('“số một”\n', '“số một”\n\nThe number one partner\n');
    expect(afterOf(bare)).toMatchObject([
      { annotation: SECOND, after: { text: 'The number one partner', checked: false } },
    ]);
  });

  it('says what it cannot take over: quotes that were changed, and passages that are not here', () => {
    const markdown = written(BOTH);
    const requoted = markdown.replace('> ký kết 3 công hàm', '> ký kết 5 công hàm');
    const notTaken = [{ line: 13, heading: 'ODA', text: 'ký kết 5 công hàm' }];
    expect(editsAfter(BOTH, requoted)).toEqual({ ...NONE, requoted: [FIRST], notTaken });
    expect(editsAfter([FIRST], markdown)).toMatchObject({
      edits: [],
      contradicted: new Set(),
      unknown: [{ annotationId: SECOND.id, tagNames: ['Lao động'] }],
    });
  });

  it('tells each version once of a passage that stands there several times', () => {
    const twice = { ...FIRST, tagIds: ['tag-ODA', 'tag-Lao động'] };
    const markdown = written([twice]);
    expect(markdown.match(/Bộ Tài chính/g)).toHaveLength(2);
    const edited = (text: string) =>
      editsAfter([twice], text).edits.map((edit) => 'after' in edit && edit.after);
    expect(edited(markdown.replace('Tài chính', 'Ngoại giao'))).toEqual([
      '# Vốn vay\n\nHỏi lại *Bộ Ngoại giao*.',
    ]);
    expect(edited(markdown.replaceAll('Tài chính', 'Ngoại giao'))).toHaveLength(1);
  });

  it('is no brief where it links to no passage', () => {
    expect(readEditedBrief('# ODA\n\n> Trích\n\nGhi chú', testWords)).toBeUndefined();
    expect(readEditedBrief('', testWords)).toBeUndefined();
  });
});

/** Milliseconds; far more than is needed, for machines that are busy. */
const TIMEOUT = 60_000;

const PIECES = [
  '# ',
  '> ',
  '- ',
  '1. ',
  '\n',
  '\n\n',
  '    ',
  '```',
  '*',
  '_',
  '<b>',
  '[a](b)',
  '![a](b)',
];
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(...PIECES),
      fc.constantFrom('Đối tác', 'ODA', '“ệ”', '👍🏽', '·', '—'),
    ),
  )
  .map((pieces) => pieces.join('').normalize('NFC'));

it.each(TEMPLATES)(
  'whatever notes and translations say, an untouched brief has no edits: %s',
  (template) => {
    const property = fc.property(text, text, text, (first, second, translated) => {
      const annotations = [
        { ...FIRST, note: first },
        { ...SECOND, note: second },
      ].map((row) => {
        const { translation: _, ...rest } = row;
        return translated.trim() === ''
          ? rest
          : { ...rest, translation: { text: translated, checked: true } };
      });
      expect(editsAfter(annotations, written(annotations, template))).toEqual(NONE);
    });
    fc.assert(property, { numRuns: 300 });
  },
  TIMEOUT,
);

describe('an edit, when it is taken over', () => {
  it('changes its field and nothing else', () => {
    const note = withBriefEdit(
      FIRST,
      { annotation: FIRST, field: 'note', after: 'mới' },
      () => undefined,
      NOW,
    );
    expect(note).toEqual({ ...FIRST, note: 'mới', updatedAt: NOW });
    const gone = { annotation: FIRST, field: 'translation', after: undefined } as const;
    const { translation: _, ...rest } = FIRST;
    expect(withBriefEdit(FIRST, gone, () => undefined, NOW)).toEqual({ ...rest, updatedAt: NOW });
  });

  it('keeps tags that the row has got since, and brings new ones', () => {
    const [oda, labour] = CODEBOOK as [Tag, Tag, Tag];
    const row = { ...FIRST, tagIds: [oda.id, 'tag-since'] };
    const edit = {
      annotation: FIRST,
      field: 'tags',
      added: [labour],
      created: ['Thuế'],
      removed: [oda],
    } as const;
    expect(withBriefEdit(row, edit, (name) => `tag-${name}`, NOW).tagIds).toEqual([
      'tag-since',
      labour.id,
      'tag-Thuế',
    ]);
  });
});

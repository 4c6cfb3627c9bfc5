import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '../annotation/annotation.ts';
import { anAnnotation } from './brief.testing.ts';
import {
  ARTICLE,
  BOTH,
  editsAfter,
  FIRST,
  NONE,
  SECOND,
  textsOf,
  uuid,
  written,
} from './brief-edits.testing.ts';
import { withBriefEdit } from './brief-edits.ts';
import { anyNote } from './hostile-text.testing.ts';
import {
  type Arrangement,
  type BriefPlan,
  DIALECTS,
  FIRST_PLAN,
  PRINTINGS,
  TEMPLATES,
} from './saved-brief.ts';

/** `BENLE_FUZZ=20000 BENLE_SEED=1` for the long run. */
const RUNS = Math.min(Number(process.env.BENLE_FUZZ ?? 40), 50_000);
const SEED = Number(process.env.BENLE_SEED ?? 20_261_129);
const TIMEOUT = 3_600_000;

const planOf = (arrangement: Partial<Arrangement>): BriefPlan => ({
  ...FIRST_PLAN,
  introduction: 'Kính gửi:\n\n> trích dẫn của người viết',
  remarks: { 'tag:tag-ODA': '> Trích trong nhận xét\n\nHết.' },
  arrangement: { ...FIRST_PLAN.arrangement, ...arrangement },
});

const QUOTES = ['ký kết 3 công hàm', 'Hai nước', 'Đối tác “số một”', 'về ODA.\nĐối'];

const rows: fc.Arbitrary<Annotation[]> = fc
  .array(
    fc.record({
      quote: fc.constantFrom(...QUOTES),
      note: fc.oneof(
        anyNote,
        fc.constant(`> ${QUOTES[0]}\n\n[tới](benle://annotation/${uuid(1)})`),
      ),
      isNotePrivate: fc.boolean(),
      tagIds: fc.uniqueArray(fc.constantFrom('tag-ODA', 'tag-Lao động', 'tag-AZEC · xanh')),
      translation: fc.option(fc.constant({ text: 'signed.\nTwice.', checked: true }), {
        nil: undefined,
      }),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((all) =>
    all.map(({ quote, isNotePrivate, translation, ...rest }, n) =>
      anAnnotation(uuid(n + 1), ARTICLE, quote, {
        ...rest,
        ...(isNotePrivate && { isNotePrivate }),
        ...(translation && { translation }),
      }),
    ),
  );

const shows = fc.record({
  notes: fc.boolean(),
  tags: fc.boolean(),
  paragraphs: fc.boolean(),
  hashes: fc.boolean(),
});

const forms = fc.record({
  template: fc.constantFrom(...TEMPLATES),
  printing: fc.constantFrom(...PRINTINGS),
  shows,
});
const options = fc.record({ dialect: fc.constantFrom(...DIALECTS), hasLinks: fc.boolean() });

/** All that the briefs here say beside their passages, which an app that has them knows. */
const briefsOf = (plan: BriefPlan) => [{ ...plan, title: 'ODA' }];

describe('a brief that nobody edited', () => {
  it(
    'has no edits and no text that is not known, whatever it shows and however it is written',
    () => {
      fc.assert(
        fc.property(rows, forms, options, (annotations, { template, ...form }, how) => {
          const plan = planOf(form);
          const markdown = written(annotations, template, plan, how);
          expect(/\(benle:/.test(markdown)).toBe(how.hasLinks);
          const found = editsAfter(annotations, markdown, undefined, undefined, briefsOf(plan));
          expect(found).toEqual(NONE);
        }),
        { numRuns: RUNS, seed: SEED },
      );
    },
    TIMEOUT,
  );
});

const tagIds = ['tag-ODA', 'tag-Lao động'];
const MORE = [
  { ...FIRST, tagIds },
  { ...SECOND, tagIds },
] as const;
const [first, second] = MORE;
const once = planOf({ printing: 'once' });

describe('a passage that is printed once', () => {
  it('says under which tags it would stand, too, and the section of those says where it is', () => {
    const markdown = written(MORE, 'plain', once);
    expect(markdown.match(/ · ODA · also under Lao động · /g)).toHaveLength(2);
    expect(markdown).toContain('## Lao động\n\n2 under ODA\n');
  });

  it('loses no tag on its way back, and gets those that are typed there', () => {
    const edited = written(MORE, 'plain', once).replace('also under Lao động', 'also under Thuế');
    const { edits } = editsAfter(MORE, edited);
    expect(edits).toMatchObject([
      { field: 'tags', created: ['Thuế'], removed: [{ name: 'Lao động' }] },
    ]);
  });

  it('may have a tag that begins like that', () => {
    const row = { ...first, tagIds: ['tag-x'] };
    const tag = { id: 'tag-x', name: 'also under ODA', description: '', order: 9 } as const;
    const codebook = [{ ...tag, colour: 'amber' } as const];
    const markdown = written([row], 'plain', FIRST_PLAN, {}, codebook);
    expect(editsAfter([row], markdown, codebook).edits).toEqual([]);
  });
});

describe('a passage that is printed twice', () => {
  const markdown = written(MORE);
  const noteAt = (place: number) => {
    const parts = markdown.split('Hỏi lại *Bộ Tài chính*.');
    expect(parts).toHaveLength(3);
    const words = ['Hỏi lại *Bộ Tài chính*.', 'Hỏi lại *Bộ Tài chính*.'];
    words[place] = 'Đã hỏi.';
    return `${parts[0]}${words[0]}${parts[1]}${words[1]}${parts[2]}`;
  };

  it.each([0, 1])('and edited at place %i only is offered, and told to be a conflict', (place) => {
    const { edits, contradicted } = editsAfter(MORE, noteAt(place));
    expect(edits).toMatchObject([{ field: 'note', after: '# Vốn vay\n\nĐã hỏi.' }]);
    expect([...contradicted]).toEqual(edits);
  });

  it('and edited in the same way twice is no conflict', () => {
    const edited = markdown.replaceAll('Hỏi lại *Bộ Tài chính*.', 'Đã hỏi.');
    const { edits, contradicted } = editsAfter(MORE, edited);
    expect([edits.length, contradicted.size]).toEqual([1, 0]);
  });
});

describe('a note in its frame', () => {
  const NOTE = {
    ...first,
    note: 'Theo ông:\n\n> Hai nước\n\n1. một\n   - hai\n\n```\n  a\nb\n```',
  };
  const annotations = [NOTE, second];
  const markdown = written(annotations);
  const edits = (edited: string) => editsAfter(annotations, edited);

  it.each<[string, (md: string) => string]>([
    ['another bullet', (md) => md.replaceAll('- **Note:**', '* **Note:**')],
    ['an emphasised label', (md) => md.replaceAll('**Note:**', '*Note:*')],
    ['a plain label', (md) => md.replaceAll('**Note:**', 'note :')],
    ['the colon outside', (md) => md.replaceAll('**Note:**', '__Note__:')],
    [
      'more space',
      (md) =>
        md.replaceAll(/- \*\*Note:\*\*\n(?:\n| {2}.*\n)+/g, (frame) =>
          frame.replace('- ', '-   ').replaceAll(/^ {2}/gm, '    '),
        ),
    ],
    [
      'tabs',
      (md) =>
        md.replaceAll(/- \*\*Note:\*\*\n(?:\n| {2}.*\n)+/g, (frame) =>
          frame.replace('- ', '-\t').replaceAll(/^ {2}/gm, '\t'),
        ),
    ],
    ['no empty line below the label', (md) => md.replaceAll('**Note:**\n\n', '**Note:**\n')],
  ])('is the same with %s', (_, edit) => {
    const edited = edit(markdown);
    expect(edited).not.toBe(markdown);
    expect(edits(edited)).toEqual(NONE);
  });

  it.each<[string, (md: string) => string, string]>([
    ['behind the label', (md) => md.replace('**Note:**', '**Note:** Thêm.'), 'Thêm.\n\nTheo ông:'],
    ['in it', (md) => md.replace('Theo ông:', 'Theo ông ấy:'), 'Theo ông ấy:'],
    ['below it', (md) => md.replace('  ```\n\n>', '  ```\n\nThêm.\n\n>'), '```\n\nThêm.'],
    ['as another item', (md) => md.replace('  ```\n\n>', '  ```\n\n- Thêm.\n\n>'), '- Thêm.'],
  ])('offers what is typed %s', (_, edit, words) => {
    const [edited] = edits(edit(markdown)).edits;
    expect(edited).toMatchObject({ field: 'note', after: expect.stringContaining(words) });
  });

  it('can be told where the passage below it cannot be read', () => {
    const edited = markdown.replace('Theo ông:', 'Theo bà:').replace('> Đối tác', 'Đối tác');
    const found = edits(edited);
    expect(found.unread).toHaveLength(1);
    expect(found.edits).toMatchObject([{ field: 'note' }]);
    expect(textsOf(found)).toEqual([]);
  });

  it('reads a brief of the form before: without a frame', () => {
    const older = markdown.replace('- **Note:**\n\n', '').replaceAll(/^ {2}(?=\S| )/gm, '');
    expect(edits(older).edits).toEqual([]);
  });
});

describe('a brief without notes, or without tags', () => {
  const without = (part: Partial<NonNullable<Arrangement['shows']>>) =>
    written(BOTH, 'plain', planOf({ shows: part }));

  it('takes nothing off, and offers what was typed', () => {
    const noTags = without({ tags: false }).replace('¶ 1 · [', '¶ 1 · Thuế · [');
    expect(editsAfter(BOTH, noTags).edits).toMatchObject([
      { field: 'tags', created: ['Thuế'], removed: [], added: [] },
    ]);
    const noNotes = without({ notes: false }).replace(/(\(benle:.*)\n/, '$1\n\nThêm.\n');
    expect(editsAfter(BOTH, noNotes).edits).toMatchObject([
      { field: 'note', after: `${BOTH[0]?.note}\n\nThêm.` },
    ]);
  });

  it('offers what was typed behind a private note, after that note', () => {
    const secret = BOTH.map((row) => ({ ...row, isNotePrivate: true }));
    const edited = written(secret).replace(/(\(benle:.*)\n/, '$1\n\nThêm.\n');
    const [edit] = editsAfter(secret, edited).edits;
    expect(edit).toMatchObject({ field: 'note', after: `${BOTH[0]?.note}\n\nThêm.` });
    const [row] = secret;
    if (!row || !edit) throw new Error('nothing is offered');
    const after = withBriefEdit(row, edit, () => undefined, row.updatedAt);
    expect(after.isNotePrivate).toBe(true);
    expect(editsAfter([after, ...secret.slice(1)], edited).edits).toEqual([]);
  });
});

describe('a brief without links', () => {
  const THREE = [
    ...BOTH,
    anAnnotation(uuid(3), ARTICLE, 'Hai nước', { tagIds: ['tag-ODA'], note: 'Ba.' }),
  ];
  const plain = (template: 'plain' | 'digest' | 'table' = 'plain') =>
    written(THREE, template, planOf({}), { hasLinks: false });

  it('carries the identities of its passages, and nothing else of the app', () => {
    expect(plain()).toMatch(new RegExp(`^identities:\n  - ${uuid(3)} \\w+\n`, 'm'));
    expect(plain()).not.toContain('benle:');
  });

  it('knows passages by their quotes when they were put into another order', () => {
    const [head = '', ...passages] = plain().split(/\n(?=> (?!trích|Trích))/);
    const last = passages.pop() ?? '';
    const [own = '', rest = ''] = last.split(/\n(?=## )/);
    const moved = [head, own, ...passages, rest].join('\n');
    expect(editsAfter(THREE, moved).edits).toEqual([]);
    const edited = moved.replace('Ba.', 'Bốn.');
    expect(editsAfter(THREE, edited).edits).toMatchObject([
      { field: 'note', after: 'Bốn.', annotation: { id: uuid(3) } },
    ]);
  });

  it.each(['plain', 'digest', 'table'] as const)(
    'knows a passage by its place where its quote was changed: %s',
    (template) => {
      const edited = plain(template).replace('ký kết 3 công hàm', 'ký kết 5 công hàm');
      const { requoted, edits, unknown } = editsAfter(THREE, edited);
      expect([requoted.map(({ id }) => id), edits, unknown]).toEqual([[uuid(1)], [], []]);
    },
  );

  it('takes no quotation of the editor’s for a passage that was taken out', () => {
    const edited = plain()
      .replace('> Hai nước\n', '> Lời của tôi\n')
      .replace(/^— .*\n/m, '');
    const { edits, requoted } = editsAfter(THREE, edited);
    expect([edits, requoted]).toEqual([[], []]);
  });
});

import { describe, expect, it } from 'vitest';
import type { Annotation } from '../annotation/annotation.ts';
import { aTag } from './brief.testing.ts';
import {
  BOTH,
  CODEBOOK,
  editsAfter,
  FIRST,
  NONE,
  SECOND,
  textsOf,
  uuid,
  written,
} from './brief-edits.testing.ts';
import { type BriefPast, isRemoval } from './brief-edits.ts';

const [ODA, , AZEC] = CODEBOOK;

describe('a brief that is older than the work', () => {
  const { translation: _, ...untranslated } = FIRST;
  const OLD: Annotation = { ...untranslated, note: '', tagIds: [] };
  const past: BriefPast = {
    versionsOf: (id) => (id === FIRST.id ? [OLD] : []),
    calledOf: (id) => CODEBOOK.flatMap((tag) => (tag.id === id ? [tag.name] : [])),
  };

  it.each(['plain', 'digest', 'table'] as const)(
    'offers nothing of what it says as it was, and says how much is newer: %s',
    (template) => {
      const markdown = written([OLD, SECOND], template);
      expect(editsAfter(BOTH, markdown, CODEBOOK, past)).toEqual({ ...NONE, newer: 3 });
    },
  );

  it('offers what was edited in it all the same', () => {
    const link = `(benle://annotation/${FIRST.id})`;
    const markdown = written([OLD, SECOND]).replace(link, `${link}\n\nGhi chú ở ngoài`);
    expect(editsAfter(BOTH, markdown, CODEBOOK, past)).toMatchObject({
      edits: [{ field: 'note', after: 'Ghi chú ở ngoài' }],
      newer: 2,
    });
  });

  it('knows tags by what they were called, and new ones for new', () => {
    const renamed = CODEBOOK.map((tag) => (tag === ODA ? { ...tag, name: 'Vốn vay' } : tag));
    const names: BriefPast = { versionsOf: () => [], calledOf: past.calledOf };
    expect(editsAfter(BOTH, written(BOTH), renamed, names)).toEqual({ ...NONE, newer: 1 });
    const markdown = written(BOTH).replace('· ODA ·', '· ODA · Nợ công ·');
    expect(editsAfter(BOTH, markdown, CODEBOOK, past).edits).toMatchObject([
      { field: 'tags', created: ['Nợ công'], removed: [] },
    ]);
  });
});

it('tells what only takes away from what brings something', () => {
  const { translation: _, ...bare } = { ...FIRST, note: '', tagIds: [] };
  const gone = editsAfter(BOTH, written([bare, SECOND])).edits;
  expect(gone.map(({ field }) => field)).toEqual(['tags', 'note', 'translation']);
  expect(gone.every(isRemoval)).toBe(true);
  expect(editsAfter([bare, SECOND], written(BOTH)).edits.some(isRemoval)).toBe(false);
});

describe('a table whose columns were moved', () => {
  const moved = (order: readonly number[]) =>
    written(BOTH, 'table').replace(/^\|.*\|$/gm, (line) => {
      const cells = line.split(/(?<!\\)\|/).slice(1, -1);
      return `|${order.map((at) => cells[at]).join('|')}|`;
    });

  it('is the same, wherever they are', () => {
    expect(editsAfter(BOTH, moved([4, 3, 2, 1, 0]))).toEqual(NONE);
    expect(editsAfter(BOTH, moved([0, 1, 2, 3, 4]).replaceAll('| Tags', '|  tAGS '))).toEqual(NONE);
  });

  it('says nothing of what is in a column that is not there, and shows one that nobody knows', () => {
    expect(editsAfter(BOTH, moved([0, 1, 2, 4]))).toEqual(NONE);
    expect(editsAfter(BOTH, moved([0, 2, 3]))).toEqual(NONE);
    const renamed = moved([0, 1, 2, 3, 4]).replaceAll('| Note', '| Nhận xét');
    expect(textsOf(editsAfter(BOTH, renamed))).toEqual(['Nhận xét', 'Nhận xét']);
    const edited = editsAfter(BOTH, renamed.replace('Tài chính', 'Ngoại giao'));
    expect(edited.edits).toEqual([]);
    expect(textsOf(edited).join('\n')).toContain('Vốn vay / Hỏi lại *Bộ Ngoại giao*.');
  });
});

describe('a passage that is no passage any more', () => {
  const first: Annotation = { ...FIRST, note: 'Hỏi lại.' };
  const second: Annotation = { ...SECOND, note: 'Hỏi lại.', tagIds: FIRST.tagIds };
  const tagged = [first, second];
  const markdown = written(tagged);
  const QUOTE = '> Đối tác “số một”';

  it.each([
    ['lost its mark', QUOTE.slice(2)],
    ['became bold', `**${QUOTE.slice(2)}**`],
  ])('is told, and no note is taken for longer than it is: its quote %s', (_, quote) => {
    const edited = markdown.replace(QUOTE, quote);
    expect(edited).not.toBe(markdown);
    expect(editsAfter(tagged, edited)).toEqual({ ...NONE, unread: [second] });
  });

  it('is one whose quote runs into the attribution', () => {
    const edited = markdown.replace(`${QUOTE}\n\n—`, `${QUOTE}\n—`);
    expect(edited).not.toBe(markdown);
    expect(editsAfter(tagged, edited)).toEqual(NONE);
  });

  it('is one that has a list below its quote', () => {
    const edited = markdown.replace(QUOTE, `${QUOTE}\n\n- the number one`);
    const notTaken = [{ line: 25, heading: 'ODA', text: '- the number one' }];
    expect(editsAfter(tagged, edited)).toEqual({ ...NONE, notTaken });
  });

  it('is told where a quote in the note before it could be taken for its own', () => {
    const quoting = { ...first, note: 'Theo ông:\n\n> Trích\n\nHỏi lại.' };
    const edited = written([quoting, second]).replace(QUOTE, QUOTE.slice(2));
    expect(editsAfter([quoting, second], edited)).toEqual({ ...NONE, unread: [second] });
  });

  it('is not one whose quote was changed, and whose translation has words of it', () => {
    const rows = [
      { ...FIRST, translation: { text: `signed ${FIRST.quote.exact}`, checked: false } },
    ];
    const edited = written(rows).replace(`> ${FIRST.quote.exact}`, '> ký kết 5 công hàm');
    const notTaken = [{ line: 13, heading: 'ODA', text: 'ký kết 5 công hàm' }];
    expect(editsAfter(rows, edited)).toEqual({ ...NONE, requoted: rows, notTaken });
  });

  it('is not what a note links to', () => {
    const link = `[xem](benle://annotation/${uuid(2)})`;
    const note = `${link}\n\n- ${link}\n\n> <benle://annotation/${uuid(2)}>\n\n${link}`;
    const linking = [{ ...first, note }, second];
    expect(editsAfter(linking, written(linking))).toEqual(NONE);
    expect(editsAfter(linking, written(linking, 'table'))).toEqual(NONE);
  });

  it('leaves what is said of it elsewhere', () => {
    const twice = tagged.map((row) => ({ ...row, tagIds: ['tag-ODA', 'tag-Lao động'] }));
    const edited = written(twice).replace(QUOTE, QUOTE.slice(2));
    expect(editsAfter(twice, edited)).toEqual({ ...NONE, unread: [twice[1]] });
    const both = written(twice).replaceAll(QUOTE, QUOTE.slice(2));
    expect(editsAfter(twice, both)).toEqual({ ...NONE, unread: [twice[1]] });
  });

  it('is a brief even where it is the only one', () => {
    const only = written([first]).replaceAll('> ', '');
    expect(editsAfter([first], only)).toEqual({ ...NONE, unread: [first] });
  });
});

describe('the label of a translation', () => {
  it.each(['**Unchecked:**', 'Unchecked:', '_UNCHECKED :_', '**Unchecked**:', '__ unchecked:'])(
    'is known however it is written: %s',
    (label) => {
      const markdown = written(BOTH).replace('*Unchecked:*', label.replace('__ ', ''));
      expect(editsAfter(BOTH, markdown)).toEqual(NONE);
    },
  );

  it('is known in a table when it is strong', () => {
    const markdown = written(BOTH, 'table').replace('*Unchecked:*', '**Unchecked:**');
    expect(editsAfter(BOTH, markdown)).toEqual(NONE);
  });

  it.each(['*Unchecked:*', 'Unchecked:'])('may stand right below the quote: %s', (label) => {
    const markdown = written(BOTH).replace(/\n\n\*Unchecked:\*/, `\n${label}`);
    expect(editsAfter(BOTH, markdown)).toEqual(NONE);
  });
});

describe('the names of tags', () => {
  it.each(['plain', 'digest', 'table'] as const)(
    'are the same with no-break spaces around every dot: %s',
    (template) => {
      const annotations = [{ ...FIRST, tagIds: ['tag-ODA', 'tag-AZEC · xanh'] }, SECOND];
      const markdown = written(annotations, template);
      const edited = markdown.replace(/(?<!passage\S*) · (?!\*)/g, '\u00a0·\u00a0');
      expect(edited).not.toBe(markdown);
      const { edits } = editsAfter(annotations, edited);
      expect(edits.filter(({ field }) => field === 'tags')).toEqual([]);
    },
  );

  it('are read to the letter where that finds what is known', () => {
    const codebook = [...CODEBOOK, aTag('AZEC', 4), aTag('xanh', 5)];
    const annotations = [{ ...FIRST, tagIds: [AZEC?.id ?? ''] }, SECOND];
    expect(editsAfter(annotations, written(annotations), codebook)).toEqual(NONE);
  });

  it('count once', () => {
    const markdown = written(BOTH).replace(
      '· Lao động ·',
      '· Lao động · ODA · oda · Thuế · thuế ·',
    );
    expect(editsAfter(BOTH, markdown).edits).toMatchObject([
      { field: 'tags', added: [ODA], created: [expect.stringMatching(/^thuế$/i)], removed: [] },
    ]);
  });
});

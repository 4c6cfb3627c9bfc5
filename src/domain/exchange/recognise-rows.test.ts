import { describe, expect, test } from 'vitest';
import type { Annotation } from '../annotation/annotation.ts';
import { anAnnotation } from '../brief/brief.testing.ts';
import type { Tag } from '../tag/tag.ts';
import {
  article,
  coding,
  LABOUR,
  ODA,
  points,
  project,
  read,
  span,
  TEXT,
} from './foreign.testing.ts';
import { type KnownWork, recogniseRows } from './recognise-rows.ts';

/** A project of QualCoder; each export has other identifiers. */
function exported(salt: string, more = '') {
  const renewed = (guid: string) => guid.replace('0F0D0A00', salt);
  const selection = (last: string, exact: string, guid: string, inside = '') =>
    `<PlainTextSelection guid="${salt}-0000-4000-8000-0000000000${last}" name="${exact}" ${span(TEXT, exact, points)}>${inside}${coding(renewed(guid))}</PlainTextSelection>`;
  const document = project(
    'QualCoder 3.6',
    `<CodeBook><Codes><Code guid="${renewed(ODA)}" name="Vốn vay"/><Code guid="${renewed(LABOUR)}" name="Lao động"/></Codes></CodeBook>
    <Sources><TextSource guid="${salt}-0000-4000-8000-00000000005a" name="a"><PlainTextContent>${TEXT}</PlainTextContent>
    ${selection('10', '3 công hàm', ODA, '<Description>hỏi JICA</Description>')}${selection('11', 'Tokyo', LABOUR)}${more}
    </TextSource></Sources>`,
  );
  return { document, selection };
}

/** What the file brings, read against the codebook. */
const bring = (document: string, codebook: readonly Tag[] = []) => read(document, {}, { codebook });

const first = bring(exported('aaaaaaaa').document);

/** The work after the first import. */
function imported(part: Partial<KnownWork> = {}): KnownWork {
  return {
    annotations: first.annotations,
    trashed: [],
    tags: first.tags,
    formerRows: () => [],
    formerNames: () => [],
    ...part,
  };
}

/** The rows that a second import would change or add, and its new tags. */
function news(known: KnownWork, document = exported('bbbbbbbb').document) {
  const ours = new Set([...known.annotations, ...known.trashed]);
  const codebook = known.tags.filter(({ id }) => !id.startsWith('gone'));
  const { annotations, tags } = recogniseRows(bring(document, codebook), known);
  return { rows: annotations.filter(({ row }) => !ours.has(row)), tags };
}

const [coded, plain] = first.annotations;
if (!coded || !plain) throw new Error('nothing was read');

test('the same project with new identifiers brings nothing', () => {
  expect(first.annotations).toHaveLength(2);
  expect(news(imported())).toEqual({ rows: [], tags: [] });
});

describe('what was edited since stays as it is, and is brought only once', () => {
  const edits: readonly [string, (row: Annotation) => Annotation][] = [
    ['a note that was rewritten', (row) => ({ ...row, note: 'khác hẳn' })],
    ['a note that was deleted', (row) => ({ ...row, note: '' })],
    ['tags that were taken off', (row) => ({ ...row, tagIds: [] })],
    ['tags that were added', (row) => ({ ...row, tagIds: [...row.tagIds, 'tag-1'] })],
    [
      'a passage that moved with its article',
      (row) => ({
        ...row,
        textHash: 'new',
        position: { start: 0, end: 3 },
        anchor: {
          state: 'moved',
          score: 0.9,
          textHash: 'new',
          original: { textHash: row.textHash, position: row.position, quote: row.quote },
          accepted: false,
        },
      }),
    ],
  ];
  test.each(edits)('%s', (_, edit) => {
    const annotations = first.annotations.map(edit);
    const formerRows = (id: string) => first.annotations.filter((row) => row.id === id);
    expect(news(imported({ annotations, formerRows }))).toEqual({ rows: [], tags: [] });
  });

  test('a tag that was renamed, or deleted', () => {
    const [tag] = first.tags;
    const renamed = first.tags.map((one) => (one === tag ? { ...one, name: 'Tín dụng' } : one));
    const formerNames = (id: string) => (id === tag?.id ? ['Vốn vay'] : []);
    expect(news(imported({ tags: renamed, formerNames }))).toEqual({ rows: [], tags: [] });
  });

  test('an annotation in the trash comes back as itself', () => {
    const { annotations } = recogniseRows(
      bring(exported('bbbbbbbb').document, first.tags),
      imported({ annotations: [plain], trashed: [coded] }),
    );
    expect(annotations.map(({ row }) => row)).toEqual([coded, plain]);
  });
});

describe('what is new', () => {
  test('about a passage is added to its row, which keeps what was edited', () => {
    const { selection } = exported('bbbbbbbb');
    const more = selection('12', '3 công hàm', LABOUR, '<Description>đã hỏi</Description>');
    const ours = { ...coded, note: 'hỏi JICA, gấp' };
    const { rows } = news(
      imported({
        annotations: [ours, plain],
        formerRows: (id) => (id === coded.id ? [coded] : []),
      }),
      exported('bbbbbbbb', more).document,
    );
    expect(rows).toEqual([
      {
        after: ours,
        row: {
          ...ours,
          tagIds: first.tags.map(({ id }) => id),
          note: 'hỏi JICA, gấp\n\nđã hỏi',
          updatedAt: ours.updatedAt,
        },
      },
    ]);
  });

  test('of another passage is new', () => {
    const { selection } = exported('bbbbbbbb');
    const more = selection('12', 'hợp tác ODA', ODA);
    const { rows } = news(imported(), exported('bbbbbbbb', more).document);
    expect(rows).toMatchObject([{ row: { quote: { exact: 'hợp tác ODA' } } }]);
  });

  test('beside a highlight of the analyst that says something else', () => {
    const own = anAnnotation('own', article, '3 công hàm', { tagIds: ['tag-9'], note: 'của tôi' });
    const { rows } = news(imported({ annotations: [own, plain] }));
    expect(rows).toMatchObject([{ row: { note: 'hỏi JICA' } }]);
    expect(rows[0]).not.toHaveProperty('after');
  });

  test('is not added to a private note', () => {
    const own = { ...coded, note: 'bí mật', isNotePrivate: true };
    const { rows } = news(imported({ annotations: [own, plain] }));
    expect(rows).toMatchObject([{ row: { note: 'hỏi JICA' } }]);
    expect(rows[0]?.row.id).not.toBe(own.id);
  });

  test('is a code of a name that another tag had once', () => {
    const tags = first.tags.map((tag, at) => (at === 0 ? { ...tag, name: 'Khác' } : tag));
    const known = imported({ tags, annotations: [plain], formerNames: () => ['Vốn vay'] });
    const { rows, tags: brought } = news(known);
    expect(brought.map(({ name }) => name)).toEqual(['Vốn vay']);
    expect(rows).toHaveLength(1);
  });
});

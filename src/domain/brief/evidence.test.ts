import { expect, test } from 'vitest';
import {
  aBrief,
  anAnnotation,
  anArticle,
  aPassage,
  aSection,
  testSource,
} from './brief.testing.ts';
import type { Brief, BriefPassage } from './brief.ts';
import {
  EVIDENCE_COLUMNS,
  type EvidenceCell,
  type EvidenceColumn,
  type EvidenceWords,
  evidenceRows,
} from './evidence.ts';

const headings = Object.fromEntries(EVIDENCE_COLUMNS.map((column) => [column, `the ${column}`]));

const words: EvidenceWords = {
  sheet: 'Sheet',
  headings: headings as Record<EvidenceColumn, string>,
  yes: 'yes',
  no: 'no',
  bases: { printed: 'as printed', inferred: 'as inferred' },
  standings: { verified: 'verified', unverified: 'unverified', gone: 'gone', unplaced: 'unplaced' },
  tagSeparator: '; ',
  cutMark: '…',
};

const ALL = { notes: true, tags: true, paragraphs: true, hashes: true };
const article = anArticle('article-1', ['Hai nước ký kết 3 công hàm.', 'Vốn vay ODA.']);
const annotation = anAnnotation('a1', article, 'Vốn vay ODA.', {
  createdAt: '2026-11-22T08:00:00.000Z',
  updatedAt: '2026-11-22T09:30:00.000Z',
});

/** The rows by column, with the empty cells left out and the others as plain text. */
function told(brief: Brief): Partial<Record<EvidenceColumn, string>>[] {
  const plain = (cell: EvidenceCell) => {
    const { kind, ...value } = cell;
    return kind === 'empty' ? undefined : `${kind} ${Object.values(value).join()}`;
  };
  return [...evidenceRows({ ...brief, shows: ALL }, [annotation], words)].map((cells) =>
    Object.fromEntries(
      EVIDENCE_COLUMNS.flatMap((column, index) => {
        const cell = plain(cells[index] ?? { kind: 'empty' });
        return cell === undefined ? [] : [[column, cell]];
      }),
    ),
  );
}

const only = (passage: Partial<BriefPassage>) => told(aBrief([aPassage(passage)]))[0];

test('a passage is told of in full', () => {
  const passage = aPassage({
    annotationId: 'a1',
    quote: 'Vốn vay ODA.',
    note: 'Xem **thêm**',
    translation: { text: 'ODA loans.', checked: true },
    tagNames: ['ODA', 'Lao động'],
  });
  expect(told(aBrief([passage]))).toEqual([
    {
      passage: 'text Vốn vay ODA.',
      translation: 'text ODA loans.',
      translationChecked: 'text yes',
      tags: 'text ODA; Lao động',
      note: 'text Xem **thêm**',
      article: 'text Tin vắn',
      date: 'day 2023-12-18',
      dateBasis: 'text as printed',
      paragraph: 'number 40',
      verified: 'text verified',
      link: 'link benle://annotation/a1',
      created: 'time 2026-11-22T08:00:00.000Z',
      updated: 'time 2026-11-22T09:30:00.000Z',
      sha256: 'text ab12',
      id: 'text a1',
    },
  ]);
});

test('what is not known stays empty', () => {
  const passage = aPassage({
    annotationId: 'a2',
    tagNames: [],
    article: { id: 'elsewhere', title: '' },
    verified: false,
  });
  const { paragraph, ...rest } = passage;
  expect(told(aBrief([rest]))).toEqual([
    {
      passage: 'text Hai nước ký kết 3 công hàm.',
      verified: 'text unverified',
      link: 'link benle://annotation/a2',
      id: 'text a2',
    },
  ]);
});

test('a passage under two tags has one row, where the brief first comes to it', () => {
  const twice = aPassage({ annotationId: 'a1', tagNames: ['ODA', 'AZEC'] });
  const once = aPassage({ annotationId: 'a2', tagNames: ['AZEC'] });
  const brief = aBrief([], {
    sections: [aSection('ODA', [twice]), aSection('AZEC', [once, twice])],
  });
  expect(told(brief).map(({ id, tags }) => [id, tags])).toEqual([
    ['text a1', 'text ODA; AZEC'],
    ['text a2', 'text AZEC'],
  ]);
});

test('it is said why a quote is not verified', () => {
  expect(only({ verified: false })?.verified).toBe('text unverified');
  expect(only({ verified: false, detached: 'gone' })?.verified).toBe('text gone');
  expect(only({ verified: false, detached: 'unplaced' })?.verified).toBe('text unplaced');
});

test('a translation is checked or not, and says so only where there is one', () => {
  expect(only({ translation: { text: 'x', checked: false } })?.translationChecked).toBe('text no');
  expect(only({})).not.toHaveProperty('translationChecked');
});

test('all line ends are line feeds', () => {
  expect(only({ note: 'a\r\nb\rc\nd' })?.note).toBe('text a\nb\nc\nd');
});

test('what is inferred is said to be', () => {
  expect(only({ article: { ...testSource, dateBasis: 'inferred' } })?.dateBasis).toBe(
    'text as inferred',
  );
});

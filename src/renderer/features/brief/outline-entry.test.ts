import { expect, test } from 'vitest';
import type { OutlineRow } from '../../../domain/brief/outline.ts';
import { briefTexts as words } from '../../../shared/texts/texts.ts';
import { entryOf, keptEntries } from './outline-entry.ts';

const passage = {
  annotationId: '1',
  quote: 'Vốn vay',
  note: '',
  tagNames: [],
  article: { id: 'a', title: 'Bài' },
  verified: true,
};
const section = {
  key: 'tag:oda',
  subject: { by: 'tag' as const, tagName: 'ODA' },
  remark: '',
  passages: [passage, { ...passage, annotationId: '2' }],
};
const rowOf = (rest: Partial<typeof passage> = {}, isLeftOut = false): OutlineRow => ({
  kind: 'passage',
  id: 'tag:oda › 1',
  section,
  passage: { ...passage, ...rest },
  isLeftOut,
});

test('a row says what is to be known before a passage is sent to anybody', () => {
  const facts = (row: OutlineRow) => (entryOf(row) as { facts: string }).facts;
  expect(facts(rowOf())).toBe('');
  expect(facts(rowOf({ verified: false }, true))).toBe(
    `${words.leftOut} · ${words.unverifiedPassage}`,
  );
  const translation = { text: 'Loans', checked: false };
  expect(facts({ ...rowOf(), passage: { ...passage, translation } } as OutlineRow)).toBe(
    words.unchecked,
  );
});

test('a section counts what is in the brief of all that could be', () => {
  const row: OutlineRow = { kind: 'section', id: 'tag:oda', section, included: 1, isOpen: true };
  expect(entryOf(row)).toMatchObject({ name: 'ODA', count: '1 of 2' });
  expect(entryOf({ ...row, included: 2 })).toMatchObject({ count: '2' });
});

test('only entries that say something else are new ones', () => {
  const before = [entryOf(rowOf()), entryOf({ ...rowOf(), id: 'tag:azec › 1' })];
  expect(
    keptEntries(
      before.map((entry) => ({ ...entry })),
      before,
    ),
  ).toBe(before);
  const after = keptEntries([entryOf(rowOf({}, true)), { ...before[1] } as never], before);
  expect(after[0]).not.toBe(before[0]);
  expect(after[1]).toBe(before[1]);
  expect(keptEntries([...before].reverse(), before)).toEqual([...before].reverse());
});

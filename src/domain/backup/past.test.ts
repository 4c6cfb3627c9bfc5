import { expect, test } from 'vitest';
import { anAnnotation } from '../annotation/annotation.testing.ts';
import type { ChangeKind } from '../change/change.ts';
import { type PastChange, pastOf } from './past.ts';
import { versionOf } from './versions.ts';

const row = (note: string) => anAnnotation({ id: 'a', note });
const version = (note: string) => versionOf('annotations', 'a', row(note));

/** The log of one annotation: the kind of each change, and the note before it. */
const log = (...changes: [ChangeKind, string | null][]): PastChange[] =>
  changes.map(([kind, before]) => ({
    kind,
    table: 'annotations',
    key: 'a',
    before: before === null ? null : row(before),
  }));

const versions = (changes: PastChange[]) => pastOf(changes).map((past) => [...past.versions]);

test('the past of a row is what stood before each of its changes, once', () => {
  const changes = log(['system', null], ['edit', 'one'], ['edit', 'two'], ['edit', 'one']);
  expect(versions(changes)).toEqual([[version('one'), version('two')]]);
});

test('a row that was only made is known to have none', () => {
  expect(versions(log(['edit', null]))).toEqual([[]]);
});

test('what an undo took back is not part of it, until a redo brings it again', () => {
  const undone = log(['edit', null], ['edit', 'one'], ['undo', 'two']);
  expect(versions(undone)).toEqual([[version('one')]]);
  const redone = [...undone, ...log(['redo', 'one'], ['edit', 'two'])];
  expect(versions(redone)).toEqual([[version('one'), version('two')]]);
});

test('rows are told apart by table and key', () => {
  const tag = { kind: 'edit', table: 'tags', key: 'a', before: null } as const;
  const other = { ...tag, key: 'b' };
  expect(pastOf([tag, other, ...log(['edit', null])])).toHaveLength(3);
});

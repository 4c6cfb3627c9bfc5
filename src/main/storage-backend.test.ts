import type { CommandLine } from 'electron';
import { expect, test } from 'vitest';
import { keepStorageBackend } from './storage-backend.ts';

function switches(given: string) {
  let value = given;
  keepStorageBackend({
    getSwitchValue: () => value,
    appendSwitch: (_: string, next: string) => {
      value = next;
    },
  } as unknown as CommandLine);
  return value.split(',');
}

test('both ways to another backend are shut', () => {
  expect(switches('')).toEqual(['IdbSqliteOnDiskRollout', 'IdbSqliteBackingStore']);
});

test('features that somebody else switched off stay off', () => {
  expect(switches('A,IdbSqliteBackingStore,B').sort()).toEqual(
    ['A', 'B', 'IdbSqliteBackingStore', 'IdbSqliteOnDiskRollout'].sort(),
  );
});

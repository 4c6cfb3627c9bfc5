import { stringify } from 'safe-stable-stringify';
import { v5 } from 'uuid';
import type { Rows, TableName } from '../change/change.ts';
import { rowDigest } from '../change/digest.ts';

/** A row of any table. */
export type Row = Rows[TableName];

/** A version of a row: its digest, 12 hexadecimal digits, as backups name it. */
export type Version = string;

export function versionOf(table: TableName, key: string, row: Row): Version {
  return rowDigest(table, key, row).toString(16).padStart(12, '0');
}

/** Whether two rows say the same; the order of their properties does not matter. */
export const isSame = (a: Row, b: Row): boolean => a === b || stringify(a) === stringify(b);

/** A UUID made up for this purpose alone (RFC 9562, section 5.5: a name space of one's own). */
const COPIES = '3f1f7a52-5d0e-4a0b-9c1d-6d1c0b1f8e27';

/**
 * The id under which a version of a row lives on where another version keeps the row's own. It follows from the
 * two alone, so that every computer, and every repetition, comes to the same.
 */
export function copyId(table: TableName, key: string, version: Version): string {
  return v5(`${table}/${key}/${version}`, COPIES);
}

/** Whether an id was made by `copyId`: a UUID of version 5. */
export const isCopyId = (id: string): boolean => /^[0-9a-f]{8}-[0-9a-f]{4}-5/.test(id);

import type { Transaction } from 'dexie';
import { digestOf } from '../../domain/change/digest.ts';
import { readContents } from './contents.ts';

/** An upgrade belongs to its version: the tables of later ones are not there yet. */
const ROW_TABLES_OF_VERSION_2 = ['annotations', 'tags', 'trash', 'settings'] as const;

/** Version 2: the database says where it stands, so that it can be compared with the journal. */
export async function recordHead(transaction: Transaction): Promise<void> {
  const last = await transaction.table('changes').orderBy('seq').last();
  const rows = await readContents(transaction, ROW_TABLES_OF_VERSION_2);
  const head = { seq: last?.seq ?? 0, digest: digestOf(rows) };
  await transaction.table('meta').put({ key: 'head', head });
}

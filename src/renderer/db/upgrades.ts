import type { Transaction } from 'dexie';
import { digestOf } from '../../domain/change/digest.ts';
import { readContents } from './contents.ts';

/** Version 2: the database says where it stands, so that it can be compared with the journal. */
export async function recordHead(transaction: Transaction): Promise<void> {
  const last = await transaction.table('changes').orderBy('seq').last();
  const head = { seq: last?.seq ?? 0, digest: digestOf(await readContents(transaction)) };
  await transaction.table('meta').put({ key: 'head', head });
}

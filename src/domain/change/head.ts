import type { Effect } from './change.ts';
import { addToDigest, type Digest, EMPTY_DIGEST, rowDigest } from './digest.ts';

/** Where a store of changes stands: how far it got, and what its rows must then add up to. */
export interface Head {
  /** The `seq` of the last change; 0 before the first. */
  readonly seq: number;
  /** Of all rows of all tables. */
  readonly digest: Digest;
}

/** Before the first change. */
export const FIRST_HEAD: Head = { seq: 0, digest: EMPTY_DIGEST };

/** Where a store stands after one more change, `seq`. */
export function advance(head: Head, seq: number, effect: Effect): Head {
  const { table, key, before, after } = effect;
  const digestOf = (row: unknown) => (row === null ? 0 : rowDigest(table, key, row));
  return { seq, digest: addToDigest(head.digest, digestOf(after), digestOf(before)) };
}

export function sameHead(a: Head, b: Head): boolean {
  return a.seq === b.seq && a.digest === b.digest;
}

import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { stringify } from 'safe-stable-stringify';

/**
 * A digest of a whole set of rows: the sum of the rows' own digests. The order of the rows does not matter, and a
 * row that changes costs one subtraction and one addition, however many there are. It finds damage, not forgery.
 *
 * The construction is the incremental multiset hash of Bellare and Micciancio (1997, "AdHash"), here with 48 bits,
 * which a double adds exactly.
 */
export type Digest = string;

export const EMPTY_DIGEST: Digest = '000000000000';

const BYTES = 6;
const MODULUS = 2 ** (8 * BYTES);

/**
 * What one row adds to the digest of its set: a number below 2^48. The order of a row's properties does not
 * matter, and one that is `undefined` is as good as absent, since JSON does not keep it.
 * @param row JSON.
 */
export function rowDigest(table: string, key: string, row: unknown): number {
  return textDigest(stringify([table, key, row]) ?? '');
}

/** The first 48 bits of a text's SHA-256, as a number. It finds changes, not forgery. */
export function textDigest(text: string): number {
  const bytes = sha256(utf8ToBytes(text));
  return bytes.slice(0, BYTES).reduce((number, byte) => number * 256 + byte, 0);
}

/** The digest of a set to which `plus` came and from which `minus` went, each a sum of row digests. */
export function addToDigest(digest: Digest, plus: number, minus: number): Digest {
  const sum = (Number.parseInt(digest, 16) + plus - minus + MODULUS) % MODULUS;
  return sum.toString(16).padStart(2 * BYTES, '0');
}

/** The digest of a whole set of rows. */
export function digestOf(
  rows: Iterable<{ readonly table: string; readonly key: string; readonly row: unknown }>,
): Digest {
  let digest = EMPTY_DIGEST;
  for (const { table, key, row } of rows)
    digest = addToDigest(digest, rowDigest(table, key, row), 0);
  return digest;
}

import type { JournalProblem, TableRow } from './journal.ts';

/** A row as a backup has it. */
export interface BackupRow extends TableRow {
  /** The digests of the row's former versions, 12 hexadecimal digits each; absent where they are not known. */
  readonly past?: readonly string[] | undefined;
}

/** What a backup says of itself. */
export interface BackupHeader {
  /** The version of the app that wrote it. */
  readonly app: string;
  /** ISO 8601 in UTC. */
  readonly time: string;
  /** How many rows were written, by table. Other versions of the app may have other tables. */
  readonly counts: Readonly<Record<string, number>>;
}

/**
 * Something in a backup that could not be read:
 *
 * - `line`: a damaged line; `unknown`: a whole one that this version of the app does not understand, and the
 *   table that it is of, if it says so. Lines count from 1;
 * - `header`: what the backup says of itself is damaged; `end`: its end is missing, and any number of rows with
 *   it; `sum`: it is not as it was written, though every line is whole, as when lines were taken out;
 * - `resaved`: another program has changed its line ends, blanks or encoding, which by itself costs nothing.
 */
export type BackupFault =
  | { readonly kind: 'line'; readonly line: number }
  | { readonly kind: 'unknown'; readonly line: number; readonly table?: string }
  | { readonly kind: 'header' | 'end' | 'sum' | 'resaved' };

/** What could be read of a backup. */
export interface BackupFile {
  readonly path: string;
  /** `null` when it is damaged. */
  readonly header: BackupHeader | null;
  readonly rows: readonly BackupRow[];
  /** Empty: every byte is as it was written. */
  readonly faults: readonly BackupFault[];
}

export type BackupOutcome =
  | {
      readonly kind: 'saved';
      readonly path: string;
      /** How many rows it holds, by table. */
      readonly counts: Readonly<Record<string, number>>;
    }
  | { readonly kind: 'cancelled' };

/** Why there is no backup. A file that was there before is as it was. */
export type BackupProblem =
  /** The operating system would not write it, for the reason in `system` (`ENOSPC`, …). */
  | { readonly kind: 'file'; readonly path: string; readonly system: string }
  /** What was written did not read back as it should. */
  | { readonly kind: 'unverified'; readonly path: string }
  /** What was to be written could not be read. */
  | { readonly kind: 'journal'; readonly problem: JournalProblem };

export type ChosenBackup = BackupFile | 'cancelled';

/**
 * Why nothing is taken from a file:
 *
 * - `newer`: a newer version of the app wrote it, in version `detail` of the format;
 * - `not-a-backup`: it is something else;
 * - `too-large`: larger than any backup;
 * - `file`: the operating system would not read it, for the reason in `detail`.
 */
export interface ChooseProblem {
  readonly kind: 'newer' | 'not-a-backup' | 'too-large' | 'file';
  readonly path: string;
  readonly detail: string;
}

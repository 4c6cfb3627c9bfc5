import { z } from 'zod';
import { type Change, ROW_TABLES } from '../domain/change/change.ts';
import { EMPTY_DIGEST } from '../domain/change/digest.ts';
import type { Head } from '../domain/change/head.ts';

/**
 * A row as the journal keeps it: as it is, understood or not. What a version of the app cannot read, another
 * may have written.
 */
const row = z.record(z.string(), z.unknown());

/** One committed change, as it goes to the journal. */
export const changeSchema = z.strictObject({
  seq: z.int().positive(),
  batch: z.string().min(1).max(200),
  kind: z.enum(['edit', 'undo', 'redo', 'system']),
  time: z.iso.datetime(),
  table: z.enum(ROW_TABLES),
  key: z.string().min(1).max(200),
  before: row.nullable(),
  after: row.nullable(),
});

/** The same by another name: rows are opaque here, and `Change` says what they should be. */
export type JournaledChange = z.infer<typeof changeSchema>;

export const headSchema: z.ZodType<Head> = z.strictObject({
  seq: z.int().nonnegative(),
  digest: z.string().regex(new RegExp(`^[0-9a-f]{${EMPTY_DIGEST.length}}$`)),
});

/** A row with the table that it belongs to. */
export const tableRowSchema = z.strictObject({
  table: z.enum(ROW_TABLES),
  key: z.string().min(1).max(200),
  row,
});
export type TableRow = z.infer<typeof tableRowSchema>;

/** How many changes or rows go over in one call at most: about a megabyte. */
export const CHUNK = 1_000;

/** Why the journal did not take something. Nothing of what was handed over counts as saved then. */
export interface JournalProblem {
  /**
   * - `disk`: the operating system refused, for the reason in `system` (`ENOSPC`, `EROFS`, …);
   * - `taken`: another copy of the app writes this journal now;
   * - `gap`: the changes do not follow upon the last one in the journal;
   * - `newer`: a newer version of the app wrote it, and it was not touched;
   * - `unanswered`: the main process failed to answer.
   */
  readonly kind: 'disk' | 'taken' | 'gap' | 'newer' | 'unanswered';
  /** The operating system's own code, or what else there is to say to an expert. */
  readonly system: string;
}

/** Something wrong with the journal's files that was noticed and dealt with, to be told to the analyst. */
export interface JournalDamage {
  /** A segment of the journal, or a snapshot. */
  readonly what: 'journal' | 'snapshot';
  /**
   * Where the damaged file, or its unreadable part, is now: a name in the journal's folder. It is where it was when
   * it is still needed; empty when a file is missing.
   */
  readonly setAside: string;
  /**
   * Whether another program (an editor, Git, a synchronised folder) had saved the file with other line ends or in
   * another encoding, and nothing else was wrong with it. The file is in the app's own form again.
   */
  readonly isResaved?: true;
  /** Changes that could not be read, as ranges of `seq`, both ends included. Empty when nothing is missing. */
  readonly missing: readonly (readonly [from: number, to: number])[];
}

/** The journal as the main process found it. */
export interface JournalState {
  /** `null`: there is no journal yet. */
  readonly head: Head | null;
  readonly damages: readonly JournalDamage[];
}

/** Why something is not saved. */
export type SaveProblem =
  /** The database refused; `name` is the error's, such as `QuotaExceededError`. */
  | { readonly in: 'database'; readonly name: string }
  | { readonly in: 'journal'; readonly problem: JournalProblem };

/** Why the analyst's work cannot be opened. Nothing was touched. */
export type StartProblem =
  /** A newer version of the app wrote it. */
  | { readonly kind: 'newer' }
  | { readonly kind: 'database'; readonly name: string }
  | { readonly kind: 'journal'; readonly problem: JournalProblem };

/** Something that had gone wrong and was put right, for the analyst to know. */
export type Finding =
  /** The database was empty, damaged or behind, and was made anew from the journal. */
  | {
      readonly kind: 'database-restored';
      readonly annotations: number;
      /** The file that keeps what the database held instead, if it held anything else. */
      readonly setAside: string | undefined;
    }
  /** The journal was missing or did not fit, and was written anew from the database. */
  | { readonly kind: 'journal-rewritten' }
  /** A file of the journal was damaged. `lost` counts changes that neither it nor the database has. */
  | { readonly kind: 'journal-damaged'; readonly setAside: string; readonly lost: number }
  /** Another program had changed the line ends or the encoding of a file of the journal. Nothing is missing. */
  | { readonly kind: 'journal-resaved'; readonly setAside: string };

/** A change of the window's own making: it is what the journal takes. */
export const toJournal = (changes: readonly Change[]): JournaledChange[] =>
  changes as unknown as JournaledChange[];

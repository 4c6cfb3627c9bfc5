import type { Ledger, LedgerEntry } from './ledger.ts';

/*
 * A REFI-QDA project as it is written, without what it means here. Every tool leaves out something, so that all but
 * the shape of the elements is optional. Each thing in it has its entry in the ledger of the file.
 */

/** A text that describes something, or a memo about it. */
export interface RefiMemo {
  readonly text: string;
  /** Absent for text that is blank, which is no thing of its own. */
  readonly entry?: LedgerEntry;
}

/** A reference from one thing to another. */
export interface RefiRef {
  /** As `readFileId` reads it; `undefined` where there is none. */
  readonly target: string | undefined;
  readonly entry: LedgerEntry;
}

/** What codes, selections, sources and notes have in common. */
export interface RefiItem {
  readonly entry: LedgerEntry;
  /** As `readFileId` reads it: a UUID, or what else the file knows it by. */
  readonly id: string | undefined;
  readonly name: string;
  readonly descriptions: readonly RefiMemo[];
  readonly codings: readonly RefiRef[];
  readonly noteRefs: readonly RefiRef[];
  /** Notes that stand within it instead of being referred to. */
  readonly ownNotes: readonly RefiText[];
  readonly created: string | undefined;
  readonly modified: string | undefined;
}

export interface RefiCode extends RefiItem {
  /** Its name after those of the codes that it is nested in. */
  readonly path: readonly string[];
  readonly colour: string | undefined;
  readonly isCodable: boolean;
}

export interface RefiSelection extends RefiItem {
  /** As the file counts; `NaN` for what is no number. */
  readonly start: number;
  readonly end: number;
  /** Whether it is in a text, and not in a picture or a recording. */
  readonly isText: boolean;
}

/** A source or a note. */
export interface RefiText extends RefiItem {
  /** As it is in the file, ends of lines and all; absent where there is no plain text. */
  readonly text: string | undefined;
  /** Whether there should be plain text. */
  readonly isText: boolean;
  readonly selections: readonly RefiSelection[];
  /** Texts that a source without plain text was read as, such as that of a PDF. */
  readonly representations: readonly RefiText[];
}

export interface RefiLink {
  readonly entry: LedgerEntry;
  readonly ends: readonly string[];
}

export interface RefiUser {
  readonly entry: LedgerEntry;
  readonly id: string | undefined;
}

export interface RefiProject {
  readonly ledger: Ledger;
  readonly origin: string;
  readonly created: string | undefined;
  readonly codes: readonly RefiCode[];
  readonly sources: readonly RefiText[];
  readonly notes: readonly RefiText[];
  readonly links: readonly RefiLink[];
  readonly users: readonly RefiUser[];
}

/** Says of an item, and of all that is said about it, why it is not taken over. */
export function omitItem(item: RefiItem, reason: Parameters<LedgerEntry['omit']>[0]): void {
  item.entry.omit(reason);
  for (const { entry } of [...item.descriptions, ...item.codings]) entry?.omit(reason);
  for (const note of item.ownNotes) omitItem(note, reason);
}

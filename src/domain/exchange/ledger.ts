import { OmissionList, type OmissionReason, type Thing } from './omissions.ts';

/** What became of one thing in a file. */
export interface Outcome {
  readonly thing: Thing;
  readonly name: string;
  /** What it is part of now, such as the id of a row; `undefined` when it is not taken over. */
  readonly into: string | undefined;
  /** Why it is not taken over, if it is not. */
  readonly reason: OmissionReason;
}

/** One thing in a file, taken over or not. */
export class LedgerEntry implements Outcome {
  readonly thing: Thing;
  #name: string;
  #into: string | undefined;
  #reason: OmissionReason;
  #isReasonKnown = false;

  constructor(thing: Thing, reason: OmissionReason, name: string) {
    this.thing = thing;
    this.#name = name;
    this.#reason = reason;
  }

  get name(): string {
    return this.#name;
  }

  get into(): string | undefined {
    return this.#into;
  }

  get reason(): OmissionReason {
    return this.#reason;
  }

  /** Says what the thing is part of now. What is taken over once is taken over, wherever else it was left out. */
  take(into: string): void {
    this.#into ??= into;
  }

  /** Says what the analyst may know the thing by, where the file's own name for it says nothing. */
  rename(name: string): void {
    if (name.trim() !== '') this.#name = name;
  }

  /** Says why the thing is not taken over; the first reason counts. */
  omit(reason: OmissionReason): void {
    if (!this.#isReasonKnown) this.#reason = reason;
    this.#isReasonKnown = true;
  }
}

/** Accounts for each thing in a file: what is entered and never taken over is an omission. */
export class Ledger {
  readonly #entries: LedgerEntry[] = [];

  /**
   * Enters a thing, in the order of the file.
   * @param reason why it is not taken over, unless something else is said of it later.
   * @param name what the analyst may know it by.
   */
  enter(thing: Thing, reason: OmissionReason, name: string): LedgerEntry {
    const entry = new LedgerEntry(thing, reason, name);
    this.#entries.push(entry);
    return entry;
  }

  get outcomes(): readonly Outcome[] {
    return this.#entries;
  }

  get omissions(): OmissionList {
    const list = new OmissionList();
    for (const { thing, reason, name, into } of this.#entries) {
      if (into === undefined) list.add(thing, reason, name);
    }
    return list;
  }
}

import { digestOf } from '../../domain/change/digest.ts';
import { advance, FIRST_HEAD, type Head } from '../../domain/change/head.ts';
import { failed, ok } from '../../domain/result.ts';
import {
  CHUNK,
  type JournalDamage,
  type JournaledChange,
  type JournalProblem,
  type TableRow,
} from '../../shared/journal.ts';
import type { AskJournal } from './journal.ts';

/** A journal in memory that keeps to what `Answers` says; the real one is tested where it is written. */
export class JournalInMemory {
  head: Head | null = null;
  changes: JournaledChange[] = [];
  base: { readonly head: Head; readonly rows: readonly TableRow[] } = {
    head: FIRST_HEAD,
    rows: [],
  };
  damages: JournalDamage[] = [];
  /** What reading everything through finds. */
  found: JournalDamage[] = [];
  setAside: unknown[] = [];
  snapshots = 0;
  /** What everything is answered with while it is set. */
  problem: JournalProblem | undefined;
  /** Is told what is asked, before it is answered. */
  onAsk: (channel: string) => unknown = () => undefined;

  readonly ask = (async (channel: string, ...args: never[]) => {
    await this.onAsk(channel);
    if (this.problem) return failed(this.problem);
    const answers: Record<string, (...args: never[]) => unknown> = {
      // What was found is told once.
      'journal:open': () => ok({ head: this.head, damages: this.damages.splice(0) }),
      'journal:append': (changes: readonly JournaledChange[]) => this.#append(changes),
      'journal:mend': (changes: readonly JournaledChange[]) => this.#mend(changes),
      'journal:rebase': (head: Head, rows: readonly TableRow[]) => this.#rebase(head, rows),
      'journal:read-changes': (after: number) =>
        ok(this.changes.filter(({ seq }) => seq > after).slice(0, CHUNK)),
      'journal:read-rows': () => {
        const rows = this.rows();
        return ok({ head: { seq: this.head?.seq ?? 0, digest: digestOf(rows) }, rows });
      },
      'journal:set-aside': (rows: readonly unknown[]) => {
        this.setAside.push(...rows);
        return ok('set-aside/rows.jsonl');
      },
      'journal:snapshot': () => {
        this.snapshots += 1;
        return digestOf(this.rows()) === (this.head ?? FIRST_HEAD).digest
          ? ok(null)
          : failed({ kind: 'gap', system: 'the rows do not add up' } as const);
      },
      'database:clear': () =>
        this.head ? ok(null) : failed({ kind: 'gap', system: 'the journal is empty' } as const),
      'journal:check': () => ok(this.found),
    };
    // As if it had gone through another process.
    return structuredClone(answers[channel]?.(...(structuredClone(args) as never[])));
  }) as AskJournal;

  /** What its rows are: the base, and what came of it since. */
  rows(): TableRow[] {
    const rows = new Map<string, TableRow>();
    const name = (table: string, key: string) => `${table}/${key}`;
    for (const row of this.base.rows) rows.set(name(row.table, row.key), row);
    for (const { seq, table, key, after } of this.changes) {
      if (seq <= this.base.head.seq) continue;
      if (after) rows.set(name(table, key), { table, key, row: after });
      else rows.delete(name(table, key));
    }
    return [...rows.values()];
  }

  #append(changes: readonly JournaledChange[]) {
    for (const change of changes) {
      if (this.head && change.seq <= this.head.seq) continue;
      if (this.head && change.seq !== this.head.seq + 1) {
        return failed({ kind: 'gap', system: `${change.seq} after ${this.head.seq}` } as const);
      }
      this.changes.push(change);
      this.head = advance(this.head ?? FIRST_HEAD, change.seq, change as never);
    }
    return ok(this.head ?? FIRST_HEAD);
  }

  #mend(changes: readonly JournaledChange[]) {
    const known = new Set(this.changes.map(({ seq }) => seq));
    this.changes.push(...changes.filter(({ seq }) => !known.has(seq)));
    this.changes.sort((a, b) => a.seq - b.seq);
    return ok(null);
  }

  #rebase(head: Head, rows: readonly TableRow[]) {
    if (digestOf(rows) !== head.digest) {
      return failed({ kind: 'gap', system: 'the rows do not add up' } as const);
    }
    this.base = { head, rows };
    this.head = head;
    return ok(null);
  }
}

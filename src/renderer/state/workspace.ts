import { createStore, type StoreApi } from 'zustand/vanilla';
import { AnnotationIndex } from '../../domain/annotation/annotation-index.ts';
import type { SavedBrief } from '../../domain/brief/saved-brief.ts';
import type { Change, ChangeKind } from '../../domain/change/change.ts';
import type { Head } from '../../domain/change/head.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { Finding, JournalProblem } from '../../shared/journal.ts';
import type { Edit } from '../db/commit.ts';
import type { Database } from '../db/database.ts';
import { type Contents, readAll } from '../db/open.ts';
import { parseRows, type UnreadableRow } from '../db/rows.ts';
import type { Settings } from '../db/settings.ts';
import type { AskJournal } from './journal.ts';
import { mendJournal, passOn, reconcile, tellRows, type Unjournaled } from './reconcile.ts';
import { isUnsaved } from './save-status.ts';
import { TextDrafts } from './text-drafts.ts';
import { Writer } from './writer.ts';

/** The analyst's work, as the window holds it. */
export class Workspace {
  readonly db: Database;
  readonly annotations: AnnotationIndex;
  /** The briefs that are kept, by id. */
  readonly briefs: StoreApi<ReadonlyMap<string, SavedBrief>>;
  readonly writer: Writer;
  readonly drafts: TextDrafts;
  readonly unreadable: readonly UnreadableRow[];
  /** As they were when the window opened. */
  readonly settings: Partial<Settings>;
  /** What had gone wrong with the files and was put right, until the analyst has taken note of it. */
  readonly findings: StoreApi<readonly Finding[]> = createStore(() => []);
  /** The settings as they are now. */
  #remembered: Partial<Settings>;
  readonly #ask: AskJournal;
  readonly #listeners = new Set<() => void>();
  #version = 0;
  #turn: Promise<unknown> = Promise.resolve();

  /** @param head where database and journal stand. */
  constructor(db: Database, contents: Omit<Contents, 'raw'>, head: Head, ask: AskJournal) {
    this.db = db;
    this.annotations = new AnnotationIndex(contents.annotations);
    this.briefs = createStore(() => byId(contents.briefs));
    this.settings = contents.settings;
    this.#remembered = contents.settings;
    this.unreadable = contents.unreadable;
    this.#ask = ask;
    this.writer = new Writer(db, head, {
      ask,
      onCommitted: (changes) => this.#follow(changes),
      recover: (areRowsBad, unjournaled) => this.#recover(areRowsBad, unjournaled),
    });
    this.drafts = new TextDrafts(this.writer);
  }

  /** Called whenever annotations changed. */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Changes with every change of any annotation. */
  version = (): number => this.#version;

  /** Adds to what the analyst shall know of. */
  find(findings: readonly Finding[]): void {
    if (findings.length > 0)
      this.findings.setState([...this.findings.getState(), ...findings], true);
  }

  /** The analyst has taken note of what was found so far. */
  dismissFindings(): void {
    this.findings.setState([], true);
  }

  /** Has the journal's older files read through, and gives them what they lost and the database still has. */
  async inspectJournal(): Promise<void> {
    const checked = await this.#ask('journal:check');
    // A journal that does not answer shows with the next thing to be saved.
    if (!checked.ok) return;
    const mended = await mendJournal(this.db, this.#ask, checked.value);
    if (mended.ok) this.find(mended.value);
    const told = await this.writer.undisturbed(() => tellRows(this.db, this.#ask));
    this.find(told ?? []);
  }

  /** Runs a command after those given before it, so that each sees what the last one did. */
  inTurn<Value>(command: () => Promise<Value>): Promise<Value> {
    const done = this.#turn.then(command);
    this.#turn = done.catch(() => undefined);
    return done;
  }

  /** Writes edits, after whatever note is being typed, so that each stands in the history where it belongs. */
  async write(edits: readonly Edit[], kind: ChangeKind = 'edit'): Promise<Change[]> {
    const typed = kind === 'system' ? undefined : this.drafts.finish();
    const written = this.writer.write(edits, kind);
    await typed;
    return written;
  }

  /** Remembers a choice for the next start. It is no work: undo does not reach it. */
  async remember<Key extends keyof Settings>(key: Key, value: Settings[Key]): Promise<void> {
    // A start where the last one left off has nothing to save.
    if (JSON.stringify(this.#remembered[key]) === JSON.stringify(value)) return;
    this.#remembered = { ...this.#remembered, [key]: value };
    await this.write([{ table: 'settings', key, change: () => ({ key, value }) }], 'system');
  }

  undo(): Promise<Change[]> {
    return this.#walk(() => this.writer.step('undo'));
  }

  redo(): Promise<Change[]> {
    return this.#walk(() => this.writer.step('redo'));
  }

  /** Takes back the edit of this batch and all since; see `undoTo` in `db/history.ts`. */
  undoTo(batch: string): Promise<Change[]> {
    return this.#walk(() => this.writer.undoTo(batch));
  }

  /** Tries again to save what could not be saved. */
  async retry(): Promise<void> {
    await this.writer.retry();
    await this.drafts.save();
  }

  /**
   * Resolves when nothing is left that closing the window could lose. What could not be saved is tried once
   * more; failing that, this waits until it is saved after all, and the main process asks the analyst.
   */
  async flush(): Promise<void> {
    await this.#turn;
    await this.drafts.finish();
    const { status } = this.writer;
    if (isUnsaved(this.writer)) await this.retry();
    if (status.getState().kind === 'saved') return;
    await new Promise<void>((resolve) => {
      const leave = status.subscribe(({ kind }) => {
        if (kind !== 'saved') return;
        leave();
        resolve();
      });
    });
  }

  /** Both are queued at once, so that nothing written meanwhile comes between them. */
  async #walk(step: () => Promise<Change[]>): Promise<Change[]> {
    const [, changes] = await Promise.all([this.drafts.finish(), step()]);
    return changes;
  }

  #follow(changes: readonly Change[]): void {
    let touched = false;
    for (const change of changes) {
      if (change.table === 'briefs') this.#followBrief(change);
      if (change.table !== 'annotations') continue;
      // What undo brings back may be a row that could not be read before it was changed.
      const { good } = parseRows('annotations', change.after ? [change.after] : []);
      this.annotations.replace(change.key, good[0] ?? null);
      touched = true;
    }
    if (touched) this.#tell();
  }

  #followBrief({ key, after }: Pick<Change, 'key' | 'after'>): void {
    const briefs = new Map(this.briefs.getState());
    const { good } = parseRows('briefs', after ? [after] : []);
    if (good[0]) briefs.set(key, good[0]);
    else briefs.delete(key);
    this.briefs.setState(briefs, true);
  }

  /** Brings database and journal together, and the window with them. */
  async #recover(
    areRowsBad: boolean,
    unjournaled: Unjournaled,
  ): Promise<Result<Head, JournalProblem>> {
    const opened = await this.#ask('journal:open');
    if (!opened.ok) return opened;
    const journal = await passOn(this.#ask, opened.value, unjournaled);
    if (!journal.ok) return journal;
    const reconciled = await reconcile(this.db, this.#ask, journal.value, { areRowsBad });
    if (!reconciled.ok) return reconciled;
    const { head, findings } = reconciled.value;
    this.find(findings);
    const { annotations, briefs } = await readAll(this.db);
    this.annotations.reset(annotations);
    this.briefs.setState(byId(briefs), true);
    this.#tell();
    return ok(head);
  }

  #tell(): void {
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }
}

const byId = (briefs: readonly SavedBrief[]): ReadonlyMap<string, SavedBrief> =>
  new Map(briefs.map((brief) => [brief.id, brief]));

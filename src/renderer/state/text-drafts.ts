import type { Edit } from '../db/commit.ts';
import { newId } from './ids.ts';
import { isUnsaved } from './save-status.ts';
import type { Writer } from './writer.ts';

/** How long typing may pause before a text is saved. */
const PAUSE_MS = 400;

/** A text that can be typed: a note, the title of a brief. */
export interface TextField {
  /** Tells it from all others. */
  readonly key: string;
  readonly edit: (text: string) => Edit;
}

interface Draft {
  readonly field: TextField;
  readonly text: string;
  /** One stretch of typing is one step of undo, however often it is saved on the way. */
  readonly batch: string;
  /** Whether the writer has it. It keeps what fails, so that nothing is ever handed to it twice. */
  handed: boolean;
}

/** A text as it is being typed, ahead of what is saved. At most one is typed at a time. */
export class TextDrafts {
  readonly #writer: Writer;
  readonly #listeners = new Set<() => void>();
  /** By field: the text being typed, and those before it that are not on the disk yet. */
  readonly #drafts = new Map<string, Draft>();
  #session: { key: string; batch: string } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Lets the status say "saved" again; held as long as there is any draft. */
  #release: (() => void) | undefined;

  constructor(writer: Writer) {
    this.#writer = writer;
    // What waited here may be saved with something else that was written.
    writer.status.subscribe(({ kind }, before) => {
      if (before.kind === 'failed' && kind !== 'failed') void this.save();
    });
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The text as typed, as long as it is not saved. */
  textOf(key: string): string | undefined {
    return this.#drafts.get(key)?.text;
  }

  /** Whether this text is being typed: its field has something of its own to take back. */
  isTyping(key: string): boolean {
    return this.#session?.key === key;
  }

  /** Remembers what was typed and saves it when typing pauses. */
  type(field: TextField, text: string): void {
    const { key } = field;
    if (this.#session?.key !== key) {
      void this.finish();
      this.#session = { key, batch: newId() };
    }
    this.#release ??= this.#writer.hold();
    const { batch } = this.#session;
    this.#drafts.set(key, { field, text, batch, handed: false });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), PAUSE_MS);
    this.#tell();
  }

  /** Saves what was typed so far, now; typing may go on in the same step of undo. */
  async save(): Promise<void> {
    clearTimeout(this.#timer);
    const drafts = [...this.#drafts.values()];
    if (drafts.length === 0) return;
    await Promise.all([...drafts.map((draft) => this.#hand(draft)), this.#writer.settled()]);
    // What could not be saved stays in view.
    if (isUnsaved(this.#writer)) return;
    for (const draft of drafts) {
      // More may have been typed while this was being written.
      const { key } = draft.field;
      if (this.#drafts.get(key) === draft) this.#drafts.delete(key);
    }
    if (this.#drafts.size === 0) {
      this.#release?.();
      this.#release = undefined;
    }
    this.#tell();
  }

  /** Saves, and lets the next typing be a step of undo of its own. */
  async finish(): Promise<void> {
    this.#session = undefined;
    await this.save();
  }

  async #hand(draft: Draft): Promise<void> {
    if (draft.handed) return;
    draft.handed = true;
    const { field, text, batch } = draft;
    await this.#writer.write([field.edit(text)], 'edit', batch);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

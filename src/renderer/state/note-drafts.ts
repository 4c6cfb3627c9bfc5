import { withNote } from '../../domain/annotation/edit.ts';
import type { Edit } from '../db/commit.ts';
import { newId, now } from './ids.ts';
import type { Writer } from './writer.ts';

/** How long typing may pause before a note is saved. */
const PAUSE_MS = 400;

interface Draft {
  readonly annotationId: string;
  readonly text: string;
  /** One stretch of typing is one step of undo, however often it is saved on the way. */
  readonly batch: string;
  /** Whether the writer has it. It keeps what fails, so that nothing is ever handed to it twice. */
  handed: boolean;
}

/** A note as it is being typed, ahead of what is saved. At most one note is typed at a time. */
export class NoteDrafts {
  readonly #writer: Writer;
  readonly #listeners = new Set<() => void>();
  /** By annotation: the note being typed, and those before it that are not on the disk yet. */
  readonly #drafts = new Map<string, Draft>();
  #session: { annotationId: string; batch: string } | undefined;
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
  textOf(annotationId: string): string | undefined {
    return this.#drafts.get(annotationId)?.text;
  }

  /** Whether this note is being typed: its field has something of its own to take back. */
  isTyping(annotationId: string): boolean {
    return this.#session?.annotationId === annotationId;
  }

  /** Remembers what was typed and saves it when typing pauses. */
  type(annotationId: string, text: string): void {
    if (this.#session?.annotationId !== annotationId) {
      void this.finish();
      this.#session = { annotationId, batch: newId() };
    }
    this.#release ??= this.#writer.hold();
    const { batch } = this.#session;
    this.#drafts.set(annotationId, { annotationId, text, batch, handed: false });
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
    if (this.#writer.status.getState().kind === 'failed') return;
    for (const draft of drafts) {
      // More may have been typed while this was being written.
      if (this.#drafts.get(draft.annotationId) === draft) this.#drafts.delete(draft.annotationId);
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
    await this.#writer.write([noteEdit(draft)], 'edit', draft.batch);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

function noteEdit({ annotationId, text }: Draft): Edit {
  return {
    table: 'annotations',
    key: annotationId,
    change: (row) => row && withNote(row, text, now()),
  };
}

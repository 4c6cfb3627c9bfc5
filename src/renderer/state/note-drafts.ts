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
  readonly release: () => void;
}

/** A note as it is being typed, ahead of what is saved. At most one note is typed at a time. */
export class NoteDrafts {
  readonly #writer: Writer;
  readonly #listeners = new Set<() => void>();
  #draft: Draft | undefined;
  #session: { annotationId: string; batch: string } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(writer: Writer) {
    this.#writer = writer;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The text as typed, as long as it is not saved. */
  textOf(annotationId: string): string | undefined {
    return this.#draft?.annotationId === annotationId ? this.#draft.text : undefined;
  }

  /** Remembers what was typed and saves it when typing pauses. */
  type(annotationId: string, text: string): void {
    if (this.#session?.annotationId !== annotationId) {
      void this.finish();
      this.#session = { annotationId, batch: newId() };
    }
    const release = this.#draft?.release ?? this.#writer.hold();
    this.#draft = { annotationId, text, batch: this.#session.batch, release };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), PAUSE_MS);
    this.#tell();
  }

  /** Saves what was typed so far, now; typing may go on in the same step of undo. */
  async save(): Promise<void> {
    clearTimeout(this.#timer);
    const draft = this.#draft;
    if (!draft) return;
    await this.#writer.write([noteEdit(draft)], 'edit', draft.batch);
    // What could not be saved stays in view.
    if (this.#writer.status.getState().kind === 'failed') return;
    draft.release();
    // More may have been typed while this was being written.
    if (this.#draft === draft) this.#draft = undefined;
    else if (this.#draft) this.#draft = { ...this.#draft, release: this.#writer.hold() };
    this.#tell();
  }

  /** Saves, and lets the next typing be a step of undo of its own. */
  async finish(): Promise<void> {
    this.#session = undefined;
    await this.save();
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

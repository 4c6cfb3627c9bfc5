import type { Page } from '@playwright/test';
import type { Desk } from '../fixtures/desk.ts';
import type { Random } from '../fixtures/random.ts';
import { readStored, type Stored } from '../fixtures/stored.ts';

/** Rows by id, alive or in the trash. */
export type Rows = ReadonlyMap<string, string>;

/** What must still be there after a kill, and what may or may not have happened. */
export interface Promised {
  /** Everything that the status called saved: annotations, and those in the trash. */
  readonly saved: Rows;
  /** The annotation that was being changed, whose old or new state are both right. */
  readonly inFlight: string | undefined;
}

export const ids = (stored: Stored): Rows =>
  new Map([
    ...stored.trash.map(({ id, row }) => [id, JSON.stringify(row)] as const),
    ...stored.annotations.map((row) => [row.id, JSON.stringify(row)] as const),
  ]);

/** Works in the window by the keyboard, and keeps account of what the status called saved. */
export class Analyst {
  readonly #page: Page;
  readonly #desk: Desk;
  readonly #random: Random;
  #saved: Rows;
  #inFlight: string | undefined;
  /** The annotation that keys act on, as long as that is known. */
  #active: string | undefined;
  /** What "Undo" would change, as long as that is known. */
  #last: string | undefined;

  constructor(desk: Desk, random: Random, saved: Rows) {
    this.#page = desk.page;
    this.#desk = desk;
    this.#random = random;
    this.#saved = saved;
  }

  get promised(): Promised {
    return { saved: this.#saved, inFlight: this.#inFlight };
  }

  /** Does one thing after the other until the window is no more. */
  async work(): Promise<void> {
    for (;;) {
      const act = this.#random.pick(['mark', 'mark', 'note', 'tag', 'delete', 'undo'] as const);
      if (act === 'undo' && this.#last) await this.#undo(this.#last);
      else if (act === 'mark' || act === 'undo' || !this.#active) await this.#mark();
      else await this.#change(this.#active, act);
    }
  }

  /** Waits for the status to say that everything is saved, and takes it at its word. */
  async trust(): Promise<Stored> {
    for (;;) {
      const stored = await readStored(this.#page);
      if (!stored.isSaved) continue;
      this.#saved = ids(stored);
      this.#inFlight = undefined;
      return stored;
    }
  }

  async #change(id: string, act: 'note' | 'tag' | 'delete'): Promise<void> {
    const { keyboard } = this.#page;
    await this.trust();
    this.#inFlight = id;
    if (act === 'tag') await keyboard.press(String(this.#random.between(1, 3)));
    else if (act === 'delete') await keyboard.press('Delete');
    else {
      await keyboard.press('n');
      await this.#page.locator('textarea:focus').waitFor();
      await keyboard.type('ghi chú ');
      await keyboard.press('Escape');
    }
    // Keys act on another one now.
    if (act === 'delete') this.#active = undefined;
    await this.#settle(id);
    this.#last = id;
  }

  async #undo(id: string): Promise<void> {
    await this.trust();
    this.#inFlight = id;
    this.#active = undefined;
    this.#last = undefined;
    await this.#page.keyboard.press('Control+z');
    await this.#settle(id);
  }

  async #mark(): Promise<void> {
    const before = await this.trust();
    const known = new Set(before.annotations.map(({ id }) => id));
    await this.#page.evaluate(selectSomething, [this.#random.next(), this.#random.next()] as const);
    await this.#desk.annotateToolbar.waitFor();
    await this.#page.keyboard.press(this.#random.pick(['h', '1', '2', '3']));
    this.#active = undefined;
    this.#last = undefined;
    // The very passage may be marked already: then nothing comes of it.
    const giveUp = Date.now() + 1_500;
    while (!this.#active && Date.now() < giveUp) {
      const { annotations } = await this.trust();
      this.#active = annotations.find(({ id }) => !known.has(id))?.id;
    }
    this.#last = this.#active;
  }

  /** Waits until a change of this annotation is saved; until then it may have happened or not. */
  async #settle(id: string): Promise<void> {
    const before = this.#saved.get(id);
    const giveUp = Date.now() + 10_000;
    while (Date.now() < giveUp) {
      await this.trust();
      if (this.#saved.get(id) !== before) return;
      this.#inFlight = id;
    }
    throw new Error(`nothing became of what was done to ${id}`);
  }
}

/** Runs in the page: selects a stretch of a paragraph. */
function selectSomething([where, howMuch]: readonly [number, number]): void {
  const root = document.querySelector<HTMLElement>('[role="document"]');
  const blocks = [...(root?.children ?? [])].filter(
    ({ textContent }) => (textContent?.length ?? 0) > 60,
  );
  const block = blocks[Math.floor(where * blocks.length)];
  if (!root || !block) throw new Error('there is no article to mark in');
  const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  for (let node = texts.nextNode(); node; node = texts.nextNode()) nodes.push(node as Text);
  const node = nodes.reduce((longest, one) => (one.length > longest.length ? one : longest));
  const from = Math.floor(howMuch * (node.length / 2));
  root.focus();
  block.scrollIntoView({ block: 'center' });
  document.getSelection()?.setBaseAndExtent(node, from, node, Math.min(node.length, from + 12));
}

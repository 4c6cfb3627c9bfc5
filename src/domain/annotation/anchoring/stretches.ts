import type { Wanted } from './align.ts';
import type { TextView } from './text-view.ts';

/** Words `from` to `to` (exclusive) of a text. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * Counts, in a window that slides over the text, how much weight of the wanted words is in it, each no
 * oftener than it is wanted.
 */
class Window {
  readonly #missing: Int32Array;
  readonly #view: TextView;
  weight = 0;

  constructor(view: TextView, wanted: Wanted) {
    this.#view = view;
    this.#missing = new Int32Array(view.forms.length).fill(NOT_WANTED);
    for (const id of wanted.ids) {
      if (id < 0) continue;
      const missing = this.#missing[id] ?? NOT_WANTED;
      this.#missing[id] = missing === NOT_WANTED ? 1 : missing + 1;
    }
  }

  enter(place: number): void {
    const id = this.#view.ids[place] ?? -1;
    const missing = this.#missing[id] ?? NOT_WANTED;
    if (missing === NOT_WANTED) return;
    if (missing > 0) this.weight += this.#view.weights[id] ?? 0;
    this.#missing[id] = missing - 1;
  }

  leave(place: number): void {
    const id = this.#view.ids[place] ?? -1;
    const missing = this.#missing[id] ?? NOT_WANTED;
    if (missing === NOT_WANTED) return;
    this.#missing[id] = missing + 1;
    if (missing >= 0) this.weight -= this.#view.weights[id] ?? 0;
  }
}

/** Below any count of words that are there too often. */
const NOT_WANTED = -0x4000_0000;

/**
 * The stretches of the text that could hold the wanted words with changes of at most the given weight: all
 * others lack too many of them, whatever their order. Takes time linear in the length of the text.
 */
export function likelyStretches(view: TextView, wanted: Wanted, most: number): Stretch[] {
  const total = wanted.weights.reduce((sum, weight) => sum + weight, 0);
  // Words that were added cost 4 each, but for punctuation, of which there is little.
  const width = wanted.ids.length + Math.ceil(most / 4);
  const window = new Window(view, wanted);
  const stretches: { from: number; to: number }[] = [];
  for (let place = 0; place < view.length; place += 1) {
    window.enter(place);
    if (place >= width) window.leave(place - width);
    if (window.weight < total - most) continue;
    const from = Math.max(0, place - width + 1);
    const last = stretches.at(-1);
    if (last && from <= last.to) last.to = place + 1;
    else stretches.push({ from, to: place + 1 });
  }
  return stretches;
}

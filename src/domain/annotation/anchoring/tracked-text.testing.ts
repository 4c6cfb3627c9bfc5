/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export type Random = () => number;

export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

export function below(random: Random, limit: number): number {
  return Math.floor(random() * limit);
}

export function pick<T>(random: Random, items: readonly T[]): T {
  const item = items[below(random, items.length)];
  if (item === undefined) throw new RangeError('there is nothing to pick');
  return item;
}

/** Stands for a code unit that an edit wrote; the original has none like it. */
export const NEW = -1;

function join(...parts: readonly Int32Array[]): Int32Array {
  const whole = new Int32Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/**
 * A text under edit that knows of each of its code units where it stood in the original: the truth that a
 * resolver is measured by. Offsets are UTF-16 code units.
 */
export class TrackedText {
  #parts: { text: string; origins: Int32Array };

  constructor(original: string) {
    this.#parts = { text: original, origins: new Int32Array(original.length).map((_, at) => at) };
  }

  get text(): string {
    return this.#parts.text;
  }

  /** For each code unit, its offset in the original, or `NEW`. */
  get origins(): Int32Array {
    return this.#parts.origins;
  }

  /** Puts new text in the place of what stands from `start` to `end`. */
  replace(start: number, end: number, inserted: string): void {
    const { text, origins } = this.#parts;
    const fresh = new Int32Array(inserted.length).fill(NEW);
    this.#parts = {
      text: text.slice(0, start) + inserted + text.slice(end),
      origins: join(origins.subarray(0, start), fresh, origins.subarray(end)),
    };
  }

  insert(at: number, inserted: string): void {
    this.replace(at, at, inserted);
  }

  remove(start: number, end: number): void {
    this.replace(start, end, '');
  }

  /** Takes what stands from `start` to `end` to `target`, which lies outside of it. */
  move(start: number, end: number, target: number): void {
    const { text, origins } = this.#parts;
    const moved = { text: text.slice(start, end), origins: origins.slice(start, end) };
    this.remove(start, end);
    const at = target > start ? target - (end - start) : target;
    const rest = this.#parts;
    this.#parts = {
      text: rest.text.slice(0, at) + moved.text + rest.text.slice(at),
      origins: join(rest.origins.subarray(0, at), moved.origins, rest.origins.subarray(at)),
    };
  }

  /**
   * Writes every match of a pattern in another way. What it becomes is still the same characters of the
   * original: for changes that are none to a reader.
   */
  rewrite(pattern: RegExp, write: (match: string) => string): void {
    const { text, origins } = this.#parts;
    const written: string[] = [];
    const from: number[] = [];
    let at = 0;
    const keep = (end: number) => {
      written.push(text.slice(at, end));
      for (; at < end; at += 1) from.push(origins[at] ?? NEW);
    };
    for (const match of text.matchAll(pattern)) {
      keep(match.index);
      const replacement = write(match[0]);
      written.push(replacement);
      // A shorter or longer way of writing begins and ends where the old one did.
      for (let unit = 0; unit < replacement.length; unit += 1) {
        const nth = Math.min(unit, match[0].length - 1);
        from.push(origins[match.index + nth] ?? NEW);
      }
      at = match.index + match[0].length;
    }
    keep(text.length);
    this.#parts = { text: written.join(''), origins: Int32Array.from(from) };
  }
}

/** What a generator makes, as far as anybody has asked for it; nothing is made twice. */
export class Lazily<Item extends { readonly passages: number }> {
  readonly #source: Iterator<Item>;
  readonly #made: Item[] = [];
  #passages = 0;
  #isOver = false;

  constructor(source: Iterator<Item>) {
    this.#source = source;
  }

  /** The first items, until they speak of so many passages. */
  upTo(passages: number): { readonly items: readonly Item[]; readonly passages: number } {
    while (!this.#isOver && this.#passages < passages) {
      const next = this.#source.next();
      if (next.done) this.#isOver = true;
      else {
        this.#made.push(next.value);
        this.#passages += next.value.passages;
      }
    }
    let count = 0;
    const end = this.#made.findIndex((item) => {
      const isEnough = count >= passages;
      count += item.passages;
      return isEnough;
    });
    const items = end < 0 ? [...this.#made] : this.#made.slice(0, end);
    return { items, passages: items.reduce((sum, item) => sum + item.passages, 0) };
  }
}

import { isNode, type JsonLd, type Node } from './json-ld.ts';

/** More pages than any collection has; a ring of pages ends here. */
const DEEPEST = 10_000;

class Search {
  readonly #document: JsonLd;
  readonly #found: unknown[] = [];
  readonly #seen = new Set<Node>();

  constructor(document: JsonLd) {
    this.#document = document;
  }

  run(): unknown[] {
    const { root } = this.#document;
    if (Array.isArray(root)) for (const one of root) this.#take(one, true, 0);
    else this.#take(root, false, 0);
    return this.#found;
  }

  /** @param isItem whether it stands where an annotation has to stand. */
  #take(value: unknown, isItem: boolean, depth: number): void {
    const node = this.#document.resolve(value);
    if (!isNode(node)) {
      if (isItem) this.#found.push(value);
      return;
    }
    if (this.#seen.has(node) || depth > DEEPEST) return;
    this.#seen.add(node);
    if (this.#isAnnotation(node, isItem)) this.#found.push(node);
    else this.#takeParts(node, depth + 1);
  }

  #isAnnotation(node: Node, isItem: boolean): boolean {
    if ('target' in node || this.#document.names(node, 'type').includes('Annotation')) return true;
    return isItem && !['items', 'first', '@graph'].some((term) => term in node);
  }

  #takeParts(node: Node, depth: number): void {
    for (const item of this.#document.all(node, 'items')) this.#take(item, true, depth);
    for (const term of ['first', 'next', '@graph']) {
      for (const one of this.#document.all(node, term)) this.#take(one, false, depth);
    }
  }
}

/** All annotations of a document: of collections, pages, lists and graphs, each once; also what should be one. */
export function findAnnotations(document: JsonLd): unknown[] {
  return new Search(document).run();
}

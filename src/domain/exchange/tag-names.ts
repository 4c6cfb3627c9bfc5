import { checkName, freeName, newTag, TAG_NAME_LIMIT, tagFinder } from '../tag/codebook.ts';
import type { Tag } from '../tag/tag.ts';
import { graphemeStart } from '../text/graphemes.ts';
import { dropInvisible, toNfc } from '../text/normalise.ts';
import { uuidFor } from './guid.ts';

/** Finds tags by the names that a file gives them, and makes those that are not there. */
export class TagNames {
  readonly #brought: Tag[];
  readonly #codebook: Tag[];

  /**
   * @param brought tags that the file brings itself: they come first.
   * @param codebook the tags that are here.
   */
  constructor(brought: readonly Tag[], codebook: readonly Tag[]) {
    this.#brought = [...brought];
    const ids = new Set(brought.map(({ id }) => id));
    this.#codebook = [...brought, ...codebook.filter(({ id }) => !ids.has(id))];
  }

  /** All tags that the file brings. */
  get brought(): readonly Tag[] {
    return this.#brought;
  }

  /** Whether the file or the codebook has a tag of that id. */
  has(id: string): boolean {
    return this.#codebook.some((tag) => tag.id === id);
  }

  /** @param names what the file calls it, in one language or several; one of them at least says something. */
  idOf(names: readonly string[]): string {
    const find = tagFinder(this.#codebook);
    const known = names.map(find).find((tag) => tag !== undefined);
    if (known) return known.id;
    const name = names.find((one) => one.trim() !== '') ?? '';
    const made = newTag(this.#codebook, uuidFor('tag', toNfc(name)), this.#nameFor(name));
    if (!made.ok) throw new Error(`no name for the tag ${name}: ${made.reason.kind}`);
    this.#brought.push(made.value);
    this.#codebook.push(made.value);
    return made.value.id;
  }

  /** A name that a tag may have, and none has. */
  #nameFor(name: string): string {
    if (checkName([], name).ok) return freeName(this.#codebook, name);
    const visible = toNfc(dropInvisible(toNfc(name))).trim();
    const cut = visible.slice(0, graphemeStart(visible, TAG_NAME_LIMIT)).trim();
    return freeName(this.#codebook, checkName([], cut).ok ? cut : uuidFor('tag', name));
  }
}

/*
 * What an importer does not take over. Each thing in a file is either taken over or listed here, with its reason and
 * count: see docs/adr/0022-imports-account-for-everything.md.
 */

/**
 * The kinds of things that files hold:
 *
 * - `annotation`, `tag`, `brief`, `setting`, `trash`: rows of this app;
 * - `code`, `coding` (a code put on something), `selection`, `source`, `note` (a note, memo or description), `link`,
 *   `reference` (to a note), `set`, `variable`, `case`, `graph`, `user`: things of a project of another program;
 * - `property`: a value of a row, such as a tag, note or time; `text`: words outside of all of these;
 * - `other`: what has a name that no format knows.
 */
export type Thing =
  | 'annotation'
  | 'tag'
  | 'brief'
  | 'setting'
  | 'trash'
  | 'code'
  | 'coding'
  | 'selection'
  | 'source'
  | 'note'
  | 'link'
  | 'reference'
  | 'set'
  | 'variable'
  | 'case'
  | 'graph'
  | 'user'
  | 'property'
  | 'text'
  | 'other';

/**
 * Why a thing is not taken over:
 *
 * - `no-article`: no article of the library has its text; `not-text`: it is about a picture, a recording or a page;
 * - `no-passage`: it belongs to no passage; `outside-text`: its place is not in the text;
 * - `unresolved`: what it refers to is missing from the file; `ambiguous`: the file has that several times;
 * - `missing-text`: its text is missing from the file, or in no known encoding;
 * - `group`: a code that only holds other codes; `ours-stays`: the analyst's own version is kept;
 * - `empty`: it says nothing; `unsupported`: the app has no such thing;
 * - `unreadable`: it is not as the format wants it.
 */
export type OmissionReason =
  | 'no-article'
  | 'not-text'
  | 'no-passage'
  | 'outside-text'
  | 'unresolved'
  | 'ambiguous'
  | 'missing-text'
  | 'group'
  | 'ours-stays'
  | 'empty'
  | 'unsupported'
  | 'unreadable';

/** Things of one kind that are not taken over for one reason. */
export interface Omission {
  readonly thing: Thing;
  readonly reason: OmissionReason;
  /** How many things. */
  readonly count: number;
  /** What the analyst may know the first of them by: a quote, a name; each once, at most `MOST_EXAMPLES`. */
  readonly examples: readonly string[];
}

export const MOST_EXAMPLES = 20;

/** Collects omissions: one entry for each kind and reason, in the order in which these come first. */
export class OmissionList {
  readonly #omissions = new Map<string, Omission>();

  /** @param name what the analyst may know it by; may be empty. */
  add(thing: Thing, reason: OmissionReason, name = '', count = 1): void {
    this.addAll([{ thing, reason, count, examples: [excerpt(name)] }]);
  }

  addAll(omissions: Iterable<Omission>): void {
    for (const { thing, reason, count, examples } of omissions) {
      if (count <= 0) continue;
      const key = `${thing}/${reason}`;
      const known = this.#omissions.get(key);
      const names = new Set([
        ...(known?.examples ?? []),
        ...examples.filter((name) => name !== ''),
      ]);
      this.#omissions.set(key, {
        thing,
        reason,
        count: (known?.count ?? 0) + count,
        examples: names.size === known?.examples.length ? known.examples : firstOf(names),
      });
    }
  }

  get list(): readonly Omission[] {
    return [...this.#omissions.values()];
  }
}

const firstOf = (names: Iterable<string>) => [...names].slice(0, MOST_EXAMPLES);

const MOST_OF_A_NAME = 80;

/** The beginning of a text, on one line: to call a passage by. */
export function excerpt(text: string): string {
  // A text may have millions of characters, of which only the first are of interest.
  const line = text
    .slice(0, 20 * MOST_OF_A_NAME)
    .replace(/\s+/gu, ' ')
    .trim();
  const letters = [...line];
  return letters.length > MOST_OF_A_NAME ? `${letters.slice(0, MOST_OF_A_NAME).join('')}…` : line;
}

import type { Annotation } from '../annotation/annotation.ts';
import { nameKey } from '../tag/codebook.ts';
import type { Tag } from '../tag/tag.ts';
import { mergeRows } from './merge-rows.ts';

/*
 * Programs such as QualCoder and ATLAS.ti give everything new identifiers with each export. What came before is known
 * again by what it says: the same words of the same article, with tags and notes that the row here has or once had.
 */

/** The work that is here, as far as imported rows are compared with it. */
export interface KnownWork {
  readonly annotations: readonly Annotation[];
  /** Annotations in the trash. */
  readonly trashed: readonly Annotation[];
  /** All tags, also those in the trash. */
  readonly tags: readonly Tag[];
  /** What an annotation was before, in any order. */
  readonly formerRows: (id: string) => readonly Annotation[];
  /** All names that a tag ever had. */
  readonly formerNames: (tagId: string) => readonly string[];
}

/** An annotation to be merged with ours. */
export interface RecognisedRow {
  readonly row: Annotation;
  /** The row of ours that it was made of: it follows on that one. */
  readonly after?: Annotation;
}

export interface RecognisedWork {
  readonly annotations: readonly RecognisedRow[];
  readonly tags: readonly Tag[];
}

type Said = Pick<Annotation, 'tagIds' | 'note' | 'translation'>;

/** The passages that a row is about: where it stands, and where it was chosen. */
function passageKeys(row: Annotation): string[] {
  const { articleId, anchor } = row;
  return [row, ...(anchor ? [anchor.original] : [])].map(({ textHash, position: { start, end } }) =>
    JSON.stringify([articleId, textHash, start, end]),
  );
}

const paragraphs = (note: string) => note.split(/\n{2,}/).filter((text) => text.trim() !== '');

/** Whether all that is said here is said by some of the others. */
function isSaidBy({ tagIds, note, translation }: Said, others: readonly Said[]): boolean {
  const known = new Set(others.flatMap((other) => other.tagIds));
  const texts = others.flatMap((other) => [other.note, other.translation?.text ?? '']);
  const isKnown = (text: string) => texts.some((one) => one.includes(text));
  return (
    tagIds.every((id) => known.has(id)) &&
    paragraphs(note).every(isKnown) &&
    (translation === undefined || isKnown(translation.text))
  );
}

class Recognition {
  readonly #known: KnownWork;
  readonly #byPassage = new Map<string, Annotation[]>();
  readonly #byId: ReadonlyMap<string, Annotation>;
  readonly #alive: ReadonlySet<string>;
  /** What becomes of our rows, by id. */
  readonly #changed = new Map<string, RecognisedRow>();

  constructor(known: KnownWork) {
    this.#known = known;
    const rows = [...known.annotations, ...known.trashed];
    this.#byId = new Map(rows.map((row) => [row.id, row]));
    this.#alive = new Set(known.annotations.map(({ id }) => id));
    for (const row of rows) {
      for (const key of passageKeys(row)) {
        this.#byPassage.set(key, [...(this.#byPassage.get(key) ?? []), row]);
      }
    }
  }

  /** Our rows of the same passage, the one with the same id first, those in the trash last. */
  #candidates(row: Annotation): readonly Annotation[] {
    const same = this.#byId.get(row.id);
    const there = passageKeys(row).flatMap((key) => this.#byPassage.get(key) ?? []);
    const all = [...new Set([...(same ? [same] : []), ...there])];
    const isAlive = ({ id }: Annotation) => this.#alive.has(id);
    return [...all.filter(isAlive), ...all.filter((one) => !isAlive(one))];
  }

  #versionsOf(row: Annotation): readonly Annotation[] {
    const now = this.#changed.get(row.id)?.row ?? row;
    return [now, ...this.#known.formerRows(row.id)];
  }

  /**
   * The tags of ours that new ones are, which had the same name once: renamed or deleted since. An annotation that
   * came before must say so, since another tag may have been called the same.
   */
  renamedTags(
    come: readonly Tag[],
    annotations: readonly Annotation[],
  ): ReadonlyMap<string, string> {
    const known = new Set(this.#known.tags.map(({ id }) => id));
    const renamed = new Map<string, string>();
    for (const tag of come) {
      if (known.has(tag.id)) continue;
      const key = nameKey(tag.name);
      const called = this.#known.tags.filter(({ id, name }) =>
        [name, ...this.#known.formerNames(id)].some((one) => nameKey(one) === key),
      );
      const rows = annotations.filter(({ tagIds }) => tagIds.includes(tag.id));
      const versions = rows.flatMap((row) =>
        this.#candidates(row).flatMap((one) => this.#versionsOf(one)),
      );
      const ours = called.find(({ id }) => versions.some(({ tagIds }) => tagIds.includes(id)));
      if (ours) renamed.set(tag.id, ours.id);
    }
    return renamed;
  }

  recognise(row: Annotation): RecognisedRow {
    const candidates = this.#candidates(row);
    const versions = candidates.flatMap((one) => this.#versionsOf(one));
    const [first] = candidates;
    if (first && isSaidBy(row, versions)) return this.#changed.get(first.id) ?? { row: first };
    const base = candidates.find((one) => this.#isPartOf(one, row));
    if (!base) return { row };
    const now = this.#changed.get(base.id)?.row ?? base;
    const { id, isNotePrivate: _, ...said } = row;
    const unsaid = paragraphs(row.note).filter(
      (text) => !versions.some(({ note }) => note.includes(text)),
    );
    const merged = mergeRows(now, { ...said, id: now.id, note: unsaid.join('\n\n') });
    const tagIds = merged.tagIds.filter((tag) => !this.#wasTakenOff(base, tag));
    const changed = { row: { ...merged, tagIds, createdAt: now.createdAt }, after: base };
    this.#changed.set(base.id, changed);
    return changed;
  }

  /** Whether the row that came says all that a row of ours says or once said, and can be added to it. */
  #isPartOf(ours: Annotation, row: Annotation): boolean {
    const isAddable = this.#alive.has(ours.id) && !(ours.isNotePrivate && row.note !== '');
    return isAddable && this.#versionsOf(ours).some((version) => isSaidBy(version, [row]));
  }

  /** Whether the analyst took a tag off a row that had it. */
  #wasTakenOff(ours: Annotation, tagId: string): boolean {
    const had = this.#known.formerRows(ours.id).some(({ tagIds }) => tagIds.includes(tagId));
    return had && !ours.tagIds.includes(tagId);
  }
}

/**
 * Knows rows of another program again that came before, whatever their ids are now. What is here and was edited
 * since stays as it is; what is new about a passage is added to the row of the same passage.
 */
export function recogniseRows(
  come: { readonly annotations: readonly Annotation[]; readonly tags: readonly Tag[] },
  known: KnownWork,
): RecognisedWork {
  const recognition = new Recognition(known);
  const renamed = recognition.renamedTags(come.tags, come.annotations);
  const annotations = come.annotations.map((row) => {
    const tagIds = [...new Set(row.tagIds.map((id) => renamed.get(id) ?? id))];
    return recognition.recognise({ ...row, tagIds });
  });
  return { annotations, tags: come.tags.filter(({ id }) => !renamed.has(id)) };
}

import type { Annotation } from '../annotation/annotation.ts';
import { checkName, nameKey } from '../tag/codebook.ts';
import type { Tag } from '../tag/tag.ts';
import type { EditedPassage } from './edited-brief.ts';
import { PART_SEPARATOR } from './passage-blocks.ts';

/** What a brief's names say otherwise than an annotation's tags. */
export interface TagsEdit {
  readonly annotation: Annotation;
  readonly field: 'tags';
  readonly added: readonly Tag[];
  /** Names that no tag of the codebook has. */
  readonly created: readonly string[];
  readonly removed: readonly Tag[];
}

export function tagsEdit(
  passage: EditedPassage,
  annotation: Annotation,
  codebook: readonly Tag[],
): TagsEdit | undefined {
  const byName = new Map(codebook.map((tag) => [nameKey(tag.name), tag]));
  const names = namesOf(passage, byName);
  if (!names) return undefined;
  const named = new Set([...names].flatMap(([key]) => byName.get(key) ?? []));
  const created = [...names].flatMap(([key, name]) =>
    !byName.has(key) && checkName(codebook, name).ok ? [name] : [],
  );
  const added = [...named].filter(({ id }) => !annotation.tagIds.includes(id));
  const removed = codebook.filter((tag) => annotation.tagIds.includes(tag.id) && !named.has(tag));
  if (added.length + created.length + removed.length === 0) return undefined;
  return { annotation, field: 'tags', added, created, removed };
}

/** Names that no tag has and none can get: they are too long, say. */
export function refusedTagNames(passage: EditedPassage, codebook: readonly Tag[]): string[] {
  const byName = new Map(codebook.map((tag) => [nameKey(tag.name), tag]));
  const names = [...(namesOf(passage, byName) ?? [])];
  return names.flatMap(([key, name]) =>
    byName.has(key) || checkName(codebook, name).ok ? [] : [name],
  );
}

/**
 * Whether the brief names exactly these tags, by what they are or were called.
 * @param calledOf all that a tag was ever called.
 */
export function namesTags(
  passage: EditedPassage,
  tagIds: readonly string[],
  calledOf: (tagId: string) => readonly string[],
): boolean {
  const keys = tagIds.map((id) => new Set(calledOf(id).map(nameKey)));
  const names = namesOf(passage, { has: (key) => keys.some((called) => called.has(key)) });
  if (!names) return true;
  return (
    [...names.keys()].every((key) => keys.some((called) => called.has(key))) &&
    keys.every((called) => [...called].some((key) => names.has(key)))
  );
}

type Known = Pick<ReadonlyMap<string, unknown>, 'has'>;

/**
 * Each name once, by its key, in the reading in which the most are known, and of those the fewest unknown. Names that
 * hold a dot may have lost the no-break spaces around it, and the dots between names may have got some.
 */
function namesOf(
  { tagNames, looseTagNames = [] }: EditedPassage,
  known: Known,
): ReadonlyMap<string, string> | undefined {
  if (!tagNames) return undefined;
  const readings = [tagNames, joined(tagNames, known), joined(looseTagNames, known)]
    .filter((names) => names.length > 0)
    .map((names) => new Map(names.map((name) => [nameKey(name), name])));
  const knownIn = (names: ReadonlyMap<string, string>) =>
    [...names.keys()].filter((key) => known.has(key)).length;
  const isBetter = (a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>) =>
    knownIn(a) > knownIn(b) || (knownIn(a) === knownIn(b) && a.size < b.size);
  const [first = new Map<string, string>(), ...others] = readings;
  return others.reduce((best, names) => (isBetter(names, best) ? names : best), first);
}

/** Parts of names that hold a dot themselves, put together again: the longest that is known. */
function joined(parts: readonly string[], known: Known): string[] {
  const names: string[] = [];
  let from = 0;
  while (from < parts.length) {
    let to = parts.length;
    while (to > from + 1 && !known.has(nameKey(parts.slice(from, to).join(PART_SEPARATOR))))
      to -= 1;
    names.push(parts.slice(from, to).join(PART_SEPARATOR));
    from = to;
  }
  return names;
}

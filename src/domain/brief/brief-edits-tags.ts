import type { Annotation } from '../annotation/annotation.ts';
import { checkName, exactNameKey, nameKey } from '../tag/codebook.ts';
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
  const byKey = new Map(codebook.map((tag) => [exactNameKey(tag.name), tag]));
  const names = namesOf(passage, knownNames(codebook.map(({ name }) => name)));
  if (!names) return undefined;
  const named = new Set([...names].flatMap(([key]) => byKey.get(key) ?? []));
  const created = [...names].flatMap(([key, name]) =>
    !byKey.has(key) && checkName(codebook, name).ok ? [name] : [],
  );
  const added = [...named].filter(({ id }) => !annotation.tagIds.includes(id));
  // A brief that leaves tags out takes none off.
  const removed = passage.lacksTags
    ? []
    : codebook.filter((tag) => annotation.tagIds.includes(tag.id) && !named.has(tag));
  if (added.length + created.length + removed.length === 0) return undefined;
  return { annotation, field: 'tags', added, created, removed };
}

/** Names that no tag has and none can get: they are too long, say. */
export function refusedTagNames(passage: EditedPassage, codebook: readonly Tag[]): string[] {
  const known = knownNames(codebook.map(({ name }) => name));
  const names = [...(namesOf(passage, known) ?? [])];
  return names.flatMap(([key, name]) =>
    known.has(key) || checkName(codebook, name).ok ? [] : [name],
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
  const keys = tagIds.map((id) => new Set(calledOf(id).map(exactNameKey)));
  const names = namesOf(passage, knownNames(tagIds.flatMap((id) => calledOf(id))));
  if (!names) return true;
  return (
    [...names.keys()].every((key) => keys.some((called) => called.has(key))) &&
    keys.every((called) => [...called].some((key) => names.has(key)))
  );
}

interface KnownNames {
  /** The same for all spellings of a name: the exact key of the known name that is meant, if any. */
  readonly keyOf: (name: string) => string;
  /** Whether a key is that of a known name. */
  readonly has: (key: string) => boolean;
}

/** Names in other spellings mean a known one, unless there is one with that very spelling. */
function knownNames(names: readonly string[]): KnownNames {
  const exact = new Set(names.map(exactNameKey));
  // Of equal keys the last entry counts.
  const spelt = new Map(names.toReversed().map((name) => [nameKey(name), exactNameKey(name)]));
  const keyOf = (name: string) => {
    const key = exactNameKey(name);
    return exact.has(key) ? key : (spelt.get(nameKey(name)) ?? nameKey(name));
  };
  return { keyOf, has: (key) => exact.has(key) };
}

/**
 * Each name once, by its key, in the reading in which the most are known, and of those the fewest unknown. Names that
 * hold a dot may have lost the no-break spaces around it, and the dots between names may have got some.
 */
function namesOf(
  { tagNames, looseTagNames = [] }: EditedPassage,
  known: KnownNames,
): ReadonlyMap<string, string> | undefined {
  if (!tagNames) return undefined;
  const readings = [tagNames, joined(tagNames, known), joined(looseTagNames, known)]
    .filter((names) => names.length > 0)
    .map((names) => new Map(names.map((name) => [known.keyOf(name), name])));
  const knownIn = (names: ReadonlyMap<string, string>) =>
    [...names.keys()].filter((key) => known.has(key)).length;
  const isBetter = (a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>) =>
    knownIn(a) > knownIn(b) || (knownIn(a) === knownIn(b) && a.size < b.size);
  const [first = new Map<string, string>(), ...others] = readings;
  return others.reduce((best, names) => (isBetter(names, best) ? names : best), first);
}

/** Parts of names that hold a dot themselves, put together again: the longest that is known. */
function joined(parts: readonly string[], known: KnownNames): string[] {
  const names: string[] = [];
  let from = 0;
  while (from < parts.length) {
    let to = parts.length;
    while (to > from + 1 && !known.has(known.keyOf(parts.slice(from, to).join(PART_SEPARATOR))))
      to -= 1;
    names.push(parts.slice(from, to).join(PART_SEPARATOR));
    from = to;
  }
  return names;
}

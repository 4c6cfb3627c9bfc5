import { exactNameKey, freeName } from '../tag/codebook.ts';
import type { Tag } from '../tag/tag.ts';
import { isCopyId } from './versions.ts';

const isUuid = (id: string) => /^[0-9a-f]{8}-/.test(id);

/** Who keeps a name: a tag that every codebook starts with, then the one made first, and copies last. */
function rank({ id }: Tag): string {
  const group = isCopyId(id) ? 2 : Number(isUuid(id));
  return `${group} ${id}`;
}

const byRank = (a: Tag, b: Tag) => (rank(a) < rank(b) ? -1 : 1);

/**
 * Gives tags that have the same name to the letter different ones: "ODA", "ODA (2)". Who keeps the name follows from the ids,
 * so that two computers that merge each other's tags come to the same names.
 * @returns the tags whose names change, as they will be.
 */
function settleNames(codebook: readonly Tag[]): Tag[] {
  const settled = [...codebook];
  const groups = Map.groupBy([...codebook].sort(byRank), ({ name }) => exactNameKey(name));
  return [...groups.values()].flatMap(([, ...others]) =>
    others.map((tag) => {
      const renamed = { ...tag, name: freeName(settled, tag.name) };
      settled.push(renamed);
      return renamed;
    }),
  );
}

/**
 * Takes keys from tags where two have the same. Those that were here keep theirs: nobody's keys change under
 * their fingers.
 * @param came the tags that a merge brought or changed, by id.
 * @returns the tags that lose their key, as they will be.
 */
function settleShortcuts(codebook: readonly Tag[], came: ReadonlySet<string>): Tag[] {
  const taken = new Set<string>();
  const inOrder = [...codebook].sort(
    (a, b) => Number(came.has(a.id)) - Number(came.has(b.id)) || byRank(a, b),
  );
  return inOrder.flatMap((tag) => {
    const { shortcut, ...without } = tag;
    if (shortcut === undefined) return [];
    if (taken.has(shortcut)) return [without];
    taken.add(shortcut);
    return [];
  });
}

/** What has to change for the names and keys of a merged codebook to be unique. */
export function settleTags(codebook: readonly Tag[], came: ReadonlySet<string>): Tag[] {
  const settled = new Map(codebook.map((tag) => [tag.id, tag]));
  const changed = new Map<string, Tag>();
  const take = (tags: readonly Tag[]) => {
    for (const tag of tags) {
      settled.set(tag.id, tag);
      changed.set(tag.id, tag);
    }
  };
  take(settleNames(codebook));
  take(settleShortcuts([...settled.values()], came));
  return [...changed.values()];
}

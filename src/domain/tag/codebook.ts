import { failed, ok, type Result } from '../result.ts';
import { graphemeStart } from '../text/graphemes.ts';
import { collapseSpaces, dropInvisible, toNfc } from '../text/normalise.ts';
import { comparisonKey } from '../text/vietnamese.ts';
import { TAG_COLOURS, type Tag, type TagColour } from './tag.ts';

/** The tags that every new codebook starts with. Their ids are fixed, so that backups of two computers agree. */
export const FIRST_TAGS: readonly Tag[] = [
  {
    id: 'tag-oda',
    name: 'ODA',
    description: 'Official development assistance: loans, grants and the projects they pay for.',
    colour: 'amber',
    shortcut: '1',
    order: 1,
  },
  {
    id: 'tag-labour',
    name: 'Labour',
    description: 'Workers, trainees, skills, and agreements on labour and human resources.',
    colour: 'blue',
    shortcut: '2',
    order: 2,
  },
  {
    id: 'tag-azec',
    name: 'AZEC',
    description: 'The Asia Zero Emission Community, and the energy transition around it.',
    colour: 'green',
    shortcut: '3',
    order: 3,
  },
];

/** The keys that can apply a tag. */
export const SHORTCUTS: readonly string[] = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** Longer names break the margin and mean that the description is being written into the name. */
export const TAG_NAME_LIMIT = 60;

/** Why a name was refused; `taken`: the tag `by` has it already, perhaps in another spelling. */
export type NameProblem =
  | { readonly kind: 'empty' | 'too-long' }
  | { readonly kind: 'taken'; readonly by: Tag };

/** Codebook order: by place, then by name. */
export function byCodebookOrder(a: Tag, b: Tag): number {
  return a.order - b.order || a.name.localeCompare(b.name, 'vi');
}

/** The key by which names are the same words, in any spelling: "Hoà bình" and "HÒA BÌNH". */
export function nameKey(name: string): string {
  return comparisonKey(name);
}

/**
 * The key by which names are the same to the letter, but for case: NFC, one space between words. Only new names have
 * to differ by `nameKey`: tags that differ by this one alone may be in codebooks and backups, and stay there.
 */
export function exactNameKey(name: string): string {
  return toNfc(name).replace(/\s+/gu, ' ').trim().toLocaleLowerCase('vi');
}

/** Finds tags by name: the first with that very name, or else the first that has it in another spelling. */
export function tagFinder(codebook: readonly Tag[]): (name: string) => Tag | undefined {
  // Of equal keys the last entry counts.
  const tags = codebook.toReversed();
  const exact = new Map(tags.map((tag) => [exactNameKey(tag.name), tag]));
  const spelt = new Map(tags.map((tag) => [nameKey(tag.name), tag]));
  return (name) => exact.get(exactNameKey(name)) ?? spelt.get(nameKey(name));
}

/** NFC, one space between words, and nothing that nobody sees. */
function cleanName(name: string): string {
  return collapseSpaces(toNfc(dropInvisible(toNfc(name))));
}

/** The name as it will be stored, or why it cannot be: `ownId` is the tag that is being renamed. */
export function checkName(
  codebook: readonly Tag[],
  name: string,
  ownId?: string,
): Result<string, NameProblem> {
  const cleaned = cleanName(name);
  if (nameKey(cleaned) === '') return failed({ kind: 'empty' });
  if (cleaned.length > TAG_NAME_LIMIT) return failed({ kind: 'too-long' });
  const key = nameKey(cleaned);
  const others = codebook.filter((tag) => tag.id !== ownId && nameKey(tag.name) === key);
  const by = others.find((tag) => exactNameKey(tag.name) === exactNameKey(cleaned)) ?? others[0];
  return by ? failed({ kind: 'taken', by }) : ok(cleaned);
}

/** The name itself, then "Name (2)", "Name (3)" and so on without end; only names that a tag may have. */
export function* nameVariants(name: string): Generator<string> {
  if (checkName([], name).ok) yield name;
  for (let number = 2; ; number += 1) {
    const mark = ` (${number})`;
    const end = graphemeStart(name, TAG_NAME_LIMIT - mark.length);
    const variant = `${name.slice(0, end).trimEnd()}${mark}`;
    if (checkName([], variant).ok) yield variant;
  }
}

/** The first variant of a name that is not taken. */
export function firstFree(name: string, isTaken: (variant: string) => boolean): string {
  for (const variant of nameVariants(name)) if (!isTaken(variant)) return variant;
  return name;
}

/** The name, or where a tag has it already the first of "Name (2)", "Name (3)" and so on that none has. */
export function freeName(codebook: readonly Tag[], name: string): string {
  const taken = new Set(codebook.map((tag) => nameKey(tag.name)));
  return firstFree(name, (variant) => taken.has(nameKey(variant)));
}

/** The colour that the fewest tags have, the earliest in the palette among equals. */
function leastUsedColour(codebook: readonly Tag[]): TagColour {
  const uses = new Map<TagColour, number>();
  for (const { colour } of codebook) uses.set(colour, (uses.get(colour) ?? 0) + 1);
  const count = (colour: TagColour) => uses.get(colour) ?? 0;
  return TAG_COLOURS.reduce((best, colour) => (count(colour) < count(best) ? colour : best));
}

/** A new tag at the codebook's end, with the next free colour and digit key. */
export function newTag(
  codebook: readonly Tag[],
  id: string,
  name: string,
): Result<Tag, NameProblem> {
  const checked = checkName(codebook, name);
  return checked.ok ? ok(tagNamed(codebook, id, checked.value)) : checked;
}

/** The same, for a name that is known to be free and clean. */
export function tagNamed(codebook: readonly Tag[], id: string, name: string): Tag {
  const shortcut = SHORTCUTS.find((key) => !codebook.some((tag) => tag.shortcut === key));
  return {
    id,
    name,
    description: '',
    colour: leastUsedColour(codebook),
    ...(shortcut && { shortcut }),
    order: codebook.reduce((last, { order }) => Math.max(last, order), 0) + 1,
  };
}

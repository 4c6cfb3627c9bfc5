import { failed, ok, type Result } from '../result.ts';
import { graphemeStart } from '../text/graphemes.ts';
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

/** Why a name was refused. */
export type NameProblem = 'empty' | 'taken' | 'too-long';

/** Codebook order: by place, then by name. */
export function byCodebookOrder(a: Tag, b: Tag): number {
  return a.order - b.order || a.name.localeCompare(b.name, 'vi');
}

/** The form in which two names count as the same: NFC, one space between words, no case. */
export function nameKey(name: string): string {
  return cleanName(name).toLocaleLowerCase('vi');
}

function cleanName(name: string): string {
  return name.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** The name as it will be stored, or why it cannot be: `ownId` is the tag that is being renamed. */
export function checkName(
  codebook: readonly Tag[],
  name: string,
  ownId?: string,
): Result<string, NameProblem> {
  const cleaned = cleanName(name);
  if (cleaned === '') return failed('empty');
  if (cleaned.length > TAG_NAME_LIMIT) return failed('too-long');
  const key = nameKey(cleaned);
  const taken = codebook.some((tag) => tag.id !== ownId && nameKey(tag.name) === key);
  return taken ? failed('taken') : ok(cleaned);
}

/** The name, or where a tag has it already the first of "Name (2)", "Name (3)" and so on that none has. */
export function freeName(codebook: readonly Tag[], name: string): string {
  const taken = new Set(codebook.map((tag) => nameKey(tag.name)));
  let free = name;
  for (let number = 2; taken.has(nameKey(free)) || !checkName([], free).ok; number += 1) {
    const mark = ` (${number})`;
    const end = graphemeStart(name, TAG_NAME_LIMIT - mark.length);
    free = `${name.slice(0, end).trimEnd()}${mark}`;
  }
  return free;
}

/** The colour that the fewest tags have, the earliest in the palette among equals. */
function leastUsedColour(codebook: readonly Tag[]): TagColour {
  const uses = (colour: TagColour) => codebook.filter((tag) => tag.colour === colour).length;
  return TAG_COLOURS.reduce((best, colour) => (uses(colour) < uses(best) ? colour : best));
}

/** A new tag at the codebook's end, with the next free colour and digit key. */
export function newTag(
  codebook: readonly Tag[],
  id: string,
  name: string,
): Result<Tag, NameProblem> {
  const checked = checkName(codebook, name);
  if (!checked.ok) return checked;
  const shortcut = SHORTCUTS.find((key) => !codebook.some((tag) => tag.shortcut === key));
  return ok({
    id,
    name: checked.value,
    description: '',
    colour: leastUsedColour(codebook),
    ...(shortcut && { shortcut }),
    order: Math.max(0, ...codebook.map((tag) => tag.order)) + 1,
  });
}

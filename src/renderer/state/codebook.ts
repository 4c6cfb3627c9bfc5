import { replaceTag } from '../../domain/annotation/edit.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { NameProblem } from '../../domain/tag/codebook.ts';
import { checkName, newTag } from '../../domain/tag/codebook.ts';
import type { Tag } from '../../domain/tag/tag.ts';
import type { Edit } from '../db/commit.ts';
import { newId, now } from './ids.ts';
import type { Workspace } from './workspace.ts';

const put = (tag: Tag): Edit => ({ table: 'tags', key: tag.id, change: () => tag });

const change = (id: string, part: Partial<Tag>): Edit => ({
  table: 'tags',
  key: id,
  change: (row) => row && { ...row, ...part },
});

export async function createTag(
  workspace: Workspace,
  codebook: readonly Tag[],
  name: string,
): Promise<Result<Tag, NameProblem>> {
  const tag = newTag(codebook, newId(), name);
  if (tag.ok) await workspace.write([put(tag.value)]);
  return tag;
}

/** Annotations know tags by id: a new name reaches every one of them at once. */
export async function renameTag(
  workspace: Workspace,
  codebook: readonly Tag[],
  id: string,
  name: string,
): Promise<Result<string, NameProblem>> {
  const checked = checkName(codebook, name, id);
  if (!checked.ok) return checked;
  const current = codebook.find((tag) => tag.id === id)?.name;
  if (checked.value !== current) await workspace.write([change(id, { name: checked.value })]);
  return ok(checked.value);
}

export async function changeTag(
  workspace: Workspace,
  id: string,
  part: Partial<Pick<Tag, 'colour' | 'description'>>,
): Promise<void> {
  await workspace.write([change(id, part)]);
}

/** Gives a tag a digit key, or none; a tag that had the key before loses it. */
export async function setShortcut(
  workspace: Workspace,
  codebook: readonly Tag[],
  id: string,
  shortcut: string | undefined,
): Promise<void> {
  const without = ({ shortcut: _, ...tag }: Tag): Tag => tag;
  const former = codebook.find((tag) => tag.shortcut === shortcut && tag.id !== id);
  const edits: Edit[] = [
    {
      table: 'tags',
      key: id,
      change: (row) => row && (shortcut ? { ...row, shortcut } : without(row)),
    },
  ];
  if (shortcut && former) {
    edits.push({ table: 'tags', key: former.id, change: (row) => row && without(row) });
  }
  await workspace.write(edits);
}

/** Swaps a tag with its neighbour in the codebook. */
export async function moveTag(
  workspace: Workspace,
  codebook: readonly Tag[],
  id: string,
  step: -1 | 1,
): Promise<void> {
  const place = codebook.findIndex((tag) => tag.id === id);
  const tag = codebook[place];
  const other = codebook[place + step];
  if (!tag || !other) return;
  await workspace.write([
    change(tag.id, { order: other.order }),
    change(other.id, { order: tag.order }),
  ]);
}

/** The edits that put `into` in place of `from` on every annotation; nothing in its place when absent. */
function retag(workspace: Workspace, from: string, into: string | undefined): Edit[] {
  return workspace.annotations.withTag(from).map((annotation) => ({
    table: 'annotations',
    key: annotation.id,
    change: (row) => row && replaceTag(row, from, into, now()),
  }));
}

/** Every annotation tagged `from` is tagged `into` instead, and `from` leaves the codebook: one step of undo. */
export async function mergeTag(workspace: Workspace, from: string, into: string): Promise<void> {
  await workspace.write([
    ...retag(workspace, from, into),
    { table: 'tags', key: from, change: () => null },
  ]);
}

/** Takes a tag out of the codebook and off every annotation; the annotations stay. One step of undo. */
export async function deleteTag(workspace: Workspace, id: string): Promise<void> {
  await workspace.write([
    ...retag(workspace, id, undefined),
    { table: 'tags', key: id, change: () => null },
  ]);
}

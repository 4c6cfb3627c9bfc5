import { replaceTag } from '../../domain/annotation/edit.ts';
import { withTagMerged } from '../../domain/brief/edit-brief.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { NameProblem } from '../../domain/tag/codebook.ts';
import { checkName, newTag } from '../../domain/tag/codebook.ts';
import type { Tag } from '../../domain/tag/tag.ts';
import type { TrashEntry } from '../../domain/trash/trash.ts';
import type { Edit } from '../db/commit.ts';
import { readCodebook } from '../db/live.ts';
import { readTrash } from '../db/trash.ts';
import { newId, now } from './ids.ts';
import { retagTrash, tagToTrash } from './trash-edits.ts';
import type { Workspace } from './workspace.ts';

const put = (tag: Tag): Edit => ({ table: 'tags', key: tag.id, change: () => tag });

/** The row with other fields; the same row when they are no others, so that nothing is written. */
function changed(row: Tag, part: Partial<Tag>): Tag {
  const keys = Object.keys(part) as (keyof Tag)[];
  return keys.some((key) => part[key] !== row[key]) ? { ...row, ...part } : row;
}

const change = (id: string, part: Partial<Tag>): Edit => ({
  table: 'tags',
  key: id,
  change: (row) => row && changed(row, part),
});

/*
 * These are to be run by `Workspace.inTurn`. They read the codebook when their turn comes: the one on the screen
 * does not know yet of the command before.
 */

export async function createTag(
  workspace: Workspace,
  name: string,
): Promise<Result<Tag, NameProblem>> {
  const tag = newTag(await readCodebook(workspace.db), newId(), name);
  if (tag.ok) await workspace.write([put(tag.value)]);
  return tag;
}

/** Annotations know tags by id: a new name reaches every one of them at once. */
export async function renameTag(
  workspace: Workspace,
  id: string,
  name: string,
): Promise<Result<string, NameProblem>> {
  const checked = checkName(await readCodebook(workspace.db), name, id);
  if (!checked.ok) return checked;
  await workspace.write([change(id, { name: checked.value })]);
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
  id: string,
  shortcut: string | undefined,
): Promise<void> {
  const without = (row: Tag): Tag => {
    const { shortcut: had, ...tag } = row;
    return had === undefined ? row : tag;
  };
  const codebook = await readCodebook(workspace.db);
  const former = codebook.find((tag) => tag.shortcut === shortcut && tag.id !== id);
  const edits: Edit[] = [
    {
      table: 'tags',
      key: id,
      change: (row) => row && (shortcut ? changed(row, { shortcut }) : without(row)),
    },
  ];
  if (shortcut && former) {
    edits.push({ table: 'tags', key: former.id, change: (row) => row && without(row) });
  }
  await workspace.write(edits);
}

/** Swaps a tag with its neighbour in the codebook. */
export async function moveTag(workspace: Workspace, id: string, step: -1 | 1): Promise<void> {
  const codebook = await readCodebook(workspace.db);
  const place = codebook.findIndex((tag) => tag.id === id);
  const tag = codebook[place];
  const other = codebook[place + step];
  if (!tag || !other) return;
  const moved = codebook.with(place, other).with(place + step, tag);
  const orders = codebook.map(({ order }) => order);
  // Tags that share a place stand there by their names: then all are numbered anew.
  const isShared = new Set(orders).size < orders.length;
  await workspace.write(
    moved.map(({ id }, at) => change(id, { order: isShared ? at + 1 : (orders[at] ?? at + 1) })),
  );
}

/** The edits that put `into` in place of `from` on every annotation; nothing in its place when absent. */
function retag(workspace: Workspace, from: string, into: string | undefined): Edit[] {
  return workspace.annotations.withTag(from).map((annotation) => ({
    table: 'annotations',
    key: annotation.id,
    change: (row) => row && replaceTag(row, from, into, now()),
  }));
}

/** What is in the trash with this tag on it. */
async function trashedWith(workspace: Workspace, tagId: string): Promise<TrashEntry[]> {
  const entries = await readTrash(workspace.db);
  return entries.filter(
    (entry) => entry.table === 'annotations' && entry.row.tagIds.includes(tagId),
  );
}

/** Every annotation tagged `from` is tagged `into` instead, and `from` leaves the codebook: one step of undo. */
export async function mergeTag(workspace: Workspace, from: string, into: string): Promise<void> {
  await workspace.write([
    { table: 'tags', key: from, change: () => null },
    ...retag(workspace, from, into),
    ...retagTrash(await trashedWith(workspace, from), from, into),
    ...mergeInBriefs(workspace, from, into),
  ]);
}

/** Briefs that speak of the one tag speak of the other. */
function mergeInBriefs(workspace: Workspace, from: string, into: string): Edit[] {
  return [...workspace.briefs.getState().keys()].map((id) => ({
    table: 'briefs',
    key: id,
    change: (brief) => brief && withTagMerged(brief, from, into),
  }));
}

/**
 * Takes a tag out of the codebook and off every annotation; the annotations stay, and the tag waits in the trash.
 * One step of undo.
 */
export async function deleteTag(workspace: Workspace, id: string): Promise<void> {
  const tagged = [...workspace.annotations.withTag(id), ...(await trashedWith(workspace, id))];
  const annotationIds = tagged.map((annotation) => annotation.id);
  await workspace.write([...tagToTrash(id, annotationIds), ...retag(workspace, id, undefined)]);
}

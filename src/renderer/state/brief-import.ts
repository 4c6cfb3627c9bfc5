import { create } from 'zustand';
import type { Annotation } from '../../domain/annotation/annotation.ts';
import {
  type BriefEdit,
  type BriefEdits,
  type BriefPast,
  editsIn,
  isRemoval,
  withBriefEdit,
} from '../../domain/brief/brief-edits.ts';
import type { BriefTexts, TextNotTaken } from '../../domain/brief/text-not-taken.ts';
import { nameKey, newTag } from '../../domain/tag/codebook.ts';
import type { Tag } from '../../domain/tag/tag.ts';
import type { ImportedBrief } from '../../shared/import.ts';
import { importTexts } from '../../shared/texts/texts.ts';
import type { Edit } from '../db/commit.ts';
import { readCodebook } from '../db/live.ts';
import { copyToClipboard } from '../platform/clipboard.ts';
import { readBriefPast, readBriefTexts } from './brief-import-past.ts';
import { newId, now } from './ids.ts';
import { inTurn } from './in-turn.ts';
import { isUnsaved } from './save-status.ts';
import { tell, updateView } from './view.ts';
import type { Workspace } from './workspace.ts';

const words = importTexts.brief;

/** What an edited brief offers, and what of it the analyst has chosen. */
export interface BriefImport {
  readonly offer: (BriefEdits & { readonly file: ImportedBrief }) | undefined;
  /** Places among the edits. */
  readonly chosen: ReadonlySet<number>;
}

const NOTHING: BriefImport = { offer: undefined, chosen: new Set() };

export const useBriefImport = create<BriefImport>(() => NOTHING);

/**
 * Shows what an edited brief says otherwise. All is proposed but what only takes away; of versions that contradict
 * each other, the first.
 */
export async function proposeBriefEdits(workspace: Workspace, file: ImportedBrief): Promise<void> {
  await workspace.inTurn(async () => {
    await workspace.drafts.finish();
    const codebook = await readCodebook(workspace.db);
    const annotationOf = (id: string) => workspace.annotations.get(id);
    const compare = (past?: BriefPast, briefs?: readonly BriefTexts[]) =>
      editsIn(file.brief, annotationOf, codebook, past, briefs);
    const { edits } = compare();
    // The past is looked up of what differs only.
    const past = await readBriefPast(workspace.db, edits, codebook);
    const briefs = await readBriefTexts(workspace.db, workspace.briefs.getState().values());
    const offer = { ...compare(past, briefs), file };
    const chosen = firstOfEach(offer.edits, (edit) => !isRemoval(edit));
    useBriefImport.setState({ offer, chosen });
    updateView({ dialog: 'import' });
  });
}

export function closeBriefImport(): void {
  updateView({ dialog: undefined });
  useBriefImport.setState(NOTHING);
}

const fieldOf = ({ annotation, field }: BriefEdit) => `${annotation.id} ${field}`;

function firstOfEach(
  edits: readonly BriefEdit[],
  isWanted: (edit: BriefEdit) => boolean = () => true,
): ReadonlySet<number> {
  const seen = new Set<string>();
  const places = edits.flatMap((edit, place) => {
    if (seen.has(fieldOf(edit)) || !isWanted(edit)) return [];
    seen.add(fieldOf(edit));
    return [place];
  });
  return new Set(places);
}

/** Whether the brief says other things of the same field elsewhere: only one of them can be taken over. */
export function hasAlternatives({ contradicted }: BriefEdits, edit: BriefEdit): boolean {
  return contradicted.has(edit);
}

/** Takes an edit in, in the place of one that contradicts it, or leaves it out. */
export function chooseEdit(place: number, isChosen: boolean): void {
  useBriefImport.setState(({ offer, chosen }) => {
    const edits = offer?.edits ?? [];
    const edit = edits[place];
    if (!edit) return {};
    const kept = [...chosen].filter((at) => {
      const other = edits[at];
      return at !== place && other && !(isChosen && fieldOf(other) === fieldOf(edit));
    });
    return { chosen: new Set(isChosen ? [...kept, place] : kept) };
  });
}

export function chooseAllEdits(isChosen: boolean): void {
  useBriefImport.setState(({ offer }) => ({
    chosen: isChosen && offer ? firstOfEach(offer.edits) : new Set(),
  }));
}

/**
 * Copies text of the file, each with where it stands.
 * @returns whether it is in the clipboard.
 */
export function copyTextsNotTaken(texts: readonly TextNotTaken[]): boolean {
  const parts = texts.map(({ line, heading, text }) => `${words.place(line, heading)}\n${text}`);
  return copyToClipboard({ plain: parts.join('\n\n') });
}

/** Takes over what was chosen, as one step of undo. @returns whether it is saved. */
export async function applyBriefEdits(workspace: Workspace): Promise<boolean> {
  const { offer, chosen } = useBriefImport.getState();
  const edits = offer?.edits.filter((_, place) => chosen.has(place)) ?? [];
  if (edits.length === 0) return false;
  const done = await inTurn(workspace, async () => {
    const tags = createdTags(edits, await readCodebook(workspace.db));
    await workspace.write(toEdits(edits, tags));
    if (isUnsaved(workspace.writer)) return false;
    closeBriefImport();
    tell(words.applied(edits.length));
    return true;
  });
  return done ?? false;
}

/** The tags that come with the edits, each once. */
function createdTags(edits: readonly BriefEdit[], codebook: readonly Tag[]): readonly Tag[] {
  const known = [...codebook];
  const names = edits.flatMap((edit) => (edit.field === 'tags' ? edit.created : []));
  for (const name of names) {
    const tag = newTag(known, newId(), name);
    if (tag.ok) known.push(tag.value);
  }
  return known.slice(codebook.length);
}

function toEdits(edits: readonly BriefEdit[], tags: readonly Tag[]): Edit[] {
  const idOf = (name: string) => tags.find((tag) => nameKey(tag.name) === nameKey(name))?.id;
  const ofRow = (edit: BriefEdit): Edit => ({
    table: 'annotations',
    key: edit.annotation.id,
    change: (row: Annotation | null) => row && withBriefEdit(row, edit, idOf, now()),
  });
  return [
    ...tags.map((tag): Edit => ({ table: 'tags', key: tag.id, change: () => tag })),
    ...edits.map(ofRow),
  ];
}

import type { Annotation } from '../../domain/annotation/annotation.ts';
import {
  anchoring,
  choosing,
  inCodebookOrder,
  withTheirTags,
} from '../../domain/brief/choose-passages.ts';
import { composeBrief } from '../../domain/brief/compose-brief.ts';
import { newBrief } from '../../domain/brief/edit-brief.ts';
import { exportedState } from '../../domain/brief/export-record.ts';
import { FIRST_PLAN, hasLinks, type SavedBrief } from '../../domain/brief/saved-brief.ts';
import type { Tag } from '../../domain/tag/tag.ts';
import type { ExportFormat, ExportRequest } from '../../shared/export.ts';
import { briefTexts, exportTexts } from '../../shared/texts/texts.ts';
import { exportedEdit } from '../db/exported.ts';
import { type BriefDesk, today } from './brief.ts';
import { defaultTitle } from './brief-choice.ts';
import { useKept } from './briefs.ts';
import { useBuilder } from './builder.ts';
import { type Exporting, type ExportSaved, pause, startExport, useExporting } from './exporting.ts';
import { now } from './ids.ts';
import { isUnsaved } from './save-status.ts';
import { tell, useView, type View } from './view.ts';
import type { Workspace } from './workspace.ts';

/** How much of a title is taken along. */
const TITLE_LETTERS = 500;

type Material = Pick<BriefDesk, 'codebook' | 'sources' | 'annotations'>;

/** What is exported when all of it is. */
export const EVERYTHING = 'everything';

/** What a brief takes in, left out or not, and what else keeps the places of it. */
function neededOf(
  { choice, arrangement }: Pick<SavedBrief, 'choice' | 'arrangement'>,
  { codebook, sources, annotations }: Material,
): readonly Annotation[] {
  const ordered = inCodebookOrder(codebook);
  const days = new Map(sources?.articles.map(({ id, date }) => [id, date]));
  const dayOf = (id: string) => days.get(id);
  const isChosen = choosing(choice, ordered, dayOf);
  const isAnchor = anchoring(arrangement, dayOf);
  return withTheirTags(annotations, ordered)
    .filter((tagged) => isChosen(tagged) || isAnchor(tagged.annotation))
    .map(({ annotation }) => annotation);
}

/** What came of exporting a brief, until it is changed. */
export function useBriefExport(briefId: string): Exporting {
  return useExporting(briefId, useKept(briefId));
}

/** Exports a brief as it is now, with what is being typed, and remembers what it held. */
export async function exportBrief(
  workspace: Workspace,
  desk: BriefDesk,
  format: ExportFormat,
): Promise<void> {
  const { id } = desk.brief;
  await workspace.drafts.finish();
  // Nothing was changed by exporting it: there is nothing to take back.
  await workspace.write(
    [{ table: 'briefs', key: id, change: (row) => row ?? newBrief(id, now()) }],
    'system',
  );
  const kept = workspace.briefs.getState().get(id);
  // What could not be saved is in the brief all the same: it is what the analyst sees.
  const brief = (!isUnsaved(workspace.writer) && kept) || desk.brief;
  const material = { ...desk, annotations: everyAnnotation(workspace) };
  const title = brief.title.trim() || defaultTitle(brief.choice, desk.codebook, desk.totals);
  const annotations = neededOf(brief, material);
  const request = requestOf(brief, title, format, desk.codebook);
  const ended = await startExport({ of: id, as: kept, title }, { request, annotations });
  if (!ended) return;
  const isOpen = useBuilder.getState().briefId === id && isDialog('brief');
  const isSeen = isOpen && workspace.briefs.getState().get(id) === kept;
  if (!isSeen) tellAway(ended, title, briefTexts.savedNotice);
  if (ended.kind !== 'saved') return;
  await remember(workspace, { brief, title, saved: ended, material: { ...material, annotations } });
}

function requestOf(
  { choice, arrangement, introduction, remarks, dialect, links }: Omit<SavedBrief, 'id' | 'title'>,
  title: string,
  format: ExportFormat,
  codebook: readonly Tag[],
): ExportRequest {
  const plan = { choice, arrangement, introduction, remarks };
  // Tags may have names of any length, and a brief is called after them.
  const short = [...title].slice(0, TITLE_LETTERS).join('');
  const isLinked = hasLinks(links, format);
  const content = { plan, dialect, links: isLinked, codebook: [...codebook] };
  return { format, title: short, created: today(), ...content };
}

function everyAnnotation({ annotations }: Workspace): readonly Annotation[] {
  return annotations.articleIds().flatMap((id) => annotations.ofArticle(id));
}

interface Remembered {
  readonly brief: SavedBrief;
  readonly title: string;
  readonly saved: ExportSaved;
  readonly material: Material;
}

/** Remembers what was exported, but for the codebook alone: that says nothing of a brief. */
async function remember(
  workspace: Workspace,
  { brief, title, saved, material }: Remembered,
): Promise<void> {
  const { sources, codebook, annotations } = material;
  if (!sources || saved.format === 'qdc') return;
  const request = { ...sources, title, created: today(), plan: brief, codebook, annotations };
  const { format, path } = saved;
  // Each takes a while for a long brief: the window has its turn in between.
  await pause();
  const composed = composeBrief(request);
  await pause();
  const state = exportedState(composed);
  await pause();
  await workspace.write([exportedEdit(brief.id, { time: now(), format, path, state })], 'system');
}

/** Exports everything there is, for other programs. */
export async function exportEverything(
  workspace: Workspace,
  format: ExportFormat,
  codebook: readonly Tag[],
): Promise<void> {
  await workspace.drafts.finish();
  const annotations = format === 'qdc' ? [] : everyAnnotation(workspace);
  const plan = { ...FIRST_PLAN, dialect: 'commonmark' as const, createdAt: '', updatedAt: '' };
  const request = requestOf(plan, exportTexts.everything, format, codebook);
  const title = exportTexts.formats[format];
  const ended = await startExport({ of: EVERYTHING, as: format, title }, { request, annotations });
  if (ended && !isDialog('export')) tellAway(ended, title, exportTexts.savedNotice);
}

const isDialog = (name: View['dialog']) => useView.getState().dialog === name;

/** Tells what came of an export to who has left meanwhile; where one sees the export itself, it says so there. */
function tellAway(ended: Exporting, title: string, savedNotice: (path: string) => string): void {
  if (ended.kind === 'saved') tell(savedNotice(ended.path));
  if (ended.kind === 'failed') tell(exportTexts.failedNotice(title, ended.problem));
  if (ended.kind === 'cancelled') tell(exportTexts.cancelled);
}

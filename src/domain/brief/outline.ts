import type { Brief, BriefPassage, BriefSection } from './brief.ts';
import { sectionsKey } from './saved-brief.ts';

/** A brief as a list of what can be moved: each section, followed by its passages. */
export type OutlineRow =
  | {
      readonly kind: 'section';
      /** The section's key. */
      readonly id: string;
      readonly section: BriefSection;
      /** How many of its passages are not left out. */
      readonly included: number;
      readonly isOpen: boolean;
    }
  | {
      readonly kind: 'passage';
      /** Of this place in the brief: a passage stands under each of its tags. */
      readonly id: string;
      readonly section: BriefSection;
      readonly passage: BriefPassage;
      readonly isLeftOut: boolean;
    };

/** Between a section's key and what stands in it. No key holds it: ids and days do not. */
const WITHIN = ' › ';

function passageRowId(sectionKey: string, annotationId: string): string {
  return `${sectionKey}${WITHIN}${annotationId}`;
}

/**
 * The rows of a brief that was composed with nothing left out.
 * @param closed the keys of sections whose passages are not to be listed.
 */
export function outlineOf(
  { sections }: Pick<Brief, 'sections'>,
  leftOut: ReadonlySet<string>,
  closed: ReadonlySet<string> = new Set(),
): OutlineRow[] {
  return sections.flatMap((section): OutlineRow[] => {
    const { key, passages } = section;
    const isOpen = !closed.has(key);
    const included = passages.filter(({ annotationId }) => !leftOut.has(annotationId)).length;
    const head: OutlineRow = { kind: 'section', id: key, section, included, isOpen };
    if (!isOpen) return [head];
    const rows = passages.map(
      (passage): OutlineRow => ({
        kind: 'passage',
        id: passageRowId(key, passage.annotationId),
        section,
        passage,
        isLeftOut: leftOut.has(passage.annotationId),
      }),
    );
    return [head, ...rows];
  });
}

/** One step, or as far as it goes. */
export type Step = 'up' | 'down' | 'first' | 'last';

/**
 * What something is to stand right behind after a step in its list; `null`: it is to be first.
 * @returns `undefined` when it stands there already.
 */
function afterStep(ids: readonly string[], id: string, step: Step): string | null | undefined {
  const at = ids.indexOf(id);
  const last = ids.length - 1;
  if (at < 0) return undefined;
  const isUpward = step === 'up' || step === 'first';
  if (at === (isUpward ? 0 : last)) return undefined;
  if (step === 'first') return null;
  if (step === 'last') return ids[last];
  return step === 'up' ? (ids[at - 2] ?? null) : ids[at + 1];
}

/**
 * What something is to stand right behind when it is dropped before or after another of its list.
 * @returns `undefined` when it stands there already, or the other is not in the list.
 */
function afterDrop(
  ids: readonly string[],
  id: string,
  target: string,
  position: 'before' | 'after',
): string | null | undefined {
  const others = ids.filter((other) => other !== id);
  const at = others.indexOf(target);
  if (at < 0 || !ids.includes(id)) return undefined;
  const after = position === 'after' ? target : (others[at - 1] ?? null);
  return after === (ids[ids.indexOf(id) - 1] ?? null) ? undefined : after;
}

/** Something put into another place: see `Arrangement.moves`. */
export interface Moved {
  readonly list: string;
  readonly id: string;
  readonly after: string | null;
}

/** The list that a row is moved in, and its id and those of all others there. */
export function listOf(
  { sections, groupBy }: Pick<Brief, 'sections' | 'groupBy'>,
  row: OutlineRow,
): { readonly list: string; readonly id: string; readonly ids: readonly string[] } {
  if (row.kind === 'section') {
    return { list: sectionsKey(groupBy), id: row.id, ids: sections.map(({ key }) => key) };
  }
  const { section, passage } = row;
  const ids = section.passages.map(({ annotationId }) => annotationId);
  return { list: section.key, id: passage.annotationId, ids };
}

/** What a step does to a row. @returns `undefined` when it can go no further */
export function stepOf(
  brief: Pick<Brief, 'sections' | 'groupBy'>,
  row: OutlineRow,
  step: Step,
): Moved | undefined {
  const { list, id, ids } = listOf(brief, row);
  const after = afterStep(ids, id, step);
  return after === undefined ? undefined : { list, id, after };
}

/**
 * What dropping a row before or after another does. Passages stay in their section, which their tags or their article
 * decide; sections go between sections.
 * @returns `undefined` where it cannot be dropped, or stands already
 */
export function dropOf(
  brief: Pick<Brief, 'sections' | 'groupBy'>,
  row: OutlineRow,
  target: OutlineRow,
  position: 'before' | 'after',
): Moved | undefined {
  const { list, id, ids } = listOf(brief, row);
  if (row.kind === 'section') {
    if (position === 'after' && !endsSection(target)) return undefined;
    if (position === 'before' && target.kind === 'passage') return undefined;
    const after = afterDrop(ids, id, target.section.key, position);
    return after === undefined ? undefined : { list, id, after };
  }
  if (target.section.key !== row.section.key) return undefined;
  if (target.kind === 'section') {
    return position === 'after' && ids[0] !== id ? { list, id, after: null } : undefined;
  }
  const after = afterDrop(ids, id, target.passage.annotationId, position);
  return after === undefined ? undefined : { list, id, after };
}

/** Whether the next section stands right below a row. */
function endsSection(row: OutlineRow): boolean {
  if (row.kind === 'section') return !row.isOpen;
  return row.section.passages.at(-1)?.annotationId === row.passage.annotationId;
}

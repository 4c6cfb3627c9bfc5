import { textDigest } from '../change/digest.ts';
import type { Brief, BriefPassage } from './brief.ts';
import { SHOWABLE } from './saved-brief.ts';

/** The parts of a brief that are not passages. */
const BRIEF_PARTS = ['title', 'introduction', 'remarks', 'arrangement'] as const;
export type BriefPart = (typeof BRIEF_PARTS)[number];

/** What a brief held when it was exported: of each passage and each part only a short digest. */
export interface ExportedState {
  /** By annotation. */
  readonly passages: Readonly<Record<string, string>>;
  readonly parts: Readonly<Record<BriefPart, string>>;
  /**
   * The sections as they stood: the key of each, then the ids of its passages. Of older exports it is not known, nor
   * whether they had another order, template or grouping.
   */
  readonly order?: readonly (readonly string[])[] | undefined;
}

/** What is different now, passages by the ids of their annotations, in the order of the brief. */
export interface SinceExport {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly gone: readonly string[];
  readonly parts: readonly BriefPart[];
}

/** What to compare later ones with. Takes some ten microseconds a passage that changed, and one that did not takes fewer. */
export function exportedState(brief: Brief): ExportedState {
  const passages: Record<string, string> = {};
  for (const section of brief.sections) {
    for (const passage of section.passages) {
      passages[passage.annotationId] ??= passageDigest(passage);
    }
  }
  const remarks = brief.sections.map(({ key, remark }) => [key, remark] as const);
  return {
    passages,
    parts: {
      title: digest(brief.title),
      introduction: digest(brief.introduction),
      remarks: digest(remarks.filter(([, remark]) => remark !== '').sort(byKey)),
      arrangement: digest(arrangementOf(brief)),
    },
    order: brief.sections.map((one) => [
      one.key,
      ...one.passages.map(({ annotationId }) => annotationId),
    ]),
  };
}

/** What was there to be chosen is told as before, so that older records can be compared. */
function arrangementOf({ template, groupBy, shows, printing }: Brief): unknown[] {
  const hidden = SHOWABLE.filter((name) => !shows[name]);
  const isNew = printing === 'once' || hidden.length > 0;
  return [template, groupBy, ...(isNew ? [printing, hidden] : [])];
}

/** What has changed since. */
export function sinceExport(before: ExportedState, now: ExportedState): SinceExport {
  const ids = Object.keys(now.passages);
  const then = new Map(Object.entries(before.passages));
  return {
    added: ids.filter((id) => !then.has(id)),
    changed: ids.filter((id) => then.has(id) && then.get(id) !== now.passages[id]),
    gone: [...then.keys()].filter((id) => !Object.hasOwn(now.passages, id)),
    parts: BRIEF_PARTS.filter((part) =>
      part === 'arrangement' ? isRearranged(before, now) : before.parts[part] !== now.parts[part],
    ),
  };
}

/** Whether what both hold stands otherwise: a passage that is new or gone is told as that, and moves nothing else. */
function isRearranged(before: ExportedState, now: ExportedState): boolean {
  if (!before.order) return false;
  if (before.parts.arrangement !== now.parts.arrangement) return true;
  const ofBoth = (order: ExportedState['order']) =>
    order
      ?.map(([key, ...ids]) => [
        key,
        ...ids.filter(
          (id) => Object.hasOwn(before.passages, id) && Object.hasOwn(now.passages, id),
        ),
      ])
      .filter(({ length }) => length > 1);
  return JSON.stringify(ofBoth(before.order)) !== JSON.stringify(ofBoth(now.order));
}

/** Whether a brief is just as it was exported. */
export function isAsExported({ added, changed, gone, parts }: SinceExport): boolean {
  return added.length + changed.length + gone.length + parts.length === 0;
}

/** All that a brief prints of a passage, but for what the article itself says. */
function factsOf({ quote, note, translation, tagNames, verified, detached }: BriefPassage) {
  const { text = null, checked = false } = translation ?? {};
  return [quote, note, text, checked, tagNames, verified, detached ?? null];
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

const digest = (value: unknown): string => textDigest(JSON.stringify(value)).toString(36);

/** What is known of passages already: of thousands, few change between two looks. */
const known = new Map<string, { readonly facts: string; readonly digest: string }>();

function passageDigest(passage: BriefPassage): string {
  const facts = JSON.stringify(factsOf(passage));
  const before = known.get(passage.annotationId);
  if (before?.facts === facts) return before.digest;
  const now = { facts, digest: textDigest(facts).toString(36) };
  known.set(passage.annotationId, now);
  return now.digest;
}

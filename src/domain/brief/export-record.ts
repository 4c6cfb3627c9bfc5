import type { Brief, BriefPassage } from './brief.ts';
import type { Arrangement } from './saved-brief.ts';

/** The parts of a brief that are not passages. */
export const BRIEF_PARTS = ['title', 'introduction', 'remarks', 'arrangement'] as const;
export type BriefPart = (typeof BRIEF_PARTS)[number];

/** What a brief held when it was exported: of each passage and each part only a short digest. */
export interface ExportedState {
  /** By annotation. */
  readonly passages: Readonly<Record<string, string>>;
  readonly parts: Readonly<Record<BriefPart, string>>;
}

/** What is different now, passages by the ids of their annotations, in the order of the brief. */
export interface SinceExport {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly gone: readonly string[];
  readonly parts: readonly BriefPart[];
}

/**
 * What to compare later ones with. Takes O(n) for n passages, a few microseconds each.
 * @param arrangement by which the brief was composed.
 */
export function exportedState(brief: Brief, arrangement: Arrangement): ExportedState {
  const passages: Record<string, string> = {};
  for (const section of brief.sections) {
    for (const passage of section.passages) {
      passages[passage.annotationId] ??= digest(factsOf(passage));
    }
  }
  const remarks = brief.sections.map(({ key, remark }) => [key, remark] as const);
  const { template, groupBy } = brief;
  return {
    passages,
    parts: {
      title: digest(brief.title),
      introduction: digest(brief.introduction),
      remarks: digest(remarks.filter(([, remark]) => remark !== '').sort(byKey)),
      arrangement: digest([template, groupBy, Object.entries(arrangement.moves).sort(byKey)]),
    },
  };
}

/** What has changed since. */
export function sinceExport(before: ExportedState, now: ExportedState): SinceExport {
  const ids = Object.keys(now.passages);
  const then = new Map(Object.entries(before.passages));
  return {
    added: ids.filter((id) => !then.has(id)),
    changed: ids.filter((id) => then.has(id) && then.get(id) !== now.passages[id]),
    gone: [...then.keys()].filter((id) => !Object.hasOwn(now.passages, id)),
    parts: BRIEF_PARTS.filter((part) => before.parts[part] !== now.parts[part]),
  };
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

/**
 * 53 bits of a value that JSON can write, in base 36: cyrb53 by bryc (public domain). Nobody gains by making two that
 * are alike, and that one change among 10,000 goes unseen has a chance of one in 10^12.
 */
function digest(value: unknown): string {
  const text = JSON.stringify(value);
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2_654_435_761);
    low = Math.imul(low ^ code, 1_597_334_677);
  }
  high =
    Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low =
    Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return (4_294_967_296 * (2_097_151 & low) + (high >>> 0)).toString(36);
}

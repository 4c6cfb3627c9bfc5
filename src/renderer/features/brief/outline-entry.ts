import type { BriefPassage } from '../../../domain/brief/brief.ts';
import type { OutlineRow } from '../../../domain/brief/outline.ts';
import { briefTexts as words } from '../../../shared/texts/texts.ts';
import { subjectName } from './subject-name.ts';

/** What a row of the outline shows. */
export type OutlineEntry =
  | {
      readonly kind: 'section';
      readonly id: string;
      readonly name: string;
      /** Whether it is called after an article, and so in Vietnamese. */
      readonly isArticle: boolean;
      readonly count: string;
      readonly isOpen: boolean;
    }
  | {
      readonly kind: 'passage';
      readonly id: string;
      readonly annotationId: string;
      readonly quote: string;
      readonly isLeftOut: boolean;
      /** What is to be known of it before it is sent to anybody. */
      readonly facts: string;
    };

export function entryOf(row: OutlineRow): OutlineEntry {
  const { id, section } = row;
  if (row.kind === 'section') {
    return {
      kind: 'section',
      id,
      name: subjectName(section.subject),
      isArticle: section.subject.by === 'article',
      count: words.sectionCount(row.included, section.passages.length),
      isOpen: row.isOpen,
    };
  }
  const { passage, isLeftOut } = row;
  const { annotationId, quote } = passage;
  const facts = factsOf(passage, isLeftOut);
  return { kind: 'passage', id, annotationId, quote, isLeftOut, facts };
}

function factsOf({ translation, verified, detached }: BriefPassage, isLeftOut: boolean): string {
  const { leftOut, unchecked, translated, unverifiedPassage } = words;
  const facts: (string | false | undefined)[] = [
    isLeftOut && leftOut,
    !verified && !detached && unverifiedPassage,
    translation && (translation.checked ? translated : unchecked),
  ];
  return facts.filter((fact) => typeof fact === 'string').join(' · ');
}

/** The entries, each the same object as before where it says the same: only what changed is shown anew. */
export function keptEntries(
  entries: readonly OutlineEntry[],
  before: readonly OutlineEntry[],
): readonly OutlineEntry[] {
  const known = new Map(before.map((entry) => [entry.id, entry]));
  const kept = entries.map((entry) => {
    const old = known.get(entry.id);
    return old && JSON.stringify(old) === JSON.stringify(entry) ? old : entry;
  });
  const isSame = kept.length === before.length && kept.every((entry, at) => entry === before[at]);
  return isSame ? before : kept;
}

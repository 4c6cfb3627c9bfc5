import type { BriefPassage, BriefSection } from './brief.ts';

/**
 * The sections with each passage in the first one only that it belongs to, and where else that would be. A section all
 * of whose passages are printed before it stays: a reader looks for its tag.
 * @param sections of tags, in the order of the brief.
 */
export function printOnce(sections: readonly BriefSection[]): BriefSection[] {
  const homes = new Map<string, BriefSection>();
  const others = new Map<string, string[]>();
  for (const section of sections) {
    for (const { annotationId } of section.passages) {
      if (!homes.has(annotationId)) homes.set(annotationId, section);
      else others.set(annotationId, [...(others.get(annotationId) ?? []), nameOf(section)]);
    }
  }
  const homeOf = ({ annotationId }: BriefPassage) => homes.get(annotationId);
  return sections.map((section) => {
    const passages = section.passages.filter((passage) => homeOf(passage) === section);
    const elsewhere = section.passages.flatMap((passage) => {
      const home = homeOf(passage);
      return home && home !== section ? [nameOf(home)] : [];
    });
    return {
      ...section,
      passages: passages.map((passage) => {
        const alsoUnder = others.get(passage.annotationId);
        return alsoUnder ? { ...passage, alsoUnder } : passage;
      }),
      ...(elsewhere.length > 0 && { elsewhere }),
    };
  });
}

/** A passage without tags stands in one section alone. */
function nameOf({ subject }: BriefSection): string {
  return subject.by === 'tag' ? subject.tagName : '';
}

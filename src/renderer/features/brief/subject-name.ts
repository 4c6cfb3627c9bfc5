import type { SectionSubject } from '../../../domain/brief/brief.ts';
import { briefTexts, briefWords } from '../../../shared/texts/texts.ts';

/** What a section is called where it is listed. */
export function subjectName(subject: SectionSubject): string {
  switch (subject.by) {
    case 'tag':
      return subject.tagName;
    case 'untagged':
      return briefWords.untagged;
    case 'article':
      return subject.article.title;
    case 'date':
      return subject.date === undefined ? briefTexts.undatedSection : briefWords.day(subject.date);
  }
}

import { passageLink } from '../annotation/link.ts';
import { aBrief, aPassage, testSource, testWords } from './brief.testing.ts';
import type { Brief, BriefPassage, BriefSection } from './brief.ts';
import { wordsOfNote } from './hostile-text.testing.ts';
import { oneLine } from './one-line.ts';
import type { Template } from './saved-brief.ts';

/** How many passages stand under a heading. */
const SECTION = 5;

/** What a reader must find of a passage, whatever the brief is rendered with. */
export interface ExpectedPassage {
  readonly link: string;
  readonly quote: string;
  /** Its label and its paragraphs, a line each. */
  readonly translation: string;
  readonly tags: string;
  readonly title: string;
  readonly verified: boolean;
  /** Without white space; `undefined` where it is shown in another way than it was written. */
  readonly note: string | undefined;
}

/** A brief in which each of the texts is, in turn, a quote, a note, a translation, a title and the name of a tag. */
export interface HostileBrief {
  readonly brief: Brief;
  readonly passages: readonly ExpectedPassage[];
  readonly headings: readonly string[];
}

/** Which of the texts plays which part for the first passage; the next passage takes the next ones. */
const PARTS = { quote: 0, note: 1, translation: 2, title: 3, tag: 4 } as const;

/** The same in each template. */
export function hostileBriefs(texts: readonly string[]): Readonly<Record<Template, HostileBrief>> {
  const passages = texts.map((_, index) => hostilePassage(texts, index));
  const all = passages.map(expected);
  const inTemplate = (template: Template): HostileBrief => {
    const sections = inSections(passages, template);
    const headings = sections.map(({ subject }) => {
      if (subject.by === 'article') return oneLine(subject.article.title) || subject.article.id;
      return subject.by === 'tag' ? oneLine(subject.tagName) : '';
    });
    return { brief: briefOf(texts, passages, { template, sections }), passages: all, headings };
  };
  return { plain: inTemplate('plain'), digest: inTemplate('digest'), table: inTemplate('table') };
}

/** One of them alone. */
export function hostileBrief(texts: readonly string[], template: Template): HostileBrief {
  return hostileBriefs(texts)[template];
}

function hostilePassage(texts: readonly string[], index: number): BriefPassage {
  const at = (part: keyof typeof PARTS) => texts[(index + PARTS[part]) % texts.length] ?? '';
  return aPassage({
    annotationId: `0192f0c0-0000-7000-8000-${String(index).padStart(12, '0')}`,
    quote: at('quote'),
    note: at('note'),
    translation: { text: at('translation'), checked: index % 2 === 0 },
    article: { ...testSource, title: at('title') },
    tagNames: [at('tag')],
    verified: index % 3 !== 0,
  });
}

function briefOf(
  texts: readonly string[],
  passages: readonly BriefPassage[],
  rest: Pick<Brief, 'template' | 'sections'>,
): Brief {
  const counts = { available: true, passages: 1, unverified: 0, detached: 0 };
  const sources = passages.map(({ article }) => ({ ...article, ...counts }));
  const [title = '', introduction = title] = texts;
  return aBrief(passages, { title, introduction, tagNames: texts, sources, ...rest });
}

function inSections(passages: readonly BriefPassage[], template: Template): BriefSection[] {
  const sections: BriefSection[] = [];
  for (let start = 0; start < passages.length; start += SECTION) {
    const some = passages.slice(start, start + SECTION);
    const [first] = some;
    if (!first) break;
    const tagName = first.tagNames[0] ?? '';
    sections.push({
      key: String(start),
      subject:
        template === 'digest' ? { by: 'article', article: first.article } : { by: 'tag', tagName },
      remark: first.quote,
      passages: some,
    });
  }
  return sections;
}

function expected(passage: BriefPassage): ExpectedPassage {
  const { text, checked } = passage.translation ?? { text: '', checked: false };
  const label = checked ? testWords.translation : testWords.uncheckedTranslation;
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return {
    link: passageLink(passage.annotationId),
    quote: passage.quote,
    translation: lines.length > 0 ? `${label} ${lines.join('\n')}` : '',
    tags: oneLine(passage.tagNames[0] ?? ''),
    title: oneLine(passage.article.title) || passage.article.id,
    verified: passage.verified,
    note: wordsOfNote(passage.note),
  };
}

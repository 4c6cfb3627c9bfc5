import type { Annotation } from '../annotation/annotation.ts';
import { type Article, articleText } from '../article/article.ts';
import type { Tag } from '../tag/tag.ts';
import type { Brief, BriefArticle, BriefPassage, BriefSection, BriefWords } from './brief.ts';

/** Plain words for tests of the domain, which knows no language of its own. */
export const testWords: BriefWords = {
  language: 'en',
  inferred: 'inferred',
  inferredMark: '†',
  inferredNote: 'The article does not print this date.',
  untagged: 'Untagged',
  alsoUnder: 'also under',
  elsewhere: (count, tagNames, isMore) =>
    `${count}${isMore ? ' more' : ''} under ${tagNames.join(', ')}`,
  passageLink: 'passage',
  sources: 'Sources',
  checksums: 'Checksums',
  checksumsHint: 'SHA-256 of the text of each article.',
  labels: { introduction: 'Introduction:', remark: 'Remark:', note: 'Note:' },
  translation: 'Translation:',
  uncheckedTranslation: 'Unchecked:',
  unknownDay: 'No day',
  columns: { passage: 'Passage', tags: 'Tags', article: 'Article', date: 'Date', note: 'Note' },
  quotationMarks: [
    ['“', '”'],
    ['‘', '’'],
  ],
  day: (isoDay) => `day ${isoDay}`,
  passages: (count) => `${count} passages`,
  allVerified: () => 'quotes verified',
  unverified: (count, total) => `${count} of ${total} quotes unverified`,
  detached: (count, total) => `${count} of ${total} quotes detached`,
  unavailable: 'article not available',
  unverifiedMark: 'unverified',
  detachedMarks: { gone: 'gone', unplaced: 'unplaced' },
};

export function anArticle(id: string, texts: readonly string[]): Article {
  return {
    id,
    title: `Title of ${id}`,
    titleBasis: 'printed',
    date: '2023-12-18',
    dateBasis: 'inferred',
    language: 'vi',
    origin: 'bundled',
    blocks: texts.map((text) => ({ kind: 'paragraph', text })),
    textHash: `hash-${id}`,
  };
}

/** An annotation of the first place where `article` says `exact`. */
export function anAnnotation(
  id: string,
  article: Article,
  exact: string,
  rest: Partial<Annotation> = {},
): Annotation {
  const start = articleText(article).indexOf(exact);
  return {
    id,
    articleId: article.id,
    textHash: article.textHash,
    position: { start, end: start + exact.length },
    quote: { exact, prefix: '', suffix: '' },
    tagIds: [],
    note: '',
    createdAt: '2026-11-22T08:00:00.000Z',
    updatedAt: '2026-11-22T08:00:00.000Z',
    ...rest,
  };
}

export function aTag(name: string, order: number): Tag {
  return { id: `tag-${name}`, name, description: '', colour: 'amber', order };
}

export const testSource: BriefArticle = {
  id: 'article-1',
  title: 'Tin vắn',
  date: '2023-12-18',
  dateBasis: 'printed',
};

export function aPassage(rest: Partial<BriefPassage>): BriefPassage {
  return {
    annotationId: '0192f0c0-0000-7000-8000-000000000001',
    quote: 'Hai nước ký kết 3 công hàm.',
    note: '',
    tagNames: ['ODA'],
    article: testSource,
    paragraph: 40,
    verified: true,
    ...rest,
  };
}

/** The section of a tag. */
export function aSection(tagName: string, passages: readonly BriefPassage[]): BriefSection {
  return { key: `tag:${tagName}`, subject: { by: 'tag', tagName }, remark: '', passages };
}

/** A brief with one section that holds the passages. */
export function aBrief(passages: readonly BriefPassage[], rest: Partial<Brief> = {}): Brief {
  return {
    title: 'ODA',
    created: '2026-11-22',
    template: 'plain',
    groupBy: 'tag',
    shows: { notes: true, tags: true, paragraphs: true, hashes: false },
    printing: 'each',
    introduction: '',
    tagNames: ['ODA'],
    passageCount: passages.length,
    privateNotes: 0,
    sections: [aSection('ODA', passages)],
    sources: [
      {
        ...testSource,
        textHash: 'ab12',
        available: true,
        passages: passages.length,
        unverified: 0,
        detached: 0,
      },
    ],
    ...rest,
  };
}

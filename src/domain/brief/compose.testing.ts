import { anArticle, aTag } from './brief.testing.ts';
import type { BriefRequest, BriefSection } from './brief.ts';
import { composeBrief } from './compose-brief.ts';
import { type Arrangement, FIRST_PLAN, type PassageChoice } from './saved-brief.ts';

export const oda = aTag('ODA', 1);
export const labour = aTag('Labour', 2);
export const azec = aTag('AZEC', 7);
export const first = anArticle('first', [
  'Nhật Bản viện trợ.',
  'Lao động sang Nhật.',
  'Khí thải ròng.',
]);
export const second = anArticle('second', ['Vốn vay ODA.', 'Thực tập sinh.']);

/** All but what the test is about: every tag is chosen, and what has none is left aside. */
export type Wish = Partial<Omit<BriefRequest, 'plan'>> & {
  readonly choice?: Partial<PassageChoice>;
  readonly arrangement?: Partial<Arrangement>;
  readonly introduction?: string;
  readonly remarks?: Readonly<Record<string, string>>;
};

export function request({
  choice,
  arrangement,
  introduction,
  remarks,
  ...rest
}: Wish): BriefRequest {
  return {
    title: 'Bản tin',
    created: '2026-11-22',
    plan: {
      choice: { ...FIRST_PLAN.choice, includeUntagged: false, ...choice },
      arrangement: { ...FIRST_PLAN.arrangement, ...arrangement },
      introduction: introduction ?? '',
      remarks: remarks ?? {},
    },
    codebook: [azec, labour, oda],
    articles: [first, second],
    annotations: [],
    ...rest,
  };
}

/** What a section is headed with, as far as these tests care. */
function headingOf({ subject }: BriefSection): string | undefined {
  switch (subject.by) {
    case 'tag':
      return subject.tagName;
    case 'untagged':
      return undefined;
    case 'article':
      return subject.article.title;
    case 'date':
      return subject.date;
  }
}

/** The brief's shape: each section's heading with its passages' ids. */
export function outline(wish: Wish) {
  return composeBrief(request(wish)).sections.map((section) => [
    headingOf(section),
    ...section.passages.map((passage) => passage.annotationId),
  ]);
}

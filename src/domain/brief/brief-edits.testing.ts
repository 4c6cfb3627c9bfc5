import type { Annotation } from '../annotation/annotation.ts';
import type { Tag } from '../tag/tag.ts';
import { anAnnotation, anArticle, aTag, testWords } from './brief.testing.ts';
import { type BriefEdits, type BriefPast, editsIn } from './brief-edits.ts';
import { briefToMarkdown } from './brief-to-markdown.ts';
import type { BlockOptions } from './brief-tree.ts';
import type { BriefLibrary } from './brief-vocabulary.ts';
import { composeBrief } from './compose-brief.ts';
import type { EditedBrief } from './edited-brief.ts';
import { readEditedBrief } from './read-edited-brief.ts';
import { type BriefPlan, FIRST_PLAN, type Template } from './saved-brief.ts';
import type { BriefTexts } from './text-not-taken.ts';

export const uuid = (n: number) => `0192f0c0-0000-7000-8000-${String(n).padStart(12, '0')}`;
export const ARTICLE = anArticle('a', [
  'Hai nước ký kết 3 công hàm về ODA.',
  'Đối tác “số một” về ODA.',
]);
export const CODEBOOK = [aTag('ODA', 1), aTag('Lao động', 2), aTag('AZEC · xanh', 3)];

export const FIRST = anAnnotation(uuid(1), ARTICLE, 'ký kết 3 công hàm', {
  tagIds: ['tag-ODA'],
  note: '# Vốn vay\n\nHỏi lại *Bộ Tài chính*.',
  translation: { text: 'signed three notes', checked: false },
});
export const SECOND = anAnnotation(uuid(2), ARTICLE, 'Đối tác “số một”', {
  tagIds: ['tag-Lao động'],
});

export function written(
  annotations: readonly Annotation[],
  template: Template = 'plain',
  basis: BriefPlan = FIRST_PLAN,
  options: BlockOptions = {},
  codebook: readonly Tag[] = CODEBOOK,
): string {
  const plan = { ...basis, arrangement: { ...basis.arrangement, template } };
  const request = { title: 'ODA', created: '2026-11-22', plan, codebook };
  const brief = composeBrief({ ...request, articles: [ARTICLE], annotations });
  return briefToMarkdown(brief, testWords, options);
}

const LIBRARY: BriefLibrary = { tagNames: CODEBOOK.map(({ name }) => name), articles: [ARTICLE] };

/** @throws Error where no passage is found. */
export function readBack(markdown: string): EditedBrief {
  const edited = readEditedBrief(markdown, testWords, LIBRARY);
  if (!edited) throw new Error('no passage was found');
  return edited;
}

/** What reading a brief back finds, against the annotations that it was written from. */
export function editsAfter(
  annotations: readonly Annotation[],
  markdown: string,
  codebook: readonly Tag[] = CODEBOOK,
  past?: BriefPast,
  briefs: readonly BriefTexts[] = [],
): BriefEdits {
  const byId = new Map(annotations.map((annotation) => [annotation.id, annotation]));
  return editsIn(readBack(markdown), (id) => byId.get(id), codebook, past, briefs);
}

/** The words that no edit offers. */
export function textsOf({ notTaken }: BriefEdits): readonly string[] {
  return notTaken.map(({ text }) => text);
}

export const NONE: BriefEdits = {
  edits: [],
  contradicted: new Set(),
  unknown: [],
  requoted: [],
  unread: [],
  newer: 0,
  notTaken: [],
};
export const BOTH = [FIRST, SECOND];

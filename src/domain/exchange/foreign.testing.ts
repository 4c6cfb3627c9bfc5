import { anArticle } from '../brief/brief.testing.ts';
import { hashOf } from './exchange.testing.ts';
import type { ReadingContext } from './find-home.ts';
import { readProject } from './read-project.ts';
import type { ForeignWork } from './work.ts';

/*
 * Projects as other tools write them, each with the habits that are known of it. Written by hand: what the tools
 * do is known from their documentation, their sources and the reports of those who exchange projects between them.
 */

export const TEXT = `Thủ tướng dự Hội nghị cấp cao 😀 tại Tokyo.
Hai nước ký kết 3 công hàm về hợp tác ODA.
Lao động Việt Nam được tiếp nhận nhiều hơn.`;
export const article = anArticle('article-1', TEXT.split('\n'));

export const ODA = '0F0D0A00-0000-4000-8000-000000000001';
export const LABOUR = '0F0D0A00-0000-4000-8000-000000000002';

export const CODES = `<CodeBook><Codes>
  <Code guid="${ODA}" name="oda" isCodable="true" color="#ff0000"/>
  <Code guid="${LABOUR}" name="Lao động" isCodable="true" color="#3399FF"><Description>Người lao động</Description></Code>
</Codes></CodeBook>`;

export const project = (origin: string, inside: string) =>
  `<?xml version="1.0" encoding="utf-8"?>\n<Project xmlns="urn:QDA-XML:project:1.0" name="Dự án" origin="${origin}" creationDateTime="2021-05-01T08:00:00Z">${inside}</Project>`;

export function read(
  document: string,
  files: Readonly<Record<string, string>> = {},
  context: Partial<ReadingContext> = {},
): ForeignWork {
  const result = readProject(document, new Map(Object.entries(files)), {
    articles: [article],
    codebook: [],
    hashOf,
    ...context,
  });
  if (!result.ok) throw new Error(result.reason.detail);
  return result.value;
}

/** Where a passage of the article stands if a tool counts as it does. */
export function span(within: string, exact: string, count: (text: string) => number) {
  const at = within.indexOf(exact);
  const start = count(within.slice(0, at));
  return `startPosition="${start}" endPosition="${start + count(exact)}"`;
}
export const points = (text: string) => [...text].length;
export const units = (text: string) => text.length;

export const coding = (guid: string) =>
  `<Coding guid="{0F0D0A00-0000-4000-8000-0000000000C0}"><CodeRef targetGUID="${guid}"/></Coding>`;

export const quotes = ({ annotations }: ForeignWork) => annotations.map(({ quote }) => quote.exact);

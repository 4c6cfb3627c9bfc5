import { ExternalHyperlink, type IRunOptions, type ParagraphChild, Tab, TextRun } from 'docx';
import type { Link, PhrasingContent } from 'mdast';
import { parsePassageLink } from '../../../domain/annotation/link.ts';
import { xmlText } from '../../../domain/text/xml-text.ts';
import { CODE_FONT } from './docx-styles.ts';

/** How words look. */
export type Ink = Pick<IRunOptions, 'bold' | 'italics' | 'font' | 'style' | 'language'>;

/** Word's names of the languages that a brief can be in; it wants a region. */
const REGIONS: Readonly<Record<string, string>> = { en: 'en-GB', vi: 'vi-VN' };

/** @param language as BCP 47 calls it. */
export function wordLanguage(language: string): string {
  return REGIONS[language] ?? language;
}

/** The ink with the language that a node says it is in. */
export function inkFor(node: { data?: { lang?: string } | undefined }, ink: Ink): Ink {
  const lang = node.data?.lang;
  return lang ? { ...ink, language: { value: wordLanguage(lang) } } : ink;
}

/** Words as they stand in a paragraph of Word's. */
export function inked(nodes: readonly PhrasingContent[], outer: Ink): ParagraphChild[] {
  return nodes.flatMap((node): ParagraphChild[] => {
    const ink = inkFor(node, outer);
    switch (node.type) {
      case 'verbatim':
        return runs(node.value, ink);
      case 'text':
        // In Markdown the line goes on.
        return runs(node.value.replace(/\n/g, ' '), ink);
      case 'inlineCode':
        return runs(node.value, { ...ink, font: CODE_FONT });
      case 'emphasis':
        return inked(node.children, { ...ink, italics: true });
      case 'strong':
        return inked(node.children, { ...ink, bold: true });
      case 'break':
        return [new TextRun({ ...ink, break: 1 })];
      case 'link':
        return link(node, ink);
      default:
        return [];
    }
  });
}

/** What Word takes for an address; with a longer one, or none, it calls the file damaged. */
const LONGEST_ADDRESS = 2_000;

function link({ url, children }: Link, ink: Ink): ParagraphChild[] {
  const address = addressOf(url);
  if (address === undefined) return [...inked(children, ink), ...runs(` (${url})`, ink)];
  const style = { ...ink, style: 'Hyperlink' };
  return [new ExternalHyperlink({ link: address, children: inked(children, style) })];
}

/** The address in the form that every program understands, if it leads to the web, to mail or to a passage. */
function addressOf(url: string): string | undefined {
  if (parsePassageLink(url) !== undefined) return url.trim();
  const parsed = /^(?:https?:\/\/|mailto:)/i.test(url) ? URL.parse(url) : null;
  const address = parsed?.href;
  return address !== undefined && address.length <= LONGEST_ADDRESS ? address : undefined;
}

/** Text with its line breaks and tabs, which Word has signs of its own for. */
export function runs(text: string, ink: Ink): TextRun[] {
  const lines = xmlText(text).split(/\r\n|[\r\n]/);
  return lines.flatMap((line, index) => {
    const parts = line.split('\t').flatMap((part, place) => [
      ...(place > 0 ? [new TextRun({ ...ink, children: [new Tab()] })] : []),
      // As `text`: among `children`, "CURRENT" would be the number of the page.
      ...(part === '' ? [] : [new TextRun({ ...ink, text: part })]),
    ]);
    return index > 0 ? [new TextRun({ ...ink, break: 1 }), ...parts] : parts;
  });
}

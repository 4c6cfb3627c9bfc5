import { XMLValidator } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';
import { xmlText } from '../../../domain/text/xml-text.ts';
import { all, type Element, treeOf } from './xml-tree.testing.ts';

export function value(within: Element, name: string): string | undefined {
  return all(within, name)[0]?.attributes['w:val'];
}

const SIGNS: Readonly<Record<string, string>> = { 'w:br': '\n', 'w:tab': '\t' };

export function textOf(element: Element): string {
  if (element.name === 'w:pPr' || element.name === 'w:rPr') return '';
  const sign = SIGNS[element.name];
  if (sign !== undefined) return sign;
  const inText = element.name === 'w:t';
  return element.children
    .map((child) => (typeof child === 'string' ? (inText ? child : '') : textOf(child)))
    .join('');
}

/** A Word document, taken apart. @throws when a part of it is no XML. */
export function readDocx(file: Uint8Array) {
  const files = unzipSync(file);
  const part = (name: string): Element => {
    const content = files[name];
    if (!content) throw new Error(`there is no ${name}`);
    return treeOf(strFromU8(content));
  };
  for (const [name, content] of Object.entries(files)) {
    const xml = strFromU8(content);
    const verdict = XMLValidator.validate(xml);
    if (verdict !== true) throw new Error(`${name}: ${verdict.err.msg}`);
    // Which the validator does not look at.
    if (xml !== xmlText(xml)) throw new Error(`${name} holds what XML cannot`);
  }
  const body = part('word/document.xml');
  const paragraphs = all(body, 'w:p').map((element) => ({
    style: value(element, 'w:pStyle'),
    text: textOf(element),
    element,
  }));
  const targets = new Map(
    all(part('word/_rels/document.xml.rels'), 'Relationship').map(({ attributes }) => [
      attributes.Id,
      attributes.Target,
    ]),
  );
  const links = all(body, 'w:hyperlink').map((link) => ({
    text: textOf(link),
    target: [targets.get(link.attributes['r:id']), link.attributes['w:anchor']]
      .filter(Boolean)
      .join('#'),
  }));
  return { part, body, paragraphs, links };
}

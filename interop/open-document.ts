import { all, type Element } from '../src/main/export/formats/xml-tree.testing.ts';

/** What stands in a paragraph of OpenDocument, with the spaces, tabs and line breaks that it has signs for. */
export function textOf({ name, attributes, children }: Element): string {
  switch (name) {
    case 'text:s':
      return ' '.repeat(Number(attributes['text:c'] ?? 1));
    case 'text:tab':
      return '\t';
    case 'text:line-break':
      return '\n';
    case 'office:annotation':
    case 'text:note':
      return '';
    default:
      return children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
  }
}

export interface Cell {
  readonly text: string;
  readonly type: string | undefined;
  /** A formula, whatever it comes to. */
  readonly formula: string | undefined;
  /** A day or a time, in ISO 8601. */
  readonly date: string | undefined;
  readonly links: readonly string[];
}

/** The cells of the first sheet, by rows, as far as a row has any. */
export function cellsOf(sheet: Element): Cell[][] {
  const [table] = all(sheet, 'table:table');
  if (!table) throw new Error('there is no sheet');
  return all(table, 'table:table-row').flatMap((row) => {
    const cells = all(row, 'table:table-cell').flatMap(cellsIn);
    while (cells.at(-1)?.type === undefined && cells.length > 0) cells.pop();
    return cells.length > 0 ? [cells] : [];
  });
}

/** Neighbours that are the same are written once. */
function cellsIn(cell: Element): Cell[] {
  const { attributes, children } = cell;
  const paragraphs = children.filter(
    (child): child is Element => typeof child !== 'string' && child.name === 'text:p',
  );
  const one = {
    text: paragraphs.map(textOf).join('\n'),
    type: attributes['office:value-type'],
    formula: attributes['table:formula'],
    date: attributes['office:date-value'],
    links: all(cell, 'text:a').flatMap((link) => link.attributes['xlink:href'] ?? []),
  };
  const times = Number(attributes['table:number-columns-repeated'] ?? 1);
  return one.type === undefined && times > MANY ? [] : Array.from({ length: times }, () => one);
}

/** The rest of a row. */
const MANY = 1_000;

/** How high the rows of the first sheet are, in inches, as far as heights are said. */
export function rowHeightsOf(sheet: Element): number[] {
  const heights = new Map(
    all(sheet, 'style:style').map((style) => [
      style.attributes['style:name'],
      all(style, 'style:table-row-properties')[0]?.attributes['style:row-height'],
    ]),
  );
  const [table] = all(sheet, 'table:table');
  const rows = table ? all(table, 'table:table-row') : [];
  return rows.map((row) =>
    Number.parseFloat(heights.get(row.attributes['table:style-name']) ?? ''),
  );
}

export interface Paragraph {
  /** As a person sees it called. */
  readonly style: string | undefined;
  readonly text: string;
  /** 1 for the first kind of heading; absent in all else. */
  readonly level: number | undefined;
  readonly links: readonly { readonly text: string; readonly target: string | undefined }[];
  /** Of the parts that have one of their own: `vi-VN`. */
  readonly languages: ReadonlyMap<string, string>;
  readonly inList: boolean;
}

/** A document's paragraphs and headings, in order; those of tables and lists among them. */
export function paragraphsOf(document: Element): Paragraph[] {
  const styles = new Map(
    all(document, 'style:style').map((style) => [style.attributes['style:name'], style]),
  );
  const [body] = all(document, 'office:text');
  if (!body) throw new Error('there is no text');
  return found(body, false).map(({ element, inList }) => ({
    style: shownName(styles, element.attributes['text:style-name']),
    text: textOf(element),
    level: element.name === 'text:h' ? Number(element.attributes['text:outline-level']) : undefined,
    links: all(element, 'text:a').map((link) => ({
      text: textOf(link),
      target: link.attributes['xlink:href'],
    })),
    languages: languagesIn(element, styles),
    inList,
  }));
}

type Styles = ReadonlyMap<string | undefined, Element>;

function found(within: Element, inList: boolean): { element: Element; inList: boolean }[] {
  return within.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    if (child.name === 'text:p' || child.name === 'text:h') return [{ element: child, inList }];
    return found(child, inList || child.name === 'text:list');
  });
}

/** What a style is called, or the one that an unnamed style is made of. */
function shownName(styles: Styles, name: string | undefined): string | undefined {
  const style = styles.get(name);
  if (!style || name === undefined) return name;
  const { attributes } = style;
  if (/^P\d+$/.test(name)) return shownName(styles, attributes['style:parent-style-name']);
  return attributes['style:display-name'] ?? name;
}

function languagesIn(element: Element, styles: Styles): Map<string, string> {
  const spans = all(element, 'text:span').flatMap((span): [string, string][] => {
    const style = styles.get(span.attributes['text:style-name']);
    const [properties] = style ? all(style, 'style:text-properties') : [];
    const { 'fo:language': language, 'fo:country': country } = properties?.attributes ?? {};
    return language ? [[textOf(span), `${language}-${country}`]] : [];
  });
  return new Map(spans);
}

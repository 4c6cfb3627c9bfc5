import { XMLParser } from 'fast-xml-parser';

/** An element of XML, with what it holds in order. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

type Ordered = Readonly<Record<string, unknown>>;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  parseTagValue: false,
});

function elementsOf(nodes: readonly Ordered[]): (Element | string)[] {
  return nodes.flatMap((node): (Element | string)[] => {
    const attributes = (node[':@'] ?? {}) as Element['attributes'];
    return Object.entries(node).flatMap(([name, value]): (Element | string)[] => {
      if (name === ':@' || name.startsWith('?')) return [];
      if (name === '#text') return [String(value)];
      return [{ name, attributes, children: elementsOf(value as Ordered[]) }];
    });
  });
}

/** @throws where there is no XML. */
export function treeOf(xml: string): Element {
  const root = elementsOf(parser.parse(xml)).find((node) => typeof node !== 'string');
  if (!root) throw new Error('there is no XML');
  return root;
}

/** The elements of a name, at any depth, in the order in which they begin. */
export function all(within: Element, name: string): Element[] {
  const found: Element[] = [];
  const look = ({ children }: Element) => {
    for (const child of children) {
      if (typeof child === 'string') continue;
      if (child.name === name) found.push(child);
      look(child);
    }
  };
  look(within);
  return found;
}

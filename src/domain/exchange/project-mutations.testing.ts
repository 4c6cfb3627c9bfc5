import fc from 'fast-check';
import { readXml, type XmlElement } from './read-xml.ts';
import { element, xmlText } from './write-xml.ts';

/*
 * Changes to the XML of a project, of its elements and of its bare text: what editors, scripts, broken exporters and
 * transfers do to files.
 */

/** An element that can be changed. */
interface Node {
  name: string;
  attributes: [string, string][];
  children: Node[];
  text: string;
}

/** One change; the numbers choose among what there is. */
const mutation = fc.record({
  kind: fc.constantFrom(
    'drop',
    'duplicate',
    'rename',
    'move',
    'wrap',
    'unwrap',
    'swap',
    'drop attribute',
    'copy attribute',
    'change attribute',
    'rename attribute',
    'text',
    'empty',
  ),
  one: fc.nat(),
  other: fc.nat(),
  word: fc.nat(),
});
type Mutation = typeof mutation extends fc.Arbitrary<infer One> ? One : never;

const NAMES = [
  ...['Code', 'Codes', 'CodeBook', 'CodeRef', 'Coding', 'SubCodes', 'Note', 'NoteRef', 'Notes'],
  ...['Description', 'PlainTextContent', 'PlainTextSelection', 'PDFSelection', 'TextSource'],
  ...['PictureSource', 'Representation', 'Set', 'Case', 'Variable', 'VariableValue', 'TextValue'],
  ...['Link', 'User', 'Graph', 'Vertex', 'Memo', 'x', 'coderef', 'SELECTION', 'Sources', 'Project'],
];
const WORDS = [
  ...['', ' ', 'x', '0', '-1', '999999999', 'NaN', '{}', 'true', 'false', 'internal://x.txt', '%'],
  ...['0F0D0A00000040008000000000000001', '{0f0d0a00-0000-4000-8000-000000000001}', 'code-0'],
  ...['<!DOCTYPE x>', ']]>', '&lt;', 'ghi chú', 'ệ'.normalize('NFD'), '\u0000', '\ud800', '\r\n'],
];
const ATTRIBUTES = [
  'guid',
  'GUID',
  'targetGUID',
  'TARGETguid',
  'name',
  'startPosition',
  'isCodable',
];

const pick = <Item>(all: readonly Item[], at: number) => all[at % all.length];

function toNode({ name, attributes, children, text }: XmlElement): Node {
  return { name, attributes: [...attributes], children: children.map(toNode), text };
}

interface Place {
  readonly node: Node;
  /** What it is in. */
  readonly parent: Node;
}

/** All elements but for the outermost. */
function placesIn(root: Node): Place[] {
  return root.children.flatMap((node) => [{ node, parent: root }, ...placesIn(node)]);
}

function copyOf({ name, attributes, children, text }: Node): Node {
  const copied = attributes.map(([key, value]): [string, string] => [key, value]);
  return { name, attributes: copied, children: children.map(copyOf), text };
}

function replace(parent: Node, node: Node, ...by: Node[]): void {
  parent.children.splice(parent.children.indexOf(node), 1, ...by);
}

const contains = (outer: Node, inner: Node): boolean =>
  outer === inner || outer.children.some((child) => contains(child, inner));

/** Changes of one element, which stands in `parent`; `target` is another one of the document. */
const CHANGES: Readonly<Record<string, (place: Place, target: Place, word: number) => void>> = {
  drop: ({ node, parent }) => replace(parent, node),
  duplicate: ({ node, parent }) => replace(parent, node, node, copyOf(node)),
  rename: ({ node }, _, word) => {
    node.name = pick(NAMES, word) ?? '';
  },
  wrap: ({ node, parent }, _, word) => {
    const name = pick(NAMES, word) ?? '';
    replace(parent, node, { name, attributes: [], children: [node], text: '' });
  },
  unwrap: ({ node, parent }) => replace(parent, node, ...node.children),
  text: ({ node }, _, word) => {
    node.text = pick(WORDS, word) ?? '';
  },
  empty: ({ node }) => {
    node.children = [];
  },
  move: ({ node, parent }, target) => {
    if (contains(node, target.node)) return;
    replace(parent, node);
    target.node.children.unshift(node);
  },
  swap: ({ node, parent }, target) => {
    if (contains(node, target.node) || contains(target.node, node)) return;
    const [first, second] = [copyOf(node), copyOf(target.node)];
    replace(parent, node, second);
    replace(target.parent, target.node, first);
  },
};

function changeElement(root: Node, { kind, one, other, word }: Mutation): void {
  const places = placesIn(root);
  const place = pick(places, one);
  const target = pick(places, other);
  if (place && target) CHANGES[kind]?.(place, target, word);
}

function changeAttribute(root: Node, { kind, one, other, word }: Mutation): void {
  const all = placesIn(root).flatMap(({ node }) =>
    node.attributes.map((attribute) => ({ node, attribute })),
  );
  const place = pick(all, one);
  const target = pick(all, other);
  if (!place || !target) return;
  const { node, attribute } = place;
  const fresh = pick(ATTRIBUTES, word) ?? 'guid';
  if (kind === 'drop attribute')
    node.attributes = node.attributes.filter((each) => each !== attribute);
  else if (kind === 'copy attribute') attribute[1] = target.attribute[1];
  else if (kind === 'change attribute') attribute[1] = pick(WORDS, word) ?? '';
  else if (node.attributes.every(([name]) => name !== fresh)) attribute[0] = fresh;
}

function write({ name, attributes, children, text }: Node): string {
  const inside = [xmlText(text), ...children.map(write)];
  return element(name, Object.fromEntries(attributes), inside);
}

/** Changes the elements of a document. One that is not well-formed stays as it is. */
export function mutateElements(document: string, mutations: readonly Mutation[]): string {
  const read = readXml(document);
  if (!read.ok) return document;
  const root = toNode(read.value);
  for (const each of mutations) {
    if (each.kind.endsWith('attribute')) changeAttribute(root, each);
    else changeElement(root, each);
  }
  return write(root);
}

const SOUP = [
  ...[
    '<',
    '>',
    '"',
    '&',
    '/',
    '&amp;',
    '&#0;',
    '&#x110000;',
    '&#xD800;',
    '&none;',
    '&lt;Code/&gt;',
  ],
  ...[
    '<![CDATA[<!DOCTYPE x>]]>',
    '<!-- <!DOCTYPE x> -->',
    '<!DOCTYPE x>',
    '<?x <!DOCTYPE y?>',
    ']]>',
  ],
  ...[
    '<Code/>',
    '<CodeRef/>',
    '<x>',
    '</x>',
    '<x>từ</x>',
    '<Note>ghi chú</Note>',
    ' a="b"',
    '\u0000',
    '\ufeff',
  ],
];

/** A change of the bare text. */
const slip = fc.record({ at: fc.nat(), length: fc.nat({ max: 12 }), word: fc.option(fc.nat()) });
type Slip = typeof slip extends fc.Arbitrary<infer One> ? One : never;

export function mutateText(document: string, slips: readonly Slip[]): string {
  return slips.reduce((text, { at, length, word }) => {
    const from = at % (text.length + 1);
    // Where something is put in, half of the times at an element's edge: there it may stand.
    const edge = text.indexOf('>', from) + 1;
    const place = word !== null && word % 2 === 0 && edge > 0 ? edge : from;
    const soup = word === null ? '' : (pick(SOUP, word) ?? '');
    return text.slice(0, place) + soup + text.slice(place + (word === null ? length : 0));
  }, document);
}

/** How a document is changed, from what it was. */
export const aChange = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .array(mutation, { minLength: 1, maxLength: 6 })
      .map((mutations) => (document: string) => mutateElements(document, mutations)),
  },
  {
    weight: 2,
    arbitrary: fc
      .array(slip, { minLength: 1, maxLength: 3 })
      .map((slips) => (document: string) => mutateText(document, slips)),
  },
  {
    weight: 1,
    arbitrary: fc
      .nat()
      .map((at) => (document: string) => document.slice(0, at % (document.length + 1))),
  },
);

import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { failed, ok, type Result } from '../result.ts';

/** An element without its name space prefix. Text beside child elements is of no meaning in the formats read here. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** All text in it, but for that of its children. */
  readonly text: string;
}

/** Deeper than any project; the parser itself refuses more. */
const MOST_NESTED = 256;

/** Entities are left to us: with no DTD there are five, and none can be defined to grow. */
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
  cdataPropName: '#cdata',
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: MOST_NESTED,
});

const ATTRIBUTES = ':@';
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

function character(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}

/** A reference to what nobody defined stays as it is written. */
function decoded(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,8})|#([0-9]{1,8})|([a-z]+));/gi,
    (reference, hex?: string, decimal?: string, name = '') => {
      if (hex) return character(Number.parseInt(hex, 16));
      if (decimal) return character(Number.parseInt(decimal, 10));
      return NAMED[name] ?? reference;
    },
  );
}

/** What the parser gives: one property with the element's name, and maybe its attributes. */
type Parsed = Readonly<Record<string, unknown>>;

const isElement = (name: string) => !name.startsWith('#') && name !== ATTRIBUTES;

function nameOf(node: Parsed): string {
  return Object.keys(node).find((key) => key !== ATTRIBUTES) ?? '';
}

function textOf(node: Parsed): string {
  const { '#text': text, '#cdata': cdata } = node;
  if (typeof text === 'string') return decoded(text);
  const raw = (cdata as readonly Parsed[] | undefined)?.map(({ '#text': within }) => within);
  return raw?.join('') ?? '';
}

function toElement(node: Parsed): XmlElement {
  const name = nameOf(node);
  const inside = node[name] as readonly Parsed[];
  const attributes = (node[ATTRIBUTES] ?? {}) as Readonly<Record<string, string>>;
  return {
    name,
    attributes: new Map(Object.entries(attributes).map(([key, value]) => [key, decoded(value)])),
    children: inside.filter((child) => isElement(nameOf(child))).map(toElement),
    text: inside.map(textOf).join(''),
  };
}

/** Comments, CDATA sections and processing instructions, which may hold any text. */
const OPAQUE = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

/** Whether there is a document type declaration, wherever it stands. Linear in the length of the text. */
function hasDocumentType(text: string): boolean {
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    if (/^<!DOCTYPE/i.test(text.slice(at, at + 9))) return true;
    const opaque = OPAQUE.find(([begin]) => text.startsWith(begin, at));
    if (!opaque) continue;
    const end = text.indexOf(opaque[1], at + opaque[0].length);
    // What does not end is not well-formed.
    if (end < 0) return false;
    at = end;
  }
  return false;
}

/**
 * Reads an XML document. One with a document type is refused: none of the formats has one, and entities are what
 * bombs are made of.
 * @returns its root, or what is wrong with it.
 */
export function readXml(document: string): Result<XmlElement, string> {
  const text = document.replace(/\r\n?/g, '\n');
  if (hasDocumentType(text)) return failed('document type declaration');
  const wellFormed = XMLValidator.validate(text);
  if (wellFormed !== true) {
    const { msg, line, col } = wellFormed.err;
    return failed(`line ${line}, column ${col}: ${msg}`);
  }
  try {
    const roots = (parser.parse(text) as readonly Parsed[]).filter((node) =>
      isElement(nameOf(node)),
    );
    const [root] = roots;
    return root && roots.length === 1 ? ok(toElement(root)) : failed('not one root element');
  } catch (error) {
    // The parser throws at names that are traps in JavaScript, and at bottomless nesting.
    return failed(error instanceof Error ? error.message : String(error));
  }
}

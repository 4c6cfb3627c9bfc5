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
  return code <= 0x10ffff ? String.fromCodePoint(code).toWellFormed() : '\ufffd';
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

const withoutPrefix = (name: string) => name.replace(/^[^:]*:/, '');

/** Attributes by their names without prefix; of two of one name, the one that never had a prefix. */
function attributesOf(node: Parsed): ReadonlyMap<string, string> {
  const found = Object.entries((node[ATTRIBUTES] ?? {}) as Readonly<Record<string, string>>);
  const isPrefixed = ([key]: readonly [string, string]) => key.includes(':');
  const sorted = [...found.filter(isPrefixed), ...found.filter((one) => !isPrefixed(one))];
  return new Map(
    sorted
      .filter(([key]) => !key.startsWith('xmlns:'))
      .map(([key, value]) => [withoutPrefix(key), decoded(value)]),
  );
}

function toElement(node: Parsed): XmlElement {
  const name = nameOf(node);
  const inside = node[name] as readonly Parsed[];
  return {
    name: withoutPrefix(name),
    attributes: attributesOf(node),
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

/** Where markup begins that is none of these. Linear in the length of the text. */
function* markupOf(text: string): Generator<number> {
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    const opaque = OPAQUE.find(([begin]) => text.startsWith(begin, at));
    if (!opaque) {
      yield at;
      continue;
    }
    const end = text.indexOf(opaque[1], at + opaque[0].length);
    // What does not end is not well-formed.
    if (end < 0) return;
    at = end;
  }
}

/** Whether there is a document type declaration, wherever it stands. */
function hasDocumentType(text: string): boolean {
  for (const at of markupOf(text)) if (/^<!DOCTYPE/i.test(text.slice(at, at + 9))) return true;
  return false;
}

/** The name of the first element, without its prefix and in small letters; `undefined` when there is none. */
export function rootName(text: string): string | undefined {
  for (const at of markupOf(text)) {
    const name = /^<([^!\s/>][^\s/>]*)/.exec(text.slice(at, at + 200))?.[1];
    if (name !== undefined) return withoutPrefix(name).toLowerCase();
  }
  return undefined;
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

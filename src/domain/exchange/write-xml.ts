/** What XML 1.0 has no way to write: most control characters, half of a surrogate pair, and two that are no characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** The text with the replacement character for what XML cannot hold; all else as it is. */
export function writable(text: string): string {
  return text.toWellFormed().replace(UNWRITABLE, '\ufffd');
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A reader makes a line feed of a carriage return, and spaces of all three in an attribute.
  '\r': '&#xD;',
  '\n': '&#xA;',
  '\t': '&#x9;',
};

const escaped = (text: string, characters: RegExp) =>
  writable(text).replace(characters, (character) => ESCAPES[character] ?? character);

/** Character data. */
export function xmlText(text: string): string {
  return escaped(text, /[&<>\r]/g);
}

export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

function openTag(name: string, attributes: Attributes): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([attribute, value]) => ` ${attribute}="${escaped(String(value), /[&<>"\r\n\t]/g)}"`);
  return `<${name}${written.join('')}`;
}

/** An element with other elements in it, which are markup already, or with none. */
export function element(
  name: string,
  attributes: Attributes = {},
  children: readonly string[] = [],
): string {
  const open = openTag(name, attributes);
  return children.length === 0 ? `${open}/>` : `${open}>${children.join('')}</${name}>`;
}

/** An element with text in it. */
export function textElement(name: string, text: string): string {
  return `<${name}>${xmlText(text)}</${name}>`;
}

/** The beginning of an element that is written in pieces. */
export function startTag(name: string, attributes: Attributes = {}): string {
  return `${openTag(name, attributes)}>`;
}

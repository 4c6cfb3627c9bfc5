import type { XmlElement } from './read-xml.ts';

/*
 * The elements of REFI-QDA projects and codebooks, by what they are to the importer. Names are compared without case
 * and name space prefix.
 */

/** Elements that only hold others. */
const CONTAINERS = new Set([
  'project',
  'codebook',
  'codes',
  'sources',
  'notes',
  'links',
  'users',
  'sets',
  'variables',
  'cases',
  'graphs',
]);

/** Things that the app has no place for. */
const UNSUPPORTED = new Map([
  ['set', 'set'],
  ['variable', 'variable'],
  ['variablevalue', 'variable'],
  ['case', 'case'],
  ['graph', 'graph'],
] as const);

/** Parts of those, which are no things of their own within them. */
const PARTS = new Set([
  'variableref',
  'textvalue',
  'booleanvalue',
  'integervalue',
  'floatvalue',
  'datevalue',
  'datetimevalue',
  'sourceref',
  'selectionref',
  'membercode',
  'membersource',
  'membernote',
  'vertex',
  'edge',
  'syncpoint',
]);

export type Kind =
  | 'container'
  | 'unsupported'
  | 'part'
  | 'code'
  | 'coding'
  | 'coderef'
  | 'noteref'
  | 'note'
  | 'description'
  | 'plaintextcontent'
  | 'selection'
  | 'source'
  | 'representation'
  | 'link'
  | 'user'
  | 'unknown';

const SIMPLE: ReadonlySet<string> = new Set<Kind>([
  'code',
  'coding',
  'coderef',
  'noteref',
  'note',
  'description',
  'plaintextcontent',
  'link',
  'user',
]);

/** Texts of sources that are none themselves. */
const REPRESENTATIONS = new Set(['representation', 'transcript', 'textdescription']);

const lower = ({ name }: XmlElement) => name.toLowerCase();

export function kindOf(element: XmlElement): Kind {
  const name = lower(element);
  if (SIMPLE.has(name)) return name as Kind;
  if (CONTAINERS.has(name)) return 'container';
  if (unsupportedThing(element)) return 'unsupported';
  if (PARTS.has(name)) return 'part';
  if (REPRESENTATIONS.has(name)) return 'representation';
  if (name.endsWith('selection')) return 'selection';
  return name.endsWith('source') ? 'source' : 'unknown';
}

export function unsupportedThing(element: XmlElement) {
  return UNSUPPORTED.get(lower(element) as 'set');
}

/** Whether it is an element of this name. */
export const isNamed = (element: XmlElement, name: string) => lower(element) === name;

/** An attribute, by its name in any case; the exact one first. */
export function attributeOf({ attributes }: XmlElement, name: string): string | undefined {
  const exact = attributes.get(name);
  if (exact !== undefined) return exact;
  const wanted = name.toLowerCase();
  for (const [key, value] of attributes) if (key.toLowerCase() === wanted) return value;
  return undefined;
}

/** Whether an element that no format knows says something itself, and does not only hold others. */
export function saysSomething({ attributes, children, text }: XmlElement): boolean {
  const names = [...attributes.keys()].filter((name) => name !== 'xmlns');
  return names.length > 0 || children.length === 0 || text.trim() !== '';
}

export function hasWithin(element: XmlElement, name: string): boolean {
  return element.children.some((child) => isNamed(child, name) || hasWithin(child, name));
}

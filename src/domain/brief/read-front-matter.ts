import {
  CST,
  isMap,
  isNode,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Pair,
  parseDocument,
} from 'yaml';
import { parsePassageLink, passageLink } from '../annotation/link.ts';
import { nameKey } from '../tag/codebook.ts';
import { comparable } from './comparable-text.ts';
import type { Identity } from './link-passages.ts';
import { obsidianTags } from './obsidian-tags.ts';
import { SHOWABLE } from './saved-brief.ts';

/** Properties at the head of a file, and an empty line between them and what follows. */
const FRONT_MATTER = /^---[^\S\n]*\n([\s\S]*?\n)?(?:---|\.\.\.)[^\S\n]*(?:\n|$)/;

/** A piece of the head of a file that says something of its own. */
export interface OwnProperty {
  /** Verbatim. */
  readonly text: string;
  /** Counted from 1 in the file. */
  readonly line: number;
}

export interface FrontMatter {
  /** How long it is with its fences, in UTF-16 code units; 0 when there is none. */
  readonly length: number;
  readonly title: OwnProperty | undefined;
  /** Names as they stand there, which Obsidian's dialect writes in its own way. */
  readonly tagNames: readonly OwnProperty[];
  /** What the brief leaves out of what it says of passages: `notes`, `tags`, … */
  readonly omits: ReadonlySet<string>;
  /** Which passages stand there, in order, where they have no links. */
  readonly identities: readonly Identity[];
  /** What the app did not write. Titles and tags are to be judged by who knows them. */
  readonly own: readonly OwnProperty[];
}

const NONE: FrontMatter = {
  length: 0,
  title: undefined,
  tagNames: [],
  omits: new Set(),
  identities: [],
  own: [],
};

/**
 * Reads the properties of a brief that may have been edited. Each is read by itself, so that words typed into one spare
 * the others; what cannot be read is somebody's own.
 */
export function readFrontMatter(source: string): FrontMatter {
  const fenced = fencedIn(source);
  // The end of the properties may have come to stand before some of them.
  const inLines = identitiesAnywhere(source);
  if (!fenced) return { ...NONE, identities: inLines };
  const pieces = propertiesIn(fenced.yaml);
  const read = pieces.map(readProperty);
  const valuesOf = (key: string) => read.flatMap((each) => (each.key === key ? each.values : []));
  const identities = valuesOf('identities').flatMap(({ text }) => identityOf(text) ?? []);
  // Lines of the YAML, of which the first of the file may be above.
  const placed = ({ line, text }: OwnProperty) => ({ text, line: line + fenced.firstLine });
  return {
    length: fenced.length,
    title: valuesOf('title').map(placed)[0],
    tagNames: valuesOf('tags').map(placed),
    omits: new Set(valuesOf('omits').map(({ text }) => text)),
    identities: inLines.length > identities.length ? inLines : identities,
    own: [...fenced.own, ...read.flatMap(({ own }) => own).map(placed)],
  };
}

/** What is left of a head that is none any more: its lines are text then, but still say which passages there are. */
function identitiesAnywhere(source: string): readonly Identity[] {
  const lines = source.matchAll(/^[^\S\n]*- (\S+ [\da-z]+)[^\S\n]*$/gm);
  return [...lines].flatMap(([, text = '']) => identityOf(text) ?? []);
}

/** Fences into which, or before which, somebody has typed; the title is the first property that the app writes. */
const TYPED_FENCES = /^(?:[^\n]*\n){0,200}?(title:[^\n]*\n[\s\S]*?\n)[^\n]*--[^\n]*(?:\n|$)/;

interface Fenced {
  readonly yaml: string;
  /** Of the file, up to the end of the fence. */
  readonly length: number;
  /** How many lines stand before the YAML. */
  readonly firstLine: number;
  readonly own: readonly OwnProperty[];
}

function fencedIn(source: string): Fenced | undefined {
  const [matter, yaml = ''] = FRONT_MATTER.exec(source) ?? [];
  if (matter !== undefined && isProperties(yaml)) {
    return { yaml, length: matter.length, firstLine: 1, own: [] };
  }
  const [head, typed = ''] = TYPED_FENCES.exec(source) ?? [];
  if (head === undefined || !isProperties(typed)) return undefined;
  const start = head.indexOf(typed);
  const lines = head.slice(0, start).split('\n');
  const firstLine = lines.length - 1;
  const before = lines.map((text, at) => ({ text, line: at + 1 }));
  const end = head.slice(start + typed.length).trimEnd();
  const behind = { text: end, line: firstLine + typed.split('\n').length };
  const own = [...before, behind].filter(({ text }) => /[^\s-]/.test(text));
  return { yaml: typed, length: head.length, firstLine, own };
}

/** Where a property begins: at the margin, with a key. */
const KEY_LINE = /^[^\s#-][^\n]*?:(?:\s|$)/;

/** Whether most lines at the margin are properties: else it is text between two rules. */
function isProperties(yaml: string): boolean {
  const margins = yaml.split('\n').filter((line) => /^[^\s#\-\]}]/.test(line));
  const keys = margins.filter((line) => KEY_LINE.test(line));
  return keys.length > 0 ? 2 * keys.length > margins.length : margins.length === 0;
}

/** The lines of each property, and those of none, with the place of the first among all. */
function propertiesIn(yaml: string): readonly OwnProperty[] {
  const pieces: { text: string; line: number }[] = [];
  for (const [at, line] of yaml.split('\n').entries()) {
    const last = pieces.at(-1);
    const goesOn = /^[\s\-#\]}]|^$/.test(line);
    if (last && goesOn) last.text += `\n${line}`;
    else pieces.push({ text: line, line: at + 1 });
  }
  return pieces;
}

interface ReadProperty {
  readonly key: unknown;
  readonly values: readonly OwnProperty[];
  readonly own: readonly OwnProperty[];
}

/** One property of a brief, or what somebody has typed. */
function readProperty({ text: yaml, line }: OwnProperty): ReadProperty {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, schema: 'core', logLevel: 'silent' });
  const { contents } = document;
  const pair = isMap(contents) && contents.items.length === 1 ? contents.items[0] : undefined;
  const placed = ({ start, text }: Piece) => ({ text, line: line + lines.linePos(start).line - 1 });
  const isRead = document.errors.length === 0 && pair && isOurs(pair as Pair);
  if (!isRead) return withoutYaml({ text: yaml.trimEnd(), line });
  const key = keyOf(pair as Pair);
  const values = scalarsIn(pair.value).map(placed);
  const isValue = ({ text }: OwnProperty) => isValueOf(key, text);
  return {
    key,
    values: values.filter(isValue),
    own: [...commentsIn(yaml).map(placed), ...values.filter((value) => !isValue(value))],
  };
}

/** What cannot be read as a property: lines of identities are known without it. */
function withoutYaml({ text, line }: OwnProperty): ReadProperty {
  if (!text.startsWith('identities:')) {
    return { key: undefined, values: [], own: text.trim() === '' ? [] : [{ text, line }] };
  }
  const items = text
    .slice('identities:'.length)
    .split('\n')
    .map((item, at) => ({ text: item.trim().replace(/^- /, ''), line: line + at }))
    .filter((item) => item.text !== '');
  const isIdentity = (item: OwnProperty) => identityOf(item.text) !== undefined;
  return {
    key: 'identities',
    values: items.filter(isIdentity),
    own: items.filter((item) => !isIdentity(item)),
  };
}

function keyOf({ key }: Pair): unknown {
  return isScalar(key) ? key.value : undefined;
}

/** A day; editors of properties may put midnight behind it. */
const DAY = /^\d{4}-\d\d-\d\d(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/;

/** Whether a property is one of a brief's and has a value as a brief has it. */
function isOurs(pair: Pair): boolean {
  const { value } = pair;
  if (isScalar(value) && (value.anchor || value.tag)) return false;
  const told = isScalar(value) ? value.value : undefined;
  switch (keyOf(pair)) {
    case 'title':
      return isScalar(value);
    case 'created':
      return typeof told === 'string' && DAY.test(told);
    case 'articles':
    case 'passages':
      return typeof told === 'number';
    case 'tags':
      return told === null || isScalar(value) || (isSeq(value) && value.items.every(isScalar));
    case 'omits':
    case 'identities':
      return isSeq(value) && value.items.every(isScalar);
    default:
      return false;
  }
}

/** Whether an item of a list is one that the app writes there. */
function isValueOf(key: unknown, text: string): boolean {
  if (key === 'omits') return (SHOWABLE as readonly string[]).includes(text);
  return key !== 'identities' || identityOf(text) !== undefined;
}

function identityOf(text: string): Identity | undefined {
  const [, id = '', key] = /^(\S+) ([\da-z]+)$/.exec(text) ?? [];
  const annotationId = parsePassageLink(passageLink(id));
  return annotationId && key ? { annotationId, key } : undefined;
}

function scalarsIn(value: unknown): Piece[] {
  const items = isSeq(value) ? value.items : [value];
  return items.flatMap((item) =>
    isScalar(item) && item.value !== null && item.value !== ''
      ? [{ start: startOf(item) ?? 0, text: String(item.value) }]
      : [],
  );
}

interface Piece {
  /** In UTF-16 code units of the YAML. */
  readonly start: number;
  readonly text: string;
}

const startOf = (node: unknown) => (isNode(node) ? node.range?.[0] : undefined);

const NOT_OF_TEXT = new Set<string>([CST.DOCUMENT, CST.FLOW_END, CST.SCALAR]);

/** Comments, which somebody has typed: the app writes none. */
function commentsIn(yaml: string): Piece[] {
  const comments: Piece[] = [];
  let start = 0;
  let previous = '';
  for (const token of new Lexer().lex(yaml)) {
    // Tokens that are not of the text stand for the beginning of a document or of a plain scalar.
    if (token.startsWith('#') && previous !== CST.SCALAR) comments.push({ start, text: token });
    if (!NOT_OF_TEXT.has(token)) start += token.length;
    previous = token;
  }
  return comments;
}

/** Whether a tag of a front matter is one of these, also as Obsidian's dialect writes them. */
export function isTagAmong(known: readonly string[]): (tagName: string) => boolean {
  const keys = new Set([...known, ...obsidianTags(known)].map((name) => nameKey(comparable(name))));
  return (tagName) => keys.has(nameKey(comparable(tagName)));
}

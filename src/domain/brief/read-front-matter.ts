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

/** Reads the properties of a brief that may have been edited. A head that is no YAML of properties is none. */
export function readFrontMatter(source: string): FrontMatter {
  const [matter, yaml = ''] = FRONT_MATTER.exec(source) ?? [];
  if (matter === undefined) return NONE;
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, schema: 'core', logLevel: 'silent' });
  const { contents } = document;
  if (document.errors.length > 0 || (contents !== null && !isMap(contents))) return NONE;
  const pairs = (contents?.items ?? []) as Pair[];
  const valuesOf = (key: string) => {
    const pair = pairs.find((each) => keyOf(each) === key);
    return pair && isOurs(pair) ? scalarsIn(pair.value) : [];
  };
  // The first line is the fence.
  const placed = ({ start, text }: Piece) => ({ text, line: lines.linePos(start).line + 1 });
  const ownPairs = pairs.filter((pair) => !isOurs(pair)).map((pair) => pieceOf(pair, yaml));
  return {
    length: matter.length,
    title: valuesOf('title').map(placed)[0],
    tagNames: valuesOf('tags').map(placed),
    omits: new Set(valuesOf('omits').map(({ text }) => text)),
    identities: valuesOf('identities').flatMap(({ text }) => identityOf(text) ?? []),
    own: [...commentsIn(yaml), ...ownPairs].map(placed),
  };
}

function keyOf({ key }: Pair): unknown {
  return isScalar(key) ? key.value : undefined;
}

/** Whether a property is one of a brief's and has a value as a brief has it. */
function isOurs(pair: Pair): boolean {
  const { value } = pair;
  if (isScalar(value) && (value.anchor || value.tag)) return false;
  const told = isScalar(value) ? value.value : undefined;
  switch (keyOf(pair)) {
    case 'title':
      return isScalar(value);
    case 'created':
      return typeof told === 'string' && /^\d{4}-\d\d-\d\d$/.test(told);
    case 'articles':
    case 'passages':
      return typeof told === 'number';
    case 'tags':
      return told === null || isScalar(value) || (isSeq(value) && value.items.every(isScalar));
    case 'omits':
      return isListOf(value, (text) => (SHOWABLE as readonly string[]).includes(text));
    case 'identities':
      return isListOf(value, (text) => identityOf(text) !== undefined);
    default:
      return false;
  }
}

function isListOf(value: unknown, isItem: (text: string) => boolean): boolean {
  return isSeq(value) && value.items.every((item) => isScalar(item) && isItem(String(item.value)));
}

function identityOf(text: string): Identity | undefined {
  const [, annotationId, key] = /^(\S.*) ([\da-z]+)$/.exec(text) ?? [];
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

function pieceOf({ key, value }: Pair, yaml: string): Piece {
  const start = startOf(key) ?? startOf(value) ?? 0;
  const end = endOf(value) ?? endOf(key) ?? start;
  return { start, text: yaml.slice(start, end).trimEnd() };
}

const startOf = (node: unknown) => (isNode(node) ? node.range?.[0] : undefined);
const endOf = (node: unknown) => (isNode(node) ? node.range?.[1] : undefined);

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

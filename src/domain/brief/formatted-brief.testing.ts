import fc from 'fast-check';
import type { Definition, Link, Nodes, Root, RootContent, Text } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown, gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { type Handle, type Options, toMarkdown } from 'mdast-util-to-markdown';
import { gfmTable } from 'micromark-extension-gfm-table';
import { parseDocument, stringify } from 'yaml';
import { textHandlers } from './markdown-text.ts';

/** What formatters and editors do to Markdown without changing what it says. */
export interface Style {
  readonly options: Options;
  /** How many characters a line may have; 0 leaves lines as they are. */
  readonly width: number;
  readonly breaks: 'as they are' | 'backslash' | 'spaces' | 'soft';
  readonly references: 'none' | 'at the end' | 'at the start' | 'below each block';
  /** Whether a rule stands before each passage. */
  readonly hasRules: boolean;
  /** One of so many letters is written as a reference, one of so many marks escaped; 0 for none. */
  readonly entities: number;
  readonly escapes: number;
  readonly lineEnd: string;
  readonly blankLines: number;
  readonly endOfLines: '' | ' ' | '\t';
  readonly hasMark: boolean;
  readonly form: 'NFC' | 'NFD';
  readonly isBlockYaml: boolean;
}

const bullet = fc.constantFrom('*', '-', '+');
const options: fc.Arbitrary<Options> = fc
  .record({
    bullet,
    bulletOther: bullet,
    bulletOrdered: fc.constantFrom('.', ')'),
    closeAtx: fc.boolean(),
    emphasis: fc.constantFrom('*', '_'),
    fence: fc.constantFrom('`', '~'),
    fences: fc.boolean(),
    incrementListMarker: fc.boolean(),
    listItemIndent: fc.constantFrom('mixed', 'one', 'tab'),
    quote: fc.constantFrom('"', "'"),
    resourceLink: fc.boolean(),
    rule: fc.constantFrom('*', '-', '_'),
    ruleRepetition: fc.integer({ min: 3, max: 8 }),
    ruleSpaces: fc.boolean(),
    setext: fc.boolean(),
    strong: fc.constantFrom('*', '_'),
    tightDefinitions: fc.boolean(),
  })
  .map((made) => {
    const other =
      made.bulletOther === made.bullet ? (made.bullet === '*' ? '-' : '*') : made.bulletOther;
    // One break for a break in two lists is what the library writes with asterisks.
    return { ...made, bulletOther: other, rule: made.rule === '*' ? '_' : made.rule } as Options;
  });

export const styles: fc.Arbitrary<Style> = fc.record({
  options,
  width: fc.constantFrom(0, 0, 20, 40, 72, 80),
  breaks: fc.constantFrom('as they are', 'as they are', 'backslash', 'spaces', 'soft'),
  references: fc.constantFrom('none', 'none', 'at the end', 'at the start', 'below each block'),
  hasRules: fc.boolean(),
  entities: fc.constantFrom(0, 0, 7, 40),
  escapes: fc.constantFrom(0, 0, 2, 5),
  lineEnd: fc.constantFrom('\n', '\n', '\r\n', '\r'),
  blankLines: fc.constantFrom(1, 1, 2, 3),
  endOfLines: fc.constantFrom('', '', ' ', '\t'),
  hasMark: fc.boolean(),
  form: fc.constantFrom('NFC', 'NFD'),
  isBlockYaml: fc.boolean(),
});

const FRONT_MATTER = /^---\n([\s\S]*?)\n---\n/;

/** A brief in another style. */
export function inStyle(markdown: string, style: Style): string {
  const [matter = '', yaml = ''] = FRONT_MATTER.exec(markdown) ?? [];
  const root = fromMarkdown(markdown.slice(matter.length), {
    extensions: [gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()],
  });
  const body = toMarkdown(restyled(root, style), {
    ...style.options,
    handlers: handlersOf(style),
    extensions: [gfmTableToMarkdown()],
  });
  const head = style.isBlockYaml
    ? stringify(parseDocument(yaml).toJS(), { lineWidth: 0 })
    : `${yaml}\n`;
  const lines = spacedOut(body, style).replace(/(?<=[^\s\\])$/gm, style.endOfLines);
  const text = `---\n${head}---\n\n${lines}`.normalize(style.form).replaceAll('\n', style.lineEnd);
  return `${style.hasMark ? '\uFEFF' : ''}${text}`;
}

/** More empty lines between blocks; within code they would say something. */
function spacedOut(body: string, { blankLines }: Style): string {
  return /^\s*(?:```|~~~| {4}|\t)/m.test(body)
    ? body
    : body.replaceAll('\n\n', '\n'.repeat(blankLines + 1));
}

function restyled(root: Root, style: Style): Root {
  const definitions = new Map<string, Definition>();
  const children = root.children.flatMap((block, at): RootContent[] => {
    const before = new Set(definitions.keys());
    const made = restyledNode(block, style, definitions, false) as RootContent;
    const added = [...definitions].filter(([label]) => !before.has(label)).map(([, one]) => one);
    const isPassage = block.type === 'blockquote' && isAttribution(root.children[at + 1]);
    return [
      ...(style.hasRules && isPassage ? [{ type: 'thematicBreak' } as const] : []),
      made,
      ...(style.references === 'below each block' && block.type !== 'blockquote' ? added : []),
    ];
  });
  const all = [...definitions.values()];
  if (style.references === 'at the start') return { type: 'root', children: [...all, ...children] };
  return {
    type: 'root',
    children: [...children, ...(style.references === 'at the end' ? all : [])],
  };
}

/** An attribution; links of notes end in a slash. */
function isAttribution(block: RootContent | undefined): boolean {
  return block?.type === 'paragraph' && /benle:\/\/annotation\/[\w-]+"/.test(JSON.stringify(block));
}

function restyledNode(
  node: Nodes,
  style: Style,
  definitions: Map<string, Definition>,
  isLine: boolean,
): Nodes {
  if (!('children' in node)) return node;
  const staysInLine = isLine || node.type === 'heading' || node.type === 'tableCell';
  const children = (node.children as Nodes[])
    .flatMap((child) => broken(child, style, staysInLine))
    .map((child) => restyledNode(child, style, definitions, staysInLine))
    .map((child) => referred(child, style, definitions));
  return { ...node, children } as Nodes;
}

/** Lines are wrapped, and their ends hard or soft. */
function broken(node: Nodes, { width, breaks }: Style, isLine: boolean): Nodes[] {
  if (isLine) return [node];
  if (node.type === 'break') return breaks === 'soft' ? [text('\n')] : [node];
  if (node.type !== 'text') return [node];
  const wrapped = width === 0 ? node.value : wrap(node.value, width);
  if (breaks !== 'backslash' && breaks !== 'spaces') return [text(wrapped)];
  return wrapped.split('\n').flatMap((line, at): Nodes[] => [
    // A break at the end of a paragraph would be none.
    ...(at > 0 ? [{ type: 'break' } as const] : []),
    text(line),
  ]);
}

function text(value: string): Text {
  return { type: 'text', value };
}

function wrap(value: string, width: number): string {
  let column = 0;
  return value.replace(/ (?=\S)|\n/g, (space, at: number) => {
    const end = value.slice(at + 1).search(/\s|$/);
    column = space === '\n' || column + end > width ? 0 : column + end;
    return column === 0 ? '\n' : ' ';
  });
}

function referred(node: Nodes, { references }: Style, definitions: Map<string, Definition>): Nodes {
  if (references === 'none' || node.type !== 'link') return node;
  const { url, title } = node;
  const same = [...definitions.values()].find((one) => one.url === url && one.title === title);
  const label = same?.identifier ?? String(definitions.size + 1);
  definitions.set(label, {
    type: 'definition',
    identifier: label,
    label,
    url,
    title: title ?? null,
  });
  return {
    type: 'linkReference',
    referenceType: 'full',
    identifier: label,
    label,
    children: (node satisfies Link).children,
  };
}

/** Text is written as references and with escapes that it could do without. */
function handlersOf({ entities, escapes, breaks }: Style): Partial<Record<string, Handle>> {
  let count = 0;
  const isDue = (every: number) => {
    count += 1;
    return every > 0 && count % every === 0;
  };
  const handler: Handle = (node, parent, state, info) => {
    const written = textHandlers.text(node, parent, state, info);
    // An underscore in a word is emphasis where a reference stands beside it.
    if (/[&\\_]/.test(written) || state.stack.includes('autolink')) return written;
    return written.replace(/\p{L}|[.,;:()"'!?/-]/gu, (sign) => {
      if (/\p{L}/u.test(sign)) {
        return isDue(entities) ? `&#x${sign.codePointAt(0)?.toString(16)};` : sign;
      }
      return isDue(escapes) ? `\\${sign}` : sign;
    });
  };
  return { text: handler, ...(breaks === 'spaces' && { break: () => '  \n' }) };
}

import type { Heading, List, Nodes, RootContent } from 'mdast';
import { comparable } from './comparable-text.ts';
import { noteToMdast } from './note-to-mdast.ts';
import { parseMarkdown } from './parse-markdown.ts';

/** What two notes have in common that differ only in how they are written. */
type Form = readonly unknown[];

/**
 * What a note says and how it is built, so that two notes have the same form when they differ only in wrapping, kinds of
 * breaks and of space, escapes, the marks of lists and emphasis, the numbers of a list but for its first, the style of
 * links, headings and rules, typographic quotation marks and dashes, or rules at their ends.
 */
export function noteForm(note: string): string {
  return JSON.stringify(blockForms(withoutRulesAtEnds(noteToMdast(note))));
}

/**
 * The same, of two notes of which one may have been renumbered by a formatter: its lists begin at 0 or 1.
 * @returns whether the form of the first is that of the second.
 */
export function isRenumbered(note: string, original: string): boolean {
  const form = noteForm(note);
  if (!/\["ol",/.test(form) || /\["ol",(?![01],)/.test(form)) return false;
  const withoutStarts = (text: string) => text.replaceAll(/\["ol",\d+/g, '["ol",1');
  return withoutStarts(form) === withoutStarts(noteForm(original));
}

/** A note without the lines that make headings of the lines before them: they may be meant as rules. */
export function withoutUnderlines(note: string): string {
  const underlined = parseMarkdown(note).children.filter(
    (block): block is Heading => block.type === 'heading' && isUnderlined(block, note),
  );
  return underlined.reduceRight((text, { position }) => {
    const end = position?.end.offset ?? 0;
    return text.slice(0, text.lastIndexOf('\n', end - 1) + 1) + text.slice(end);
  }, note);
}

/** Whether a heading has its mark in the line below. @param source in which it has its position */
export function isUnderlined({ position }: Heading, source: string): boolean {
  return source[position?.start.offset ?? -1] !== '#';
}

function withoutRulesAtEnds(blocks: readonly RootContent[]): readonly RootContent[] {
  const isText = ({ type }: RootContent) => type !== 'thematicBreak';
  const first = blocks.findIndex(isText);
  return first < 0 ? [] : blocks.slice(first, blocks.findLastIndex(isText) + 1);
}

function blockForms(blocks: readonly Nodes[]): Form[] {
  const forms: unknown[][] = [];
  for (const block of blocks) {
    const form = blockForm(block);
    const last = forms.at(-1);
    // A formatter may take two lists in a row, told apart by their marks only, for one.
    if (last && block.type === 'list' && last[0] === form[0]) last.push(...form.slice(2));
    else if (!isEmptyComment(form)) forms.push([...form]);
  }
  return forms;
}

/** Pandoc puts `<!-- -->` between lists. */
function isEmptyComment(form: Form): boolean {
  return form.length === 2 && typeof form[1] === 'string' && /^<!– ?–>$/.test(form[1]);
}

function blockForm(block: Nodes): Form {
  switch (block.type) {
    case 'heading':
      return [`h${block.depth}`, ...phrasingForms(block.children)];
    case 'list':
      return listForm(block);
    case 'blockquote':
      return ['quote', ...blockForms(block.children)];
    case 'code':
      return ['code', block.lang ?? '', comparable(block.meta ?? ''), codeLines(block.value)];
    case 'thematicBreak':
      return ['rule'];
    default:
      return ['p', ...('children' in block ? phrasingForms(block.children) : [])];
  }
}

function listForm({ ordered, start, children }: List): Form {
  return [
    ordered ? 'ol' : 'ul',
    ordered ? (start ?? 1) : 0,
    ...children.map((item) => blockForms(item.children)),
  ];
}

/** Editors take spaces at line ends away. */
function codeLines(code: string): string {
  return code.replace(/[^\S\n]+$/gm, '').trimEnd();
}

/** Texts, each as long as it goes, and other phrasing in its form. */
function phrasingForms(nodes: readonly Nodes[]): Form {
  const forms: unknown[] = [];
  for (const node of nodes) {
    const form = phrasingForm(node);
    const last = forms.at(-1);
    if (typeof form === 'string' && typeof last === 'string') forms[forms.length - 1] = last + form;
    else forms.push(form);
  }
  const texts = forms.map((form) => (typeof form === 'string' ? spaced(form) : form));
  if (typeof texts[0] === 'string') texts[0] = texts[0].trimStart();
  const end = texts.at(-1);
  if (typeof end === 'string') texts[texts.length - 1] = end.trimEnd();
  return texts.filter((form) => form !== '');
}

function phrasingForm(node: Nodes): unknown {
  switch (node.type) {
    case 'break':
      return '\n';
    case 'inlineCode':
      return ['code', comparable(node.value)];
    case 'link': {
      const words = phrasingForms(node.children);
      const isBare = words[0] === node.url || `mailto:${words[0]}` === node.url;
      if (words.length === 1 && isBare && !node.title) return words[0];
      return ['a', decoded(node.url), comparable(node.title ?? ''), ...words];
    }
    default:
      if ('value' in node) return node.value;
      return [node.type, ...('children' in node ? phrasingForms(node.children) : [])];
  }
}

/** Of a table, which in a note is text. */
const DELIMITER_ROW = /\|\s*:?-+:?\s*\|/;

/** Formatters make the columns of a table wide, or narrow. */
function narrowTable(text: string): string {
  return text.replace(/[^\S\n]*\|[^\S\n]*/g, '|').replace(/(?<=\|:?)-+(?=:?\|)/g, '-');
}

/** One space for each run of white space, also at the ends, and typographic marks as they are compared. */
function spaced(text: string): string {
  const narrow = DELIMITER_ROW.test(text) ? narrowTable(text) : text;
  const inner = comparable(narrow);
  return `${/^\s/u.test(text) ? ' ' : ''}${inner}${inner !== '' && /\s$/u.test(text) ? ' ' : ''}`;
}

function decoded(url: string): string {
  try {
    return decodeURI(url);
  } catch (error) {
    if (error instanceof URIError) return url;
    throw error;
  }
}

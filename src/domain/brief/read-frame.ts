import type { ListItem, Paragraph, RootContent } from 'mdast';
import { nameKey } from '../tag/codebook.ts';
import type { BriefWords } from './brief.ts';
import { comparable } from './comparable-text.ts';
import { wordsOf } from './node-text.ts';
import { inlineSource, noteSource } from './note-source.ts';

/** A frame around the analyst's words, as it stands in a file: a list whose first item begins with a label. */
interface ReadFrame {
  /** What was typed behind the label, on its line. */
  readonly behindLabel: Paragraph | undefined;
  readonly blocks: readonly RootContent[];
  /** Items that somebody has put below the frame's own. */
  readonly more: readonly ListItem[];
}

const labelKey = (text: string) => nameKey(comparable(text)).replace(' :', ':');

/** What stands behind a label at the start of a paragraph, however it is emphasised; `undefined` of one without. */
function behindLabel(paragraph: Paragraph, words: BriefWords): Paragraph | undefined {
  const labels = Object.values(words.labels).map(labelKey);
  const { children } = paragraph;
  // The colon may have come to stand outside of the emphasis.
  for (const count of [1, 2]) {
    const said = children.slice(0, count).map(wordsOf).join('');
    const end = said.indexOf(':') + 1;
    if (end === 0 || !labels.includes(labelKey(said.slice(0, end)))) continue;
    const last = children[count - 1];
    const left = said.slice(end);
    const rest = children.slice(count);
    if (left.trim() === '') return { ...paragraph, children: rest };
    if (last?.type !== 'text') return undefined;
    return { ...paragraph, children: [{ ...last, value: left.trimStart() }, ...rest] };
  }
  return undefined;
}

function readFrame(block: RootContent | undefined, words: BriefWords): ReadFrame | undefined {
  if (block?.type === 'paragraph') {
    // Its list is gone; the label still tells it.
    const said = behindLabel(block, words);
    return said && { behindLabel: said, blocks: [], more: [] };
  }
  const [item, ...more] = block?.type === 'list' ? block.children : [];
  const [label, ...blocks] = item?.children ?? [];
  const said = label?.type === 'paragraph' ? behindLabel(label, words) : undefined;
  return said && { behindLabel: said, blocks, more };
}

const isText = ({ type }: RootContent) => type !== 'definition';

/** The blocks of a note up to the end of its frame; `undefined` of one without. */
export function frameIn(
  note: readonly RootContent[],
  words: BriefWords,
): readonly RootContent[] | undefined {
  const at = note.findIndex(isText);
  const block = note[at];
  return block?.type === 'list' && readFrame(block, words) ? note.slice(0, at + 1) : undefined;
}

/** The blocks in a frame, without its label; another block as it is. */
export function unframed(block: RootContent, words: BriefWords): readonly RootContent[] {
  const frame = readFrame(block, words);
  if (!frame) return [block];
  const { behindLabel: said, blocks, more } = frame;
  const hasWords = said !== undefined && wordsOf(said).trim() !== '';
  return [...(hasWords ? [said] : []), ...blocks, ...more];
}

/**
 * A note as it stands in a file, in its frame or, as in older briefs, without one. What was typed below the frame is
 * part of it.
 */
export function framedSource(
  note: readonly RootContent[],
  source: string,
  words: BriefWords,
): string {
  const at = note.findIndex(isText);
  const frame = readFrame(note[at], words);
  if (!frame) return noteSource(note, source);
  const rest = note.slice(at + 1);
  const said = frame.behindLabel?.children ?? [];
  const parts = [
    typedSource(said, source),
    dedent(noteSource(frame.blocks, source), columnOf(frame.blocks[0])),
    dedent(inlineSource(frame.more, source), columnOf(frame.more[0])),
    noteSource(rest, source),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** Words behind a label; where the text before them was cut, its source is found from its end. */
function typedSource(nodes: Paragraph['children'], source: string): string {
  const [first, ...rest] = nodes;
  if (!first) return '';
  if (first.type !== 'text') return inlineSource(nodes, source).trim();
  const end = first.position?.end.offset ?? 0;
  const next = rest[0]?.position?.start.offset ?? end;
  return (first.value + source.slice(end, next) + inlineSource(rest, source)).trim();
}

const columnOf = (node: RootContent | undefined) => (node?.position?.start.column ?? 1) - 1;

/** Takes from each line but the first the space by which what stands in a list is set in. A tab reaches to the next fourth column. */
function dedent(text: string, columns: number): string {
  const [first = '', ...lines] = text.split('\n');
  return [first, ...lines.map((line) => withoutColumns(line, columns))].join('\n');
}

function withoutColumns(line: string, columns: number): string {
  let column = 0;
  let at = 0;
  while (column < columns && (line[at] === ' ' || line[at] === '\t')) {
    column += line[at] === '\t' ? 4 - (column % 4) : 1;
    at += 1;
  }
  return ' '.repeat(Math.max(0, column - columns)) + line.slice(at);
}

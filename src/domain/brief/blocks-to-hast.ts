import type { Element, ElementContent, Root } from 'hast';
import type { Link, List, Nodes, Paragraph } from 'mdast';
import {
  defaultHandlers,
  type Handler,
  type Handlers,
  type State,
  toHast,
} from 'mdast-util-to-hast';
import { type BlockGroup, isFrame } from './brief-blocks.ts';
import type { Verbatim } from './markdown-text.ts';

/** What a link in a brief may lead to; a note's others have become text long before. */
const LINK = /^(?:https?:|mailto:|benle:)/i;

/** What the default handler makes, saying in which language it is where that is the articles'. */
function withLanguage(handler: Handler): Handler {
  return (state, node: Nodes, parent) => {
    const made = handler(state, node, parent);
    const lang = node.data?.lang;
    if (lang && made && 'tagName' in made) made.properties = { ...made.properties, lang };
    return made;
  };
}

function verbatim(_state: State, { value, data }: Verbatim): ElementContent {
  // HTML cannot hold U+0000 any more than Markdown can.
  const text = { type: 'text', value: value.replaceAll('\0', '\ufffd') } as const;
  if (!data?.lang) return text;
  return { type: 'element', tagName: 'span', properties: { lang: data.lang }, children: [text] };
}

function link(state: State, node: Link): ElementContent[] | Element {
  return LINK.test(node.url) ? defaultHandlers.link(state, node) : state.all(node);
}

/** A frame is a part of the page of its own, not a list. */
function frameOrList(state: State, node: List): ElementContent {
  const [item] = node.children;
  if (!isFrame(node) || !item) return defaultHandlers.list(state, node);
  const children = state.wrap(state.all(item), true);
  return { type: 'element', tagName: 'div', properties: { role: 'note' }, children };
}

function paragraph(state: State, node: Paragraph): Element {
  const made = defaultHandlers.paragraph(state, node);
  if (node.data?.isLabel) made.properties = { className: ['label'] };
  return made;
}

const HANDLERS: Handlers = {
  verbatim,
  link,
  paragraph,
  emphasis: withLanguage(defaultHandlers.emphasis),
  blockquote: withLanguage(defaultHandlers.blockquote),
  heading: withLanguage(defaultHandlers.heading),
};

/**
 * A group of blocks as HTML, for a file as well as for the window: each block with its role for a class, quotes and
 * titles with their language. No text of it is ever mark-up, and it refers to nothing outside, but for its links.
 * @param options.hasFrames whether frames are shown as such; a program that text is pasted into knows no such part, and
 *   keeps the words together as the item of a list.
 */
export function groupToHast(
  { blocks }: BlockGroup,
  { hasFrames = true }: { readonly hasFrames?: boolean } = {},
): Root {
  const handlers = hasFrames ? { ...HANDLERS, list: frameOrList } : HANDLERS;
  const children = blocks.flatMap((block): ElementContent[] => {
    const made = toHast(block, { handlers });
    if (made.type !== 'element') return [];
    const className = block.data?.role;
    if (className) made.properties = { className: [className], ...made.properties };
    return [made, { type: 'text', value: '\n' }];
  });
  return { type: 'root', children };
}

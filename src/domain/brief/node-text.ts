import type { Nodes } from 'mdast';

/** Nodes whose children are blocks, or rows and cells: each on a line of its own. */
const HOLDS_BLOCKS = new Set<Nodes['type']>([
  'root',
  'blockquote',
  'list',
  'listItem',
  'table',
  'tableRow',
]);

/**
 * What a node says, without marks. All that somebody can have typed is in it: where links lead unless they say so
 * themselves, titles, alternative texts, HTML, the language of code. A hard break is a line feed, as a soft one is.
 */
export function wordsOf(node: Nodes): string {
  switch (node.type) {
    case 'break':
      return '\n';
    case 'link':
      return withTarget(childrenText(node), node.url, node.title);
    case 'image':
      return withTarget(node.alt ?? '', node.url, node.title);
    case 'definition':
      return withTarget(node.label ?? node.identifier, node.url, node.title);
    case 'imageReference':
      return node.alt ?? '';
    case 'code':
      return [node.lang, node.meta, node.value].filter(Boolean).join('\n');
    default:
      return 'value' in node ? node.value : childrenText(node);
  }
}

function childrenText(node: Nodes): string {
  if (!('children' in node)) return '';
  return node.children.map(wordsOf).join(HOLDS_BLOCKS.has(node.type) ? '\n' : '');
}

/** `words (url "title")`; the address is left out where it is the words. */
function withTarget(words: string, url: string, title: string | null | undefined): string {
  const isShown = url === '' || url === words || url === `mailto:${words}`;
  const parts = [...(isShown ? [] : [url]), ...(title ? [`"${title}"`] : [])];
  return parts.length === 0 ? words : `${words} (${parts.join(' ')})`;
}

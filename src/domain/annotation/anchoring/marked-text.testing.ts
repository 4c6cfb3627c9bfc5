import { quotePassage } from '../passage.ts';
import { type Passage, resolvePassage } from './resolve-anchor.ts';

/** Reads a text in which a passage stands between brackets. */
export function readMarked(marked: string): { text: string; passage: Passage } {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  const text = marked.replace(/[[\]]/g, '');
  const position = { start, end };
  return { text, passage: { position, quote: quotePassage(text, position) } };
}

/**
 * What becomes of the passage marked in `before` when its text becomes `after`.
 * @param after may mark the place where the passage is expected.
 */
export function resolveMarked(before: string, after: string) {
  const { passage } = readMarked(before);
  const start = after.indexOf('[');
  const text = after.replace(/[[\]]/g, '');
  const found = resolvePassage(text, passage);
  const isThere = 'position' in found && found.position.start === start;
  return { ...found, isThere };
}

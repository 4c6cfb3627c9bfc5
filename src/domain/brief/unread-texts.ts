import type { Nodes } from 'mdast';
import type { BriefWords } from './brief.ts';
import type { UnreadText } from './edited-brief.ts';
import { wordsOf } from './node-text.ts';
import { inlineSource } from './note-source.ts';
import { labelledText } from './read-passage.ts';

/** Whether a text holds a letter, a digit or a symbol such as an emoji, and not marks alone. */
const SAYS_SOMETHING = /[\p{L}\p{N}\p{So}\p{Sc}%]/u;

/** Gathers what a brief says beside its passages, with where it stands. */
export class UnreadTexts {
  readonly #source: string;
  readonly #firstLine: number;
  readonly #words: BriefWords;
  readonly #texts: UnreadText[] = [];
  /** The heading above what is read, without marks. */
  heading = '';

  /** @param firstLine the line of the file at which the source begins */
  constructor(source: string, firstLine: number, words: BriefWords) {
    this.#source = source;
    this.#firstLine = firstLine;
    this.#words = words;
  }

  /** The line of the file at which a node begins. */
  lineOf(node: Nodes): number {
    return this.#firstLine - 1 + (node.position?.start.line ?? 1);
  }

  add(node: Nodes, kind: UnreadText['kind'], annotationIds: readonly string[] = []): void {
    const endLine = this.#firstLine - 1 + (node.position?.end.line ?? 1);
    const said = wordsOf(node);
    // The label of a translation is the app's.
    const words = labelledText(said, this.#words)?.text ?? said;
    // A cell without the bars around it.
    const text = inlineSource(node.type === 'tableCell' ? node.children : [node], this.#source);
    this.addText({ text, words, line: this.lineOf(node), endLine, kind, annotationIds });
  }

  addText(text: Omit<UnreadText, 'heading'>): void {
    if (SAYS_SOMETHING.test(text.words)) this.#texts.push({ ...text, heading: this.heading });
  }

  /** In the order of the file. */
  all(): UnreadText[] {
    return this.#texts.toSorted((a, b) => a.line - b.line);
  }
}

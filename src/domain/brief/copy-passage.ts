import type { Paragraph, PhrasingContent } from 'mdast';
import { groupToHast } from './blocks-to-hast.ts';
import type { BriefPassage, BriefWords } from './brief.ts';
import { vietnamese } from './brief-blocks.ts';
import { hastToHtml } from './brief-to-html.ts';
import { blocksToMarkdown } from './brief-to-markdown.ts';
import { verbatim } from './markdown-text.ts';
import { paragraph, passageBlocks } from './passage-blocks.ts';
import {
  doubtOf,
  LINE_SEPARATOR,
  listed,
  placeOf,
  publicationInFull,
  titleOf,
} from './passage-facts.ts';
import { quoted } from './quotation-marks.ts';

/** Passages as they stand in a brief, for pasting into Markdown. */
export function passagesToMarkdown(passages: readonly BriefPassage[], words: BriefWords): string {
  return blocksToMarkdown(
    passages.flatMap((passage) => passageBlocks(passage, words, { isAlone: true })),
  );
}

/** The same as rich text: a fragment of HTML. */
export function passagesToHtml(passages: readonly BriefPassage[], words: BriefWords): string {
  const blocks = passages.flatMap((passage) => passageBlocks(passage, words, { isAlone: true }));
  return hastToHtml(groupToHast({ blocks, passages: passages.length }, { hasFrames: false }));
}

/** A passage as one cites it: “quote” — Title, 18 December 2023 (inferred), ¶ 40. */
export function citation(passage: BriefPassage, words: BriefWords): string {
  return textOf(cited(passage, words));
}

/** The same as rich text: a fragment of HTML. */
export function citationHtml(passage: BriefPassage, words: BriefWords): string {
  return hastToHtml(groupToHast({ blocks: [cited(passage, words)], passages: 1 }));
}

function cited(passage: BriefPassage, words: BriefWords): Paragraph {
  const { article, quote } = passage;
  const inLine = quote.replace(/\n+/g, LINE_SEPARATOR);
  const facts = listed([...publicationInFull(article, words), ...placeOf(passage)]);
  const doubts = doubtOf(passage, words).map((doubt) => ` [${doubt}]`);
  return paragraph([
    vietnamese(verbatim(quoted(inLine, words.quotationMarks))),
    verbatim(' — '),
    titleOf(article),
    verbatim([facts, ...doubts].join('')),
  ]);
}

function textOf(node: Paragraph | PhrasingContent): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

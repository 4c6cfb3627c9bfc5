import type { RootContent } from 'mdast';
import type { Translation } from '../annotation/annotation.ts';
import type { BriefWords } from './brief.ts';
import { type FoundPassage, isAdded } from './brief-structure.ts';
import type { BriefVocabulary } from './brief-vocabulary.ts';
import type { EditedPassage } from './edited-brief.ts';
import { wordsOf } from './node-text.ts';
import { readAttribution } from './read-attribution.ts';
import { labelledText } from './read-passage.ts';

export interface QuotedPassage {
  /** Without its note. */
  readonly passage: Omit<EditedPassage, 'line' | 'heading' | 'note'>;
  /** Blocks that say something that the app does not write there, and that is no translation. */
  readonly rest: readonly RootContent[];
}

/** A passage that is a block quote with its translation and its attribution. */
export function readQuotedPassage(
  found: FoundPassage,
  words: BriefWords,
  vocabulary: BriefVocabulary,
): QuotedPassage {
  const { annotationId, quote, between, attribution } = found;
  const { saysMore, ...tagNames } = readAttribution(attribution, found, vocabulary);
  const [quoted, below] = withoutTranslation(quote.children.map(wordsOf), words);
  const isText = ({ type }: RootContent) => type === 'paragraph';
  const translation = translationOf([...below, ...between.filter(isText).map(wordsOf)], words);
  return {
    passage: {
      annotationId,
      quote: quoted.join('\n'),
      ...(!isAdded(found) && tagNames),
      ...(translation && { translation }),
    },
    rest: [
      ...between.filter((block) => !isText(block) && block.type !== 'definition'),
      ...(saysMore ? [attribution] : []),
    ],
  };
}

/** Tells a quote's paragraphs from a translation right below the last: without an empty line, it is part of that. */
function withoutTranslation(
  paragraphs: readonly string[],
  words: BriefWords,
): readonly [quote: readonly string[], translation: readonly string[]] {
  const lines = paragraphs.at(-1)?.split('\n') ?? [];
  const at = lines.findIndex((line, place) => place > 0 && labelledText(line, words));
  if (at < 0) return [paragraphs, []];
  const quoted = [...paragraphs.slice(0, -1), lines.slice(0, at).join('\n')];
  return [quoted, [lines.slice(at).join('\n')]];
}

function translationOf(
  [first = '', ...rest]: readonly string[],
  words: BriefWords,
): Translation | undefined {
  const said = labelledText(first, words) ?? { text: first, checked: false };
  const texts = [said.text, ...rest];
  const text = texts.map((each) => each.replace(/\s*\n\s*/g, ' ').trim()).join('\n');
  return text.trim() === '' ? undefined : { ...said, text };
}

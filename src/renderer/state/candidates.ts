import { useEffect, useMemo } from 'react';
import {
  createResolver,
  type Passage,
  type Resolver,
} from '../../domain/annotation/anchoring/resolve-anchor.ts';
import type { Annotation, TextPositionSelector } from '../../domain/annotation/annotation.ts';
import { chosenPassage } from '../../domain/annotation/reanchor.ts';
import { type Article, articleText } from '../../domain/article/article.ts';
import { type ArticlePositions, articlePositions } from '../../domain/article/positions.ts';
import { readArticle, useLibrary } from './library.ts';

/** A place that the analyst may choose for a passage. */
export interface Place {
  /** UTF-16 code units into the text of `Candidates`. */
  readonly position: TextPositionSelector;
  /** 0 to 1. */
  readonly score: number;
  /** The block that it begins in, counted from 1. */
  readonly paragraph: number;
}

/** What is known of where a passage might stand. */
export interface Candidates {
  readonly article: Article;
  readonly text: string;
  /** Where a moved passage was found. */
  readonly own: Place | undefined;
  /** Other places, best first. */
  readonly others: readonly Place[];
}

/** A place that fits less is no help beside the one that was found. */
const WORTH_A_LOOK = 0.5;

interface Reader {
  readonly text: string;
  readonly resolve: Resolver;
  readonly positions: ArticlePositions;
}

const readers = new WeakMap<Article, Reader>();

/** Reads an article's text once for all of its passages. */
function readerOf(article: Article): Reader {
  const known = readers.get(article);
  if (known) return known;
  const text = articleText(article);
  const reader = { text, resolve: createResolver(text), positions: articlePositions(article) };
  readers.set(article, reader);
  return reader;
}

type Found = Pick<Place, 'position' | 'score'>;

function lookForPassage(passage: Passage, resolve: Resolver): readonly Found[] {
  const resolution = resolve(passage);
  return resolution.state === 'exact' ? [resolution] : resolution.candidates;
}

/** Where the passage may stand; of each passage that may be meant instead of it, the best place. */
function placesOf(annotation: Annotation, resolve: Resolver): readonly Found[] {
  const { alternatives } = annotation.anchor ?? {};
  const places = lookForPassage(chosenPassage(annotation), resolve);
  if (!alternatives) return places;
  const found = [
    ...places.slice(0, 1),
    ...alternatives.flatMap((passage) => lookForPassage(passage, resolve).slice(0, 1)),
  ];
  return [...new Map(found.map((each) => [keyOf(each.position), each])).values()];
}

const keyOf = ({ start, end }: TextPositionSelector) => `${start} ${end}`;

/** Looks for the places where an annotation's passage might stand. Takes some milliseconds in a long article. */
export function candidatesFor(annotation: Annotation, article: Article): Candidates {
  const { text, resolve, positions } = readerOf(article);
  const place = (position: TextPositionSelector, score: number): Place => ({
    position,
    score,
    paragraph: positions.toPoint(position.start).block + 1,
  });
  const { anchor, position } = annotation;
  const own = anchor?.state === 'moved' ? place(position, anchor.score) : undefined;
  const found = placesOf(annotation, resolve).map((each) => place(each.position, each.score));
  const others = found.filter(
    ({ position: { start, end }, score }) =>
      !(
        own &&
        ((start === own.position.start && end === own.position.end) || score < WORTH_A_LOOK)
      ),
  );
  return { article, text, own, others };
}

/** Where to look first for a passage that has no place: at the likeliest one, if any is likely. */
export function likeliestPlace(annotation: Annotation, article: Article): Place | undefined {
  const [best] = candidatesFor(annotation, article).others;
  return best && best.score >= WORTH_A_LOOK ? best : undefined;
}

/** `undefined` while the article is being read; `unreadable` when it cannot be. */
export function useCandidates(annotation: Annotation): Candidates | 'unreadable' | undefined {
  const { articleId } = annotation;
  const article = useLibrary(({ opened }) => opened.get(articleId)?.article);
  const isUnreadable = useLibrary(({ problems }) => problems.has(articleId));
  useEffect(() => void readArticle(articleId), [articleId]);
  const found = useMemo(() => article && candidatesFor(annotation, article), [annotation, article]);
  return found ?? (isUnreadable ? 'unreadable' : undefined);
}

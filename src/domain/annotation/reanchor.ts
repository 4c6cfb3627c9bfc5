import { isAnchored } from './anchored.ts';
import type { Passage, Resolution, Resolver } from './anchoring/resolve-anchor.ts';
import { readSentenceContext } from './anchoring/sentence-context.ts';
import type { AlternativePassage, Anchor, Annotation, TextPositionSelector } from './annotation.ts';
import { quotePassage } from './passage.ts';

/*
 * What becomes of annotations when the text of their article changes. None of this is an edit of the analyst's as
 * long as they did not decide it: `updatedAt` says when they last worked on the annotation, and stays. What they
 * decide (`acceptAnchor`, `anchorAt`, `keepAsNote`) is one.
 */

/** A text that annotations are to stand in. */
export interface AnchoringText {
  /** The `articleText`; offsets are UTF-16 code units into it. */
  readonly text: string;
  readonly textHash: string;
}

/** Whether an annotation was looked for in the text with this hash, whatever came of it. */
export function isResolvedIn(annotation: Annotation, textHash: string): boolean {
  return (annotation.anchor?.textHash ?? annotation.textHash) === textHash;
}

/** Whether the analyst has yet to look at what became of the passage. */
export function needsRepair({ anchor }: Pick<Annotation, 'anchor'>): boolean {
  return anchor !== undefined && !anchor.accepted;
}

/** Whether the annotation has a place in its article; one that has none may not be marked anywhere. */
export function hasPlace({ anchor }: Pick<Annotation, 'anchor'>): boolean {
  return anchor === undefined || anchor.state === 'moved';
}

/** Whether the analyst has made it a note without a passage. */
export function isNoteOnly(annotation: Pick<Annotation, 'anchor'>): boolean {
  return !hasPlace(annotation) && !needsRepair(annotation);
}

/** A passage with the text in which it was chosen. */
type Chosen = Anchor['original'];

/**
 * The passage that is looked for: as the analyst chose it, or last accepted it. What was merely found is not built
 * upon, or a passage would wander off in steps that are each too small to notice.
 */
export function chosenPassage({ anchor, textHash, position, quote }: Annotation): Chosen {
  if (anchor && !anchor.accepted) return anchor.original;
  return { textHash, position, quote };
}

function isSamePassage(a: Chosen, b: Chosen): boolean {
  return (
    a.textHash === b.textHash &&
    a.position.start === b.position.start &&
    a.position.end === b.position.end &&
    a.quote.exact === b.quote.exact
  );
}

function withoutAnchor({ anchor: _, ...annotation }: Annotation): Annotation {
  return annotation;
}

function placedAt(
  annotation: Annotation,
  { text, textHash }: AnchoringText,
  position: TextPositionSelector,
): Annotation {
  const quote = quotePassage(text, position);
  const { translation } = annotation;
  // It was compared with other words.
  const isStale = translation?.checked && quote.exact !== annotation.quote.exact;
  return {
    ...withoutAnchor(annotation),
    ...(isStale && { translation: { ...translation, checked: false } }),
    textHash,
    position,
    quote,
  };
}

/**
 * What is to be looked for. In the very text in which a passage was chosen it is known where it stands, also when
 * the analyst has accepted another place since: they did so because that text was gone.
 * @returns the passage to resolve, or the place where it stands.
 */
function questOf(
  annotation: Annotation,
  { text, textHash }: AnchoringText,
): { readonly seek: Passage } | { readonly stands: TextPositionSelector } {
  const original = annotation.anchor?.original;
  const isBack = original?.textHash === textHash && isAnchored(text, original);
  return isBack ? { stands: original.position } : { seek: chosenPassage(annotation) };
}

/** What was found out about an annotation, to be taken over by `takeOver`. */
export interface Finding {
  /** What was looked for. */
  readonly chosen: Chosen;
  readonly resolution: Resolution;
}

/**
 * Looks for an annotation in the text as it is now. May take some milliseconds in a long text.
 * @param resolve of that text.
 * @returns `undefined` when the annotation was resolved in this text already.
 */
export function lookFor(
  annotation: Annotation,
  into: AnchoringText,
  resolve: Resolver,
): Finding | undefined {
  if (isResolvedIn(annotation, into.textHash)) return undefined;
  const chosen = chosenPassage(annotation);
  if (annotation.anchor?.alternatives) {
    // Which words were meant is not known, so that no text can tell where they stand.
    const { score } = annotation.anchor;
    return { chosen, resolution: { state: 'ambiguous', score, candidates: [] } };
  }
  const quest = questOf(annotation, into);
  const resolution: Resolution =
    'seek' in quest ? resolve(quest.seek) : { state: 'exact', score: 1, position: quest.stands };
  return { chosen, resolution };
}

/**
 * The annotation as it stands in that text: exact ones as if they had been made there, others with what became of
 * them. A note without a passage stays one until its passage is back word for word: the analyst has decided.
 * @param annotation may have got other tags or another note since; one with another passage is left as it is.
 */
export function takeOver(
  annotation: Annotation,
  { chosen, resolution }: Finding,
  into: AnchoringText,
): Annotation {
  const isStill = isSamePassage(chosenPassage(annotation), chosen);
  if (isResolvedIn(annotation, into.textHash) || !isStill) return annotation;
  if (resolution.state === 'exact') return placedAt(annotation, into, resolution.position);
  const { state, score, change } = resolution;
  const { textHash } = into;
  if (annotation.anchor && isNoteOnly(annotation)) {
    return { ...annotation, anchor: { ...annotation.anchor, score, textHash } };
  }
  const alternatives = annotation.anchor?.alternatives;
  const anchor: Anchor = {
    ...{ state, score, textHash, original: chosen, accepted: false },
    ...(alternatives && { alternatives }),
    ...(change && { change }),
  };
  return state === 'moved'
    ? { ...placedAt(annotation, into, resolution.position), anchor }
    : { ...annotation, ...chosen, anchor };
}

/** Whether a passage is marked whose selector has no sentence: former versions of the app did not keep it. */
export function lacksSentence(annotation: Annotation): boolean {
  return hasPlace(annotation) && annotation.quote.sentence === undefined;
}

/**
 * Adds the sentence around a passage to its selector, as long as the text that the passage stands in is at hand.
 * @returns the annotation itself where it has a sentence, or does not stand in this text.
 */
export function addSentence(annotation: Annotation, { text, textHash }: AnchoringText): Annotation {
  const { position, quote } = annotation;
  const isHere = annotation.textHash === textHash && isAnchored(text, annotation);
  if (!lacksSentence(annotation) || !isHere) return annotation;
  return { ...annotation, quote: { ...quote, sentence: readSentenceContext(text, position) } };
}

/** `lookFor` and `takeOver` in one. */
export function reanchor(
  annotation: Annotation,
  into: AnchoringText,
  resolve: Resolver,
): Annotation {
  const finding = lookFor(annotation, into, resolve);
  return finding ? takeOver(annotation, finding, into) : annotation;
}

/**
 * The annotation as one of which the analyst has to say where it stands, because a file can be read in several ways.
 * @param annotation at the likeliest place.
 * @param alternatives the other passages of the same text that may be meant, best first.
 * @param likelihood of the likeliest, 0 to 1.
 * @param textHash of the article's text as it is now.
 */
export function askForPlace(
  annotation: Annotation,
  alternatives: readonly AlternativePassage[],
  likelihood: number,
  textHash: string,
): Annotation {
  const original = chosenPassage(annotation);
  const anchor: Anchor = {
    ...{ state: 'ambiguous', score: likelihood, textHash, original, accepted: false },
    alternatives,
  };
  return { ...annotation, anchor };
}

/** The analyst says that a moved passage stands where it belongs. Others have no place to be accepted. */
export function acceptAnchor(annotation: Annotation, now: string): Annotation {
  const { anchor } = annotation;
  if (anchor?.state !== 'moved' || anchor.accepted) return annotation;
  return { ...annotation, anchor: { ...anchor, accepted: true }, updatedAt: now };
}

/** The analyst says where the passage stands, by a candidate or by selecting it. */
export function anchorAt(
  annotation: Annotation,
  into: AnchoringText,
  position: TextPositionSelector,
  now: string,
): Annotation {
  return { ...placedAt(annotation, into, position), updatedAt: now };
}

/**
 * The analyst keeps the annotation as a note without a passage. It quotes what they chose; of a moved passage,
 * whose place they thereby refuse, too.
 */
export function keepAsNote(annotation: Annotation, now: string): Annotation {
  const { anchor } = annotation;
  if (!anchor || isNoteOnly(annotation)) return annotation;
  const state = anchor.state === 'moved' ? 'lost' : anchor.state;
  return {
    ...annotation,
    ...anchor.original,
    anchor: { ...anchor, state, accepted: true },
    updatedAt: now,
  };
}

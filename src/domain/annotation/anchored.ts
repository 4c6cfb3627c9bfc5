import type { Annotation } from './annotation.ts';

/**
 * Whether an annotation's quote stands verbatim at its place. Where it does not, nothing may be marked: other
 * words would look as if the analyst had chosen them. Nor where the place is only where it stood before the text
 * changed, though some twin of the quote stand there now.
 * @param text the `articleText` as it is now.
 */
export function isAnchored(
  text: string,
  { position, quote, anchor }: Pick<Annotation, 'position' | 'quote' | 'anchor'>,
): boolean {
  if (anchor && anchor.state !== 'moved') return false;
  return (
    text.startsWith(quote.exact, position.start) &&
    position.end - position.start === quote.exact.length
  );
}

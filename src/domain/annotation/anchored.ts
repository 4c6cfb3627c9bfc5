import type { Annotation } from './annotation.ts';

/**
 * Whether an annotation's quote stands verbatim at its place. Where it does not, nothing may be marked: other
 * words would look as if the analyst had chosen them.
 * @param text the `articleText` as it is now.
 */
export function isAnchored(
  text: string,
  { position, quote }: Pick<Annotation, 'position' | 'quote'>,
): boolean {
  return (
    text.startsWith(quote.exact, position.start) &&
    position.end - position.start === quote.exact.length
  );
}

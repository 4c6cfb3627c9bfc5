import { textDigest } from '../change/digest.ts';

/** What editors and tables put in the place of space, and what Markdown cannot hold. */
const CHANGED = /[\s\p{Cc}\ufffd/]+/gu;

/** By what a quote is known again in a file where editors may have broken its lines elsewhere: a short digest. */
export function quoteKey(quote: string): string {
  return textDigest(quote.normalize('NFC').replace(CHANGED, '')).toString(36);
}

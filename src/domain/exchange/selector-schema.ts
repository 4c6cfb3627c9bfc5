import { z } from 'zod';
import type { Anchor, SentenceContext, TextQuoteSelector } from '../annotation/annotation.ts';

/*
 * Selectors as rows and exchange files hold them. Unknown properties are dropped; what versions of the app before
 * did not write may be absent.
 */

/** Offsets in UTF-16 code units. */
export const positionSchema = z.object({
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
});

export const sentenceSchema: z.ZodType<SentenceContext> = z.object({
  before: z.string(),
  after: z.string(),
  distinctBefore: z.array(positionSchema).readonly().exactOptional(),
  distinctAfter: z.array(positionSchema).readonly().exactOptional(),
});

export const quoteSchema: z.ZodType<TextQuoteSelector> = z.object({
  exact: z.string().min(1),
  prefix: z.string(),
  suffix: z.string(),
  sentence: sentenceSchema.exactOptional(),
});

const changeSchema = z.object({
  kind: z.enum(['name', 'number', 'negation', 'subject']),
  was: z.string(),
  now: z.string(),
});

export const anchorSchema: z.ZodType<Anchor> = z.object({
  state: z.enum(['moved', 'ambiguous', 'lost']),
  score: z.number(),
  textHash: z.string(),
  original: z.object({ textHash: z.string(), position: positionSchema, quote: quoteSchema }),
  accepted: z.boolean(),
  alternatives: z
    .array(z.object({ position: positionSchema, quote: quoteSchema }))
    .readonly()
    .exactOptional(),
  change: changeSchema.exactOptional(),
});

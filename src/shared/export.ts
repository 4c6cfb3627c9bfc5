import { z } from 'zod';
import { DIALECTS } from '../domain/brief/saved-brief.ts';
import { briefPlanSchema, tagSchema } from './rows.ts';

/**
 * What passages can be exported as: a brief in Markdown, HTML or as a Word document; the evidence as a spreadsheet;
 * annotations for other programs (W3C Web Annotation, REFI-QDA project), or the codebook alone.
 */
export const EXPORT_FORMATS = [
  'markdown',
  'html',
  'docx',
  'csv',
  'xlsx',
  'json-ld',
  'qdpx',
  'qdc',
] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What is to be exported, but for the annotations, which follow in pieces. */
export const exportRequestSchema = z.strictObject({
  format: z.enum(EXPORT_FORMATS),
  title: z.string().max(1_000),
  /** The analyst's day. */
  created: z.iso.date(),
  plan: briefPlanSchema,
  dialect: z.enum(DIALECTS),
  /** Whether the file has links to passages; see `hasLinks` for what is done without a word. */
  links: z.boolean().exactOptional(),
  codebook: z.array(tagSchema).max(10_000),
});
export type ExportRequest = z.infer<typeof exportRequestSchema>;

/** How many annotations go over in one call at most: a few milliseconds' worth. */
export const EXPORT_CHUNK = 250;

/** An export under way. */
export const exportIdSchema = z.uuid();

/** Passages that were written, of those that will be. */
export const exportProgressSchema = z.strictObject({
  id: exportIdSchema,
  done: z.int().nonnegative(),
  total: z.int().nonnegative(),
});
export type ExportProgress = z.infer<typeof exportProgressSchema>;

/** The analyst said where to, or thought better of it. */
export type ExportBegun =
  | { readonly kind: 'begun'; readonly id: string; readonly path: string }
  | { readonly kind: 'cancelled' };

export type ExportOutcome =
  | {
      readonly kind: 'saved';
      readonly path: string;
      /** How many different passages were written, and how many of their quotes are not verified. */
      readonly passages: number;
      readonly unverified: number;
    }
  | { readonly kind: 'cancelled' };

/** Why nothing was written. A file that was there before is as it was, and nothing half-written is left. */
export type ExportProblem =
  /** The operating system would not, for the reason in `system` (`ENOSPC`, …). */
  | { readonly kind: 'file'; readonly path: string; readonly system: string }
  /** There is no such export any more. */
  | { readonly kind: 'ended' };

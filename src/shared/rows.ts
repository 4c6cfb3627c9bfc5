import { z } from 'zod';
import type { Annotation, Translation } from '../domain/annotation/annotation.ts';
import {
  type Arrangement,
  type BriefPlan,
  DIALECTS,
  GROUPINGS,
  type LinkChoice,
  type PassageChoice,
  PRINTINGS,
  type SavedBrief,
  TEMPLATES,
} from '../domain/brief/saved-brief.ts';
import type { Rows, Setting, TableName } from '../domain/change/change.ts';
import { anchorSchema, positionSchema, quoteSchema } from '../domain/exchange/selector-schema.ts';
import { TAG_COLOURS, type Tag } from '../domain/tag/tag.ts';
import type { TrashEntry } from '../domain/trash/trash.ts';

/*
 * The rows of the analyst's work as they must be to be understood, wherever they come from: the database, a file,
 * the other process. Unknown properties are dropped, since versions of the app may know others.
 */

const id = z.string().min(1).max(200);
const instant = z.iso.datetime();
const day = z.iso.date();

const translation: z.ZodType<Translation> = z.object({
  text: z.string().min(1),
  checked: z.boolean(),
});

export const annotationSchema: z.ZodType<Annotation> = z.object({
  id,
  articleId: id,
  textHash: z.string(),
  position: positionSchema,
  quote: quoteSchema,
  anchor: anchorSchema.exactOptional(),
  tagIds: z.array(id),
  note: z.string(),
  isNotePrivate: z.boolean().exactOptional(),
  translation: translation.exactOptional(),
  createdAt: instant,
  updatedAt: instant,
});

export const tagSchema: z.ZodType<Tag> = z.object({
  id,
  name: z.string().min(1),
  description: z.string(),
  colour: z.enum(TAG_COLOURS),
  shortcut: z
    .string()
    .regex(/^[1-9]$/)
    .exactOptional(),
  order: z.number(),
});

const choice: z.ZodType<PassageChoice> = z.object({
  tagIds: z.array(id).nullable(),
  match: z.enum(['any', 'all']),
  includeUntagged: z.boolean(),
  articleIds: z.array(id).nullable(),
  from: day.exactOptional(),
  to: day.exactOptional(),
  leftOut: z.array(id),
});

const shows = z.object({
  notes: z.boolean().exactOptional(),
  tags: z.boolean().exactOptional(),
  paragraphs: z.boolean().exactOptional(),
  hashes: z.boolean().exactOptional(),
});

const links: z.ZodType<LinkChoice> = z.object({
  markdown: z.boolean().exactOptional(),
  html: z.boolean().exactOptional(),
  docx: z.boolean().exactOptional(),
});

const arrangement: z.ZodType<Arrangement> = z.object({
  template: z.enum(TEMPLATES),
  groupBy: z.enum(GROUPINGS),
  shows: shows.exactOptional(),
  printing: z.enum(PRINTINGS).exactOptional(),
  moves: z.record(z.string(), z.array(z.object({ id, after: id.nullable() }))),
});

const plan = {
  choice,
  arrangement,
  introduction: z.string(),
  remarks: z.record(z.string(), z.string()),
};

export const briefPlanSchema: z.ZodType<BriefPlan> = z.object(plan);

export const savedBriefSchema: z.ZodType<SavedBrief> = z.object({
  id,
  title: z.string(),
  ...plan,
  dialect: z.enum(DIALECTS),
  links: links.exactOptional(),
  createdAt: instant,
  updatedAt: instant,
});

const trashed = { id, deletedAt: instant };

const trashEntrySchema: z.ZodType<TrashEntry> = z
  .discriminatedUnion('table', [
    z.object({ ...trashed, table: z.literal('annotations'), row: annotationSchema }),
    z.object({
      ...trashed,
      table: z.literal('tags'),
      row: tagSchema,
      annotationIds: z.array(id),
    }),
    z.object({ ...trashed, table: z.literal('briefs'), row: savedBriefSchema }),
  ])
  // It could never be brought back.
  .refine(({ id, row }) => row.id === id, 'the row has another id than its entry');

const settingSchema: z.ZodType<Setting> = z.object({ key: id, value: z.unknown() });

export const ROW_SCHEMAS: { readonly [Name in TableName]: z.ZodType<Rows[Name]> } = {
  annotations: annotationSchema,
  tags: tagSchema,
  briefs: savedBriefSchema,
  trash: trashEntrySchema,
  settings: settingSchema,
};

import { z } from 'zod';
import type { Anchor, Annotation } from '../../domain/annotation/annotation.ts';
import type { Rows, Setting, TableName } from '../../domain/change/change.ts';
import { TAG_COLOURS, type Tag } from '../../domain/tag/tag.ts';
import type { TrashEntry } from '../../domain/trash/trash.ts';

const id = z.string().min(1).max(200);
const codeUnits = z.int().nonnegative();
const instant = z.iso.datetime();

const position = z.object({ start: codeUnits, end: codeUnits });
const quote = z.object({ exact: z.string().min(1), prefix: z.string(), suffix: z.string() });

const anchor: z.ZodType<Anchor> = z.object({
  state: z.enum(['moved', 'ambiguous', 'lost']),
  score: z.number(),
  textHash: z.string(),
  original: z.object({ textHash: z.string(), position, quote }),
  accepted: z.boolean(),
});

const annotation: z.ZodType<Annotation> = z.object({
  id,
  articleId: id,
  textHash: z.string(),
  position,
  quote,
  anchor: anchor.exactOptional(),
  tagIds: z.array(id),
  note: z.string(),
  createdAt: instant,
  updatedAt: instant,
});

const tag: z.ZodType<Tag> = z.object({
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

const trashed = { id, deletedAt: instant };

const trashEntry: z.ZodType<TrashEntry> = z
  .discriminatedUnion('table', [
    z.object({ ...trashed, table: z.literal('annotations'), row: annotation }),
    z.object({ ...trashed, table: z.literal('tags'), row: tag, annotationIds: z.array(id) }),
  ])
  // It could never be brought back.
  .refine(({ id, row }) => row.id === id, 'the row has another id than its entry');

const setting: z.ZodType<Setting> = z.object({ key: id, value: z.unknown() });

const schemas: { readonly [Name in TableName]: z.ZodType<Rows[Name]> } = {
  annotations: annotation,
  tags: tag,
  trash: trashEntry,
  settings: setting,
};

/** A row that could not be understood. It stays in the database as it is. */
export interface UnreadableRow {
  readonly table: TableName;
  readonly key: string;
  readonly problem: string;
}

/** Rows as they came out of the database, told apart into those that can be used and those that cannot. */
export function parseRows<Name extends TableName>(
  table: Name,
  rows: readonly unknown[],
): { readonly good: Rows[Name][]; readonly unreadable: UnreadableRow[] } {
  // Nearly always all are well: parsing them in one go takes half the time.
  const all = z.array(schemas[table]).safeParse(rows);
  if (all.success) return { good: all.data, unreadable: [] };
  const good: Rows[Name][] = [];
  const unreadable: UnreadableRow[] = [];
  for (const row of rows) {
    const parsed = schemas[table].safeParse(row);
    if (parsed.success) good.push(parsed.data);
    else unreadable.push({ table, key: keyOf(row), problem: z.prettifyError(parsed.error) });
  }
  return { good, unreadable };
}

function keyOf(row: unknown): string {
  const key = z.union([z.object({ id: z.string() }), z.object({ key: z.string() })]).safeParse(row);
  if (!key.success) return '?';
  return 'id' in key.data ? key.data.id : key.data.key;
}

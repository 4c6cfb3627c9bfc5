import { z } from 'zod';
import type { ExportedState } from '../../domain/brief/export-record.ts';
import { EXPORT_FORMATS } from '../../shared/export.ts';
import type { Edit } from './commit.ts';
import type { Database } from './database.ts';

const state: z.ZodType<ExportedState> = z.object({
  passages: z.record(z.string(), z.string()),
  parts: z.object({
    title: z.string(),
    introduction: z.string(),
    remarks: z.string(),
    arrangement: z.string(),
  }),
  order: z.array(z.array(z.string())).optional(),
});

const exportedSchema = z.object({
  /** ISO 8601 in UTC. */
  time: z.iso.datetime(),
  format: z.enum(EXPORT_FORMATS),
  path: z.string(),
  state,
});

/** How a brief was exported last. */
export type Exported = z.infer<typeof exportedSchema>;

const keyOf = (briefId: string) => `export:${briefId}`;

/** @returns `null` when it was never exported, or nothing is known of it that can be read. */
export async function readExported(db: Database, briefId: string): Promise<Exported | null> {
  const setting = await db.settings.get(keyOf(briefId));
  return exportedSchema.safeParse(setting?.value).data ?? null;
}

/** Lets go of it, with the brief. */
export function forgetExported(briefId: string): Edit {
  return { table: 'settings', key: keyOf(briefId), change: () => null };
}

export function exportedEdit(briefId: string, exported: Exported): Edit {
  const key = keyOf(briefId);
  return { table: 'settings', key, change: () => ({ key, value: exported }) };
}

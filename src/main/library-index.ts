import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { LibraryEntry } from '../shared/contract.ts';
import { texts } from '../shared/texts/main.en.ts';
import { errorText, log, systemCode } from './log.ts';

export const INDEX_FILE = 'index.json';

const basis = z.enum(['printed', 'inferred']);

/** A name in the folder itself, never a path out of it. */
const plainFile = z
  .string()
  .regex(/^[^\\/:]+$/)
  .refine((name) => !name.startsWith('.'));

const rowSchema = z.object({
  id: z.string().min(1).max(200),
  file: plainFile,
  originalFile: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  date: z.iso.date(),
  dateBasis: basis,
  title: z.string().min(1).optional(),
  titleBasis: basis.optional(),
  language: z.string().min(2),
});

/** What is known of one bundled article besides its text. */
export type IndexRow = z.infer<typeof rowSchema>;

/** What a row that cannot be used may still tell. */
const remainsSchema = z.object({
  id: z.string().min(1).optional().catch(undefined),
  file: z.string().min(1).optional().catch(undefined),
  title: z.string().min(1).optional().catch(undefined),
});

type Unreadable = Exclude<LibraryEntry, { state: 'readable' }>;

/** One place of the index: an article, or what is left of one. */
export type IndexEntry =
  | { readonly usable: true; readonly row: IndexRow }
  | { readonly usable: false; readonly entry: Unreadable };

/**
 * The index of the bundled articles. A row that cannot be used stands as damaged and spares the others;
 * an index that cannot be read at all stands as the one damaged thing that it is, so that the library says so.
 */
export async function readIndex(folder: string): Promise<readonly IndexEntry[]> {
  try {
    const rows = z
      .array(z.unknown())
      .parse(JSON.parse(await readFile(join(folder, INDEX_FILE), 'utf8')));
    return rows.map(readRow);
  } catch (error) {
    log(`the index of articles is of no use: ${errorText(error)}`);
    const state = systemCode(error) === 'ENOENT' ? 'missing' : 'damaged';
    const title = texts.library.indexTitle;
    return [{ usable: false, entry: { state, id: INDEX_FILE, title, file: INDEX_FILE } }];
  }
}

function readRow(value: unknown, place: number): IndexEntry {
  const row = rowSchema.safeParse(value);
  if (row.success) return { usable: true, row: row.data };
  log(`row ${place} of the index of articles is of no use: ${z.prettifyError(row.error)}`);
  const remains = remainsSchema.safeParse(value);
  const { id, file, title } = remains.success ? remains.data : {};
  const entry: Unreadable = {
    state: 'damaged',
    id: id ?? file ?? `${INDEX_FILE}#${place}`,
    title: title ?? (file ? nameOfFile(file) : texts.library.untitled),
    file: file ?? INDEX_FILE,
  };
  return { usable: false, entry };
}

/** The library's entry for an article whose text cannot be had. */
export function unreadableEntry(row: IndexRow, state: Unreadable['state']): Unreadable {
  return { state, id: row.id, title: row.title ?? nameOfFile(row.file), file: row.file };
}

function nameOfFile(file: string): string {
  return file.replace(/\.[^.]*$/, '');
}

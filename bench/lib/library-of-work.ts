import { join } from 'node:path';
import type { Annotation } from '../../src/domain/annotation/annotation.ts';
import { createAnnotation } from '../../src/domain/annotation/edit.ts';
import { FIRST_TAGS } from '../../src/domain/tag/codebook.ts';
import { Journal } from '../../src/main/journal/journal.ts';
import { CHUNK, type JournaledChange } from '../../src/shared/journal.ts';
import { jobsInThread } from './jobs-in-thread.ts';

/** An article to annotate: bundled, or one that this library does not have. */
export interface Ground {
  readonly articleId: string;
  readonly text: string;
  readonly textHash: string;
}

const TIME = '2026-01-01T00:00:00.000Z';

/** Row changes as a window makes them. */
class Log {
  readonly changes: JournaledChange[] = [];
  readonly #rows = new Map<string, JournaledChange['after']>();

  put(table: 'annotations' | 'tags', row: { readonly id: string }): void {
    const seq = this.changes.length + 1;
    const before = this.#rows.get(row.id) ?? null;
    const after = row as unknown as NonNullable<JournaledChange['after']>;
    this.#rows.set(row.id, after);
    const kind = table === 'tags' ? 'system' : 'edit';
    this.changes.push({
      seq,
      batch: `b-${seq}`,
      kind,
      time: TIME,
      table,
      key: row.id,
      before,
      after,
    });
  }
}

/** The changes of a long time's work: annotations, and notes to them, changed over and over. */
export function workOf(
  grounds: readonly Ground[],
  annotations: number,
  changes: number,
): readonly JournaledChange[] {
  const log = new Log();
  for (const tag of FIRST_TAGS) log.put('tags', tag);
  const made: Annotation[] = [];
  for (let at = 0; at < annotations; at += 1) {
    const ground = grounds[at % grounds.length] as Ground;
    const start = (at * 37) % Math.max(1, ground.text.length - 90);
    const annotation = createAnnotation({
      ...ground,
      id: `00000000-0000-7000-8000-${String(at).padStart(12, '0')}`,
      position: { start, end: start + 20 + (at % 60) },
      tagIds: [FIRST_TAGS[at % 3]?.id ?? 'tag-oda'],
      now: TIME,
    });
    made.push(annotation);
    log.put('annotations', annotation);
  }
  for (let at = 0; log.changes.length < changes; at += 1) {
    const annotation = made[at % made.length] as Annotation;
    log.put('annotations', {
      ...annotation,
      note: `Ghi chú lần ${Math.floor(at / made.length)}`,
    } as Annotation);
  }
  return log.changes;
}

/** Writes the changes into a data folder's journal, as the main process would. */
export async function writeJournal(
  dataFolder: string,
  changes: readonly JournaledChange[],
): Promise<void> {
  const folder = join(dataFolder, 'journal');
  const journal = new Journal({ folder, app: '0.1.0', runJob: jobsInThread });
  for (let at = 0; at < changes.length; at += CHUNK) {
    const taken = await journal.append(changes.slice(at, at + CHUNK));
    if (!taken.ok) throw new Error(taken.reason.system);
  }
  const snapshot = await journal.snapshot();
  if (!snapshot.ok) throw new Error(snapshot.reason.system);
}

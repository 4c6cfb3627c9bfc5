import { addToDigest, type Digest, EMPTY_DIGEST, rowDigest } from '../../domain/change/digest.ts';
import type { Head } from '../../domain/change/head.ts';
import { failed, ok, type Result } from '../../domain/result.ts';
import type { JournaledChange, JournalProblem, TableRow } from '../../shared/journal.ts';
import { endOf, type Listing, listFolder } from './names.ts';
import { readSegment, readSnapshot } from './read-files.ts';
import { isComplete } from './rows-file.ts';
import type { Entry } from './segment.ts';

/** The rows of a journal. */
export interface Replayed {
  /**
   * Where the rows stand. Its digest is that of the rows: where it is not the one that was asked for, something is
   * missing, and this is the best there is.
   */
  readonly head: Head;
  readonly rows: readonly TableRow[];
  /** Names of files in which damage was seen, or that another program has saved in another form. */
  readonly suspects: readonly string[];
}

/** The rows as they come together, by table and key. */
type RowMap = Map<string, TableRow>;

/**
 * A mismatch cannot be mended by ever older snapshots: each was checked when it was taken, so what is missing is
 * missing after it. Only one that a rebase left unfinished can be wrong, so a few are tried.
 */
const TRIES = 3;

export function digestOfRows(rows: Iterable<TableRow>): Digest {
  let digest = EMPTY_DIGEST;
  for (const { table, key, row } of rows)
    digest = addToDigest(digest, rowDigest(table, key, row), 0);
  return digest;
}

/**
 * The rows after the change `upTo.seq`: the newest good snapshot with the changes that follow it, or an older
 * snapshot where that does not add up to `upTo.digest`, or all changes from the first on. Reads only.
 * @throws the operating system's error, with its `code`, when a segment cannot be read
 */
export async function replay(
  folder: string,
  upTo: Head,
): Promise<Result<Replayed, JournalProblem>> {
  const listing = await listFolder(folder);
  const suspects = new Set<string>();
  const attempts: Attempt[] = [];
  for await (const base of bases(folder, listing, upTo, suspects)) {
    if (!base.ok) return base;
    const rows = await roll(folder, listing, base.value, upTo, suspects);
    if (!rows.ok) return rows;
    const digest = digestOfRows(rows.value.values());
    attempts.push({ rows: rows.value, digest, base: base.value });
    if (digest === upTo.digest) break;
  }
  const best =
    attempts.find(({ digest }) => digest === upTo.digest) ??
    attempts.find(({ base }) => base.kind === 'whole') ??
    attempts.find(({ base }) => base.kind === 'partial') ??
    attempts[0];
  return ok({
    head: { seq: upTo.seq, digest: best?.digest ?? EMPTY_DIGEST },
    rows: [...(best?.rows.values() ?? [])],
    suspects: [...suspects],
  });
}

/** What a replay starts from. */
interface Base {
  readonly kind: 'whole' | 'partial' | 'nothing';
  readonly seq: number;
  readonly rows: readonly TableRow[];
}

interface Attempt {
  readonly base: Base;
  readonly rows: RowMap;
  readonly digest: Digest;
}

/** Where a replay may start, what is best first. */
async function* bases(
  folder: string,
  { snapshots }: Listing,
  upTo: Head,
  suspects: Set<string>,
): AsyncGenerator<Result<Base, JournalProblem>, void> {
  let partial: Base | undefined;
  let tries = 0;
  for (const snapshot of snapshots.filter(({ seq }) => seq <= upTo.seq).reverse()) {
    if (tries === TRIES) break;
    const read = await readSnapshot(folder, snapshot);
    if (!read.ok) {
      if (read.reason) {
        yield failed(read.reason);
        return;
      }
      suspects.add(snapshot.name);
      continue;
    }
    const { rows, faults } = read.value;
    if (faults.length > 0) suspects.add(snapshot.name);
    if (!isComplete(read.value)) {
      partial ??= { kind: 'partial', seq: snapshot.seq, rows };
    } else {
      tries += 1;
      yield ok({ kind: 'whole', seq: snapshot.seq, rows });
    }
  }
  yield ok({ kind: 'nothing', seq: 0, rows: [] });
  if (partial) yield ok(partial);
}

/** A base's rows with all the changes after it. */
async function roll(
  folder: string,
  { segments }: Listing,
  base: Base,
  upTo: Head,
  suspects: Set<string>,
): Promise<Result<RowMap, JournalProblem>> {
  const rows: RowMap = new Map(
    base.rows.map(({ table, key, row }) => [idOf({ table, key }), { table, key, row }]),
  );
  const isAsked = ({ seq }: Entry) => seq > base.seq && seq <= upTo.seq;
  for (const ref of segments) {
    if (endOf(segments, ref) <= base.seq + 1 || ref.first > upTo.seq) continue;
    const segment = await readSegment(folder, segments, ref);
    if (!segment.ok) return segment;
    const { state, isResaved, entries } = segment.value;
    if (state === 'damaged' || isResaved) suspects.add(ref.name);
    for (const { change } of entries.filter(isAsked)) apply(rows, change);
  }
  return ok(rows);
}

function apply(rows: RowMap, change: JournaledChange): void {
  const { table, key, after } = change;
  if (after === null) rows.delete(idOf(change));
  else rows.set(idOf(change), { table, key, row: after });
}

const idOf = ({ table, key }: Pick<JournaledChange, 'table' | 'key'>) => `${table}\n${key}`;

import type { Annotation } from '../annotation/annotation.ts';
import { withTag } from '../annotation/edit.ts';
import { type Effect, ROW_TABLES, type TableName } from '../change/change.ts';
import type { Tag } from '../tag/tag.ts';
import { type TrashEntry, tagEntry } from '../trash/trash.ts';
import { Draft } from './draft.ts';
import { settleTags } from './settle-tags.ts';
import type { Side } from './side.ts';
import { copyOf, judge, oursKeepsId, type Pair, type Verdict } from './verdict.ts';
import { copyId, type Row, versionOf } from './versions.ts';

/** One row that a merge would change. */
export interface MergeItem {
  /**
   * - `new`: we do not have it, or have it in the trash;
   * - `changed`: one version follows upon the other, and ours is the older; or another row made it necessary, as
   *   when a tag gives up a name;
   * - `conflicting`: neither follows upon the other, so both are kept.
   */
  readonly kind: 'new' | 'changed' | 'conflicting';
  readonly table: TableName;
  readonly key: string;
  /** Ours before the merge, were it in the trash. */
  readonly ours: Row | null;
  /** What came. `null` where nothing came and the change follows from others. */
  readonly theirs: Row | null;
  /** The row under its key after the merge. */
  readonly after: Row;
  /** The other version of a conflict after the merge: under an id of its own. */
  readonly copy: Row | null;
}

/** How many rows of a table the merge is about. */
export interface MergeCounts {
  readonly new: number;
  readonly changed: number;
  readonly conflicting: number;
  /** Rows that came and that we have as they are, or in a newer version. */
  readonly kept: number;
}

/** What a merge would do. */
export interface MergePlan {
  readonly items: readonly MergeItem[];
  readonly counts: { readonly [Name in TableName]: MergeCounts };
  /** In order; each stands upon those before it, and some upon others of the same row. */
  readonly effects: readonly Effect[];
}

type Found = Omit<MergeItem, 'after' | 'copy'> & { readonly copyKey: string | undefined };

/** Tags first, since annotations speak of them; the trash when it is known what is alive. */
const ORDER: readonly TableName[] = [
  'tags',
  ...ROW_TABLES.filter((table) => table !== 'tags' && table !== 'trash'),
  'trash',
];

/** Works out what taking in `theirs` means for our rows. Nothing of ours is deleted but what leaves the trash alive. */
export function planMerge(ours: Side, theirs: Side): MergePlan {
  return new Merge(ours, theirs).plan();
}

class Merge {
  readonly #ours: Side;
  readonly #theirs: Side;
  readonly #draft: Draft;
  readonly #found = new Map<string, Found>();
  readonly #copies = new Set<string>();
  readonly #kept = new Map<TableName, number>();

  constructor(ours: Side, theirs: Side) {
    this.#ours = ours;
    this.#theirs = theirs;
    this.#draft = new Draft(ours);
  }

  plan(): MergePlan {
    for (const table of ORDER) {
      for (const [key, theirs] of this.#theirs.rows(table)) this.#take(table, key, theirs);
      if (table === 'tags') this.#settleTags();
      if (table === 'annotations') this.#settleAnnotations();
    }
    const items = [...this.#found.values()].map((found) => this.#item(found));
    return { items, counts: this.#counts(items), effects: this.#draft.effects };
  }

  #take(table: TableName, key: string, theirs: Row): void {
    const alive = this.#ours.row(table, key);
    const trashed = alive ? undefined : this.#ours.trashed(table, key);
    const ours = alive ?? trashed?.row;
    if (table === 'trash' && this.#isAlive(theirs as TrashEntry)) this.#keep(table);
    else if (!ours) this.#put({ kind: 'new', table, key, ours: null, theirs }, theirs);
    else this.#match({ table, key, ours, theirs }, trashed);
  }

  #match(pair: Pair, trashed: TrashEntry | undefined): void {
    const verdict = judge(pair, this.#ours, this.#theirs);
    if (trashed) this.#revive(pair, trashed, verdict);
    else if (verdict === 'both') this.#keepBoth(pair);
    else if (verdict === 'theirs') this.#put({ kind: 'changed', ...pair }, pair.theirs);
    else this.#keep(pair.table);
  }

  #isAlive({ table, id }: TrashEntry): boolean {
    return this.#draft.row(table, id) !== null;
  }

  #keep(table: TableName): void {
    this.#kept.set(table, (this.#kept.get(table) ?? 0) + 1);
  }

  #put(found: Omit<Found, 'copyKey'>, row: Row): void {
    this.#draft.put(found.table, found.key, row);
    this.#found.set(`${found.table}/${found.key}`, { ...found, copyKey: undefined });
  }

  /** What we threw away and they have comes back, in the newer of the two versions, and leaves the trash. */
  #revive(pair: Pair, entry: TrashEntry, verdict: Verdict): void {
    if (verdict === 'both') this.#keepBoth(pair);
    else this.#put({ kind: 'new', ...pair }, verdict === 'theirs' ? pair.theirs : pair.ours);
    this.#draft.put('trash', entry.id, null);
  }

  #keepBoth(pair: Pair): void {
    const { table, key } = pair;
    const [winner, loser] = oursKeepsId(pair) ? [pair.ours, pair.theirs] : [pair.theirs, pair.ours];
    const before = this.#draft.effects.length;
    if (winner !== this.#draft.row(table, key)) this.#draft.put(table, key, winner);
    const copyKey = copyId(table, key, versionOf(table, key, loser));
    // They may have kept both before us: then the copy comes, or came, by itself.
    if (!this.#draft.row(table, copyKey) && !this.#theirs.row(table, copyKey)) {
      this.#draft.put(table, copyKey, copyOf(table, loser, copyKey));
    }
    if (this.#draft.effects.length === before) this.#keep(table);
    else this.#found.set(`${table}/${key}`, { kind: 'conflicting', ...pair, copyKey });
    this.#copies.add(copyKey);
  }

  /** Changes a row because of what came; it is told of, unless it came itself. */
  #adapt(table: TableName, key: string, after: Row): void {
    const id = `${table}/${key}`;
    const ours = this.#draft.row(table, key);
    this.#draft.put(table, key, after);
    if (this.#found.has(id) || this.#copies.has(key)) return;
    this.#found.set(id, { kind: 'changed', table, key, ours, theirs: null, copyKey: undefined });
  }

  #settleTags(): void {
    const came = new Set(this.#draft.touched('tags'));
    if (came.size === 0) return;
    for (const tag of settleTags(this.#draft.rows('tags') as Tag[], came)) {
      this.#adapt('tags', tag.id, tag);
    }
  }

  /**
   * Annotations that came lose tags that nobody has, as when a damaged file lost them. A tag that came back from
   * the trash is given back to the annotations that had it.
   */
  #settleAnnotations(): void {
    const tags = new Set((this.#draft.rows('tags') as Tag[]).map(({ id }) => id));
    for (const key of this.#draft.touched('annotations')) {
      const row = this.#draft.row('annotations', key) as Annotation;
      const tagIds = row.tagIds.filter((id) => tags.has(id));
      if (tagIds.length < row.tagIds.length) this.#adapt('annotations', key, { ...row, tagIds });
    }
    for (const tagId of this.#draft.touched('tags')) {
      const entry = this.#ours.trashed('tags', tagId);
      if (entry?.table !== 'tags') continue;
      for (const key of entry.annotationIds) this.#giveBack(tagId, key);
    }
  }

  #giveBack(tagId: string, key: string): void {
    const row = this.#draft.row('annotations', key) as Annotation | null;
    const entry = this.#draft.row('trash', key) as TrashEntry | null;
    const given = row && withTag(row, tagId, row.updatedAt);
    if (given) {
      if (given !== row) this.#adapt('annotations', key, given);
    } else if (entry?.table === 'annotations') {
      // It is told of with the tag: what lies in the trash is not on the analyst's mind.
      const tagged = tagEntry(entry, tagId, entry.row.updatedAt);
      if (tagged !== entry) this.#draft.put('trash', key, tagged);
    }
  }

  #item({ copyKey, ...found }: Found): MergeItem {
    const { table, key, ours, theirs } = found;
    const after = this.#draft.row(table, key) ?? theirs ?? ours;
    if (!after) throw new Error(`nothing is left of ${table}/${key}`);
    return { ...found, after, copy: copyKey ? this.#draft.row(table, copyKey) : null };
  }

  #counts(items: readonly MergeItem[]): MergePlan['counts'] {
    const of = (table: TableName): MergeCounts => {
      const count = (kind: MergeItem['kind']) =>
        items.filter((item) => item.table === table && item.kind === kind).length;
      return {
        new: count('new'),
        changed: count('changed'),
        conflicting: count('conflicting'),
        kept: this.#kept.get(table) ?? 0,
      };
    };
    const counts = ROW_TABLES.map((table) => [table, of(table)] as const);
    return Object.fromEntries(counts) as unknown as MergePlan['counts'];
  }
}

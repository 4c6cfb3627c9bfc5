import type { Annotation } from '../annotation/annotation.ts';
import type { Tag } from '../tag/tag.ts';

interface EntryOf<Table extends string, Row> {
  /** The id of what was deleted, by which it comes back. */
  readonly id: string;
  readonly table: Table;
  /** What was deleted, as it was. */
  readonly row: Row;
  /** ISO 8601 in UTC. */
  readonly deletedAt: string;
}

/** Something deleted that waits to be brought back, or to be let go for good. */
export type TrashEntry =
  | EntryOf<'annotations', Annotation>
  | (EntryOf<'tags', Tag> & {
      /** The annotations that had the tag: they get it back with it. */
      readonly annotationIds: readonly string[];
    });

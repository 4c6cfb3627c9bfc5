import type { Annotation } from '../../../domain/annotation/annotation.ts';
import type { MergeItem } from '../../../domain/backup/plan.ts';
import type { Row } from '../../../domain/backup/versions.ts';
import type { SavedBrief } from '../../../domain/brief/saved-brief.ts';
import type { Tag } from '../../../domain/tag/tag.ts';
import type { TrashEntry } from '../../../domain/trash/trash.ts';
import { backupTexts as words } from '../../../shared/texts/texts.ts';
import { useLibrary } from '../../state/library.ts';
import { TagChip } from '../../ui/tag-chip.tsx';
import styles from './backup.module.css';

interface ItemProps {
  readonly item: MergeItem;
  /** By id. */
  readonly tags: ReadonlyMap<string, Tag>;
}

/** One thing that would change: what it is, and its versions where there are several. */
export function Item({ item, tags }: ItemProps) {
  return (
    <li className={styles.item}>
      <Title table={item.table} row={item.after} />
      {item.kind === 'new' ? (
        <Version table={item.table} row={item.after} tags={tags} isOnly />
      ) : (
        <dl className={styles.versions}>
          <Labelled label={words.ours} table={item.table} row={item.ours} tags={tags} />
          <Labelled
            label={item.theirs ? words.theirs : words.after}
            table={item.table}
            row={item.theirs ?? item.after}
            tags={tags}
          />
        </dl>
      )}
    </li>
  );
}

interface VersionProps {
  readonly table: MergeItem['table'];
  readonly row: Row;
  readonly tags: ReadonlyMap<string, Tag>;
  /** Whether there is no other version to tell it from. */
  readonly isOnly?: boolean;
}

function Labelled({
  label,
  row,
  ...rest
}: Omit<VersionProps, 'row'> & { label: string; row: Row | null }) {
  return (
    <div className={styles.version}>
      <dt>{label}</dt>
      <dd>{row ? <Version row={row} {...rest} /> : words.missing}</dd>
    </div>
  );
}

/** What a row is about: the passage, the tag's name. */
function Title({ table, row }: Pick<VersionProps, 'table' | 'row'>) {
  const entries = useLibrary((library) => library.entries);
  if (table === 'annotations') {
    const { quote, articleId } = row as Annotation;
    const article = entries?.find(({ id }) => id === articleId);
    return (
      <>
        <blockquote className={styles.quote} lang="vi">
          {quote.exact}
        </blockquote>
        <p className={styles.article} lang={article && 'vi'}>
          {article?.title ?? words.unknownArticle}
        </p>
      </>
    );
  }
  if (table === 'tags') {
    const { name, colour } = row as Tag;
    return <TagChip name={name} colour={colour} wraps />;
  }
  if (table === 'briefs') {
    return <p className={styles.name}>{words.brief((row as SavedBrief).title)}</p>;
  }
  if (table === 'trash') {
    const entry = row as TrashEntry;
    return (
      <>
        <p className={styles.article}>{words.inTrash}</p>
        <Title table={entry.table} row={entry.row} />
      </>
    );
  }
  const key = 'key' in row ? row.key : row.id;
  return <p>{table === 'settings' ? words.setting(key) : words.entry(table, key)}</p>;
}

/** What a row says: tags and note, the tag's description. */
function Version({ table, row, tags, isOnly = false }: VersionProps) {
  if (table === 'annotations') return <AnnotationVersion row={row as Annotation} tags={tags} />;
  if (table !== 'tags') return null;
  const { name, description } = row as Tag;
  return (
    <>
      {!isOnly && <p>{words.tag(name)}</p>}
      {description !== '' && <p className={styles.note}>{description}</p>}
    </>
  );
}

function AnnotationVersion({ row, tags }: { row: Annotation } & Pick<VersionProps, 'tags'>) {
  const known = row.tagIds.flatMap((id) => tags.get(id) ?? []);
  return (
    <>
      <span className={styles.tags}>
        {known.length === 0 && <span className={styles.quiet}>{words.noTags}</span>}
        {known.map(({ id, name, colour }) => (
          <TagChip key={id} name={name} colour={colour} />
        ))}
      </span>
      {row.note !== '' && <p className={styles.note}>{row.note}</p>}
      {row.translation && (
        <p className={styles.note}>
          {words.translation} {row.translation.text}
        </p>
      )}
    </>
  );
}

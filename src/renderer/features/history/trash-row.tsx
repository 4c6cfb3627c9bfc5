import { useId } from 'react';
import type { Annotation } from '../../../domain/annotation/annotation.ts';
import type { TrashEntry } from '../../../domain/trash/trash.ts';
import { historyTexts } from '../../../shared/texts/texts.ts';
import { useCodebook } from '../../state/workspace-context.tsx';
import { Button } from '../../ui/button.tsx';
import { TagChip } from '../../ui/tag-chip.tsx';
import styles from './history.module.css';
import { Source } from './source.tsx';

const words = historyTexts.trash;

interface TrashRowProps {
  readonly entry: TrashEntry;
  readonly onRestore?: () => void;
  readonly onPurge?: () => void;
}

/** One deleted thing, with enough of it to know it again. */
export function TrashRow({ entry, onRestore, onPurge }: TrashRowProps) {
  const nameId = useId();
  return (
    <>
      <div className={styles.what}>
        <div id={nameId} className={styles.what}>
          <Deleted entry={entry} />
        </div>
        {entry.table === 'annotations' && <Details annotation={entry.row} />}
        <p className={styles.meta}>
          {entry.table === 'annotations' && <Source articleId={entry.row.articleId} />}
          <span>{words.deletedAt(historyTexts.moment(entry.deletedAt))}</span>
        </p>
      </div>
      {onRestore && (
        <div className={styles.buttons}>
          <Button aria-describedby={nameId} onPress={onRestore}>
            {words.restore}
          </Button>
          <Button variant="danger" aria-describedby={nameId} {...(onPurge && { onPress: onPurge })}>
            {words.purge}
          </Button>
        </div>
      )}
    </>
  );
}

function Deleted({ entry }: { entry: TrashEntry }) {
  switch (entry.table) {
    case 'tags':
      return <DeletedTag entry={entry} />;
    case 'briefs':
      return <p className={styles.tagLine}>{words.brief(entry.row.title)}</p>;
    case 'annotations':
      return (
        <blockquote className={styles.quote} lang="vi">
          {entry.row.quote.exact}
        </blockquote>
      );
  }
}

function DeletedTag({ entry }: { entry: Extract<TrashEntry, { readonly table: 'tags' }> }) {
  return (
    <p className={styles.tagLine}>
      <span>{words.tag}</span>
      <TagChip name={entry.row.name} colour={entry.row.colour} wraps />
      <span className={styles.soft}>{words.tagUses(entry.annotationIds.length)}</span>
    </p>
  );
}

/** What the analyst had made of the passage. */
function Details({ annotation }: { annotation: Annotation }) {
  const tags = useCodebook().filter(({ id }) => annotation.tagIds.includes(id));
  return (
    <>
      {annotation.note !== '' && <p className={styles.note}>{annotation.note}</p>}
      {tags.length > 0 && (
        <p className={styles.tags}>
          {tags.map(({ id, name, colour }) => (
            <TagChip key={id} name={name} colour={colour} />
          ))}
        </p>
      )}
    </>
  );
}

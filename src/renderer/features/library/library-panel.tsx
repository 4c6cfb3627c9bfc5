import { FileWarning } from 'lucide-react';
import type { LibraryEntry } from '../../../shared/contract.ts';
import { texts } from '../../../shared/texts/texts.ts';
import { useLibrary } from '../../state/library.ts';
import { openArticle } from '../../state/navigate.ts';
import { useView } from '../../state/view.ts';
import { useCodebook, useTally, useWorkspace } from '../../state/workspace-context.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { TagChip } from '../../ui/tag-chip.tsx';
import styles from './library-panel.module.css';

const words = texts.library;

/** The left of the window: every article, with its date and how often each tag is used in it. */
export function LibraryPanel() {
  const entries = useLibrary((library) => library.entries);
  const articleId = useView((view) => view.articleId);
  return (
    <nav className={styles.panel} aria-label={words.title}>
      <h2 className={styles.title}>{words.title}</h2>
      {entries?.length === 0 && <EmptyState title={words.title} hint={words.empty} />}
      <ul className={styles.list}>
        {entries?.map((entry) => (
          <li key={entry.id}>
            <LibraryItem entry={entry} isOpen={entry.id === articleId} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Named by its title alone; date and counts are its description. */
function LibraryItem({ entry, isOpen }: { entry: LibraryEntry; isOpen: boolean }) {
  const workspace = useWorkspace();
  const titleId = `library-title-${entry.id}`;
  const detailId = `library-detail-${entry.id}`;
  return (
    <button
      type="button"
      className={styles.item}
      aria-labelledby={titleId}
      aria-describedby={detailId}
      aria-current={isOpen ? 'page' : undefined}
      onClick={() => void openArticle(workspace, entry.id)}
    >
      <span className={styles.itemTitle} id={titleId} lang="vi">
        {entry.title}
      </span>
      <span className={styles.detail} id={detailId}>
        <ItemState entry={entry} />
        <ItemTags articleId={entry.id} />
      </span>
    </button>
  );
}

function ItemState({ entry }: { entry: LibraryEntry }) {
  if (entry.state !== 'readable') {
    return (
      <span className={styles.problem}>
        <FileWarning size={14} aria-hidden="true" />
        {entry.state === 'missing' ? words.missing : words.damaged}
      </span>
    );
  }
  return (
    <span className={styles.date}>
      <time dateTime={entry.date}>{texts.day(entry.date)}</time>
      {entry.dateBasis === 'inferred' && (
        <span title={words.inferredDate}>{words.inferredMark}</span>
      )}
    </span>
  );
}

function ItemTags({ articleId }: { articleId: string }) {
  const codebook = useCodebook();
  const tally = useTally(articleId);
  const used = codebook.filter(({ id }) => (tally.byTag.get(id) ?? 0) > 0);
  if (tally.total === 0) return null;
  return (
    <span className={styles.tags}>
      <span className={styles.total}>{words.passages(tally.total)}</span>
      {used.map((tag) => (
        <TagChip
          key={tag.id}
          name={tag.name}
          colour={tag.colour}
          count={tally.byTag.get(tag.id) ?? 0}
        />
      ))}
    </span>
  );
}

import type { LibraryEntry } from '../../../shared/contract.ts';
import { texts } from '../../../shared/texts/texts.ts';
import { useLibrary } from '../../state/library.ts';
import { useView } from '../../state/view.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ArticlePage } from './article-page.tsx';
import { OriginalView } from './original-view.tsx';
import styles from './reader.module.css';

/** The middle of the window: the article that is open, or why there is none. */
export function Reader() {
  return (
    <main className={styles.reader} aria-label={texts.reader.label}>
      <ReaderContent />
    </main>
  );
}

function ReaderContent() {
  const articleId = useView((view) => view.articleId);
  const showsOriginal = useView((view) => view.showsOriginal);
  const opened = useLibrary((library) => library.opened.get(articleId ?? ''));
  const entry = useLibrary((library) => library.entries?.find(({ id }) => id === articleId));
  const words = texts.reader;
  if (!articleId) return <EmptyState title={words.welcome} hint={words.welcomeHint} />;
  if (entry && entry.state !== 'readable') return <Unreadable entry={entry} />;
  if (!opened) return <p className={styles.loading}>{words.loading}</p>;
  return showsOriginal ? (
    <div className={styles.scroller}>
      <OriginalView opened={opened} />
    </div>
  ) : (
    <ArticlePage key={articleId} opened={opened} />
  );
}

function Unreadable({ entry }: { entry: Exclude<LibraryEntry, { state: 'readable' }> }) {
  const words = texts.reader;
  return entry.state === 'missing' ? (
    <EmptyState title={words.missingTitle} hint={words.missing(entry.file)} />
  ) : (
    <EmptyState title={words.damagedTitle} hint={words.damaged(entry.file)} />
  );
}

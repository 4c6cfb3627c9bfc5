import { texts } from '../../../shared/texts/texts.ts';
import { type ReadProblem, useLibrary } from '../../state/library.ts';
import { useView } from '../../state/view.ts';
import { Button } from '../../ui/button.tsx';
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
  const problem = useLibrary((library) => library.problems.get(articleId ?? ''));
  const isUnlisted = useLibrary((library) => library.isUnlisted);
  const words = texts.reader;
  if (!articleId && isUnlisted) return <Unlisted />;
  if (!articleId) return <EmptyState title={words.welcome} hint={words.welcomeHint} />;
  if (entry && entry.state !== 'readable') {
    return <Unreadable problem={entry.state} file={entry.file} />;
  }
  if (!opened && problem) return <Unreadable problem={problem} />;
  if (!opened) return <p className={styles.loading}>{words.loading}</p>;
  return showsOriginal ? (
    <div className={styles.scroller}>
      <OriginalView opened={opened} />
    </div>
  ) : (
    <ArticlePage key={articleId} opened={opened} />
  );
}

function Unreadable({ problem, file }: { problem: ReadProblem; file?: string }) {
  const words = texts.reader;
  switch (problem) {
    case 'missing':
      return <EmptyState title={words.missingTitle} hint={words.missing(file)} />;
    case 'damaged':
      return <EmptyState title={words.damagedTitle} hint={words.damaged(file)} />;
    case 'unknown':
      return <EmptyState title={words.unknownTitle} hint={words.unknown} />;
    case 'unanswered':
      return <EmptyState title={words.unansweredTitle} hint={words.unanswered} />;
  }
}

function Unlisted() {
  const words = texts.library;
  return (
    <div role="alert">
      <EmptyState title={words.unlistedTitle} hint={words.unlisted}>
        <Button onPress={() => location.reload()}>{texts.reload}</Button>
      </EmptyState>
    </div>
  );
}

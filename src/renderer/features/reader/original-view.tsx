import type { OpenedArticle } from '../../../shared/contract.ts';
import { texts } from '../../../shared/texts/texts.ts';
import { showOriginal } from '../../state/view.ts';
import { Button } from '../../ui/button.tsx';
import styles from './original-view.module.css';

/** The file as it came, and what was done to make it readable. */
export function OriginalView({ opened }: { opened: OpenedArticle }) {
  const words = texts.reader;
  const dropped = opened.cleanings.filter(({ kind }) => kind === 'dropped');
  const counts = Map.groupBy(opened.cleanings, ({ kind }) => kind);
  return (
    <section className={styles.original} aria-label={words.original}>
      <div className={styles.head}>
        <h2 className={styles.title}>{words.originalFile(opened.originalFile)}</h2>
        <Button onPress={() => showOriginal(false)}>{words.readAsPrinted}</Button>
      </div>
      <h3 className={styles.subtitle}>{words.cleaningTitle}</h3>
      {counts.size === 0 ? (
        <p>{words.nothingCleaned}</p>
      ) : (
        <ul className={styles.cleanings}>
          {[...counts].map(([kind, list]) => (
            <li key={kind}>
              {words.cleanings[kind](list.reduce((sum, { count }) => sum + count, 0))}
              {kind === 'dropped' && (
                <span className={styles.dropped}>
                  {' '}
                  — {dropped.map(({ text }) => text).join(' · ')}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled by keyboard, it must take the focus */}
      <pre className={styles.raw} lang={opened.article.language} tabIndex={0}>
        {opened.original}
      </pre>
    </section>
  );
}

import type { Article } from '../../../domain/article/article.ts';
import { texts } from '../../../shared/texts/texts.ts';
import styles from './reader.module.css';

/** What stands above the article: its date, and a headline when the article has none printed. */
export function ArticleHeading({ article }: { article: Article }) {
  const words = texts.reader;
  return (
    <header className={styles.heading}>
      <p className={styles.kicker}>
        <time dateTime={article.date}>{texts.day(article.date)}</time>
        {article.dateBasis === 'inferred' && (
          <span title={texts.library.inferredDate}>{words.inferredDate}</span>
        )}
        {article.byline && <span lang={article.language}>{article.byline}</span>}
      </p>
      {article.titleBasis === 'inferred' && (
        <>
          <h1 className={styles.inferredTitle} lang={article.language}>
            {article.title}
          </h1>
          <p className={styles.basis}>{words.inferredTitle}</p>
        </>
      )}
    </header>
  );
}

import { historyTexts } from '../../../shared/texts/texts.ts';
import { useLibrary } from '../../state/library.ts';
import styles from './history.module.css';

/** The title of the article that something is about. */
export function Source({ articleId }: { articleId: string }) {
  const title = useLibrary(({ entries }) => entries?.find(({ id }) => id === articleId)?.title);
  return (
    <cite className={styles.source} {...(title && { lang: 'vi' })}>
      {title ?? historyTexts.unknownArticle}
    </cite>
  );
}

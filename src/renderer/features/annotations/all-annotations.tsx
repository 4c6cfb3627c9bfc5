import { useState } from 'react';
import type { Annotation } from '../../../domain/annotation/annotation.ts';
import { texts } from '../../../shared/texts/texts.ts';
import { useLibrary } from '../../state/library.ts';
import { useAllAnnotations } from '../../state/workspace-context.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './annotations-panel.module.css';
import { CardList } from './card-list.tsx';

/** How many cards are shown before more are asked for. */
const PAGE = 200;

interface AllAnnotationsProps {
  readonly keep: (annotation: Annotation) => boolean;
  /** Shown when there is nothing to list. */
  readonly empty: React.ReactNode;
}

/** The annotations of every article, article by article in the library's order. */
export function AllAnnotations({ keep, empty }: AllAnnotationsProps) {
  const index = useAllAnnotations();
  const entries = useLibrary((library) => library.entries) ?? [];
  const [limit, setLimit] = useState(PAGE);

  const titles = new Map(entries.map(({ id, title }) => [id, title]));
  const known = entries.map(({ id }) => id);
  const gone = index.articleIds().filter((id) => !titles.has(id));
  let room = limit;
  let left = 0;
  const groups = [...known, ...gone].flatMap((articleId) => {
    const kept = index.ofArticle(articleId).filter(keep);
    const shown = kept.slice(0, room);
    room -= shown.length;
    left += kept.length - shown.length;
    return shown.length > 0 ? [{ articleId, shown }] : [];
  });
  if (groups.length === 0) return empty;
  return (
    <div className={styles.all}>
      {groups.map(({ articleId, shown }) => (
        <section key={articleId}>
          <h3 className={styles.articleTitle} lang="vi">
            {titles.get(articleId) ?? texts.annotations.unknownArticle}
          </h3>
          <CardList annotations={shown} />
        </section>
      ))}
      {left > 0 && (
        <Button onPress={() => setLimit(limit + PAGE)}>{texts.annotations.more(left)}</Button>
      )}
    </div>
  );
}

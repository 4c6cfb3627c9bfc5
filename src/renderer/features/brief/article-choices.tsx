import { useMemo, useState } from 'react';
import { briefTexts as words } from '../../../shared/texts/texts.ts';
import type { BriefDesk } from '../../state/brief.ts';
import { chooseAllArticles, chooseArticle } from '../../state/brief-choice.ts';
import { editBrief } from '../../state/briefs.ts';
import { useLibrary } from '../../state/library.ts';
import { useWorkspace } from '../../state/workspace-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Choice, ChoiceGroup } from './choice.tsx';
import styles from './choices.module.css';

/** How many articles are listed before more are asked for. */
const PAGE = 50;

/** The articles that have passages, in the library's order; others would add nothing. */
export function ArticleChoices({ desk }: { desk: BriefDesk }) {
  const workspace = useWorkspace();
  const { brief, totals } = desk;
  const articles = useAnnotatedArticles(totals.byArticle);
  const [limit, setLimit] = useState(PAGE);
  const { articleIds } = brief.choice;
  const all = articles.map(({ id }) => id);
  const edit = (change: Parameters<typeof editBrief>[2]) =>
    void editBrief(workspace, brief.id, change);
  if (articles.length === 0) return null;
  return (
    <ChoiceGroup
      label={words.articles}
      every={{ isChosen: articleIds === null, is: words.everyArticle, choose: words.allArticles }}
      onEvery={() => edit(chooseAllArticles)}
    >
      {articles.slice(0, limit).map(({ id, title, count }) => (
        <Choice
          key={id}
          count={count}
          isChosen={articleIds?.includes(id) ?? true}
          onChoose={(isChosen) => edit(chooseArticle(id, isChosen, all))}
        >
          <span className={styles.article} lang={title === undefined ? undefined : 'vi'}>
            {title ?? words.unknownArticle}
          </span>
        </Choice>
      ))}
      {articles.length > limit && (
        <div>
          <Button onPress={() => setLimit(limit + PAGE)}>
            {words.more(articles.length - limit)}
          </Button>
        </div>
      )}
    </ChoiceGroup>
  );
}

function useAnnotatedArticles(byArticle: ReadonlyMap<string, number>) {
  const entries = useLibrary((library) => library.entries);
  return useMemo(() => {
    const titles = new Map(entries?.map(({ id, title }) => [id, title]));
    const order = new Set([...titles.keys(), ...[...byArticle.keys()].sort()]);
    return [...order].flatMap((id) => {
      const count = byArticle.get(id);
      return count === undefined ? [] : [{ id, title: titles.get(id), count }];
    });
  }, [entries, byArticle]);
}

import { useDeferredValue, useMemo } from 'react';
import { type Article, articleText } from '../../../domain/article/article.ts';
import { findAll, type Hit } from '../../../domain/text/find.ts';
import { foldText } from '../../../domain/text/fold.ts';
import type { Find } from '../../state/view.ts';

const NONE: readonly Hit[] = [];

/** The hits of the open search in the article. Typing stays ahead of a long article. */
export function useFindHits(article: Article, find: Find): readonly Hit[] {
  const query = useDeferredValue(find.open ? find.query : '');
  const { exactTones, iForY } = find;
  const searching = query.trim() !== '';
  const folded = useMemo(
    () => (searching ? foldText(articleText(article), { exactTones, iForY }) : undefined),
    [article, exactTones, iForY, searching],
  );
  return useMemo(() => (folded ? findAll(folded, query) : NONE), [folded, query]);
}

import { useEffect, useMemo, useState } from 'react';
import type { Article } from '../../domain/article/article.ts';
import type { UnavailableArticle } from '../../domain/brief/brief.ts';
import { readArticle, useLibrary } from './library.ts';
import { useWorkspace } from './workspace-context.tsx';

/** The articles that annotations refer to, as far as they can be read, in the library's order. */
export interface BriefSources {
  readonly articles: readonly Article[];
  readonly unavailable: readonly UnavailableArticle[];
}

/** Reads every annotated article; those that cannot be read turn up as `unavailable`. */
async function readAnnotated(articleIds: readonly string[]): Promise<void> {
  await Promise.allSettled(articleIds.map(readArticle));
}

/** Saves what is being typed, then reads the annotated articles. `undefined` until that is done. */
export function useBriefSources(): BriefSources | undefined {
  const workspace = useWorkspace();
  const entries = useLibrary((library) => library.entries);
  const opened = useLibrary((library) => library.opened);
  const [isRead, setRead] = useState(false);
  useEffect(() => {
    let isWanted = true;
    const gather = async () => {
      await workspace.drafts.finish();
      await readAnnotated(workspace.annotations.articleIds());
      if (isWanted) setRead(true);
    };
    void gather();
    return () => {
      isWanted = false;
    };
  }, [workspace]);

  return useMemo(() => {
    if (!isRead) return undefined;
    const order = entries?.map(({ id }) => id) ?? [...opened.keys()];
    return {
      articles: order.flatMap((id) => opened.get(id)?.article ?? []),
      unavailable: (entries ?? []).filter(({ id }) => !opened.has(id)),
    };
  }, [isRead, entries, opened]);
}

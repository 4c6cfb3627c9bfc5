import { useCallback, useMemo } from 'react';
import type { Annotation } from '../../../domain/annotation/annotation.ts';
import { texts } from '../../../shared/texts/texts.ts';
import { useLibrary } from '../../state/library.ts';
import { chooseScope, updateView, useView } from '../../state/view.ts';
import { useAllAnnotations, useAnnotations, useCodebook } from '../../state/workspace-context.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { TagToggle } from '../../ui/tag-toggle.tsx';
import { AllAnnotations } from './all-annotations.tsx';
import styles from './annotations-panel.module.css';
import { CardList } from './card-list.tsx';
import { CopyMenu } from './copy-menu.tsx';
import { Margin } from './margin.tsx';
import { Unplaced } from './unplaced.tsx';

const words = texts.annotations;

/** The right of the window: this article's annotations beside their passages, or those of all articles. */
export function AnnotationsPanel() {
  const scope = useView((view) => view.scope);
  const articleId = useView((view) => view.articleId) ?? '';
  const tagFilter = useTagFilter();
  const keep = useCallback(
    ({ tagIds }: Annotation) =>
      tagFilter.length === 0 || tagFilter.some((tagId) => tagIds.includes(tagId)),
    [tagFilter],
  );
  const filtered = tagFilter.length > 0;
  return (
    <aside className={styles.panel} aria-label={words.title}>
      <header className={styles.head}>
        <h2 className={styles.title}>{words.title}</h2>
        <Segmented
          label={words.scope}
          value={scope}
          options={[
            { value: 'article', name: words.thisArticle },
            { value: 'all', name: words.allArticles },
          ]}
          onChange={chooseScope}
        />
        <div className={styles.tools}>
          <TagFilter />
          <CopyListed keep={keep} />
        </div>
        {scope === 'article' && <Unplaced articleId={articleId} />}
      </header>
      {scope === 'all' ? (
        <AllAnnotations
          keep={keep}
          empty={filtered ? <NoneKept /> : <EmptyState title={words.empty} hint={words.emptyAll} />}
        />
      ) : (
        <ThisArticle keep={keep} filtered={filtered} />
      )}
    </aside>
  );
}

function ThisArticle(props: { keep: (annotation: Annotation) => boolean; filtered: boolean }) {
  const { keep, filtered } = props;
  const articleId = useView((view) => view.articleId) ?? '';
  const annotations = useAnnotations(articleId);
  const isReadable = useLibrary((library) => library.opened.has(articleId));
  const showsArticle = useView((view) => !view.showsOriginal) && isReadable;
  const kept = useMemo(() => annotations.filter(keep), [annotations, keep]);
  if (kept.length > 0 && showsArticle) return <Margin annotations={kept} />;
  if (kept.length > 0) {
    return (
      <div className={styles.all}>
        <CardList annotations={kept} />
      </div>
    );
  }
  return annotations.length > 0 && filtered ? (
    <NoneKept />
  ) : (
    <EmptyState title={words.empty} hint={words.emptyHint} />
  );
}

/** Copies what the panel lists, also what is not unfolded. */
function CopyListed({ keep }: { keep: (annotation: Annotation) => boolean }) {
  const scope = useView((view) => view.scope);
  const articleId = useView((view) => view.articleId) ?? '';
  const index = useAllAnnotations();
  const listed = () => {
    const ids = scope === 'all' ? index.articleIds() : [articleId];
    return ids.flatMap((id) => index.ofArticle(id)).filter(keep);
  };
  return <CopyMenu annotations={listed} label={texts.copy.labelAll} isForMany />;
}

/** The chosen tags that are in the codebook still: a tag that was deleted or merged narrows nothing. */
function useTagFilter(): readonly string[] {
  const codebook = useCodebook();
  const chosen = useView((view) => view.tagFilter);
  return useMemo(() => {
    const known = new Set(codebook.map(({ id }) => id));
    return chosen.filter((id) => known.has(id));
  }, [codebook, chosen]);
}

function NoneKept() {
  return (
    <EmptyState title={words.filtered} hint="">
      <Button onPress={() => updateView({ tagFilter: [] })}>{words.clearFilter}</Button>
    </EmptyState>
  );
}

/** Narrows the panel to annotations that have any of the chosen tags. */
function TagFilter() {
  const codebook = useCodebook();
  const tagFilter = useTagFilter();
  const toggle = (id: string) =>
    updateView({
      tagFilter: tagFilter.includes(id)
        ? tagFilter.filter((other) => other !== id)
        : [...tagFilter, id],
    });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a form's look and semantics
    <div className={styles.filter} role="group" aria-label={words.filter}>
      {codebook.map((tag) => (
        <TagToggle
          key={tag.id}
          tag={tag}
          label={words.onlyTag(tag.name)}
          isOn={tagFilter.includes(tag.id)}
          onToggle={() => toggle(tag.id)}
        />
      ))}
    </div>
  );
}

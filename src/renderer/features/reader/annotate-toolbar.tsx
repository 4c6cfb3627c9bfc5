import {
  autoUpdate,
  flip,
  hide,
  inline,
  offset,
  shift,
  size,
  useFloating,
} from '@floating-ui/react-dom';
import { Highlighter, StickyNote, TextQuote } from 'lucide-react';
import { type ReactNode, useLayoutEffect } from 'react';
import { Toolbar } from 'react-aria-components';
import type { TextPositionSelector } from '../../../domain/annotation/annotation.ts';
import type { Article } from '../../../domain/article/article.ts';
import { texts } from '../../../shared/texts/texts.ts';
import type { ArticleHandle } from '../../editor/article-handle.ts';
import { annotationAt, applyTag, highlightSelection, openNote } from '../../state/annotate.ts';
import { copyInView } from '../../state/copy.ts';
import { useAnnotations, useCodebook, useWorkspace } from '../../state/workspace-context.tsx';
import { TagChip } from '../../ui/tag-chip.tsx';
import styles from './annotate-toolbar.module.css';

interface AnnotateToolbarProps {
  readonly handle: ArticleHandle;
  readonly article: Article;
  readonly passage: TextPositionSelector;
}

/** Floats at the selection: a button for each tag, one to highlight, one to write a note. */
export function AnnotateToolbar({ handle, article, passage }: AnnotateToolbarProps) {
  const workspace = useWorkspace();
  const { setFloating, style } = usePlaceAt(handle, passage);
  return (
    <Toolbar
      ref={setFloating}
      style={style}
      className={styles.toolbar ?? ''}
      aria-label={texts.annotate.label}
    >
      <TagButtons article={article} passage={passage} />
      <span className={styles.divider} aria-hidden="true" />
      <ToolbarButton
        name={texts.annotate.highlight}
        keys="H"
        onPress={() => highlightSelection(workspace, article)}
      >
        <Highlighter size={15} aria-hidden="true" />
      </ToolbarButton>
      <ToolbarButton
        name={texts.annotate.note}
        keys="N"
        onPress={() => openNote(workspace, article)}
      >
        <StickyNote size={15} aria-hidden="true" />
      </ToolbarButton>
      <ToolbarButton
        name={texts.copy.citation}
        keys={undefined}
        onPress={() => copyInView(workspace, article, 'citation')}
      >
        <TextQuote size={15} aria-hidden="true" />
      </ToolbarButton>
    </Toolbar>
  );
}

/** A button a tag; those of the annotation over exactly this passage are pressed. */
function TagButtons({ article, passage }: Pick<AnnotateToolbarProps, 'article' | 'passage'>) {
  const workspace = useWorkspace();
  const codebook = useCodebook();
  // So that the buttons follow its tags.
  useAnnotations(article.id);
  const existing = annotationAt(workspace, article.id, passage);
  return codebook.map((tag) => (
    <ToolbarButton
      key={tag.id}
      name={tag.name}
      keys={tag.shortcut}
      isPressed={existing?.tagIds.includes(tag.id) ?? false}
      onPress={() => applyTag(workspace, article, tag.id)}
    >
      <TagChip name={tag.name} colour={tag.colour} />
    </ToolbarButton>
  ));
}

/** Where a toolbar stands so that it neither hides the passage nor leaves the article. */
function usePlaceAt(handle: ArticleHandle, passage: TextPositionSelector) {
  const within = { padding: 12, boundary: handle.root.closest('main') ?? handle.root };
  const { refs, floatingStyles, middlewareData } = useFloating({
    placement: 'top',
    strategy: 'fixed',
    middleware: [
      inline(),
      offset(10),
      flip(),
      // Over the article only: beside it stands what the analyst compares with.
      size({
        ...within,
        apply: ({ elements }) => {
          const room = within.boundary.clientWidth - 2 * within.padding;
          elements.floating.style.setProperty('--room', `${room}px`);
        },
      }),
      shift(within),
      hide(),
    ],
    whileElementsMounted: autoUpdate,
  });
  useLayoutEffect(() => {
    refs.setReference(handle.reference(passage));
  }, [refs, handle, passage]);
  // When the selection is scrolled away the toolbar goes with it.
  const visibility = middlewareData.hide?.referenceHidden ? 'hidden' : 'visible';
  return { setFloating: refs.setFloating, style: { ...floatingStyles, visibility } as const };
}

interface ToolbarButtonProps {
  readonly name: string;
  readonly keys: string | undefined;
  readonly isPressed?: boolean;
  readonly onPress: () => Promise<void>;
  readonly children: ReactNode;
}

/** A plain button, since a press must leave the selection in the article as it is. */
function ToolbarButton({ name, keys, isPressed, onPress, children }: ToolbarButtonProps) {
  return (
    <button
      type="button"
      className={styles.button}
      aria-label={name}
      aria-keyshortcuts={keys}
      aria-pressed={isPressed}
      title={keys ? undefined : name}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => void onPress()}
    >
      {children}
      {keys && <kbd>{keys}</kbd>}
    </button>
  );
}

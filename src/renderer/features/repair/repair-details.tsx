import type { RefObject } from 'react';
import type { Anchor, Annotation } from '../../../domain/annotation/annotation.ts';
import { chosenPassage } from '../../../domain/annotation/reanchor.ts';
import { surroundingsOfQuote } from '../../../domain/annotation/surroundings.ts';
import { repairTexts as words } from '../../../shared/texts/texts.ts';
import { useCandidates } from '../../state/candidates.ts';
import { useLibrary } from '../../state/library.ts';
import { accept, anchorHere, choosePassage, keepNote, showPlace } from '../../state/repair.ts';
import { useCodebook, useNote, useWorkspace } from '../../state/workspace-context.tsx';
import { Button } from '../../ui/button.tsx';
import { TagChip } from '../../ui/tag-chip.tsx';
import { Amid } from './amid.tsx';
import { Places } from './places.tsx';
import styles from './repair.module.css';

interface RepairDetailsProps {
  readonly ref: RefObject<HTMLElement | null>;
  readonly annotation: Annotation;
  /** Given what the analyst decided, to be carried out; it says whether that is saved. */
  readonly onDecide: (decision: () => Promise<boolean>) => void;
}

/** One passage as it was chosen, beside where it may stand now, and what can be done about it. */
export function RepairDetails({ ref, annotation, onDecide }: RepairDetailsProps) {
  const workspace = useWorkspace();
  const { id, anchor } = annotation;
  const candidates = useCandidates(annotation);
  if (!anchor) return null;
  const { quote } = chosenPassage(annotation);
  return (
    <section ref={ref} className={styles.details} tabIndex={-1} aria-label={quote.exact}>
      <Head annotation={annotation} />
      <div className={styles.columns}>
        <div className={styles.column}>
          <h4 className={styles.label}>{anchor.alternatives ? words.perhaps : words.chosen}</h4>
          <Amid surroundings={surroundingsOfQuote(quote)}>{quote.exact}</Amid>
          <Made annotation={annotation} />
        </div>
        <div className={styles.column}>
          <Places
            state={anchor.state}
            quote={anchor.alternatives ? undefined : quote.exact}
            candidates={candidates}
            onShow={(position) => void showPlace(workspace, annotation.articleId, position)}
            onAccept={() => onDecide(() => accept(workspace, id))}
            onUse={(article, position) =>
              onDecide(() => anchorHere(workspace, id, article, position))
            }
          />
        </div>
      </div>
      <div className={styles.actions}>
        {candidates !== 'unreadable' && (
          <Button onPress={() => void choosePassage(workspace, id)}>{words.select}</Button>
        )}
        <Button onPress={() => onDecide(() => keepNote(workspace, id))}>{words.keepAsNote}</Button>
      </div>
    </section>
  );
}

/** Which article it is about, what became of the passage, and what that means. */
function Head({ annotation: { articleId, anchor } }: { annotation: Annotation }) {
  const title = useLibrary(({ entries }) => entries?.find(({ id }) => id === articleId)?.title);
  return (
    <header className={styles.head}>
      <cite className={styles.article} {...(title && { lang: 'vi' })}>
        {title ?? words.unknownArticle}
      </cite>
      {anchor && (
        <>
          <h3 className={styles.state}>{words.states[anchor.state]}</h3>
          <p className={styles.meaning}>{meaningOf(anchor)}</p>
          {anchor.change && <p className={styles.meaning}>{words.change(anchor.change)}</p>}
        </>
      )}
    </header>
  );
}

function meaningOf({ state, alternatives, change }: Anchor): string {
  if (alternatives) return words.severalReadings;
  return state === 'lost' && change ? words.otherStatement : words.meaning[state];
}

/** What the analyst had made of the passage. */
function Made({ annotation }: { annotation: Annotation }) {
  const note = useNote(annotation);
  const tags = useCodebook().filter(({ id }) => annotation.tagIds.includes(id));
  return (
    <>
      {tags.length > 0 && (
        <p className={styles.tags}>
          {tags.map(({ id, name, colour }) => (
            <TagChip key={id} name={name} colour={colour} />
          ))}
        </p>
      )}
      {note !== '' && (
        <>
          <h4 className={styles.label}>{words.note}</h4>
          <p className={styles.note}>{note}</p>
        </>
      )}
    </>
  );
}

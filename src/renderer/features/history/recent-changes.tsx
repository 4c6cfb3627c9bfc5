import { useId, useRef, useState } from 'react';
import type { Annotation } from '../../../domain/annotation/annotation.ts';
import { historyTexts } from '../../../shared/texts/texts.ts';
import { describeChanges } from '../../state/describe-changes.ts';
import { goBackTo, type RecentEdit, useRecentEdits } from '../../state/history.ts';
import { useWorkspace } from '../../state/workspace-context.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import styles from './history.module.css';
import { Source } from './source.tsx';
import { buttonIn, useWantedFocus } from './use-wanted-focus.ts';

const words = historyTexts.recent;

/** How many edits are shown before more are asked for. */
const PAGE = 50;

/** What was done, newest first, and how far back "Undo" would have to go for each. */
export function RecentChanges() {
  const workspace = useWorkspace();
  const [limit, setLimit] = useState(PAGE);
  const recent = useRecentEdits(limit);
  const body = useRef<HTMLDivElement>(null);
  const wantFocus = useWantedFocus(body);
  if (!recent) return null;
  const goBack = async (edit: RecentEdit) => {
    const older = recent.edits.slice(recent.edits.indexOf(edit) + 1);
    const next = older.find(({ steps }) => steps !== undefined);
    if (await goBackTo(workspace, edit.batch)) wantFocus(buttonIn(next?.batch));
  };
  return (
    <div ref={body} className={styles.body} tabIndex={-1}>
      {recent.edits.length === 0 ? (
        <EmptyState title={words.empty} hint={words.emptyHint} />
      ) : (
        <ol className={styles.list} aria-label={words.list}>
          {recent.edits.map((edit) => (
            <EditRow key={edit.batch} edit={edit} onGoBack={() => void goBack(edit)} />
          ))}
        </ol>
      )}
      {recent.hasMore && (
        <Button onPress={() => setLimit(limit + PAGE)}>{historyTexts.more}</Button>
      )}
    </div>
  );
}

function EditRow({ edit, onGoBack }: { edit: RecentEdit; onGoBack: () => void }) {
  const nameId = useId();
  const { batch, steps, changes } = edit;
  const passage = passageOf(edit);
  const time = changes[0]?.time;
  return (
    <li className={styles.row} data-row={batch} data-undone={steps === undefined || undefined}>
      <div className={styles.what}>
        <p id={nameId} className={styles.did}>
          {describeChanges(changes)}
          {steps === undefined && <span className={styles.undone}>{words.undone}</span>}
        </p>
        {passage && (
          <p className={styles.passage} lang="vi">
            {passage.quote.exact}
          </p>
        )}
        <p className={styles.meta}>
          {passage && <Source articleId={passage.articleId} />}
          {time && <span>{historyTexts.moment(time)}</span>}
        </p>
      </div>
      {steps !== undefined && (
        <div className={styles.buttons}>
          <Button aria-describedby={nameId} onPress={onGoBack}>
            {words.undoTo(steps)}
          </Button>
        </div>
      )}
    </li>
  );
}

/** The annotation that an edit was about; a tag's edit is about the tag, however many had it. */
function passageOf({ changes }: RecentEdit): Annotation | undefined {
  const [first] = changes;
  if (first?.table !== 'annotations') return undefined;
  return first.after ?? first.before ?? undefined;
}

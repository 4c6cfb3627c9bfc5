import { useRef, useState } from 'react';
import type { TrashEntry } from '../../../domain/trash/trash.ts';
import { historyTexts } from '../../../shared/texts/texts.ts';
import { emptyTrash, purgeEntry, restoreEntry, useTrash } from '../../state/trash.ts';
import { useWorkspace } from '../../state/workspace-context.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Question } from '../../ui/question.tsx';
import styles from './history.module.css';
import { TrashList } from './trash-list.tsx';
import { TrashRow } from './trash-row.tsx';
import { buttonBeside, buttonIn, useWantedFocus } from './use-wanted-focus.ts';

const words = historyTexts.trash;

/** What is asked before it is done: whether to let go of one thing, or of all. */
type Asked = TrashEntry | 'all';

/** Everything that was deleted, to be brought back or let go of. */
export function Trash() {
  const workspace = useWorkspace();
  const entries = useTrash();
  const [asked, ask] = useState<Asked>();
  // Kept here, since the question stands in the place of the list.
  const [query, search] = useState('');
  const body = useRef<HTMLDivElement>(null);
  const wantFocus = useWantedFocus(body);
  if (!entries) return null;

  const answer = (focus: string) => {
    wantFocus(focus);
    ask(undefined);
  };
  /** What was not done leaves all as it is: the question stays, and so does the focus. */
  const once = async (done: Promise<boolean>, focus: string) => {
    if (await done) answer(focus);
  };
  const confirm = (what: Asked) =>
    what === 'all'
      ? once(emptyTrash(workspace), 'button')
      : once(purgeEntry(workspace, what.id), buttonBeside(entries, what.id));
  return (
    <div ref={body} className={styles.body} tabIndex={-1}>
      {asked ? (
        <Answer
          asked={asked}
          count={entries.length}
          onCancel={() => answer(asked === 'all' ? '[data-empty] button' : buttonIn(asked.id))}
          onConfirm={() => void confirm(asked)}
        />
      ) : entries.length === 0 ? (
        <EmptyState title={words.empty} hint={words.emptyHint} />
      ) : (
        <TrashList
          entries={entries}
          query={query}
          onSearch={search}
          onRestore={({ id }, shown) =>
            void once(restoreEntry(workspace, id), buttonBeside(shown, id))
          }
          onAsk={ask}
        />
      )}
    </div>
  );
}

interface AnswerProps {
  readonly asked: Asked;
  readonly count: number;
  readonly onCancel: () => void;
  readonly onConfirm: () => void;
}

function Answer({ asked, count, onCancel, onConfirm }: AnswerProps) {
  const isAll = asked === 'all';
  return (
    <div className={styles.asking}>
      <Question
        title={isAll ? words.emptyTitle(count) : words.purgeTitle}
        effect={isAll ? words.emptyEffect : words.purgeEffect}
        cancel={historyTexts.cancel}
        onCancel={onCancel}
        confirm={
          <Button variant="primary" onPress={onConfirm}>
            {isAll ? words.emptyConfirm : words.purgeConfirm}
          </Button>
        }
      >
        {!isAll && (
          <div className={styles.asked}>
            <TrashRow entry={asked} />
          </div>
        )}
      </Question>
    </div>
  );
}

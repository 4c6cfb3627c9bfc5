import { useRef, useState } from 'react';
import { codebookTexts as words } from '../../../shared/texts/texts.ts';
import { useTotals } from '../../state/brief-tally.ts';
import { useCodebook } from '../../state/workspace-context.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import styles from './codebook.module.css';
import { DoneLine } from './done-line.tsx';
import type { Gone } from './gone.ts';
import { NewTag } from './new-tag.tsx';
import { SaveTrouble } from './save-trouble.tsx';
import { TagDetails } from './tag-details.tsx';
import { TagList } from './tag-list.tsx';
import { useDone } from './use-done.ts';

/** The tags at the left; all about the selected one at the right. */
export function Codebook() {
  const codebook = useCodebook();
  const { byTag } = useTotals(codebook);
  // By its id, so that it stays selected when it moves.
  const [selectedId, select] = useState(codebook[0]?.id);
  const [done, setDone] = useDone(codebook);
  // The focus begins where the work is.
  const [startsEmpty] = useState(codebook.length === 0);
  const list = useRef<HTMLDivElement>(null);
  const place = Math.max(
    0,
    codebook.findIndex(({ id }) => id === selectedId),
  );
  const tag = codebook[place];

  const leave = ({ id, intoId, text }: Gone) => {
    select(intoId ?? (codebook[place + 1] ?? codebook[place - 1])?.id);
    setDone({ goneId: id, text });
    list.current?.focus();
  };
  const undone = () => {
    setDone(undefined);
    list.current?.focus();
  };
  return (
    <div className={styles.codebook}>
      <div className={styles.tags}>
        {tag ? (
          <TagList
            ref={list}
            uses={byTag}
            selectedId={tag.id}
            onSelect={select}
            autoFocus={!startsEmpty}
          />
        ) : (
          <EmptyState title={words.empty} hint={words.emptyHint} />
        )}
        <NewTag onAdded={select} autoFocus={startsEmpty} />
      </div>
      <div className={styles.side}>
        {tag && <TagDetails key={tag.id} tag={tag} uses={byTag.get(tag.id) ?? 0} onGone={leave} />}
        <SaveTrouble />
        <DoneLine text={done?.text} onUndone={undone} />
      </div>
    </div>
  );
}

import { ArrowDown, ArrowUp } from 'lucide-react';
import type { Tag } from '../../../domain/tag/tag.ts';
import { codebookTexts as words } from '../../../shared/texts/texts.ts';
import { moveTag } from '../../state/codebook.ts';
import { useCodebook, useWorkspace } from '../../state/workspace-context.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import styles from './codebook.module.css';

/** What asks before it is done. */
export type Step = 'merge' | 'delete';

interface TagActionsProps {
  readonly tag: Tag;
  /** The button to focus at first. */
  readonly focuses: Step | undefined;
  readonly onStep: (step: Step) => void;
}

/** Moves the tag, merges it, deletes it. */
export function TagActions({ tag, focuses, onStep }: TagActionsProps) {
  const workspace = useWorkspace();
  const codebook = useCodebook();
  const place = codebook.indexOf(tag);
  const move = (step: -1 | 1) => {
    void workspace.inTurn(() => moveTag(workspace, tag.id, step));
  };
  return (
    <div className={styles.actions}>
      <IconButton
        icon={ArrowUp}
        label={words.moveUp}
        isDisabled={place <= 0}
        onPress={() => move(-1)}
      />
      <IconButton
        icon={ArrowDown}
        label={words.moveDown}
        isDisabled={place === codebook.length - 1}
        onPress={() => move(1)}
      />
      <span className={styles.grows} />
      <Button
        isDisabled={codebook.length < 2}
        autoFocus={focuses === 'merge'}
        onPress={() => onStep('merge')}
      >
        {words.merge}
      </Button>
      <Button variant="danger" autoFocus={focuses === 'delete'} onPress={() => onStep('delete')}>
        {words.delete}
      </Button>
    </div>
  );
}

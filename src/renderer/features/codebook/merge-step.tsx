import { useState } from 'react';
import type { Tag } from '../../../domain/tag/tag.ts';
import { codebookTexts as words } from '../../../shared/texts/texts.ts';
import { mergeTag } from '../../state/codebook.ts';
import { isUnsaved } from '../../state/save-status.ts';
import { useCodebook, useWorkspace } from '../../state/workspace-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/fields.tsx';
import { Question } from '../../ui/question.tsx';
import type { Gone } from './gone.ts';

interface MergeStepProps {
  readonly tag: Tag;
  readonly uses: number;
  readonly onCancel: () => void;
  readonly onGone: (gone: Gone) => void;
}

/** Asks which tag shall take this one's place. */
export function MergeStep({ tag, uses, onCancel, onGone }: MergeStepProps) {
  const workspace = useWorkspace();
  const others = useCodebook().filter(({ id }) => id !== tag.id);
  const [intoId, setIntoId] = useState(others[0]?.id);
  const into = others.find(({ id }) => id === intoId) ?? others[0];
  if (!into) return null;
  const merge = async () => {
    await workspace.inTurn(() => mergeTag(workspace, tag.id, into.id));
    // What could not be written has not happened: the dialog says so, and the question stays.
    if (isUnsaved(workspace.writer)) return;
    onGone({ id: tag.id, intoId: into.id, text: words.merged(tag.name, into.name) });
  };
  return (
    <Question
      title={words.mergeTitle(tag.name)}
      effect={`${words.mergeEffect(uses, tag.name, into.name)} ${words.undoHint}`}
      cancel={words.cancel}
      onCancel={onCancel}
      confirm={
        <Button variant="primary" onPress={() => void merge()}>
          {words.mergeConfirm}
        </Button>
      }
    >
      <Select
        label={words.mergeInto}
        showsLabel
        value={into.id}
        options={others.map(({ id, name }) => ({ value: id, name }))}
        onChange={setIntoId}
      />
    </Question>
  );
}

import type { Tag } from '../../../domain/tag/tag.ts';
import { codebookTexts as words } from '../../../shared/texts/texts.ts';
import { deleteTag } from '../../state/codebook.ts';
import { isUnsaved } from '../../state/save-status.ts';
import { useWorkspace } from '../../state/workspace-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Question } from '../../ui/question.tsx';
import type { Gone } from './gone.ts';

interface DeleteStepProps {
  readonly tag: Tag;
  readonly uses: number;
  readonly onCancel: () => void;
  readonly onGone: (gone: Gone) => void;
}

/** Asks whether the tag shall leave the codebook. */
export function DeleteStep({ tag, uses, onCancel, onGone }: DeleteStepProps) {
  const workspace = useWorkspace();
  const remove = async () => {
    await workspace.inTurn(() => deleteTag(workspace, tag.id));
    // What could not be written has not happened: the dialog says so, and the question stays.
    if (isUnsaved(workspace.writer)) return;
    onGone({ id: tag.id, text: words.deleted(tag.name) });
  };
  return (
    <Question
      title={words.deleteTitle(tag.name)}
      effect={`${words.deleteEffect(uses)} ${words.deleteHint}`}
      cancel={words.cancel}
      onCancel={onCancel}
      confirm={
        <Button variant="primary" onPress={() => void remove()}>
          {words.deleteConfirm}
        </Button>
      }
    />
  );
}

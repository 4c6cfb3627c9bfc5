import type { Tag } from '../../../domain/tag/tag.ts';
import { codebookTexts as words } from '../../../shared/texts/texts.ts';
import { changeTag } from '../../state/codebook.ts';
import { useWorkspace } from '../../state/workspace-context.tsx';
import { TextField } from '../../ui/fields.tsx';
import { useDraft } from './use-draft.ts';

/** What belongs under a tag: leaving the field stores it, Escape takes it back. */
export function DescriptionField({ tag }: { tag: Tag }) {
  const workspace = useWorkspace();
  const draft = useDraft(tag.description);
  const store = async () => {
    if (!draft.isChanged) return;
    const description = draft.text.normalize('NFC').trim();
    if (description === tag.description) draft.drop();
    else await workspace.inTurn(() => changeTag(workspace, tag.id, { description }));
  };
  return (
    <TextField
      label={words.description}
      placeholder={words.descriptionPlaceholder}
      multiline
      value={draft.text}
      onChange={draft.type}
      onBlur={() => void store()}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && draft.isChanged) draft.drop();
        else event.continuePropagation();
      }}
    />
  );
}

import { useState } from 'react';
import type { NameProblem } from '../../../domain/tag/codebook.ts';
import type { Tag } from '../../../domain/tag/tag.ts';
import { codebookTexts as words } from '../../../shared/texts/texts.ts';
import { renameTag } from '../../state/codebook.ts';
import { useWorkspace } from '../../state/workspace-context.tsx';
import { TextField } from '../../ui/fields.tsx';
import { useDraft } from './use-draft.ts';

/** A tag's name: Enter or leaving the field stores it, Escape takes it back. A refused name stays as typed. */
export function NameField({ tag }: { tag: Tag }) {
  const workspace = useWorkspace();
  const draft = useDraft(tag.name);
  const [problem, setProblem] = useState<NameProblem>();

  const store = async () => {
    if (!draft.isChanged) return;
    const renamed = await workspace.inTurn(() => renameTag(workspace, tag.id, draft.text));
    setProblem(renamed.ok ? undefined : renamed.reason);
    // Spaces were typed that a name does not keep: what is stored did not change.
    if (renamed.ok && renamed.value === tag.name) draft.drop();
  };
  const revert = () => {
    draft.drop();
    setProblem(undefined);
  };
  return (
    <TextField
      label={words.name}
      value={draft.text}
      onChange={(text) => {
        draft.type(text);
        setProblem(undefined);
      }}
      onBlur={() => void store()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void store();
        else if (event.key === 'Escape' && draft.isChanged) revert();
        else event.continuePropagation();
      }}
      error={problem && words.problem(problem)}
    />
  );
}

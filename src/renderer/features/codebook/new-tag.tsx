import { useState } from 'react';
import type { NameProblem } from '../../../domain/tag/codebook.ts';
import { codebookTexts as words } from '../../../shared/texts/texts.ts';
import { createTag } from '../../state/codebook.ts';
import { useCodebook, useWorkspace } from '../../state/workspace-context.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/fields.tsx';
import styles from './codebook.module.css';

interface NewTagProps {
  readonly onAdded: (id: string) => void;
  readonly autoFocus: boolean;
}

/** Adds a tag at the codebook's end. The focus stays, so that several can be added in a row. */
export function NewTag({ onAdded, autoFocus }: NewTagProps) {
  const workspace = useWorkspace();
  const codebook = useCodebook();
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<NameProblem>();

  const add = async () => {
    const added = await workspace.inTurn(() => createTag(workspace, codebook, name));
    setProblem(added.ok ? undefined : added.reason);
    if (!added.ok) return;
    setName('');
    onAdded(added.value.id);
  };
  return (
    <form
      className={styles.newTag}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <TextField
        label={words.newTag}
        value={name}
        onChange={(typed) => {
          setName(typed);
          setProblem(undefined);
        }}
        autoFocus={autoFocus}
        error={problem && words.problems[problem]}
      />
      <Button type="submit">{words.addTag}</Button>
    </form>
  );
}

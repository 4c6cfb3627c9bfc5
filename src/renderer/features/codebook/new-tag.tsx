import { useRef, useState } from 'react';
import type { NameProblem } from '../../../domain/tag/codebook.ts';
import { codebookTexts as words } from '../../../shared/texts/texts.ts';
import { createTag } from '../../state/codebook.ts';
import { useWorkspace } from '../../state/workspace-context.tsx';
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
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<NameProblem>();

  const last = useRef<string>(undefined);

  const add = async () => {
    // Enter pressed twice: the field still shows what is being added.
    if (last.current === name) return;
    last.current = name;
    const added = await workspace.inTurn(() => createTag(workspace, name));
    setProblem(added.ok ? undefined : added.reason);
    if (!added.ok) {
      last.current = undefined;
      return;
    }
    setName((shown) => (shown === name ? '' : shown));
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
          last.current = undefined;
          setProblem(undefined);
        }}
        autoFocus={autoFocus}
        error={problem && words.problem(problem)}
      />
      <Button type="submit">{words.addTag}</Button>
    </form>
  );
}

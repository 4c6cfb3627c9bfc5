import { SHORTCUTS } from '../../../domain/tag/codebook.ts';
import type { Tag } from '../../../domain/tag/tag.ts';
import { codebookTexts as words } from '../../../shared/texts/texts.ts';
import { setShortcut } from '../../state/codebook.ts';
import { useCodebook, useWorkspace } from '../../state/workspace-context.tsx';
import { Select } from '../../ui/fields.tsx';

const NONE = 'none';

/** The digit that applies the tag. A digit that another tag has can be taken over from it. */
export function KeyField({ tag }: { tag: Tag }) {
  const workspace = useWorkspace();
  const codebook = useCodebook();
  const options = SHORTCUTS.map((digit) => {
    const holder = codebook.find(({ id, shortcut }) => shortcut === digit && id !== tag.id);
    return { value: digit, name: holder ? words.keyTaken(digit, holder.name) : digit };
  });
  const choose = (value: string) => {
    const shortcut = value === NONE ? undefined : value;
    void workspace.inTurn(() => setShortcut(workspace, tag.id, shortcut));
  };
  return (
    <Select
      label={words.key}
      showsLabel
      value={tag.shortcut ?? NONE}
      options={[{ value: NONE, name: words.noKey }, ...options]}
      onChange={choose}
    />
  );
}

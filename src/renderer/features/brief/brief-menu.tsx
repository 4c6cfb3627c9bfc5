import { briefTexts as words } from '../../../shared/texts/texts.ts';
import type { BriefDesk } from '../../state/brief.ts';
import { defaultTitle } from '../../state/brief-choice.ts';
import { deleteBrief, duplicateBrief, startBrief, useBriefs } from '../../state/briefs.ts';
import { openBrief } from '../../state/builder.ts';
import { useWorkspace } from '../../state/workspace-context.tsx';
import { MenuButton, MenuEntry, MenuGroup } from '../../ui/menu.tsx';

/** The briefs that are kept, and what can be done with the one at hand. */
export function BriefMenu({ desk }: { desk: BriefDesk }) {
  const workspace = useWorkspace();
  const briefs = useBriefs();
  const { brief, isKept, codebook, totals } = desk;
  const name = brief.title.trim() || desk.defaultTitle;
  return (
    <MenuButton name={name} prefix={words.shelf.open}>
      {briefs.length > 0 && (
        <MenuGroup title={words.shelf.kept} showsTitle>
          {briefs.map(({ id, title, choice, updatedAt }) => (
            <MenuEntry
              key={id}
              id={id}
              name={title.trim() || defaultTitle(choice, codebook, totals)}
              hint={words.shelf.worked(updatedAt)}
              isSelected={id === brief.id}
              onAction={() => openBrief(id)}
            />
          ))}
        </MenuGroup>
      )}
      <MenuGroup title={words.shelf.list}>
        <MenuEntry id="new" name={words.shelf.new} onAction={startBrief} />
        <MenuEntry
          id="duplicate"
          name={words.shelf.duplicate}
          onAction={() => void duplicateBrief(workspace, brief.id, name)}
        />
        <MenuEntry
          id="delete"
          name={words.shelf.delete}
          isDanger
          isDisabled={!isKept}
          onAction={() => void deleteBrief(workspace, brief.id, name)}
        />
      </MenuGroup>
    </MenuButton>
  );
}

import { ArrowLeft, Redo2, Undo2 } from 'lucide-react';
import { texts, briefTexts as words } from '../../../shared/texts/texts.ts';
import type { BriefDesk } from '../../state/brief.ts';
import { runCommand } from '../../state/commands.ts';
import { commandKeys } from '../../state/keys.ts';
import { useHistory, useSaveStatus, useWorkspace } from '../../state/workspace-context.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { DialogTitle } from '../../ui/dialog.tsx';
import styles from './brief.module.css';
import { BriefMenu } from './brief-menu.tsx';

/** For the eye alone: what could not be saved is told where it is heard, too. */
function SaveState() {
  const { kind } = useSaveStatus();
  if (kind === 'failed') return null;
  return (
    <span className={styles.saveState} aria-hidden="true">
      {texts.status[kind]}
    </span>
  );
}

interface BuilderHeaderProps {
  readonly desk: BriefDesk;
  readonly onLeave: () => void;
}

/** The way back, which brief is open, and taking back what was done. */
export function BuilderHeader({ desk, onLeave }: BuilderHeaderProps) {
  const workspace = useWorkspace();
  const history = useHistory();
  return (
    <div className={styles.header}>
      <Button variant="quiet" onPress={onLeave}>
        <ArrowLeft size={15} aria-hidden="true" />
        {words.back}
      </Button>
      <DialogTitle>{words.title}</DialogTitle>
      <BriefMenu desk={desk} />
      <span className={styles.space} />
      <SaveState />
      <IconButton
        icon={Undo2}
        label={words.undo}
        keys={commandKeys.undo}
        isDisabled={!history.undo}
        onPress={() => void runCommand(workspace, 'undo')}
      />
      <IconButton
        icon={Redo2}
        label={words.redo}
        keys={commandKeys.redo}
        isDisabled={!history.redo}
        onPress={() => void runCommand(workspace, 'redo')}
      />
    </div>
  );
}

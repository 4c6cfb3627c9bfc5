import { CircleCheck, CircleDashed, Keyboard, TriangleAlert } from 'lucide-react';
import { texts } from '../../../shared/texts/texts.ts';
import { runCommand } from '../../state/commands.ts';
import { useNotice } from '../../state/notice.ts';
import { useTheme } from '../../state/theme.ts';
import { useSaveStatus, useWorkspace } from '../../state/workspace-context.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { Select } from '../../ui/fields.tsx';
import { ExportStatus } from './export-status.tsx';
import { RepairHint } from './repair-hint.tsx';
import styles from './status-line.module.css';

const words = texts.status;
const THEMES = ['system', 'light', 'dark'] as const;

/** The window's lower edge: whether everything is saved, a word to the analyst, and the window's look. */
export function StatusLine() {
  const workspace = useWorkspace();
  const notice = useNotice();
  const [theme, chooseTheme] = useTheme();
  return (
    <footer className={styles.line}>
      <SaveState />
      <p className={styles.notice} aria-live="polite">
        {/* A new element each time: the same word told again is read aloud again. */}
        <span key={notice.turn}>{notice.text}</span>
      </p>
      {workspace.unreadable.length > 0 && (
        <p className={styles.warning} role="alert">
          {words.unreadable(workspace.unreadable.length)}
        </p>
      )}
      <ExportStatus />
      <RepairHint />
      <Select
        label={words.theme}
        value={theme}
        options={THEMES.map((value) => ({ value, name: words.themes[value] }))}
        onChange={chooseTheme}
      />
      <IconButton
        icon={Keyboard}
        label={words.keys}
        keys="?"
        onPress={() => void runCommand(workspace, 'keys')}
      />
    </footer>
  );
}

function SaveState() {
  const workspace = useWorkspace();
  const status = useSaveStatus();
  const failed = status.kind === 'failed';
  const Icon = { saved: CircleCheck, saving: CircleDashed, failed: TriangleAlert }[status.kind];
  return (
    <>
      <div
        className={styles.status}
        role="status"
        // Saving and saved follow each pause in typing: to be asked for, not to be told.
        aria-live={failed ? 'assertive' : 'off'}
        data-kind={status.kind}
      >
        <Icon size={14} aria-hidden="true" />
        {failed ? words.failed(status.problem) : words[status.kind]}
      </div>
      {failed && <Button onPress={() => void workspace.retry()}>{words.retry}</Button>}
    </>
  );
}

import {
  BookMarked,
  FileText,
  History,
  PanelLeft,
  PanelRight,
  Redo2,
  Search,
  Tags,
  Trash2,
  Undo2,
} from 'lucide-react';
import { Toolbar } from 'react-aria-components';
import type { Command } from '../../../shared/contract.ts';
import { historyTexts, texts } from '../../../shared/texts/texts.ts';
import { runCommand } from '../../state/commands.ts';
import { commandKeys } from '../../state/keys.ts';
import { useLibrary } from '../../state/library.ts';
import { showOriginal, updateFind, useView } from '../../state/view.ts';
import { useHistory, useWorkspace } from '../../state/workspace-context.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import styles from './app-toolbar.module.css';

const words = texts.toolbar;

/** What a button does that does what a menu item does. */
function useRun(): (command: Command) => () => void {
  const workspace = useWorkspace();
  return (command) => () => void runCommand(workspace, command);
}

/** The window's upper edge: panels, history and trash, the article's views, the codebook, the brief. */
export function AppToolbar() {
  const panels = useView((view) => view.panels);
  const run = useRun();
  return (
    <header className={styles.bar}>
      <Toolbar className={styles.group ?? ''} aria-label={words.label}>
        <IconButton
          icon={PanelLeft}
          label={words.library}
          isPressed={panels.library}
          onPress={run('toggle-library')}
        />
        <strong className={styles.name} lang="vi">
          {texts.appName}
        </strong>
        <HistoryButtons />
        <span className={styles.space} />
        <ArticleButtons />
        <IconButton icon={Tags} label={words.codebook} onPress={run('codebook')} />
        <Button variant="primary" onPress={run('brief')}>
          <BookMarked size={15} aria-hidden="true" />
          {words.brief}
        </Button>
        <IconButton
          icon={PanelRight}
          label={words.annotations}
          isPressed={panels.annotations}
          onPress={run('toggle-annotations')}
        />
      </Toolbar>
    </header>
  );
}

function HistoryButtons() {
  const history = useHistory();
  const run = useRun();
  return (
    <>
      <IconButton
        icon={Undo2}
        label={words.undo}
        keys={commandKeys.undo}
        isDisabled={!history.undo}
        onPress={run('undo')}
      />
      <IconButton
        icon={Redo2}
        label={words.redo}
        keys={commandKeys.redo}
        isDisabled={!history.redo}
        onPress={run('redo')}
      />
      <IconButton icon={History} label={historyTexts.recent.title} onPress={run('changes')} />
      <IconButton icon={Trash2} label={historyTexts.trash.title} onPress={run('trash')} />
    </>
  );
}

/** What is done with the article in view. */
function ArticleButtons() {
  const showsOriginal = useView((view) => view.showsOriginal);
  const findOpen = useView((view) => view.find.open);
  const hasArticle = useLibrary(({ opened }) => opened.size > 0);
  const run = useRun();
  return (
    <>
      <IconButton
        icon={Search}
        label={words.find}
        keys={commandKeys.find}
        isPressed={findOpen}
        isDisabled={!hasArticle}
        onPress={findOpen ? () => updateFind({ open: false }) : run('find')}
      />
      <IconButton
        icon={FileText}
        label={words.original}
        isPressed={showsOriginal}
        isDisabled={!hasArticle}
        onPress={() => showOriginal(!showsOriginal)}
      />
    </>
  );
}

import { useEffect } from 'react';
import { Group, Panel, Separator, usePanelRef } from 'react-resizable-panels';
import { texts } from '../shared/texts/texts.ts';
import styles from './app.module.css';
import { AnnotationsPanel } from './features/annotations/annotations-panel.tsx';
import { BriefDialog } from './features/brief/brief-dialog.tsx';
import { CodebookDialog } from './features/codebook/codebook-dialog.tsx';
import { useKeyboard } from './features/keyboard/use-keyboard.ts';
import { LibraryPanel } from './features/library/library-panel.tsx';
import { Reader } from './features/reader/reader.tsx';
import { KeysDialog } from './features/shortcuts/keys-dialog.tsx';
import { StatusLine } from './features/status/status-line.tsx';
import { AppToolbar } from './features/toolbar/app-toolbar.tsx';
import { usePanelLayout } from './state/layout.ts';
import { useView, type View } from './state/view.ts';

/** The window. */
export function App() {
  useKeyboard();
  return (
    <div className={styles.app}>
      <AppToolbar />
      <Desk />
      <StatusLine />
      <BriefDialog />
      <CodebookDialog />
      <KeysDialog />
    </div>
  );
}

/** Library, article and annotations side by side; the outer two fold away. */
function Desk() {
  const [layout, remember] = usePanelLayout();
  const library = useFolding('library');
  const annotations = useFolding('annotations');
  return (
    <Group
      className={styles.desk}
      {...(layout && { defaultLayout: layout })}
      onLayoutChanged={(next, { isUserInteraction }) => isUserInteraction && remember(next)}
    >
      <Panel
        id="library"
        panelRef={library}
        collapsible
        defaultSize={250}
        minSize={190}
        maxSize={400}
        groupResizeBehavior="preserve-pixel-size"
      >
        <LibraryPanel />
      </Panel>
      <Separator className={styles.separator} aria-label={texts.toolbar.resizeLibrary} />
      <Panel id="article" minSize={360}>
        <Reader />
      </Panel>
      <Separator className={styles.separator} aria-label={texts.toolbar.resizeAnnotations} />
      <Panel
        id="annotations"
        panelRef={annotations}
        collapsible
        defaultSize={320}
        minSize={240}
        maxSize={520}
        groupResizeBehavior="preserve-pixel-size"
      >
        <AnnotationsPanel />
      </Panel>
    </Group>
  );
}

/** Keeps a panel as folded or unfolded as the view says. */
function useFolding(panel: keyof View['panels']) {
  const ref = usePanelRef();
  const open = useView((view) => view.panels[panel]);
  useEffect(() => {
    if (open) ref.current?.expand();
    else ref.current?.collapse();
  }, [ref, open]);
  return ref;
}

import { type ReactNode, useEffect } from 'react';
import { Group, Panel, type PanelSize, Separator, usePanelRef } from 'react-resizable-panels';
import { texts } from '../shared/texts/texts.ts';
import styles from './app.module.css';
import { AnnotationsPanel } from './features/annotations/annotations-panel.tsx';
import { BackupDialog } from './features/backup/backup-dialog.tsx';
import { RestoreDialog } from './features/backup/restore-dialog.tsx';
import { BriefDialog } from './features/brief/brief-dialog.tsx';
import { ExportDialog } from './features/brief/export-dialog.tsx';
import { CodebookDialog } from './features/codebook/codebook-dialog.tsx';
import { RecentDialog } from './features/history/recent-dialog.tsx';
import { TrashDialog } from './features/history/trash-dialog.tsx';
import { VersionsDialog } from './features/history/versions-dialog.tsx';
import { BriefImportDialog } from './features/import/brief-import-dialog.tsx';
import { useKeyboard } from './features/keyboard/use-keyboard.ts';
import { LibraryPanel } from './features/library/library-panel.tsx';
import { Reader } from './features/reader/reader.tsx';
import { RepairDialog } from './features/repair/repair-dialog.tsx';
import { KeysDialog } from './features/shortcuts/keys-dialog.tsx';
import { Findings } from './features/status/findings.tsx';
import { StatusLine } from './features/status/status-line.tsx';
import { AppToolbar } from './features/toolbar/app-toolbar.tsx';
import { usePanelLayout } from './state/layout.ts';
import { updateView, useView, type View } from './state/view.ts';

/** The window. */
export function App() {
  useKeyboard();
  return (
    <div className={styles.app}>
      <AppToolbar />
      <Findings />
      <Desk />
      <StatusLine />
      <BriefDialog />
      <ExportDialog />
      <BackupDialog />
      <RestoreDialog />
      <BriefImportDialog />
      <CodebookDialog />
      <KeysDialog />
      <TrashDialog />
      <RecentDialog />
      <VersionsDialog />
      <RepairDialog />
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
        {...library}
        collapsible
        defaultSize={250}
        minSize={190}
        maxSize={400}
        groupResizeBehavior="preserve-pixel-size"
      >
        <Foldable panel="library">
          <LibraryPanel />
        </Foldable>
      </Panel>
      <Separator className={styles.separator} aria-label={texts.toolbar.resizeLibrary} />
      <Panel id="article" minSize={360}>
        <Reader />
      </Panel>
      <Separator className={styles.separator} aria-label={texts.toolbar.resizeAnnotations} />
      <Panel
        id="annotations"
        {...annotations}
        collapsible
        defaultSize={320}
        minSize={240}
        maxSize={520}
        groupResizeBehavior="preserve-pixel-size"
      >
        <Foldable panel="annotations">
          <AnnotationsPanel />
        </Foldable>
      </Panel>
    </Group>
  );
}

/** What a panel holds: while it is folded to nothing, no key and no assistive tool comes upon it. */
function Foldable({ panel, children }: { panel: keyof View['panels']; children: ReactNode }) {
  const isOpen = useView((view) => view.panels[panel]);
  return (
    <div className={styles.foldable} inert={!isOpen}>
      {children}
    </div>
  );
}

/** Keeps a panel as folded or unfolded as the view says, and the view as the separator was moved. */
function useFolding(panel: keyof View['panels']) {
  const panelRef = usePanelRef();
  const open = useView((view) => view.panels[panel]);
  useEffect(() => {
    if (open) panelRef.current?.expand();
    else panelRef.current?.collapse();
  }, [panelRef, open]);
  const onResize = ({ inPixels }: PanelSize) => {
    const isOpen = inPixels > 0;
    if (useView.getState().panels[panel] === isOpen) return;
    updateView(({ panels }) => ({ panels: { ...panels, [panel]: isOpen } }));
  };
  return { panelRef, onResize };
}

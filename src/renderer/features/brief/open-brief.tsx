import { useEffect, useId } from 'react';
import { briefTexts as words } from '../../../shared/texts/texts.ts';
import { useBrief } from '../../state/brief.ts';
import { rememberBrief } from '../../state/briefs.ts';
import { useBriefExport } from '../../state/export-brief.ts';
import { updateView } from '../../state/view.ts';
import { useWorkspace } from '../../state/workspace-context.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './brief.module.css';
import { BuilderFoot } from './builder-foot.tsx';
import { BuilderHeader } from './builder-header.tsx';
import { BuilderPane } from './builder-pane.tsx';
import { Preview } from './preview.tsx';
import { Trouble } from './trouble.tsx';
import { useBuilderKeys } from './use-builder-keys.ts';

/** The view in which a brief is made: what is in it at the left, the brief as it will be at the right. */
export function OpenBrief() {
  const workspace = useWorkspace();
  const emptyId = useId();
  const desk = useBrief();
  useBuilderKeys();
  const { brief, isKept } = desk;
  useEffect(() => {
    if (isKept) rememberBrief(workspace, brief.id);
  }, [workspace, brief.id, isKept]);
  const leave = () => {
    void workspace.drafts.finish();
    updateView({ dialog: undefined });
  };
  return (
    <Dialog
      title={words.title}
      size="full"
      isOpen
      onClose={leave}
      header={<BuilderHeader desk={desk} onLeave={leave} />}
      footer={<BuilderFoot desk={desk} emptyId={emptyId} />}
    >
      <div className={styles.brief}>
        <BuilderPane key={brief.id} desk={desk} />
        <Preview desk={desk} emptyId={emptyId} />
        <BuilderTrouble briefId={brief.id} />
      </div>
    </Dialog>
  );
}

/** Apart, so that an export on its way has nothing else shown anew. */
function BuilderTrouble({ briefId }: { briefId: string }) {
  return <Trouble exporting={useBriefExport(briefId)} />;
}

import { useId, useRef } from 'react';
import type { Brief } from '../../../domain/brief/brief.ts';
import type { ExportFormat } from '../../../shared/export.ts';
import { exportTexts, briefTexts as words } from '../../../shared/texts/texts.ts';
import type { BriefDesk } from '../../state/brief.ts';
import { exportBrief, useBriefExport } from '../../state/export-brief.ts';
import { isUnderWay } from '../../state/exporting.ts';
import { useWorkspace } from '../../state/workspace-context.tsx';
import { Button } from '../../ui/button.tsx';
import { MenuButton, MenuEntry } from '../../ui/menu.tsx';
import styles from './brief.module.css';
import { ExportOptions } from './export-options.tsx';
import { ExportOutcome } from './export-outcome.tsx';
import { ExportProgress } from './export-progress.tsx';
import { LastExport } from './last-export.tsx';

/** Briefs first, then evidence, then what other programs read. */
const OTHERS = [
  'html',
  'docx',
  'xlsx',
  'csv',
  'json-ld',
  'qdpx',
  'qdc',
] as const satisfies readonly ExportFormat[];

interface BuilderFootProps {
  readonly desk: BriefDesk;
  /** The id of what says why there is nothing to save. */
  readonly emptyId: string;
}

/** How much the brief holds, what was exported of it, and the ways to export it. */
export function BuilderFoot({ desk, emptyId }: BuilderFootProps) {
  const exporting = useBriefExport(desk.brief.id);
  const workspace = useWorkspace();
  const summaryId = useId();
  const save = useRef<HTMLButtonElement>(null);
  const { brief, shown } = desk;
  const isEmpty = !shown || shown.passageCount === 0;
  const isBusy = isUnderWay(exporting);
  return (
    <>
      <ExportProgress exporting={exporting} next={save} />
      <div className={styles.outcome} hidden={exporting.kind === 'running'}>
        <span id={summaryId}>{shown && !isEmpty && <Summary brief={shown} />}</span>
        <LastExport key={brief.id} desk={desk} />
        <ExportOutcome exporting={exporting} />
      </div>
      <ExportOptions brief={brief} />
      <OtherFormats desk={desk} isEmpty={isEmpty} isBusy={isBusy} />
      <Button
        ref={save}
        variant="primary"
        aria-describedby={isEmpty ? emptyId : summaryId}
        isDisabled={isEmpty}
        // Not disabled: that would take the focus from the dialog, and with it Escape.
        isPending={isBusy}
        onPress={() => void exportBrief(workspace, desk, 'markdown')}
      >
        {words.save}
      </Button>
    </>
  );
}

interface OtherFormatsProps extends Pick<BuilderFootProps, 'desk'> {
  readonly isEmpty: boolean;
  readonly isBusy: boolean;
}

function OtherFormats({ desk, isEmpty, isBusy }: OtherFormatsProps) {
  const workspace = useWorkspace();
  return (
    <MenuButton name={exportTexts.others} isDisabled={!desk.sources || isBusy}>
      {OTHERS.map((format) => (
        <MenuEntry
          key={format}
          id={format}
          name={exportTexts.formats[format]}
          hint={exportTexts.formatHints[format]}
          isDisabled={isEmpty && format !== 'qdc'}
          onAction={() => void exportBrief(workspace, desk, format)}
        />
      ))}
    </MenuButton>
  );
}

function Summary({ brief }: { brief: Brief }) {
  const unverified = brief.sources.reduce((sum, source) => sum + source.unverified, 0);
  return (
    <>
      {words.summary(brief.passageCount, brief.sources.length)}{' '}
      {brief.privateNotes > 0 && <span>{words.privateNotes(brief.privateNotes)} </span>}
      {unverified > 0 && (
        <span className={styles.unverified}>{exportTexts.unverified(unverified)}</span>
      )}
    </>
  );
}

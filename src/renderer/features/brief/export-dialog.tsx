import { useId, useRef, useState } from 'react';
import { hasPrivateNote } from '../../../domain/annotation/private-note.ts';
import type { ExportFormat } from '../../../shared/export.ts';
import { briefTexts, exportTexts as words } from '../../../shared/texts/texts.ts';
import { EVERYTHING, exportEverything } from '../../state/export-brief.ts';
import { type Exporting, isUnderWay, useExporting, useExports } from '../../state/exporting.ts';
import { updateView, useView } from '../../state/view.ts';
import { useAllAnnotations, useCodebook, useWorkspace } from '../../state/workspace-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/fields.tsx';
import styles from './brief.module.css';
import { ExportOutcome } from './export-outcome.tsx';
import { ExportProgress } from './export-progress.tsx';
import { Trouble } from './trouble.tsx';

const FORMATS = [
  'json-ld',
  'qdpx',
  'qdc',
  'csv',
  'xlsx',
] as const satisfies readonly ExportFormat[];
type Format = (typeof FORMATS)[number];

const close = () => updateView({ dialog: undefined });

/** The dialog in which everything is exported, for other programs. */
export function ExportDialog() {
  const isOpen = useView((view) => view.dialog === 'export');
  return isOpen ? <OpenExport /> : null;
}

/** Who comes back while everything is being exported sees how that goes. */
function firstFormat(): Format {
  const { of, as, exporting } = useExports.getState();
  const isOn = of === EVERYTHING && isUnderWay(exporting);
  return FORMATS.find((format) => isOn && format === as) ?? 'json-ld';
}

function countPrivateNotes(index: ReturnType<typeof useAllAnnotations>): number {
  return index
    .articleIds()
    .reduce((sum, id) => sum + index.ofArticle(id).filter(hasPrivateNote).length, 0);
}

function OpenExport() {
  const hintId = useId();
  const emptyId = useId();
  const [format, setFormat] = useState(firstFormat);
  const exporting = useExporting(EVERYTHING, format);
  const index = useAllAnnotations();
  const privateNotes = countPrivateNotes(index);
  const hasNothing = index.articleIds().length === 0 && format !== 'qdc';
  const state = { exporting, hasNothing };
  return (
    <Dialog
      title={words.title}
      isOpen
      onClose={close}
      footer={<ExportFoot format={format} describedBy={hasNothing ? emptyId : hintId} {...state} />}
    >
      <div className={styles.everything}>
        <p>{words.hint}</p>
        <Select
          label={words.format}
          value={format}
          options={FORMATS.map((value) => ({ value, name: words.formats[value] }))}
          onChange={setFormat}
          isDisabled={isUnderWay(exporting)}
          showsLabel
        />
        <p id={hintId} className={styles.hint}>
          {words.formatHints[format]}
        </p>
        {privateNotes > 0 && <p className={styles.hint}>{briefTexts.privateNotes(privateNotes)}</p>}
        {hasNothing && (
          <p id={emptyId} className={styles.hint}>
            {words.nothing}
          </p>
        )}
        <Trouble exporting={exporting} />
      </div>
    </Dialog>
  );
}

interface ExportFootProps {
  readonly format: Format;
  readonly exporting: Exporting;
  readonly hasNothing: boolean;
  /** The id of what the format is for, or why there is nothing. */
  readonly describedBy: string;
}

function ExportFoot({ format, exporting, hasNothing, describedBy }: ExportFootProps) {
  const workspace = useWorkspace();
  const codebook = useCodebook();
  const start = useRef<HTMLButtonElement>(null);
  return (
    <>
      <ExportProgress exporting={exporting} next={start} />
      <div className={styles.outcome} hidden={exporting.kind === 'running'}>
        <ExportOutcome exporting={exporting} />
      </div>
      <Button onPress={close}>{words.close}</Button>
      <Button
        ref={start}
        variant="primary"
        isDisabled={hasNothing}
        isPending={isUnderWay(exporting)}
        aria-describedby={describedBy}
        onPress={() => void exportEverything(workspace, format, codebook)}
      >
        {words.export}
      </Button>
    </>
  );
}

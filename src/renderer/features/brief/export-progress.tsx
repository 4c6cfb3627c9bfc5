import { exportTexts as words } from '../../../shared/texts/texts.ts';
import { cancelExport, type Exporting } from '../../state/exporting.ts';
import { Button } from '../../ui/button.tsx';
import { Progress } from '../../ui/progress.tsx';

/** How far an export is, and a way to call it off. */
export function ExportProgress(props: { title: string; exporting: Exporting }) {
  const { title, exporting } = props;
  if (exporting.kind !== 'running') return null;
  return (
    <>
      <Progress
        label={words.progress(title)}
        share={exporting.share}
        valueLabel={words.percent(exporting.share)}
      />
      <Button onPress={cancelExport}>{words.cancel}</Button>
    </>
  );
}

import { importTexts, backupTexts as words } from '../../../shared/texts/texts.ts';
import type { Refusal } from '../../state/merging.ts';
import { Trouble } from './trouble.tsx';

/** Why nothing is taken from the file that was chosen. */
export function RefusalTrouble({ refusal }: { refusal: Refusal }) {
  const { kind, problem } = refusal;
  return (
    <Trouble
      title={kind === 'import' ? importTexts.refusedTitle : words.refusedTitle}
      effect={words.refusedEffect}
    >
      {kind === 'import' ? importTexts.refused(problem) : words.refused(problem)}
    </Trouble>
  );
}

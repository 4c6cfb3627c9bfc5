import { repairTexts } from '../../../shared/texts/texts.ts';
import { openRepair, useRepairs } from '../../state/repair.ts';
import { Button } from '../../ui/button.tsx';

/** Says, as long as there are any, how many passages a changed text has put in doubt, and leads to them. */
export function RepairHint() {
  const { length } = useRepairs();
  if (length === 0) return null;
  return (
    <Button variant="quiet" onPress={() => openRepair()}>
      {repairTexts.hint(length)}
    </Button>
  );
}

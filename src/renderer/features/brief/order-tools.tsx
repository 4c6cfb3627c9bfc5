import { ArrowDown, ArrowDownToLine, ArrowUp, ArrowUpToLine, RotateCcw } from 'lucide-react';
import { Toolbar } from 'react-aria-components';
import type { Brief } from '../../../domain/brief/brief.ts';
import { listOf, type OutlineRow, type Step, stepOf } from '../../../domain/brief/outline.ts';
import { briefTexts as words } from '../../../shared/texts/texts.ts';
import { moveInBrief, restoreOrder } from '../../state/arrange-brief.ts';
import type { BriefDesk } from '../../state/brief.ts';
import { useWorkspace } from '../../state/workspace-context.tsx';
import { IconButton } from '../../ui/button.tsx';
import styles from './order-tab.module.css';

const STEPS = [
  { step: 'first', icon: ArrowUpToLine, keys: undefined },
  { step: 'up', icon: ArrowUp, keys: words.moveKeys.up },
  { step: 'down', icon: ArrowDown, keys: words.moveKeys.down },
  { step: 'last', icon: ArrowDownToLine, keys: undefined },
] as const satisfies readonly {
  readonly step: Step;
  readonly icon: unknown;
  readonly keys: unknown;
}[];

interface OrderToolsProps {
  readonly desk: BriefDesk;
  readonly whole: Brief;
  readonly chosen: OutlineRow | undefined;
}

/** Moves the chosen row, and takes back what was moved by hand in its list. */
export function OrderTools({ desk, whole, chosen }: OrderToolsProps) {
  const workspace = useWorkspace();
  const { id, arrangement } = desk.brief;
  const list = chosen && listOf(whole, chosen).list;
  const hasMoves = list !== undefined && (arrangement.moves[list]?.length ?? 0) > 0;
  return (
    <Toolbar className={styles.tools ?? ''} aria-label={words.order}>
      <span className={styles.label}>{words.order}</span>
      {STEPS.map(({ step, icon, keys }) => {
        const moved = chosen && stepOf(whole, chosen, step);
        return (
          <IconButton
            key={step}
            icon={icon}
            label={words.moves[step]}
            {...(keys && { keys })}
            isDisabled={!moved}
            onPress={() => moved && void moveInBrief(workspace, id, moved)}
          />
        );
      })}
      <IconButton
        icon={RotateCcw}
        label={words.moves.reset}
        isDisabled={!hasMoves}
        onPress={() => list !== undefined && void restoreOrder(workspace, id, list)}
      />
    </Toolbar>
  );
}

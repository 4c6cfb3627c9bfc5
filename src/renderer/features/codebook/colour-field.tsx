import { Check } from 'lucide-react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { TAG_COLOURS, type Tag, type TagColour } from '../../../domain/tag/tag.ts';
import { codebookTexts as words } from '../../../shared/texts/texts.ts';
import { changeTag } from '../../state/codebook.ts';
import { useWorkspace } from '../../state/workspace-context.tsx';
import { toneProperties } from '../../ui/tag-look.ts';
import styles from './colour-field.module.css';

/** The eight colours, each with the underline that belongs to it. */
export function ColourField({ tag }: { tag: Tag }) {
  const workspace = useWorkspace();
  const choose = (value: string) => {
    const colour = TAG_COLOURS.find((name) => name === value);
    if (colour) void workspace.inTurn(() => changeTag(workspace, tag.id, { colour }));
  };
  return (
    <RadioGroup
      className={styles.field ?? ''}
      value={tag.colour}
      onChange={choose}
      orientation="horizontal"
    >
      <Label className={styles.label ?? ''}>{words.colour}</Label>
      <div className={styles.swatches}>
        {TAG_COLOURS.map((colour) => (
          <Swatch key={colour} colour={colour} />
        ))}
      </div>
    </RadioGroup>
  );
}

function Swatch({ colour }: { colour: TagColour }) {
  const name = words.colours[colour];
  return (
    <Radio value={colour} aria-label={name} className={styles.option ?? ''}>
      <span className={styles.swatch} style={toneProperties(colour)} title={name}>
        <Check className={styles.check} size={14} strokeWidth={3} aria-hidden="true" />
      </span>
    </Radio>
  );
}

import type { PassageChoice } from '../../../domain/brief/saved-brief.ts';
import { briefTexts as words } from '../../../shared/texts/texts.ts';
import type { BriefDesk } from '../../state/brief.ts';
import {
  chooseAllTags,
  chooseMatch,
  chooseTag,
  chooseUntagged,
  tagsShownChosen,
} from '../../state/brief-choice.ts';
import { editBrief } from '../../state/briefs.ts';
import { useWorkspace } from '../../state/workspace-context.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { TagChip } from '../../ui/tag-chip.tsx';
import { Choice, ChoiceGroup } from './choice.tsx';
import styles from './choices.module.css';

const MATCHES = (['any', 'all'] as const).map((value) => ({ value, name: words.matches[value] }));

/** The tags of which passages need one, or all. */
export function TagChoices({ desk }: { desk: BriefDesk }) {
  const workspace = useWorkspace();
  const { codebook, totals } = desk;
  const { id: briefId, choice } = desk.brief;
  const chosen = new Set(tagsShownChosen(choice, codebook, totals));
  const edit = (change: Parameters<typeof editBrief>[2]) =>
    void editBrief(workspace, briefId, change);
  const match = (chosen: PassageChoice['match']) => edit(chooseMatch(chosen, codebook, totals));
  return (
    <ChoiceGroup
      label={words.tags}
      every={{ isChosen: choice.tagIds === null, is: words.everyTag, choose: words.allTags }}
      onEvery={() => edit(chooseAllTags)}
    >
      {codebook.map((tag) => (
        <Choice
          key={tag.id}
          count={totals.byTag.get(tag.id) ?? 0}
          isChosen={chosen.has(tag)}
          onChoose={(isChosen) => edit(chooseTag(tag.id, isChosen, codebook, totals))}
        >
          <TagChip name={tag.name} colour={tag.colour} wraps />
        </Choice>
      ))}
      {totals.untagged > 0 && (
        <Choice
          count={totals.untagged}
          isChosen={choice.includeUntagged}
          onChoose={(isChosen) => edit(chooseUntagged(isChosen))}
        >
          <TagChip name={words.untagged} colour="plain" wraps />
        </Choice>
      )}
      {codebook.length > 1 && <Match value={choice.match} onChoose={match} />}
    </ChoiceGroup>
  );
}

interface MatchProps {
  readonly value: PassageChoice['match'];
  readonly onChoose: (match: PassageChoice['match']) => void;
}

/** Whether a passage needs one of the tags, or all. */
function Match({ value, onChoose }: MatchProps) {
  return (
    <div className={styles.match}>
      <span aria-hidden="true">{words.match}</span>
      <Segmented label={words.match} value={value} options={MATCHES} onChange={onChoose} />
    </div>
  );
}

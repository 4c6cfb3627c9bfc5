import { useState } from 'react';
import { failed } from '../../domain/result.ts';
import type { SaveProblem } from '../../shared/contract.ts';
import { briefTexts } from '../../shared/texts/texts.ts';
import { nameOf } from '../db/refusal.ts';
import { ask } from '../platform/platform.ts';
import { type BriefChoices, useBriefChoices } from './brief-choices.ts';
import { type BriefDraft, markdownOf } from './brief-draft.ts';
import { tell } from './view.ts';

/** How saving the brief goes. */
export type BriefSaving =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly path: string }
  | { readonly kind: 'failed'; readonly problem: SaveProblem };

const IDLE: BriefSaving = { kind: 'idle' };

/** Has the main process save the brief; getting no answer is a failure, too. */
export async function saveDraft(draft: BriefDraft): Promise<BriefSaving> {
  const { title } = draft.brief;
  const answer = await ask('brief:save', { title, markdown: markdownOf(draft) }).catch(
    (error: unknown) => failed({ path: '', system: nameOf(error) }),
  );
  if (!answer.ok) return { kind: 'failed', problem: answer.reason };
  if (answer.value.kind === 'cancelled') return IDLE;
  return { kind: 'saved', path: answer.value.path };
}

/** Saves the brief where the analyst says. What came of it is told until another choice is made. */
export function useBriefSaving(): {
  readonly saving: BriefSaving;
  readonly save: (draft: BriefDraft) => Promise<void>;
} {
  const choices = useBriefChoices();
  const [last, setLast] = useState<{ readonly of: BriefChoices; readonly saving: BriefSaving }>();
  const save = async (draft: BriefDraft) => {
    setLast({ of: choices, saving: { kind: 'saving' } });
    const saving = await saveDraft(draft);
    setLast({ of: choices, saving });
    if (saving.kind === 'saved') tell(briefTexts.savedNotice(saving.path));
  };
  return { saving: last?.of === choices ? last.saving : IDLE, save };
}

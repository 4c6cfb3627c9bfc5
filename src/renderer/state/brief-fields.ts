import {
  newBrief,
  withIntroduction,
  withRemark,
  withTitle,
} from '../../domain/brief/edit-brief.ts';
import type { SavedBrief } from '../../domain/brief/saved-brief.ts';
import type { Edit } from '../db/commit.ts';
import { now } from './ids.ts';
import type { TextField } from './text-drafts.ts';

/** An edit of a brief. The first one brings it about: until then there is nothing to keep. */
export function briefEdit(id: string, change: (brief: SavedBrief) => SavedBrief): Edit {
  return {
    table: 'briefs',
    key: id,
    change: (row) => {
      const before = row ?? newBrief(id, now());
      const after = change(before);
      return after === before ? row : { ...after, updatedAt: now() };
    },
  };
}

function fieldOf(
  id: string,
  name: string,
  withText: (brief: SavedBrief, text: string) => SavedBrief,
): TextField {
  return {
    key: `${name} of ${id}`,
    edit: (text) => briefEdit(id, (brief) => withText(brief, text)),
  };
}

export const titleField = (id: string): TextField => fieldOf(id, 'title', withTitle);

export const introductionField = (id: string): TextField =>
  fieldOf(id, 'introduction', withIntroduction);

/** What is said at the head of a section. */
export const remarkField = (id: string, sectionKey: string): TextField =>
  fieldOf(id, `remark on ${sectionKey}`, (brief, text) => withRemark(brief, sectionKey, text));

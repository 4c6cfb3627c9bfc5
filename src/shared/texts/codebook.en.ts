import type { NameProblem } from '../../domain/tag/codebook.ts';
import { TAG_NAME_LIMIT } from '../../domain/tag/codebook.ts';
import type { TagColour } from '../../domain/tag/tag.ts';
import { windowTexts } from './window.en.ts';

const annotations = windowTexts.annotations.count;

/** The English of the codebook dialog. */
export const codebookTexts = {
  title: 'Codebook',
  list: 'Tags',
  rowDetails: (n: number, key: string | undefined) =>
    key === undefined ? annotations(n) : `${annotations(n)}, key ${key}`,
  empty: 'No tags yet',
  emptyHint:
    'Add the first one below: a topic, a programme or an actor that your briefs are about.',
  newTag: 'New tag',
  addTag: 'Add tag',

  name: 'Name',
  description: 'Description',
  descriptionPlaceholder: 'What belongs under this tag, and what does not',
  colour: 'Colour',
  colours: {
    amber: 'Amber',
    blue: 'Blue',
    green: 'Green',
    rose: 'Rose',
    violet: 'Violet',
    teal: 'Teal',
    brick: 'Brick',
    slate: 'Slate',
  } satisfies Record<TagColour, string>,
  key: 'Key',
  noKey: 'None',
  keyTaken: (key: string, tag: string) => `${key} (now ${tag})`,
  uses: (n: number) => (n === 0 ? 'Not used yet' : `On ${annotations(n)}`),
  problem: (problem: NameProblem): string => {
    switch (problem.kind) {
      case 'empty':
        return 'A tag needs a name.';
      case 'taken':
        return `The tag “${problem.by.name}” has this name already. Choose a different one.`;
      case 'too-long':
        return `A name has at most ${TAG_NAME_LIMIT} characters. Details belong in the description.`;
    }
  },

  moveUp: 'Move up',
  moveDown: 'Move down',
  merge: 'Merge…',
  delete: 'Delete',
  cancel: 'Cancel',
  undoHint: 'You can undo this.',
  deleteHint: 'The tag waits in the trash, and you can undo this.',

  mergeTitle: (tag: string) => `Merge “${tag}” into another tag`,
  mergeInto: 'Merge into',
  mergeEffect: (n: number, from: string, into: string) =>
    n === 0
      ? `No annotation has “${from}”. It leaves the codebook.`
      : `${annotations(n)} tagged “${from}” will be tagged “${into}” instead, and “${from}” leaves the codebook.`,
  mergeConfirm: 'Merge tags',
  merged: (from: string, into: string) => `“${from}” was merged into “${into}”.`,

  deleteTitle: (tag: string) => `Delete the tag “${tag}”?`,
  deleteEffect: (n: number) =>
    n === 0
      ? 'No annotation has it.'
      : `It will be taken off ${annotations(n)}. The passages and their notes stay.`,
  deleteConfirm: 'Delete tag',
  deleted: (tag: string) => `The tag “${tag}” was deleted.`,
  undo: 'Undo',
} as const;

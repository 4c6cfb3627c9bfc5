import { briefName } from './brief-name.en.ts';
import { windowTexts } from './window.en.ts';

const annotations = windowTexts.annotations.count;
const number = (n: number) => n.toLocaleString('en');

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const dayAndClock = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

const capitalised = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** The English of the trash, of an annotation's history and of the list of recent changes. */
export const historyTexts = {
  /** A moment as it was on the analyst's clock. */
  moment: (iso: string, now = new Date()) => {
    const moment = new Date(iso);
    const isToday = moment.toDateString() === now.toDateString();
    return isToday ? `today, ${clock.format(moment)}` : dayAndClock.format(moment);
  },
  undo: 'Undo',
  redo: 'Redo',
  more: 'Show more',
  cancel: 'Cancel',
  unknownArticle: windowTexts.annotations.unknownArticle,

  trash: {
    title: 'Trash',
    list: 'Deleted highlights, tags and briefs',
    empty: 'The trash is empty',
    emptyHint: 'Highlights, tags and briefs that you delete wait here until you bring them back.',
    count: (n: number) => (n === 1 ? 'One thing' : `${number(n)} things, newest first`),
    filter: 'Find in the trash',
    noneFound: 'Nothing in the trash holds these words.',
    more: (left: number) => `Show more (${number(left)} left)`,
    deletedAt: (moment: string) => `deleted ${moment}`,
    tag: 'Tag',
    tagUses: (n: number) => (n === 0 ? 'was on no annotation' : `was on ${annotations(n)}`),
    restore: 'Restore',
    purge: 'Delete for good',
    emptyTrash: 'Empty trash…',

    purgeTitle: 'Delete this for good?',
    purgeEffect: 'It leaves the trash. After that, only Undo can bring it back.',
    purgeConfirm: 'Delete for good',
    emptyTitle: (n: number) =>
      n === 1
        ? 'Delete the one thing in the trash for good?'
        : `Delete ${number(n)} things for good?`,
    emptyEffect:
      'Everything leaves the trash, notes and all. After that, only Undo can bring it back.',
    emptyConfirm: 'Empty trash',

    annotationBack: 'Highlight restored.',
    tagBack: (was: string, is = was) =>
      was === is
        ? `Tag “${was}” restored.`
        : `Tag “${was}” restored as “${is}”: another tag has its name now.`,
    brief: (title: string) => capitalised(briefName(title)),
    briefBack: (title: string) => `${capitalised(briefName(title))} restored.`,
    purged: 'Deleted for good. Undo brings it back into the trash.',
    emptied: 'Trash emptied. Undo brings everything back into it.',
  },

  recent: {
    title: 'Recent changes',
    list: 'Changes, newest first',
    empty: 'Nothing has changed yet',
    emptyHint: 'Highlights, notes and tags that you make will be listed here.',
    undone: 'taken back',
    undoTo: (steps: number) =>
      steps === 1 ? 'Undo this change' : `Undo ${number(steps)} steps to here`,
    wentBack: (steps: number) =>
      steps === 1
        ? 'One step undone. Redo brings it again.'
        : `${number(steps)} steps undone. Redo brings them again one by one.`,
    nothing: 'That was taken back already.',
  },

  versions: {
    title: 'History of a highlight',
    open: 'History',
    list: 'Versions, newest first',
    current: 'As it is now',
    byUndo: 'by Undo',
    byRedo: 'by Redo',
    steps: {
      made: 'Highlighted',
      back: 'Brought back',
      deleted: 'Deleted',
    },
    tagAdded: 'Tag added:',
    tagRemoved: 'Tag taken off:',
    tagsAdded: 'Tags added:',
    tagsRemoved: 'Tags taken off:',
    unknownTag: 'a tag that is gone',
    madePrivate: 'Note made private',
    madePublic: 'Note no longer private',
    note: { changed: 'Note changed', written: 'Note written', cleared: 'Note cleared' },
    translation: {
      changed: 'Translation changed',
      written: 'Translation written',
      cleared: 'Translation cleared',
    },
    checked: 'Translation checked',
    unchecked: 'Translation no longer checked',
    removed: 'Removed:',
    added: 'Added:',
    passageChanged: 'Passage found again in its article',
    other: 'Saved again',
    restore: 'Restore this version',
    restored: 'Note, tags and translation are as they were then. Undo takes that back.',
    gone: 'This highlight is not there any more. Look for it in the trash.',
  },
} as const;

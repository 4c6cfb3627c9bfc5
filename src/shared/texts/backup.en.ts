import type { MergeItem } from '../../domain/backup/plan.ts';
import type { BackupProblem, ChooseProblem } from '../backup.ts';
import type { JournalProblem } from '../journal.ts';
import { saveProblems } from './brief.en.ts';
import { count } from './count.en.ts';

/** A number of rows of a table. A table of a later version is called what it is. */
function things(table: string, n: number): string {
  const names: Readonly<Record<string, readonly [one: string, many: string]>> = {
    annotations: ['annotation', 'annotations'],
    tags: ['tag', 'tags'],
    briefs: ['brief', 'briefs'],
    trash: ['entry of the trash', 'entries of the trash'],
    settings: ['remembered choice', 'remembered choices'],
  };
  const [one, many] = names[table] ?? [`entry of “${table}”`, `entries of “${table}”`];
  return count(n, one, many);
}

/** A day and a time as the analyst's clock tells them. */
const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' });

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** How many damaged lines are named before the rest are only counted. */
const NAMED_LINES = 5;

function lines(numbers: readonly number[]): string {
  const named = numbers.slice(0, NAMED_LINES).map(String);
  const rest = numbers.length - named.length;
  const all = rest > 0 ? [...named, `${rest.toLocaleString('en')} more`] : named;
  return `${numbers.length === 1 ? 'line' : 'lines'} ${list.format(all)}`;
}

function backupFailed(problem: BackupProblem): string {
  if (problem.kind === 'unverified') {
    return `What was written to ${problem.path} did not read back as it should, so it was taken away again. The disk may be failing: choose a folder on another disk.`;
  }
  if (problem.kind === 'journal') return journalFailed(problem.problem);
  const [what, advice] = saveProblems[problem.system] ?? [
    `The system refused to write the file (${problem.system}).`,
    'Choose another folder.',
  ];
  return `${what} The file was to be ${problem.path}. ${advice}`;
}

function journalFailed({ kind, system }: JournalProblem): string {
  if (kind === 'taken') {
    return 'Another window of Bên Lề works on the same data. Close the other one, then try again.';
  }
  if (kind === 'disk') {
    return `The computer would not read or write the journal of your work (${system}). Make sure that the disk is not full, then try again.`;
  }
  if (kind === 'gap') {
    return `The journal does not hold all of your work (${system}). Start the app again: it puts that right. Then try again.`;
  }
  return `The journal of your work did not answer (${system}). Try again; if it fails again, start the app again.`;
}

function refused({ kind, path, detail }: ChooseProblem): string {
  switch (kind) {
    case 'newer':
      return `${path} was written by a newer version of Bên Lề, in version ${detail} of the format. This version knows version 1 and might misread it. Install the newer version to restore it.`;
    case 'not-a-backup':
      return `${path} is no backup of Bên Lề. Choose a file whose name ends in .benle, or a snapshot from the journal’s folder.`;
    case 'too-large':
      return `${path} is larger than any backup of Bên Lề. Choose another file.`;
    case 'file':
      return `The computer would not read the file ${path} (${detail}). Make sure that it is still there and that you may read it, then try again.`;
  }
}

/** The English of the dialogs "Back up" and "Restore". */
export const backupTexts = {
  backupTitle: 'Back up',
  restoreTitle: 'Restore',
  close: 'Close',
  cancel: 'Cancel',
  tryAgain: 'Try again',
  chooseAnother: 'Choose another file…',

  saveFirst: 'Some work is not saved yet and would be missing. Choose “Try again” below first.',
  saved: (path: string, annotations: number) =>
    `Backed up with ${things('annotations', annotations)} to ${path}`,
  failedTitle: 'There is no new backup.',
  failed: backupFailed,
  failedEffect: 'Your work is safe where it is. A backup that was there before was not touched.',

  refusedTitle: 'Nothing can be restored from this file.',
  refused,
  refusedEffect: 'Nothing of yours was changed.',
  unread: (problem: string) =>
    `Your own work could not be read to compare it with the backup (${problem}). Nothing was changed; start the app again and try once more.`,

  file: (path: string) => `From ${path}`,
  written: (time: string, app: string) =>
    `Backed up on ${moment.format(new Date(time))} by version ${app}`,
  writtenUnknown: 'When it was written could not be read.',

  kinds: {
    new: 'New',
    changed: 'Changed',
    conflicting: 'Conflicting',
  } satisfies Record<MergeItem['kind'], string>,
  kindHints: {
    new: 'You do not have these, or have them in the trash. They will be added.',
    changed: 'The file has later versions of these. They will replace yours.',
    conflicting:
      'These were changed here and in the file, each on its own. Both versions will be kept, as two entries.',
  } satisfies Record<MergeItem['kind'], string>,
  kept: 'As they are',
  summary: 'What this would do',
  tables: {
    annotations: 'Annotations',
    tags: 'Tags',
    briefs: 'Briefs',
    trash: 'Trash',
    settings: 'Remembered choices',
  } as Readonly<Record<string, string>>,
  group: (kind: MergeItem['kind'], n: number) =>
    `${backupTexts.kinds[kind]} (${n.toLocaleString('en')})`,
  more: (n: number) => `Show more (${n.toLocaleString('en')} left)`,

  ours: 'Yours',
  theirs: 'In the file',
  after: 'Afterwards',
  missing: 'Deleted',
  noTags: 'No tags',
  inTrash: 'In the trash:',
  tag: (name: string) => `Tag “${name}”`,
  brief: (title: string) => (title.trim() === '' ? 'Without a title' : title),
  translation: 'Translation:',
  setting: (key: string) => `Remembered choice “${key}”`,
  entry: (table: string, key: string) => `${table}: ${key}`,
  unknownArticle: 'Article not in the library',

  nothing: 'There is nothing to take over: you have all of it, as it is or in a later version.',
  nothingReadable: 'There is nothing to take over: nothing in the file can be read.',
  isNew: 'Your work changed meanwhile. This is what would happen now.',
  undoHint: 'Nothing of yours is deleted. Undo takes it all back in one step.',
  restore: (n: number) => `Restore ${count(n, 'change', 'changes')}`,
  restoring: 'Restoring…',
  notRestoredTitle: 'Nothing was taken over yet.',
  notRestored: journalFailed,
  restored: (n: number, left: number) =>
    left === 0
      ? `Restored ${count(n, 'change', 'changes')}. Undo takes them back in one step.`
      : `Restored, but for ${count(left, 'entry', 'entries')} that changed meanwhile: restore again to look at them. Undo takes it back in one step.`,

  resaved: 'Another program changed its line ends or its encoding.',
  resavedAndWhole:
    'Another program changed the line ends or the encoding of this backup. All of it could be read, and each entry is as it was written.',
  damagedTitle: 'This backup is damaged',
  damagedLines: (numbers: readonly number[]) =>
    `${count(numbers.length, 'entry', 'entries')} cannot be read (${lines(numbers)} of the file).`,
  damagedHeader:
    'What the backup says of itself cannot be read, so how much is missing is not known.',
  damagedEnd: 'Its end is missing: the file was cut short.',
  damagedSum:
    'Every entry in it is whole, but the file is not as it was written: entries were added or taken out.',
  /** @param tables how many entries of each table; of those without one, none is named. */
  unknownLines: (tables: readonly (readonly [table: string, n: number])[]) => {
    const total = tables.reduce((sum, [, n]) => sum + n, 0);
    const named = tables.map(([table, n]) =>
      table === '' ? count(n, 'other', 'others') : things(table, n),
    );
    return `${count(total, 'entry is', 'entries are')} of a kind that this version of Bên Lề does not know, and will be left out: ${list.format(named)}. A newer version can restore ${total === 1 ? 'it' : 'them'}.`;
  },
  lost: (missing: readonly (readonly [table: string, missing: number, of: number])[]) =>
    `Missing: ${list.format(missing.map(([table, n, of]) => `${n.toLocaleString('en')} of ${things(table, of)}`))}.`,
  readableRest: 'The rest can be read, and each entry of it is as it was written.',
} as const;

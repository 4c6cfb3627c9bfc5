import type { Omission, OmissionReason, Thing } from '../../domain/exchange/omissions.ts';
import type { ImportedWork, ImportProblem } from '../import.ts';
import { count } from './count.en.ts';

const FORMATS: Readonly<Record<ImportedWork['format'], string>> = {
  'json-ld': 'W3C annotations',
  qdpx: 'A QDA project',
  qdc: 'A codebook',
};

/** What was found, and what to do, of a file from which nothing is taken. */
function refused({ kind, path, detail }: ImportProblem): string {
  switch (kind) {
    case 'unknown':
      return `${path} is none of the kinds that can be imported: W3C annotations (.jsonld), QDA projects (.qdpx), codebooks (.qdc) and Markdown briefs (.md) of Bên Lề. Choose another file.`;
    case 'not-ours':
      return `${path} was not exported by Bên Lề: it names no passage that the app could know. Choose a file that was.`;
    case 'damaged':
      return `${path} is broken and cannot be read (${detail}). Export it again where it comes from, then try once more.`;
    case 'too-large':
      return `${path} is larger than any file of its kind. Choose another file.`;
    case 'file':
      return `The computer would not read the file ${path} (${detail}). Make sure that it is still there and that you may read it, then try again.`;
  }
}

/** The kinds of things in a file: one, and several. */
const THINGS: Readonly<Record<Thing, readonly [one: string, several: string]>> = {
  annotation: ['highlight', 'highlights'],
  tag: ['tag', 'tags'],
  brief: ['brief', 'briefs'],
  setting: ['setting', 'settings'],
  trash: ['entry of the trash', 'entries of the trash'],
  selection: ['passage', 'passages'],
  coding: ['coding', 'codings'],
  note: ['note or memo', 'notes or memos'],
  code: ['code', 'codes'],
  source: ['document', 'documents'],
  property: ['value', 'values'],
  text: ['piece of text', 'pieces of text'],
  other: ['unknown element', 'unknown elements'],
  link: ['link', 'links'],
  reference: ['reference to a note', 'references to notes'],
  set: ['set', 'sets'],
  variable: ['variable or value', 'variables and values'],
  case: ['case', 'cases'],
  graph: ['diagram', 'diagrams'],
  user: ['user', 'users'],
};

const THING_ORDER = Object.keys(THINGS);

/** Why things are not taken over, said of one or several. */
const REASONS: Readonly<Record<OmissionReason, string>> = {
  'no-article': 'No article of the library has this text.',
  'not-text': 'Bên Lề cannot mark pictures, recordings and pages.',
  'no-passage': 'Not about a passage of an article.',
  'outside-text': 'The place is not in the text.',
  unresolved: 'Refers to something that is missing from the file.',
  ambiguous: 'Refers to something that the file has several times.',
  'missing-text': 'The text is missing from the file, or in an unknown encoding.',
  group: 'Only groups other codes; their names say so.',
  'ours-stays': 'You have another version, which stays.',
  empty: 'Says nothing.',
  unsupported: 'Bên Lề has nothing of this kind.',
  unreadable: 'This part of the file cannot be understood.',
};

/** The English of importing; what it shares with restoring is in `backup.en.ts`. */
export const importTexts = {
  title: 'Import',
  refusedTitle: 'Nothing can be imported from this file.',
  refused,
  close: 'Close',
  cancel: 'Cancel',
  chooseAnother: 'Choose another file…',
  unanswered: (detail: string) =>
    `The file could not be looked at (${detail}). Nothing was changed; try again.`,

  allHere: 'There is nothing to take over: all of it is here already.',
  origin: ({ format, origin }: Pick<ImportedWork, 'format' | 'origin'>) =>
    origin === '' ? FORMATS[format] : `${FORMATS[format]}, written by ${origin}`,
  /** The list of what is not taken over. */
  omissions: {
    title: 'Not taken over',
    total: (n: number) => `${count(n, 'thing', 'things')} in this file will not be taken over.`,
    things: ({ thing, count: n }: Omission) => count(n, ...THINGS[thing]),
    reason: ({ reason }: Omission) => REASONS[reason],
    /** What matters most to an analyst comes first. */
    sorted: (omissions: readonly Omission[]) =>
      omissions.toSorted((a, b) => THING_ORDER.indexOf(a.thing) - THING_ORDER.indexOf(b.thing)),
    names: (names: readonly string[], unnamed: number) => {
      const quoted = names.map((name) => `“${name}”`).join(', ');
      return unnamed > 0 ? `${quoted} and ${unnamed.toLocaleString('en')} more` : quoted;
    },
    examples: 'Which',
    more: (n: number) => `and ${n.toLocaleString('en')} more`,
  },
  confirm: (n: number) => `Import ${count(n, 'change', 'changes')}`,
  importing: 'Importing…',
  imported: (n: number, left: number) =>
    left === 0
      ? `Imported ${count(n, 'change', 'changes')}. Undo takes them back in one step.`
      : `Imported, but for ${count(left, 'entry', 'entries')} that changed meanwhile: import again to look at them. Undo takes it back in one step.`,

  /** A Markdown brief that was edited elsewhere. */
  brief: {
    title: 'Import an edited brief',
    untitled: 'A brief without a title',
    read: (n: number) => `${count(n, 'passage', 'passages')} of it were compared with yours.`,
    list: 'What was edited',
    choose: 'Nothing is taken over but what you check here.',
    all: 'All',
    none: 'None',
    nothingNewer: 'There is nothing to take over: nothing was edited in the brief.',
    nothing: 'The brief says what you have: there is nothing to take over.',
    nothingButTexts:
      'There is nothing to take over: no note, tag or translation was edited. The text below is of none.',
    fields: { note: 'Note', tags: 'Tags', translation: 'Translation' },
    /** What a checkbox stands for, said of the passage that it is about. */
    take: (field: string) => `Take over: ${field}`,
    removed: 'Taken out:',
    added: 'Added:',
    tagsAdded: 'Put on:',
    tagsRemoved: 'Taken off:',
    tagCreated: 'new tag',
    cleared: 'Taken out',
    checked: 'now checked',
    unchecked: 'now unchecked',
    alternative: 'The brief has this passage several times, and says different things there.',
    requotedTitle: (n: number) =>
      n === 1 ? 'One quote is not as you marked it' : `${n} quotes are not as you marked them`,
    requoted: 'Quotes are evidence: yours stay as they stand in the article.',
    unknownTitle: (n: number) =>
      n === 1 ? 'One passage is not among yours' : `${n} passages are not among yours`,
    unknown: 'They were deleted, or the brief comes from another computer. They are left out.',
    newer: (n: number) =>
      n === 1
        ? 'One note, set of tags or translation is newer here and stays.'
        : `${n.toLocaleString('en')} notes, tags or translations are newer here and stay.`,
    unreadTitle: (n: number) =>
      n === 1 ? 'One passage could not be read' : `${n} passages could not be read`,
    unread:
      'No quote stands where the brief links to them. Nothing is taken over there, nor of the note just before, since nobody can tell where that ends.',
    notTakenTitle: 'Text that was not taken over',
    notTakenBelow: (n: number) =>
      n === 1
        ? 'One text of the file cannot be taken over: it is shown at the end.'
        : `${n.toLocaleString('en')} texts of the file cannot be taken over: they are shown at the end.`,
    notTaken:
      'These words belong to no note, tag or translation of yours. They stay in the file; copy what you want to use.',
    copyTexts: 'Copy text',
    textsCopied: 'Copied.',
    copyRefused: 'The text could not be copied. Select it and copy it with the keyboard.',
    /** Where a text stands in the file. */
    place: (line: number, heading: string) =>
      heading === ''
        ? `Line ${line.toLocaleString('en')}`
        : `Line ${line.toLocaleString('en')}, under “${heading}”`,
    moreTexts: (n: number) => `Show ${count(n, 'more text', 'more texts')}`,
    more: (n: number) => `Show more (${n.toLocaleString('en')} left)`,
    apply: (n: number) => (n === 0 ? 'Take over' : `Take over ${count(n, 'edit', 'edits')}`),
    applied: (n: number) =>
      `${count(n, 'edit', 'edits')} of the brief taken over. Undo takes them back in one step.`,
    undoHint: 'Undo takes it all back in one step.',
  },
} as const;

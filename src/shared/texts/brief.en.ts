import { windowTexts } from './window.en.ts';

const passages = windowTexts.library.passages;
const articles = (n: number) => `${n.toLocaleString('en')} ${n === 1 ? 'article' : 'articles'}`;
const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** How many tags a title names before it only counts the rest. */
const TITLE_TAGS = 3;

/** What happened, and what to do about it, by the operating system's code. */
export const saveProblems: Readonly<Record<string, readonly [what: string, advice: string]>> = {
  ENOSPC: ['The disk is full.', 'Free some space or choose another disk, then save again.'],
  EDQUOT: ['Your share of the disk is full.', 'Free some space or choose another disk.'],
  EACCES: ['You are not allowed to write there.', 'Choose another folder, such as Documents.'],
  EPERM: ['You are not allowed to write there.', 'Choose another folder, such as Documents.'],
  EROFS: ['That disk can only be read.', 'Choose a folder on another disk.'],
  ENOENT: ['The folder is not there any more.', 'Choose another folder.'],
  ENOTDIR: ['The folder is not there any more.', 'Choose another folder.'],
  EISDIR: ['A folder has this name already.', 'Choose another name.'],
  ENAMETOOLONG: ['The file’s name is too long.', 'Choose a shorter name.'],
  EBUSY: ['Another program is using the file.', 'Close it there, or choose another name.'],
  EIO: ['The disk reported an error.', 'Choose a folder on another disk.'],
};

/** The English of the brief dialog; what the brief itself says is in `brief-words.en.ts`. */
export const briefTexts = {
  title: 'Brief',
  titleField: 'Title',
  /** The title as long as the analyst has not written one. */
  defaultTitle: (tags: readonly string[]) => {
    if (tags.length === 0) return 'Brief on highlighted passages';
    if (tags.length <= TITLE_TAGS) return `Brief on ${list.format(tags)}`;
    const named = tags.slice(0, TITLE_TAGS - 1);
    return `Brief on ${list.format([...named, `${tags.length - named.length} more topics`])}`;
  },
  tags: 'Passages tagged',
  untagged: 'Untagged',
  count: passages,
  preview: 'Preview',
  form: 'Show the preview as',
  forms: { rendered: 'Rendered', markdown: 'Markdown' },
  summary: (passageCount: number, articleCount: number) =>
    `${passages(passageCount)} from ${articles(articleCount)}`,
  unverified: (n: number) =>
    n === 1
      ? '1 quote is unverified: it could not be checked against its article, and is marked so.'
      : `${n.toLocaleString('en')} quotes are unverified: they could not be checked against their articles, and are marked so.`,
  gathering: 'Gathering passages…',
  noHighlights: 'Nothing to export yet',
  noHighlightsHint: 'Highlight and tag passages in the articles first; they are gathered here.',
  nothingChosen: 'Nothing chosen: check at least one tag.',
  nothingMatches: 'Nothing chosen: no passage has the checked tags.',
  image: (alt: string) => (alt === '' ? '[image]' : `[image: ${alt}]`),
  save: 'Save Markdown…',
  cancel: 'Cancel',
  done: 'Done',
  saved: (path: string) => `Saved to ${path}`,
  savedNotice: (path: string) => `Brief saved to ${path}`,
  failedTitle: 'The brief was not saved.',
  failed: (system: string, path: string) => {
    const [what, advice] = saveProblems[system] ?? [
      `The system refused to write the file (${system}).`,
      'Choose another folder.',
    ];
    const where = path === '' ? '' : ` The file was to be ${path}.`;
    return `${what}${where} ${advice} Your passages and notes are safe, and your choices here stay.`;
  },
  unsavedWork:
    'Your latest changes could not be saved and are not in this brief. Close this, then choose “Try again” in the status line.',
} as const;

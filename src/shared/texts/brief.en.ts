import type { BriefPart } from '../../domain/brief/export-record.ts';
import type {
  Dialect,
  Grouping,
  LinkedFormat,
  Printing,
  SHOWABLE,
  Template,
} from '../../domain/brief/saved-brief.ts';
import { windowTexts } from './window.en.ts';

const passages = windowTexts.library.passages;
const articles = (n: number) => `${n.toLocaleString('en')} ${n === 1 ? 'article' : 'articles'}`;
const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

const moment = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

/** How many characters of a quote are shown where it only has to be known again. */
const SHORT = 60;

const short = (quote: string) => {
  const letters = [...quote.replace(/\s+/gu, ' ')];
  if (letters.length <= SHORT) return letters.join('');
  return `${letters.slice(0, SHORT).join('').trimEnd()}…`;
};

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

/** What is said of everything that is different since an export, in a few words. */
function differences(counts: Readonly<Record<'added' | 'changed' | 'gone' | 'parts', number>>) {
  const { added, changed, gone, parts } = counts;
  const said = [
    added > 0 && `${added.toLocaleString('en')} new`,
    changed > 0 && `${changed.toLocaleString('en')} changed`,
    gone > 0 && `${gone.toLocaleString('en')} gone`,
    parts > 0 && 'its own text or order changed',
  ];
  return said.filter((one) => one !== false).join(', ');
}

/** The English of the builder of briefs; what the brief itself says is in `brief-words.en.ts`. */
export const briefTexts = {
  title: 'Brief',
  back: 'Back to reading',
  titleField: 'Title',
  /** The title as long as the analyst has not written one. */
  defaultTitle: (tags: readonly string[]) => {
    if (tags.length === 0) return 'Brief on highlighted passages';
    if (tags.length <= TITLE_TAGS) return `Brief on ${list.format(tags)}`;
    const named = tags.slice(0, TITLE_TAGS - 1);
    return `Brief on ${list.format([...named, `${tags.length - named.length} more topics`])}`;
  },

  /** The briefs that are kept. */
  shelf: {
    open: 'Open brief:',
    list: 'Briefs',
    kept: 'Your briefs',
    none: 'No other brief yet',
    new: 'New brief',
    duplicate: 'Duplicate',
    delete: 'Delete',
    worked: (iso: string) => moment.format(new Date(iso)),
  },
  copyOf: (name: string) => `${name} (copy)`,
  duplicated: (name: string) => `Copied as “${name}”.`,
  deleted: (name: string) => `“${name}” was deleted. Undo or the trash brings it back.`,
  undo: 'Undo',
  redo: 'Redo',

  tabs: { passages: 'Passages', layout: 'Layout', order: 'Order and text' },
  pane: 'What is in the brief',

  tags: 'Passages tagged',
  match: 'A passage needs',
  matches: { any: 'any of them', all: 'all of them' },
  everyTag: 'every tag, also new ones',
  allTags: 'All tags',
  untagged: 'Untagged',
  count: passages,
  articles: 'From articles',
  everyArticle: 'all, also new ones',
  allArticles: 'All articles',
  noArticle: 'Nothing chosen: check at least one article.',
  unknownArticle: 'Article no longer in the library',
  more: (n: number) => `Show more (${n.toLocaleString('en')} left)`,
  days: 'Published',
  from: 'From',
  to: 'To',
  clearDay: { from: 'Clear “From”', to: 'Clear “To”' },
  notADay: 'This is not a day. Type day, month and year, or clear it.',
  emptyRange: '“From” is after “To”: no article appeared in between.',

  template: 'Template',
  templates: {
    plain: 'Plain brief',
    digest: 'Digest by article',
    table: 'Evidence table',
  } satisfies Record<Template, string>,
  templateHints: {
    plain: 'Sections of quotes, each with its source and your note.',
    digest: 'A section an article, which names it once; its passages follow in short.',
    table: 'A table a section: passage, tags, article, date, note.',
  } satisfies Record<Template, string>,
  groupBy: 'Sections by',
  groupings: { tag: 'Tag', article: 'Article', date: 'Date' } satisfies Record<Grouping, string>,
  digestGroups: 'A digest always has a section an article.',
  shows: 'Show in the brief',
  showNames: {
    notes: 'Notes',
    tags: 'Tags',
    paragraphs: 'Paragraph numbers',
    hashes: 'Checksums of the articles (appendix)',
  } satisfies Record<(typeof SHOWABLE)[number], string>,
  printing: 'Passages with several tags',
  printings: {
    once: 'Print once, with “also under …”',
    each: 'Print under each tag',
  } satisfies Record<Printing, string>,
  printingHint: 'Printed once, a passage stands under the first of its tags.',
  printingElsewhere: 'Only sections by tag can have a passage several times.',
  dialect: 'Markdown for',
  dialects: {
    commonmark: 'Any editor (CommonMark)',
    obsidian: 'Obsidian',
  } satisfies Record<Dialect, string>,
  introduction: 'Introduction',
  introductionHint: 'Before the first section, as Markdown.',

  outline: 'Sections and passages',
  order: 'Order',
  moves: {
    first: 'Move to the top',
    up: 'Move up',
    down: 'Move down',
    last: 'Move to the end',
    reset: 'Original order',
  },
  moveKeys: { up: 'Alt ↑', down: 'Alt ↓' },
  drag: (name: string) => `Drag ${name}`,
  include: (quote: string) => `Include “${short(quote)}”`,
  leftOut: 'left out',
  unchecked: 'translation not checked',
  translated: 'translated',
  unverifiedPassage: 'unverified',
  fold: { open: (name: string) => `List ${name}`, close: (name: string) => `Fold ${name}` },
  sectionCount: (included: number, all: number) =>
    included === all
      ? all.toLocaleString('en')
      : `${included.toLocaleString('en')} of ${all.toLocaleString('en')}`,
  undatedSection: 'No known date',
  rowTexts: 'Texts of the chosen row',
  remark: 'Remark',
  remarkHint: 'At the head of this section, as Markdown.',
  translation: 'Translation',
  translationHint: 'Shown under the quote.',
  checked: 'Checked',
  checkedHint: 'Somebody who reads both languages has compared it with the passage.',
  note: 'Note',
  privateNote: 'Private note (not in the brief)',
  showInArticle: 'Show in article',
  chooseRow: 'Choose a section to remark on it, or a passage to translate it.',
  moreRows: (n: number) => `Show more (${n.toLocaleString('en')} left)`,

  preview: 'Preview',
  form: 'Show the preview as',
  forms: { rendered: 'Rendered', markdown: 'Markdown' },
  summary: (passageCount: number, articleCount: number) =>
    `${passages(passageCount)} from ${articles(articleCount)}`,
  privateNotes: (n: number) =>
    n === 1
      ? '1 private note is left out.'
      : `${n.toLocaleString('en')} private notes are left out.`,
  gathering: 'Gathering passages…',
  noHighlights: 'Nothing to export yet',
  noHighlightsHint: 'Highlight and tag passages in the articles first; they are gathered here.',
  nothingChosen: 'Nothing chosen: check at least one tag.',
  onlyUntagged:
    'Nothing chosen: none of your passages has a tag. Check “Untagged”, or tag some passages.',
  nothingMatches: 'Nothing chosen: no passage has the checked tags.',
  nothingMatchesAll: 'Nothing chosen: no passage has all of the checked tags.',
  nothingIn: 'Nothing chosen: no such passage is in the checked articles and days.',
  allLeftOut:
    'Nothing chosen: every passage is left out. Take some in again under “Order and text”.',

  save: 'Save Markdown…',
  exportOptions: 'Export options',
  links: 'Links that open a passage in Bên Lề',
  linkNames: {
    markdown: 'In Markdown',
    html: 'In web pages (HTML)',
    docx: 'In Word documents (DOCX)',
  } satisfies Record<LinkedFormat, string>,
  linksHint:
    'They work only on computers that have Bên Lề and these articles. Without links, Markdown names its passages at its head, so that it can still be imported again.',
  savedNotice: (path: string) => `Brief saved to ${path}`,
  unsavedWork:
    'Your latest changes could not be saved. What is exported now may lack them. Choose “Try again”.',

  /** What was exported last, and what is different now. */
  last: {
    exported: (iso: string, format: string) =>
      `Exported ${moment.format(new Date(iso))} as ${format}`,
    same: 'nothing changed since then',
    since: (counts: Parameters<typeof differences>[0]) => `since then ${differences(counts)}`,
    title: 'Since the last export',
    added: 'New',
    changed: 'Changed',
    gone: 'Gone',
    parts: 'Changed in the brief itself',
    partNames: {
      title: 'The title',
      introduction: 'The introduction',
      remarks: 'Remarks on sections',
      arrangement: 'Template, grouping or order',
    } satisfies Record<BriefPart, string>,
    deletedPassage: 'A passage that was deleted for good',
    more: (n: number) => `and ${n.toLocaleString('en')} more`,
    short,
  },
} as const;

import { briefName } from './brief-name.en.ts';
import { count } from './count.en.ts';
import { foundAndPutRight, notSaved, notStarted } from './saving.en.ts';

/** A day as a list shows it: "18 Dec 2023". */
const shortDay = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

const fileName = (file?: string) => (file ? `The file ${file}` : 'Its file');

/** The English of the window. Functions take what varies, so that other languages can order it their way. */
export const windowTexts = {
  appName: 'Bên Lề',
  close: 'Close',
  day: (isoDay: string) => shortDay.format(new Date(isoDay)),

  library: {
    title: 'Library',
    inferredDate: 'The date is not printed in the article; it was inferred from it.',
    inferredMark: 'inferred',
    passages: (n: number) => count(n, 'passage', 'passages'),
    missing: 'File missing',
    damaged: 'File damaged',
    empty: 'No articles were found. Reinstalling the app brings the bundled articles back.',
    unlistedTitle: 'The articles could not be listed',
    unlisted:
      'The list of articles did not arrive. Your highlights and notes are safe and are listed under “All articles”. Reload the window; if that does not help, start the app again.',
  },

  toolbar: {
    label: 'Window',
    resizeLibrary: 'Width of the library',
    resizeAnnotations: 'Width of the annotations',
    library: 'Library panel',
    annotations: 'Annotations panel',
    find: 'Find in article',
    original: 'Show original',
    codebook: 'Codebook',
    brief: 'Brief',
    undo: 'Undo',
    redo: 'Redo',
  },

  reader: {
    label: 'Article',
    welcome: 'Choose an article',
    welcomeHint:
      'Pick one from the library to read it. Select any passage to highlight and tag it.',
    loading: 'Opening the article…',
    inferredTitle: 'Headline by Bên Lề: the article has none printed.',
    inferredDate: 'date inferred',
    missingTitle: 'This article’s file is missing',
    missing: (file?: string) =>
      `${fileName(file)} is not where the app keeps its articles. Your highlights and notes on it are safe and stay listed under “All articles”. Reinstalling the app brings the file back.`,
    damagedTitle: 'This article’s file is damaged',
    damaged: (file?: string) =>
      `${fileName(file)} is not the one that came with the app, so its text cannot be trusted for quoting. Your highlights and notes on it are safe and stay listed under “All articles”. Reinstalling the app brings the file back.`,
    unknownTitle: 'This article is not in the library',
    unknown:
      'The app knows no such article any more. Your highlights and notes on it are safe and stay listed under “All articles”.',
    unansweredTitle: 'This article could not be opened',
    unanswered:
      'Reading it failed. Your highlights and notes on it are safe. Choose it in the library to try again; if it fails again, start the app again.',
    original: 'The original file, as it is',
    originalFile: (file: string) => `Original: ${file}`,
    cleanings: {
      dropped: (n: number) =>
        `${count(n, 'piece', 'pieces')} of the page around the article left out`,
      rejoined: (n: number) => `${count(n, 'place', 'places')} of word-segmented text rejoined`,
      split: (n: number) => `running text cut into ${count(n, 'block', 'blocks')}`,
      normalised: (n: number) => `${count(n, 'character', 'characters')} normalised`,
    },
    cleaningTitle: 'What cleaning did',
    nothingCleaned: 'Nothing was left out or changed.',
    readAsPrinted: 'Back to the article',
  },

  annotate: {
    label: 'Annotate',
    highlight: 'Highlight',
    note: 'Note',
  },

  annotations: {
    title: 'Annotations',
    scope: 'Show annotations of',
    thisArticle: 'This article',
    allArticles: 'All articles',
    filter: 'Only with tag',
    onlyTag: (tag: string) => `Only ${tag}`,
    goTo: 'Go to the passage',
    note: 'Note',
    notePlaceholder: 'Add a note…',
    privateNote: 'Private note',
    privateNoteHint: 'Private: in no brief and no exported file',
    tags: 'Tags',
    delete: 'Delete',
    lost: 'The article no longer says this here: the passage is not marked.',
    empty: 'No annotations yet',
    emptyHint:
      'Select a passage, then press a tag’s key (1, 2, 3…), H to highlight it, or N to write a note.',
    emptyAll: 'Highlights of every article will be listed here.',
    filtered: 'No annotation has the chosen tags.',
    clearFilter: 'Clear filter',
    unknownArticle: 'Article no longer in the library',
    count: (n: number) => count(n, 'annotation', 'annotations'),
    more: (n: number) => `Show more (${n.toLocaleString('en')} left)`,
  },

  copy: {
    label: 'Copy',
    labelAll: 'Copy those listed',
    markdown: 'Copy as Markdown',
    citation: 'Copy citation',
    citations: 'Copy citations',
    copied: {
      markdown: (n: number) =>
        n === 1 ? 'Copied as Markdown.' : `${n} passages copied as Markdown.`,
      citation: (n: number) => (n === 1 ? 'Citation copied.' : `${n} citations copied.`),
    },
    refused: 'The clipboard did not take it. Another program may be using it: try again.',
    tooMany: (most: number) =>
      `At most ${most} passages can be copied at once. Narrow the list, or save a brief.`,
    selectFirst: 'Select a passage or a highlight first.',
  },

  find: {
    label: 'Find in article',
    query: 'Find',
    placeholder: 'Find in article',
    exactTones: 'Exact tone marks',
    exactTonesShort: 'Tones',
    iForY: 'i = y: “kĩ” also finds “kỹ”',
    iForYShort: 'i = y',
    previous: 'Previous hit',
    next: 'Next hit',
    close: 'Close find',
    hits: (current: number, total: number) =>
      total === 0 ? 'No hits' : `${current} of ${total.toLocaleString('en')}`,
  },

  status: {
    saved: 'Saved',
    saving: 'Saving…',
    failed: notSaved,
    retry: 'Try again',
    unreadable: (n: number) =>
      `${count(n, 'entry', 'entries')} of the database could not be read and ${n === 1 ? 'is' : 'are'} not shown. Nothing was deleted.`,
    theme: 'Theme',
    themes: { system: 'System', light: 'Light', dark: 'Dark' },
    keys: 'Keyboard shortcuts',
  },

  notices: {
    undone: (what: string) => `Undone: ${what}`,
    redone: (what: string) => `Redone: ${what}`,
    saveFirst: 'Some work is not saved yet. Choose “Try again” below first.',
    stepFailed: (problem: string) =>
      `That could not be taken back (${problem}). Nothing has changed; free some disk space and try again.`,
    selectFirst: 'Select a passage first, or click a highlight.',
    notePrivate: 'The note is private: it is left out of briefs and exported files.',
    notePublic: 'The note is not private any more: briefs and exported files have it.',
    deleted: 'Highlight deleted. Undo or the trash brings it back.',
    nothingToDelete: 'There is no highlight over exactly this. Click one, then press Delete.',
    nothingToUndo: 'Nothing to undo',
    nothingToRedo: 'Nothing to redo',
    linkGone:
      'The annotation that the link points to is not here: it was deleted, or made on another computer.',
    firstAnnotation: 'No highlight before this one',
    lastAnnotation: 'No highlight after this one',
  },

  changes: {
    annotationAdded: 'highlight added',
    annotationDeleted: 'highlight deleted',
    annotationBack: 'highlight restored',
    restored: 'several entries restored or imported',
    noteChanged: 'note changed',
    noteMadePrivate: 'note made private',
    noteMadePublic: 'note no longer private',
    translationChanged: 'translation changed',
    tagsChanged: 'tags of a highlight changed',
    passageChanged: 'passage of a highlight repaired',
    tagAdded: (name: string) => `tag “${name}” created`,
    tagDeleted: (name: string) => `tag “${name}” deleted`,
    tagMerged: (name: string) => `tag “${name}” merged into another`,
    tagBack: (name: string) => `tag “${name}” restored`,
    briefAdded: (title: string) => `${briefName(title)} created`,
    briefChanged: (title: string) => `${briefName(title)} changed`,
    briefDeleted: (title: string) => `${briefName(title)} deleted`,
    briefBack: (title: string) => `${briefName(title)} restored`,
    purged: 'deleted for good from the trash',
    emptied: 'trash emptied',
    tagChanged: (name: string) => `tag “${name}” changed`,
  },

  broken: {
    title: 'Something went wrong',
    body: (problem: string) =>
      `The window could not go on (${problem}). What was saved is safe. Reload the window to go on with your work.`,
  },
  reload: 'Reload',

  /** What had gone wrong and was put right; the window says so until it is taken note of. */
  findings: {
    label: 'What was put right',
    dismiss: 'All right',
    of: foundAndPutRight,
  },

  comingBack: {
    title: 'Your annotations are coming back',
    body: (done: number, all: number) =>
      `The database was empty or damaged. It is being made anew from the journal: ${done.toLocaleString('en')} of ${count(all, 'change', 'changes')}.`,
  },

  startFailed: {
    title: 'Your annotations could not be opened',
    body: notStarted,
    retry: 'Try again',
  },
} as const;

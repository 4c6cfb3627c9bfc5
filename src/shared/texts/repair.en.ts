import type { Anchor, ContextChange } from '../../domain/annotation/annotation.ts';
import { count } from './count.en.ts';

const passages = (n: number) => count(n, 'passage', 'passages');
const need = (n: number) => (n === 1 ? 'needs' : 'need');

/** How much of a quote is shown where it only has to be known again, in characters. */
const SHORT = 60;

const short = (quote: string) => {
  const letters = [...quote.replace(/\s+/gu, ' ')];
  return letters.length > SHORT
    ? `${letters.slice(0, SHORT).join('').trimEnd()}…`
    : letters.join('');
};

/** The English of all that is said of passages whose article's text changed. */
export const repairTexts = {
  title: 'Repair',
  /** In the status line, as long as there is something to look at. */
  hint: (n: number) => `${passages(n)} ${need(n)} a look`,
  /** At the head of an article's annotations: those that cannot stand beside anything. */
  unplaced: (n: number) => `${passages(n)} not found in the text`,
  /** Told when they were found out about. */
  found: (n: number) => `The text of an article has changed: ${passages(n)} ${need(n)} a look.`,

  list: 'Passages to look at',
  more: (n: number) => `Show more (${n.toLocaleString('en')} left)`,
  fromFirst: (n: number) => `Show from the first (${n.toLocaleString('en')} above)`,
  nothing: 'Nothing needs repair',
  nothingHint:
    'When the text of an article changes, passages that cannot simply be found again are listed here.',
  unknownArticle: 'Article no longer in the library',
  unreadable: 'The article cannot be read now, so its passages cannot be looked for.',
  looking: 'Looking for the passage…',

  states: {
    moved: 'Moved',
    ambiguous: 'Several places fit',
    lost: 'Not found',
  } satisfies Record<Anchor['state'], string>,
  meaning: {
    moved: 'Found, but its words or what stands around them changed. Is this the passage?',
    ambiguous: 'Several places fit about as well. None is marked until you say which it is.',
    lost: 'The article no longer says this, or says something else there. Nothing is marked.',
  } satisfies Record<Anchor['state'], string>,

  /** Of a passage of another program's file. */
  severalReadings:
    'The file gives a position that can be read in several ways. Nothing is marked until you say which passage it is.',
  /** Instead of `meaning.lost`, where the same words stand there. */
  otherStatement: 'The article has these words, but in another statement. Nothing is marked.',
  /** Which words beside the passage are others now; empty where words only came, or only went. */
  change: ({ was, now }: ContextChange) => {
    if (was === '') return `Beside the passage the article now also says “${now}”.`;
    if (now === '') return `Beside the passage the article no longer says “${was}”.`;
    return `Beside the passage the article now says “${now}” instead of “${was}”.`;
  },

  chosen: 'You marked',
  perhaps: 'Perhaps this was marked',
  now: 'The article says now',
  places: 'Places that fit',
  similar: 'Nearest to it',
  others: 'Other places',
  nowhere: 'No place in the article comes near it.',
  paragraph: (n: number) => `¶ ${n.toLocaleString('en')}`,
  sameWords: 'Same words; what stands around them changed.',
  /** @param score 0 to 1. */
  fit: (score: number) => {
    if (score >= 0.9) return 'fits closely';
    if (score >= 0.7) return 'fits well';
    return score >= 0.5 ? 'fits partly' : 'fits poorly';
  },
  removed: 'Removed:',
  added: 'Added:',
  note: 'Note',

  accept: 'Accept',
  usePlace: 'Use this place',
  select: 'Select the passage…',
  keepAsNote: 'Keep as note',
  show: 'Show in article',
  undo: 'Undo',

  accepted: 'The passage was accepted where it stands now.',
  anchored: 'The passage was anchored there.',
  kept: 'Kept as a note without a passage.',
  allDone: 'Nothing is left to repair.',

  /** While the passage is being selected in the article. */
  choosing: {
    label: 'Select the passage',
    ask: (quote: string) => `Select the passage for “${short(quote)}” and press Enter.`,
    use: 'Use selection',
    cancel: 'Cancel',
    nothingSelected: 'Select the passage in the article first.',
  },

  /** On the card of an annotation. */
  card: {
    moved: 'The article changed here: check the passage.',
    ambiguous: 'Several places fit: not marked.',
    lost: 'No longer found in the article: not marked.',
    note: 'Note without a passage',
    repair: 'Repair',
  },
  /** Of a highlight, to assistive tools. */
  doubtful: 'moved, not checked yet',
} as const;

import type { BriefWords } from '../../domain/brief/brief.ts';

const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** `3 passages`, `1 passage`. */
function counted(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : `${noun}s`}`;
}

/** The words of a brief in British English. */
export const briefWordsEn: BriefWords = {
  language: 'en',
  inferred: 'inferred',
  untagged: 'Untagged',
  passageLink: 'passage',
  sources: 'Sources',
  translation: 'Translation:',
  uncheckedTranslation: 'Unchecked translation:',
  unknownDay: 'Day unknown',
  columns: { passage: 'Passage', tags: 'Tags', article: 'Article', date: 'Date', note: 'Note' },
  quotationMarks: [
    ['“', '”'],
    ['‘', '’'],
  ],
  // What is no day is shown as it stands: a brief must not fail over one date.
  day: (isoDay) => {
    const time = Date.parse(isoDay);
    return Number.isNaN(time) ? isoDay : DAY.format(time);
  },
  passages: (count) => counted(count, 'passage'),
  allVerified: (count) => `${count === 1 ? 'quote' : 'quotes'} verified`,
  unverified: (count, total) =>
    total === 1 ? 'quote unverified' : `${count} of ${total} quotes unverified`,
  detached: (count, total) =>
    total === 1
      ? 'quote without a place in the article'
      : `${count} of ${total} quotes without a place in the article`,
  unavailable: 'article not available',
  unverifiedMark: 'unverified',
  detachedMarks: {
    gone: 'no longer stands in the article',
    unplaced: 'kept without its place in the article',
  },
};

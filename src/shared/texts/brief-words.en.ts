import type { BriefWords } from '../../domain/brief/brief.ts';

const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** `3 passages`, `1 passage`. */
function counted(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : `${noun}s`}`;
}

/** The words of a brief in British English. */
export const briefWordsEn: BriefWords = {
  language: 'en',
  inferred: 'inferred',
  inferredMark: '†',
  inferredNote: 'The article does not print this date; it was inferred from the text.',
  untagged: 'Untagged',
  alsoUnder: 'also under',
  elsewhere: (count, tagNames, isMore) => {
    const stands = count === 1 ? 'passage with this tag stands' : 'passages with this tag stand';
    return `${count}${isMore ? ' more' : ''} ${stands} under ${list.format(tagNames)}.`;
  },
  passageLink: 'passage',
  sources: 'Sources',
  checksums: 'Appendix: checksums',
  checksumsHint:
    'SHA-256 of the text of each article as it was quoted, by which a copy can be told from a changed one.',
  labels: {
    introduction: 'Introduction:',
    remark: 'Analyst’s remark:',
    note: 'Analyst’s note:',
  },
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

import type { EvidenceWords } from '../../domain/brief/evidence.ts';

/** The words of a table of evidence in British English. */
export const evidenceWordsEn: EvidenceWords = {
  sheet: 'Evidence',
  headings: {
    passage: 'Passage',
    translation: 'Translation',
    translationChecked: 'Translation checked',
    tags: 'Tags',
    note: 'Note',
    article: 'Article',
    date: 'Date',
    dateBasis: 'Date is',
    paragraph: 'Paragraph',
    verified: 'Verified',
    link: 'Link',
    created: 'Created (UTC)',
    updated: 'Updated (UTC)',
    sha256: 'SHA-256 of the article',
    id: 'Id',
  },
  yes: 'yes',
  no: 'no',
  bases: { printed: 'printed', inferred: 'inferred' },
  standings: {
    verified: 'yes',
    unverified: 'no',
    gone: 'no: no longer stands in the article',
    unplaced: 'no: kept without its place in the article',
  },
  tagSeparator: '; ',
  cutMark: ' […] (cut: a cell holds no more)',
};

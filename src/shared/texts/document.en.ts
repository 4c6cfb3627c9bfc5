/** The words of a brief as a Word document that are not the brief's own: what its styles are called. */
export const documentTexts = {
  creator: 'Bên Lề',
  styles: {
    introduction: 'Brief introduction',
    facts: 'Brief facts',
    remark: 'Brief remark',
    translation: 'Brief translation',
    attribution: 'Brief attribution',
    note: 'Brief note',
    label: 'Brief label',
    gap: 'Brief gap',
    source: 'Brief source',
    cell: 'Brief table',
    heads: 'Brief table heading',
    noteQuote: 'Brief quote in a note',
    code: 'Brief code',
  },
} as const;

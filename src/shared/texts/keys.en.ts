/** Keys that are pressed together, as they are written on a PC keyboard. */
export type Chord = readonly string[];

/** What a key does; `chords` are several when several keys do, or make, the pair that `does` speaks of. */
export interface KeyRow {
  readonly chords: readonly Chord[];
  readonly does: string;
}

export interface KeyGroup {
  readonly title: string;
  readonly rows: readonly KeyRow[];
  /** Whether the codebook's tags and their digits are listed before the rows. */
  readonly listsTags?: boolean;
}

const groups: readonly KeyGroup[] = [
  {
    title: 'Reading',
    rows: [
      { chords: [['Ctrl', 'F']], does: 'Find in the article' },
      { chords: [['Enter'], ['Shift', 'Enter']], does: 'Next, previous hit' },
      { chords: [['['], [']']], does: 'Previous, next highlight' },
      { chords: [['←'], ['→'], ['↑'], ['↓']], does: 'Move the caret' },
      { chords: [['Home'], ['End']], does: 'Start, end of the line' },
      { chords: [['Shift', '← → ↑ ↓']], does: 'Select a passage' },
      { chords: [['Ctrl', 'Shift', '← →']], does: 'Select word by word' },
      { chords: [['Esc']], does: 'Let the selection go' },
    ],
  },
  {
    title: 'Annotating',
    listsTags: true,
    rows: [
      { chords: [['H']], does: 'Highlight without a tag' },
      { chords: [['N']], does: 'Write a note' },
      { chords: [['P']], does: 'Make the note private, or no longer' },
      { chords: [['Delete']], does: 'Remove the highlight' },
      { chords: [['C'], ['Shift', 'C']], does: 'Copy as Markdown, copy the citation' },
      { chords: [['Esc']], does: 'Back to the article' },
    ],
  },
  {
    title: 'Editing',
    rows: [
      { chords: [['Ctrl', 'Z']], does: 'Undo' },
      {
        chords: [
          ['Ctrl', 'Shift', 'Z'],
          ['Ctrl', 'Y'],
        ],
        does: 'Redo',
      },
    ],
  },
  {
    title: 'In a brief',
    rows: [
      {
        chords: [
          ['Alt', '↑'],
          ['Alt', '↓'],
        ],
        does: 'Move a row up, down',
      },
      { chords: [['→'], ['←']], does: 'To its handle and its box, and back' },
      { chords: [['Enter']], does: 'On a handle: drag with the arrow keys' },
    ],
  },
  {
    title: 'Window',
    rows: [
      { chords: [['F6'], ['Shift', 'F6']], does: 'Next, previous panel' },
      { chords: [['Tab']], does: 'Next control' },
      { chords: [['Ctrl', 'E']], does: 'Open the brief' },
      { chords: [['?']], does: 'Show these shortcuts' },
      { chords: [['Esc']], does: 'Close a dialog' },
    ],
  },
];

/** The English of the keyboard help. */
export const keysTexts = {
  title: 'Keyboard shortcuts',
  hint: 'Single letters, digits and brackets work while you read, not while you type.',
  groups,
  noTagKeys: 'No tag has a key yet. Give one to a tag in the codebook.',
  /** What a Mac's keyboard has in the place of a PC's. */
  macKeys: { Alt: '⌥', Ctrl: '⌘', Shift: '⇧', Delete: '⌦' } as Readonly<Record<string, string>>,
} as const;

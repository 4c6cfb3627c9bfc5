/** The colours a tag can have: names only; the renderer's tokens give each its two shades and its underline. */
export const TAG_COLOURS = [
  'amber',
  'blue',
  'green',
  'rose',
  'violet',
  'teal',
  'brick',
  'slate',
] as const;

export type TagColour = (typeof TAG_COLOURS)[number];

/** One entry of the codebook. */
export interface Tag {
  readonly id: string;
  /** Unique in the codebook, compared without case and in NFC. */
  readonly name: string;
  readonly description: string;
  readonly colour: TagColour;
  /** The digit key that applies the tag, `'1'` to `'9'`; absent when all are taken. */
  readonly shortcut?: string;
  /** Place in the codebook, ascending; places need not be consecutive. */
  readonly order: number;
}

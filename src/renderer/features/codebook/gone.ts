/** A tag that left the codebook, and what became of it. */
export interface Gone {
  readonly id: string;
  /** The tag that took its place. */
  readonly intoId?: string;
  readonly text: string;
}

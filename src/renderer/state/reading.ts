import { create } from 'zustand';
import type { TextPositionSelector } from '../../domain/annotation/annotation.ts';

/** What other panels can ask of the article in view. */
export interface ReadingSurface {
  /** Offset of the caret into `articleText`. */
  caret(): number | undefined;
  focus(): void;
  /** Puts the caret at an offset, with the focus. */
  placeCaret(offset: number): void;
  select(passage: TextPositionSelector): void;
  /** Scrolls the page to a distance from its top, in pixels. */
  scrollTo(top: number): void;
}

/** An annotation and how far below the top of the scrolled page its passage begins, in pixels. */
export interface PassagePlace {
  readonly id: string;
  readonly top: number;
}

interface Reading {
  readonly surface: ReadingSurface | undefined;
  /** The annotations nearest to the screen, in reading order. */
  readonly places: readonly PassagePlace[];
  /** Annotations whose quote does not stand at their place in the article. */
  readonly lost: ReadonlySet<string>;
  readonly scrollTop: number;
  /** Where the screen of the scrolled page begins in the window, in pixels. */
  readonly screenTop: number;
  /** Height of everything that can be scrolled to, in pixels. */
  readonly scrollHeight: number;
  /** Height of the scrolled page, in pixels, without room made for the margin. */
  readonly pageHeight: number;
  /** How much longer than the page the margin's cards are. */
  readonly marginOverflow: number;
}

/** Where things stand on the screen, for panels that follow the article. */
export const useReading = create<Reading>(() => ({
  surface: undefined,
  places: [],
  lost: new Set(),
  scrollTop: 0,
  screenTop: 0,
  scrollHeight: 0,
  pageHeight: 0,
  marginOverflow: 0,
}));

export const updateReading = useReading.setState;

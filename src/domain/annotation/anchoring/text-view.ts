import { printedForm, scanWords, type Word, wordForm, wordWeight } from './words.ts';

/** A text as a row of numbered words, each of which knows where it stands. Built once a text. */
export interface TextView {
  readonly text: string;
  /** Number of words. */
  readonly length: number;
  /** For each word, where it starts and ends: UTF-16 code units into `text`, whatever its composition. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** For each word, where it would start if the text were NFC, without invisible characters, and evenly spaced. */
  readonly evenStarts: Uint32Array;
  /** The same, and without the spaces that printed text does not have: before commas, within brackets. */
  readonly printedStarts: Uint32Array;
  /** For each word, the number of its form; equal numbers mean equal words. */
  readonly ids: Int32Array;
  /** By number: the form, and what it weighs. */
  readonly forms: readonly string[];
  readonly weights: Uint8Array;
  formAt(place: number): string;
  /** Whether there is a line break right before the word. */
  startsLine(place: number): boolean;
  /** The number of a form, or -1 when the text does not have it. */
  idOf(form: string): number;
  /** Where a word stands, as places in the row, ascending. */
  placesOf(id: number): Int32Array;
}

/** Numbers the words; a raw word is brought to its form only once, however often it stands in the text. */
function numberWords(words: readonly Word[]) {
  const byForm = new Map<string, number>();
  const byRaw = new Map<string, { id: number; length: number }>();
  const ids = new Int32Array(words.length);
  const lengths = new Uint32Array(words.length);
  for (const [at, { raw }] of words.entries()) {
    let known = byRaw.get(raw);
    if (known === undefined) {
      const form = wordForm(raw);
      const id = byForm.get(form) ?? byForm.size;
      byForm.set(form, id);
      known = { id, length: printedForm(raw).length };
      byRaw.set(raw, known);
    }
    ids[at] = known.id;
    lengths[at] = known.length;
  }
  return { byForm, ids, lengths };
}

const SPACING = /[\s\p{Cc}_]/u;
const CLOSING = /^[,.;:!?…)\]}”’»%/]/u;
const OPENING = /[([{“‘«/]$/u;

function evenStartsOf(text: string, words: readonly Word[], lengths: Uint32Array) {
  const evenStarts = new Uint32Array(words.length);
  const printedStarts = new Uint32Array(words.length);
  let offset = 0;
  let closedUp = 0;
  let previous: Word | undefined;
  for (const [at, word] of words.entries()) {
    const end = previous?.end ?? word.start;
    if (word.start > end && SPACING.test(text.slice(end, word.start))) {
      offset += 1;
      if (CLOSING.test(word.raw) || OPENING.test(previous?.raw ?? '')) closedUp += 1;
    }
    evenStarts[at] = offset;
    printedStarts[at] = offset - closedUp;
    offset += lengths[at] ?? 0;
    previous = word;
  }
  return { evenStarts, printedStarts };
}

/** For each word number, its places: one array for all, cut by counting (a counting sort). */
function groupPlaces(ids: Int32Array, kinds: number): (id: number) => Int32Array {
  const bounds = new Uint32Array(kinds + 1);
  for (const id of ids) bounds[id + 1] = (bounds[id + 1] ?? 0) + 1;
  for (let id = 0; id < kinds; id += 1) bounds[id + 1] = (bounds[id + 1] ?? 0) + (bounds[id] ?? 0);
  const next = bounds.slice();
  const places = new Int32Array(ids.length);
  for (const [at, id] of ids.entries()) {
    const slot = next[id] ?? 0;
    places[slot] = at;
    next[id] = slot + 1;
  }
  return (id) => places.subarray(bounds[id] ?? 0, bounds[id + 1] ?? 0);
}

/** Reads the words of a text. Takes time linear in its length: about 0.1 s for 430,000 characters. */
export function viewText(text: string): TextView {
  const words = scanWords(text);
  const { byForm, ids, lengths } = numberWords(words);
  const forms = [...byForm.keys()];
  const gap = (place: number) => text.slice(words[place - 1]?.end ?? 0, words[place]?.start);
  return {
    formAt: (place) => forms[ids[place] ?? -1] ?? '',
    startsLine: (place) => gap(place).includes('\n'),
    text,
    length: words.length,
    starts: Uint32Array.from(words, ({ start }) => start),
    ends: Uint32Array.from(words, ({ end }) => end),
    ...evenStartsOf(text, words, lengths),
    ids,
    forms,
    weights: Uint8Array.from(forms, wordWeight),
    idOf: (form) => byForm.get(form) ?? -1,
    placesOf: groupPlaces(ids, forms.length),
  };
}

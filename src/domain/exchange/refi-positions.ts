import type { TextPositionSelector } from '../annotation/annotation.ts';
import { countWhile } from '../bisect.ts';
import { codePointsOf } from './code-points.ts';
import type { RefiSelection } from './refi-model.ts';

/*
 * Where selections of other tools stand. Positions should be code points, but tools differ: in whether they count
 * code units, a carriage return before a line feed, or a byte order mark. ATLAS.ti writes texts with two characters
 * at the end of a line and counts one; NVivo counts two. The names of selections tell, since most tools call them by
 * what they quote; and so do the ends of words, where most selections begin and end.
 */

/** A text, and where its selections stand in it. */
export interface PlacedText {
  /** With line feeds alone, and no byte order mark. */
  readonly text: string;
  /** UTF-16 code units; `undefined` when there is no such place. */
  readonly placeOf: (selection: RefiSelection) => TextPositionSelector | undefined;
}

type Reading = (selection: RefiSelection) => TextPositionSelector | undefined;

const MARK = '\ufeff';
const CRLF = /\r\n/g;

/** Reads positions that were counted in `counted`, a text that differs from ours in ends of lines and mark alone. */
function readingOf(counted: string, inPoints: boolean): Reading {
  const mark = Number(counted.startsWith(MARK));
  const returns = [...counted.matchAll(CRLF)].map(({ index }) => index);
  const points = codePointsOf(counted);
  const ours = (unit: number) => {
    const before = countWhile(returns.length, (place) => (returns[place] ?? 0) < unit);
    return Math.max(unit - before - mark, 0);
  };
  return ({ start, end }) => {
    // Also false of what is no number.
    if (!(start < end)) return undefined;
    const units = inPoints ? points.toUnits({ start, end }) : { start, end };
    if (units.start >= counted.length) return undefined;
    const place = { start: ours(units.start), end: ours(Math.min(units.end, counted.length)) };
    return place.start < place.end ? place : undefined;
  };
}

/** All ways to count in a text that differ in it, the one that the standard has first. */
function readingsOf(raw: string, text: string): Reading[] {
  const bare = raw.startsWith(MARK) ? raw.slice(MARK.length) : raw;
  const ends = [bare, text, text.replace(/\n/g, '\r\n')];
  const counted = new Set([...ends, ...(raw === bare ? [] : ends.map((one) => MARK + one))]);
  const isAstral = /[\u{10000}-\u{10ffff}]/u.test(text);
  return [...counted].flatMap((one) =>
    (isAstral ? [true, false] : [true]).map((inPoints) => readingOf(one, inPoints)),
  );
}

const even = (text: string) => text.normalize('NFC').replace(/\s+/gu, ' ').trim();
const ELLIPSIS = /(?:…|\.{3,})$/u;

/** What a name quotes, if it quotes anything. */
const quoted = (name: string) => even(name).replace(ELLIPSIS, '').trimEnd();

function isQuotedBy(name: string, passage: string): boolean {
  const words = quoted(name);
  return words !== '' && even(passage).startsWith(words);
}

const IN_WORD = /[\p{L}\p{N}\p{M}]/u;

const isWordEdge = (text: string, at: number) =>
  !(IN_WORD.test(text[at - 1] ?? '') && IN_WORD.test(text[at] ?? ''));

const NAMED = 4;
/** Enough to tell by. */
const SAMPLE = 300;

function fitOf(text: string, reading: Reading, selections: readonly RefiSelection[]): number {
  let fit = 0;
  for (const selection of selections.slice(0, SAMPLE)) {
    const place = reading(selection);
    if (!place) {
      fit -= NAMED;
      continue;
    }
    const { start, end } = place;
    if (isQuotedBy(selection.name, text.slice(start, end))) fit += NAMED;
    fit += Number(isWordEdge(text, start)) + Number(isWordEdge(text, end));
  }
  return fit;
}

function bestReading(
  text: string,
  readings: readonly Reading[],
  selections: readonly RefiSelection[],
) {
  const fits = readings.map((reading) => fitOf(text, reading, selections));
  return readings[fits.indexOf(Math.max(...fits))];
}

/** A name this long, of several words, is no label that just happens to stand in the text. */
const TELLING_NAME = 12;
/** So many of a source's names have to be found in its text for names to be taken for quotes. */
const MOST_NAMES = 0.8;

const isTelling = (name: string) =>
  quoted(name).length >= TELLING_NAME && quoted(name).includes(' ');

function areNamesQuotes(text: string, selections: readonly RefiSelection[]): boolean {
  const words = even(text);
  const telling = selections.slice(0, SAMPLE).filter(({ name }) => isTelling(name));
  const found = telling.filter(({ name }) => words.includes(quoted(name)));
  return found.length > 0 && found.length >= MOST_NAMES * telling.length;
}

/** Where the words of a name stand. */
function placesOfName(text: string, name: string): TextPositionSelector[] {
  const form = text === text.normalize('NFC') ? 'NFC' : 'NFD';
  const words = quoted(name)
    .normalize(form)
    .replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
  const pattern = new RegExp(words.replaceAll(' ', String.raw`\s+`), 'gu');
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }));
}

/**
 * The place that a name quotes, where the given one says something else. Of several none is certain, and the given
 * one is not, either.
 */
function placeByName(
  text: string,
  name: string,
  given: TextPositionSelector | undefined,
): TextPositionSelector | undefined {
  const places = placesOfName(text, name);
  const [only] = places;
  if (!only) return given;
  if (places.length > 1) return undefined;
  // A name that was cut short is as long as its selection.
  const length = ELLIPSIS.test(even(name)) && given ? given.end - given.start : 0;
  return { start: only.start, end: Math.max(only.end, Math.min(text.length, only.start + length)) };
}

/** Positions as the standard has them, and as we write them. */
export function placeByStandard(text: string): PlacedText {
  return { text, placeOf: readingOf(text, true) };
}

/**
 * @param raw the text of a source as it is in the file.
 * @param selections all that it has: they are looked at together.
 */
export function placeSelections(raw: string, selections: readonly RefiSelection[]): PlacedText {
  const text = raw.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const reading = bestReading(text, readingsOf(raw, text), selections);
  const byName = areNamesQuotes(text, selections);
  return {
    text,
    placeOf: (selection) => {
      const place = reading?.(selection);
      const { name } = selection;
      if (!byName || !isTelling(name)) return place;
      if (place && isQuotedBy(name, text.slice(place.start, place.end))) return place;
      return placeByName(text, name, place);
    },
  };
}

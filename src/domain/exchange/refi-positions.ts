import type { TextPositionSelector } from '../annotation/annotation.ts';
import { selectPassage } from '../annotation/passage.ts';
import { type CountedPlace, CountedText, readFileText } from './counted-text.ts';
import { type EdgeEvidence, edgeEvidenceOf } from './passage-edges.ts';
import { type QuotedName, QuotedNames } from './quoted-names.ts';
import { countingsOf, doesNameQuotes, type LikelyCounting } from './refi-counting.ts';

/*
 * Where selections of other programs stand. All ways to count are tried. What the program is known to do speaks for
 * one; so do names that quote, and edges of lines, sentences and words. Each adds the logarithm of a likelihood ratio
 * (naive Bayes). A reading that is not clearly better than the next leaves its passages to the analyst.
 */

/** A selection as the file has it. */
export interface CountedSelection {
  readonly name: string;
  /** As the program counts; `NaN` for what is no number. */
  readonly start: number;
  readonly end: number;
}

/** Where a selection stands, or may stand. */
export interface Placement {
  /** The best place: UTF-16 code units into the text, without white space around it. */
  readonly position: TextPositionSelector;
  /** Other places that it may have, best first. */
  readonly others: readonly TextPositionSelector[];
  /** Otherwise the analyst has to say where it stands. */
  readonly isCertain: boolean;
  /** How likely the best place is, 0 to 1. */
  readonly likelihood: number;
}

/** A text, and where its selections stand in it. */
export interface PlacedText {
  /** With line feeds alone, and no byte order mark. */
  readonly text: string;
  /** `undefined` when there is no such place. */
  readonly placeOf: (selection: CountedSelection) => Placement | undefined;
}

/** A reading is certain where it is this much likelier than any other: e to the power of 10, or 22,000 times. */
const CLEAR = 10;
/** Edges tell less than their sum: whether people care for them is the same of all edges of a file. */
const EDGE_WEIGHT = 0.8;
/** What is lost for a selection that has no place, or ends behind the text. */
const NO_PLACE = -8;
const BEHIND = -4;
/** Selections that are looked at: enough to tell by. */
const SAMPLE = 300;
/** Edges that are this near to each other tell the same. */
const NEAR = 2;
const MOST_PLACES = 5;

interface Reading {
  readonly counting: LikelyCounting;
  readonly score: number;
}

/** Every so many of the selections, and which of their edges are looked at: each place once. */
interface Sample {
  readonly selection: CountedSelection;
  readonly countsStart: boolean;
  readonly countsEnd: boolean;
  readonly name: QuotedName | undefined;
}

/** Also false of what is no number. Programs write selections of nothing, which have no place in any reading. */
const isSpan = ({ start, end }: CountedSelection) => start < end;

function sampleOf(selections: readonly CountedSelection[], names: QuotedNames): Sample[] {
  const step = Math.max(1, selections.length / SAMPLE);
  const edges = new Set<number>();
  const seen = new Set<string>();
  const isNew = (edge: number) => {
    for (let at = edge - NEAR; at <= edge + NEAR; at += 1) if (edges.has(at)) return false;
    edges.add(edge);
    return true;
  };
  const samples: Sample[] = [];
  for (let at = 0; at < selections.length; at += step) {
    const selection = selections[Math.floor(at)];
    if (!selection || !isSpan(selection)) continue;
    const { start, end, name } = selection;
    const key = `${start} ${end} ${name}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const countsStart = isNew(start);
    samples.push({ selection, countsStart, countsEnd: isNew(end), name: names.read(name) });
  }
  return samples;
}

function evidenceOf(
  { countsStart, countsEnd }: Sample,
  { position, isStartWhole, isEndWhole }: CountedPlace,
  { ofStart, ofEnd }: EdgeEvidence,
): number {
  const start = countsStart ? ofStart(position.start, isStartWhole) : 0;
  return start + (countsEnd ? ofEnd(position.end, isEndWhole) : 0);
}

class Placing {
  readonly #counted: CountedText;
  readonly #text: string;
  readonly #names: QuotedNames;
  readonly #areNamesQuotes: boolean;
  /** Best first. */
  readonly #readings: readonly Reading[];
  /** Those that are not clearly worse than the best. */
  readonly #likely: readonly Reading[];

  constructor(raw: string, selections: readonly CountedSelection[], origin: string) {
    const file = readFileText(raw);
    this.#text = file.text;
    this.#counted = new CountedText(file);
    const names = selections.slice(0, SAMPLE).map(({ name }) => name);
    this.#names = new QuotedNames(file.text, names, doesNameQuotes(origin));
    this.#areNamesQuotes = this.#names.areQuotes(names);
    const score = this.#scorer(sampleOf(selections, this.#names));
    this.#readings = countingsOf(origin, file.traits)
      .map((counting) => ({ counting, score: score(counting) }))
      .sort((one, other) => other.score - one.score);
    const best = this.#readings[0]?.score ?? 0;
    this.#likely = this.#readings.filter((reading) => reading.score > best - CLEAR);
  }

  get text(): string {
    return this.#text;
  }

  #scorer(samples: readonly Sample[]): (counting: LikelyCounting) => number {
    const edges = edgeEvidenceOf(this.#text);
    return (counting) => {
      let ofEdges = 0;
      let others = counting.prior;
      for (const sample of samples) {
        const place = this.#counted.placeAt(counting, sample.selection);
        if (sample.name) others += this.#names.evidenceOf(sample.name, place?.position);
        if (!place) others += NO_PLACE;
        else if (place.isBehind) others += BEHIND;
        if (place) ofEdges += evidenceOf(sample, place, edges);
      }
      // Where edges speak against a reading, people may just not have cared for them: then they say nothing.
      return others + EDGE_WEIGHT * Math.max(ofEdges, 0);
    };
  }

  placeOf(selection: CountedSelection): Placement | undefined {
    if (!isSpan(selection)) return undefined;
    const places = this.#placesBy(this.#likely, selection);
    const name = this.#areNamesQuotes ? this.#names.read(selection.name) : undefined;
    if (!name?.isTelling) return placement(places);
    const fitting = places.filter(({ read }) => read && this.#names.fitOf(name, read) !== 'none');
    if (fitting.length > 0) return placement(fitting);
    return this.#placeByName(selection, name, places);
  }

  /** The places that readings give, each with its likelihood relative to the best reading. */
  #placesBy(readings: readonly Reading[], selection: CountedSelection): LikelyPlace[] {
    const best = this.#readings[0]?.score ?? 0;
    const places = new Map<string, LikelyPlace>();
    for (const { counting, score } of readings) {
      const read = this.#counted.placeAt(counting, selection)?.position;
      const place = this.#placeAt(read);
      const key = `${place.position?.start} ${place.position?.end}`;
      const weight = Math.exp(score - best) + (places.get(key)?.weight ?? 0);
      places.set(key, { ...place, weight });
    }
    return [...places.values()];
  }

  #placeAt(read: TextPositionSelector | undefined): Omit<LikelyPlace, 'weight'> {
    return { read, position: read && selectPassage(this.#text, read.start, read.end) };
  }

  /**
   * The place that a name quotes, where the positions say something else: by another reading, or else wherever its
   * words stand. Certain if there is just one, and it is as long as the selection.
   */
  #placeByName(
    selection: CountedSelection,
    name: QuotedName,
    given: readonly LikelyPlace[],
  ): Placement | undefined {
    const all = this.#placesBy(this.#readings, selection);
    const whole = all.filter(({ read }) => read && this.#names.fitOf(name, read) === 'whole');
    if (whole.length === 1) return placement(whole);
    const length = selection.end - selection.start;
    const named = this.#names.placesOf(name).map((place) => ({
      ...this.#placeAt(name.isCut ? lengthened(place, length) : place),
      weight: 1,
    }));
    const [only] = named;
    const says = only?.read && this.#text.slice(only.read.start, only.read.end);
    const isAsLong = says !== undefined && [says.length, [...says].length].includes(length);
    const isOnly = named.length === 1 && !name.isCut && isAsLong;
    return placement(isOnly ? named : [...named, ...given]);
  }
}

interface LikelyPlace {
  /** As it was read: it may have white space around it. */
  readonly read: TextPositionSelector | undefined;
  /** `undefined` where there is nothing, or nothing but white space. */
  readonly position: TextPositionSelector | undefined;
  readonly weight: number;
}

/** A name that was cut short is as long as its selection. */
const lengthened = ({ start, end }: TextPositionSelector, length: number) => ({
  start,
  end: Math.max(end, start + length),
});

function placement(places: readonly LikelyPlace[]): Placement | undefined {
  const sorted = [...places].sort((one, other) => other.weight - one.weight);
  const [best, ...others] = sorted.flatMap(({ position }) => position ?? []);
  if (!best) return undefined;
  const total = places.reduce((sum, { weight }) => sum + weight, 0);
  return {
    position: best,
    others: others.slice(0, MOST_PLACES - 1),
    isCertain: places.length === 1,
    likelihood: (sorted.find(({ position }) => position === best)?.weight ?? 0) / total,
  };
}

const certain = (position: TextPositionSelector): Placement => ({
  position,
  others: [],
  isCertain: true,
  likelihood: 1,
});

/** Positions as the standard has them, and as the app writes them: nothing is trimmed. */
export function placeByStandard(text: string): PlacedText {
  const { traits } = readFileText('');
  const counted = new CountedText({ text, traits, lineEnds: [] });
  const counting = {
    lineEnd: 'one',
    unit: 'points',
    countsMark: false,
    startShift: 0,
    endShift: 0,
  } as const;
  return {
    text,
    placeOf: (selection) => {
      const place = counted.placeAt(counting, selection);
      return place && certain(place.position);
    },
  };
}

/**
 * @param raw the text of a source as it is in the file.
 * @param selections all that it has: they are looked at together.
 * @param origin the program that wrote the file, as far as it says so.
 */
export function placeSelections(
  raw: string,
  selections: readonly CountedSelection[],
  origin = '',
): PlacedText {
  const placing = new Placing(raw, selections, origin);
  return { text: placing.text, placeOf: (selection) => placing.placeOf(selection) };
}

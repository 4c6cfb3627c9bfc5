/*
 * How programs count positions in a text. REFI-QDA 1.5 says that positions are code points, and leaves it to programs
 * how a line end is counted and whether a byte order mark is. docs/formats/refi-qda.md lists what is known of each
 * program, with its source.
 */

/**
 * One way to count:
 *
 * - `lineEnd`: `file` counts every character of a line end that the file has, `one` and `two` count that many;
 * - `unit`: Unicode code points, UTF-16 code units, or bytes of UTF-8;
 * - `countsMark`: whether a byte order mark at the beginning of the file is counted;
 * - `startShift`, `endShift`: added to both positions to get offsets from 0 with the end excluded.
 */
export interface Counting {
  readonly lineEnd: 'file' | 'one' | 'two';
  readonly unit: 'points' | 'units' | 'bytes';
  readonly countsMark: boolean;
  readonly startShift: 0 | -1;
  readonly endShift: 0 | 1 | -1;
}

/** A way to count, with the logarithm (base e) of how likely it is before the selections are looked at. */
export interface LikelyCounting extends Counting {
  readonly prior: number;
}

/** What of a file decides in which ways it can be counted. */
export interface FileTraits {
  readonly hasMark: boolean;
  /** Whether some line end has several characters. */
  readonly hasLongLineEnds: boolean;
  /** Whether all line ends are line feeds, as the standard has them. */
  readonly hasOnlyFeeds: boolean;
  readonly hasAstral: boolean;
  readonly isAscii: boolean;
}

/** What a program is known to do. A property is absent where nothing is known. */
interface Habits extends Partial<Pick<Counting, 'lineEnd' | 'unit' | 'countsMark'>> {
  /** Whether it names each selection by all that it quotes, however short. */
  readonly namesQuotes?: boolean;
}

const KNOWN: readonly (readonly [name: RegExp, habits: Habits])[] = [
  [/^atlas\.?ti\b/i, { lineEnd: 'one', countsMark: false }],
  [/^nvivo\b/i, { lineEnd: 'file', countsMark: false }],
  [/^qualcoder\b/i, { lineEnd: 'one', countsMark: false, namesQuotes: true }],
  [/^qc \d/i, { lineEnd: 'one', unit: 'points', countsMark: true }],
  [/^bên lề\b/iu, { lineEnd: 'file', unit: 'points', countsMark: false }],
];

const habitsOf = (origin: string): Habits | undefined =>
  KNOWN.find(([name]) => name.test(origin.normalize('NFC').trim()))?.[1];

/** Whether a program is known to name each selection by all that it quotes. */
export function doesNameQuotes(origin: string): boolean {
  return habitsOf(origin)?.namesQuotes === true;
}

/** What it costs to differ from what the program is known to do: more than one selection can outweigh. */
const AGAINST_KNOWN = -16;
/**
 * No program is known to do these: they need the evidence of several selections, or of names. `twoForFeed` is to count
 * two in a file whose line ends are all line feeds.
 */
const UNUSUAL = { two: -2, twoForFeed: -10.5, units: -0.5, bytes: -9, mark: -1, shift: -9 };
/** In a file of line feeds alone the standard leaves nothing open but the unit: other counts have to be proven. */
const AGAINST_STANDARD = -14;

/** Start and end counted from 0 or 1, the end excluded or included. */
const SHIFTS = [
  { startShift: 0, endShift: 0 },
  { startShift: 0, endShift: 1 },
  { startShift: -1, endShift: 0 },
  { startShift: -1, endShift: -1 },
] as const;

type Choice<Name extends keyof Counting> = Pick<LikelyCounting, Name | 'prior'>;

/** The prior of a habit where the program's own is known, and where it is not. */
const priorOf = <Habit>(habit: Habit, known: Habit | undefined, unknown: number) =>
  known === undefined ? unknown : habit === known ? 0 : AGAINST_KNOWN;

function lineEndsOf(
  { hasLongLineEnds, hasOnlyFeeds }: FileTraits,
  { lineEnd }: Habits,
): Choice<'lineEnd'>[] {
  // In a file whose line ends have one character each, `file` and `one` are the same.
  const known = lineEnd === 'one' && !hasLongLineEnds ? 'file' : lineEnd;
  const ends = hasLongLineEnds ? (['file', 'one', 'two'] as const) : (['file', 'two'] as const);
  const two = hasOnlyFeeds ? UNUSUAL.twoForFeed : UNUSUAL.two;
  return ends.map((end) => ({ lineEnd: end, prior: priorOf(end, known, end === 'two' ? two : 0) }));
}

function unitsOf(
  { hasAstral, isAscii, hasOnlyFeeds }: FileTraits,
  { unit: known }: Habits,
  isKnown: boolean,
): Choice<'unit'>[] {
  // Without characters beyond U+FFFF, code points and UTF-16 code units are the same.
  const points = hasAstral ? priorOf('points', known, 0) : 0;
  const units: Choice<'unit'>[] = [{ unit: 'points', prior: points }];
  if (hasAstral) units.push({ unit: 'units', prior: priorOf('units', known, UNUSUAL.units) });
  const bytes = hasOnlyFeeds ? AGAINST_STANDARD : UNUSUAL.bytes;
  if (!isAscii) units.push({ unit: 'bytes', prior: isKnown ? AGAINST_KNOWN : bytes });
  return units;
}

function marksOf({ hasMark }: FileTraits, { countsMark: known }: Habits): Choice<'countsMark'>[] {
  if (!hasMark) return [{ countsMark: false, prior: 0 }];
  return [false, true].map((countsMark) => ({
    countsMark,
    prior: priorOf(countsMark, known, countsMark ? UNUSUAL.mark : 0),
  }));
}

function shiftsOf(
  { hasOnlyFeeds }: FileTraits,
  isKnown: boolean,
): Choice<'startShift' | 'endShift'>[] {
  const unusual = hasOnlyFeeds ? AGAINST_STANDARD : UNUSUAL.shift;
  return SHIFTS.map((shift, at) => ({
    ...shift,
    prior: at === 0 ? 0 : isKnown ? AGAINST_KNOWN : unusual,
  }));
}

/**
 * The ways in which a file may have been counted.
 * @param origin what the project says of the program that wrote it, such as "NVivo 14"; may be empty.
 */
export function countingsOf(origin: string, traits: FileTraits): LikelyCounting[] {
  const known = habitsOf(origin);
  const habits = known ?? {};
  const isKnown = known !== undefined;
  let countings: LikelyCounting[] = shiftsOf(traits, isKnown).map((shift) => ({
    ...{ lineEnd: 'file', unit: 'points', countsMark: false },
    ...shift,
  }));
  for (const choices of [
    lineEndsOf(traits, habits),
    unitsOf(traits, habits, isKnown),
    marksOf(traits, habits),
  ]) {
    countings = countings.flatMap((counting) =>
      choices.map((choice) => ({ ...counting, ...choice, prior: counting.prior + choice.prior })),
    );
  }
  return countings;
}

import fc from 'fast-check';

/** What another program does to a text when it saves it. */
export interface Resave {
  readonly name: string;
  readonly change: (text: string, random: (below: number) => number) => string;
}

const lineWise = (text: string, change: (line: string, index: number) => string): string => {
  const lines = text.split(/(?<=\r\n|\r(?!\n)|\n)/);
  return lines.map(change).join('');
};

const withoutEnd = (line: string) => line.replace(/[\r\n]+$/, '');
const endOf = (line: string) => line.slice(withoutEnd(line).length);

/** Harmless changes to a text: every line's words stay. */
export const RESAVES: readonly Resave[] = [
  { name: 'CRLF', change: (text) => text.replace(/\r\n|\r|\n/g, '\r\n') },
  { name: 'CR', change: (text) => text.replace(/\r\n|\r|\n/g, '\r') },
  {
    name: 'CRLF on some lines',
    change: (text, random) => text.replace(/\r\n|\r|\n/g, () => (random(2) ? '\r\n' : '\n')),
  },
  {
    name: 'line ends of all kinds',
    change: (text, random) =>
      text.replace(/\r\n|\r|\n/g, () => ['\n', '\r\n', '\r', '\r\r\n'][random(4)] ?? '\n'),
  },
  {
    name: 'blanks at the ends of lines',
    change: (text, random) =>
      lineWise(
        text,
        (line) => withoutEnd(line) + (['', ' ', '\t', '  \t '][random(4)] ?? '') + endOf(line),
      ),
  },
  {
    name: 'indented lines',
    change: (text, random) => lineWise(text, (line) => (random(2) ? '  ' : '\t') + line),
  },
  {
    name: 'blank lines',
    change: (text, random) =>
      lineWise(text, (line) => (random(3) ? '' : `${random(2) ? ' ' : ''}\n`) + line),
  },
  { name: 'a doubled last newline', change: (text) => `${text}\n` },
  { name: 'no last newline', change: (text) => text.replace(/(\r\n|\r|\n)$/, '') },
  { name: 'a byte order mark', change: (text) => `\ufeff${text}` },
  {
    name: 'byte order marks on lines',
    change: (text, random) => lineWise(text, (line) => (random(2) ? '\ufeff' : '') + line),
  },
  { name: 'NFD', change: (text) => text.normalize('NFD') },
];

/** How another program may encode a text. */
export const ENCODINGS: Readonly<Record<string, (text: string) => Buffer>> = {
  'UTF-8': (text) => Buffer.from(text, 'utf8'),
  'UTF-16 LE': (text) => Buffer.from(text, 'utf16le'),
  'UTF-16 BE': (text) => Buffer.from(text, 'utf16le').swap16(),
  'UTF-16 LE with a mark': (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'UTF-16 BE with a mark': (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
};

/** A generator of numbers below a bound, the same for the same seed. */
export function numbersFrom(seed: number): (below: number) => number {
  let state = seed >>> 0 || 1;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Some programs, one after the other, that each save a file in a form of their own. */
export interface Resaving {
  readonly steps: readonly string[];
  readonly encoding: string;
  readonly seed: number;
}

export const resavings: fc.Arbitrary<Resaving> = fc.record({
  steps: fc.array(fc.constantFrom(...RESAVES.map(({ name }) => name)), { maxLength: 4 }),
  encoding: fc.constantFrom(...Object.keys(ENCODINGS)),
  seed: fc.nat(),
});

/** What those programs make of a file in the app's own form. */
export function resave(original: Buffer, { steps, encoding, seed }: Resaving): Buffer {
  const random = numbersFrom(seed);
  const text = steps.reduce(
    (saved, step) => RESAVES.find(({ name }) => name === step)?.change(saved, random) ?? saved,
    original.toString('utf8'),
  );
  return ENCODINGS[encoding]?.(text) ?? original;
}

/** Whether nothing but the last newline is missing: in a journal, a write that a crash cut off leaves the same. */
export const lacksNewlineOnly = (saved: Buffer, original: Buffer): boolean =>
  saved.equals(original) || saved.equals(original.subarray(0, -1));

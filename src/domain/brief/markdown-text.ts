import type { Literal, Parents, Text } from 'mdast';
import type { Handle, Info, State } from 'mdast-util-to-markdown';

/**
 * Text of others (a passage, a title, a name) that must come out of any Markdown reader as it is.
 * Plain `text` stands for what an analyst wrote in Markdown.
 */
export interface Verbatim extends Literal {
  type: 'verbatim';
}

declare module 'mdast' {
  interface PhrasingContentMap {
    verbatim: Verbatim;
  }
  interface RootContentMap {
    verbatim: Verbatim;
  }
}

/** A node of text in which nothing is Markdown. */
export function verbatim(value: string): Verbatim {
  return { type: 'verbatim', value };
}

/**
 * Handlers for `mdast-util-to-markdown` that write text so that CommonMark reads the same text back.
 *
 * They replace the library's own text handler, whose patterns consume the characters around a mark
 * and so miss a mark that stands next to another (`- foo`, `-` and `- bar` in three lines come back
 * as a heading, in 2.2.3). Here every decision is made by looking around without consuming.
 */
export const textHandlers: { readonly text: Handle; readonly verbatim: Handle } = {
  text: (node: Text, _parent: Parents | undefined, state: State, info: Info) =>
    // Nothing can be escaped in `<https://…>`; the library percent-encodes there.
    state.stack.includes('autolink')
      ? state.safe(node.value, info)
      : write(node.value, 'note', state, info),
  verbatim: (node: Verbatim, _parent: Parents | undefined, state: State, info: Info) =>
    write(node.value, 'verbatim', state, info),
};

/** Marks wherever they stand. */
const ANYWHERE = [
  /[\\`*<[\]]/u,
  // May stay well inside a word, where CommonMark never takes it for emphasis, as in `công_tác`.
  /(?<![\s\S][\p{L}\p{N}])_|_(?![\p{L}\p{N}][\s\S])/u,
  /&(?=#?[A-Za-z0-9]+;)/u,
  // Doubled, these open blocks in Obsidian that swallow what follows.
  /[%$](?=[%$])|(?<=[%$])[%$]/u,
  // A carriage return ends a line.
  /\r/u,
];

const MARKS = {
  /** In a note a line feed is a line of its own. */
  note: ANYWHERE,
  /** A passage's paragraph is one line, and means nothing in the dialects of GitHub and Obsidian either. */
  verbatim: [
    ...ANYWHERE,
    /\n/u,
    /[#~|$^]/u,
    /=(?==)|(?<==)=/u,
    // Addresses: where a dialect links them by itself, it would show the escapes within them.
    /:(?=\/\/)/u,
    /(?<=[Ww]{3})\./u,
    /(?<=[\w.+-])@(?=\w)/u,
  ],
};
type Kind = keyof typeof MARKS;

/** Writes text so that it is read back the same in the place that `state` and `info` tell. */
function write(value: string, kind: Kind, state: State, info: Info): string {
  const place: Place = state.stack.includes('tableCell')
    ? { isCell: true, starts: info.before === ' ', ends: info.after === ' ' }
    : {
        isCell: false,
        starts: /^$|\n$|^# $/.test(info.before),
        ends: /^$|^\n/.test(info.after),
      };
  const written = value.replace(escapesFor(kind, place), (mark) =>
    /\s/.test(mark) ? reference(mark) : `\\${mark}`,
  );
  // A link after an exclamation mark would be read as an image.
  return info.after.startsWith('[') ? written.replace(/!$/, '\\!') : written;
}

/** Where a text stands, and whether it begins and ends what it stands in. */
interface Place {
  readonly isCell: boolean;
  readonly starts: boolean;
  readonly ends: boolean;
}

const compiled = new Map<string, RegExp>();

/** One expression for all that is to be escaped, made once for each kind of place. */
function escapesFor(kind: Kind, place: Place): RegExp {
  const key = `${kind} ${place.isCell} ${place.starts} ${place.ends}`;
  const known = compiled.get(key);
  if (known) return known;
  const more = place.isCell ? marksOfCell(place) : marksOfLine(place);
  const made = new RegExp([...MARKS[kind].map(({ source }) => source), ...more].join('|'), 'gu');
  compiled.set(key, made);
  return made;
}

/** Lists, headings, quotes, fences, underlines, front matter, and space that would be eaten. */
function marksOfLine({ starts, ends }: Place): string[] {
  const lineStart = starts ? String.raw`(?<![^\n])` : String.raw`(?<=\n)`;
  const lineEnd = ends ? String.raw`(?![^\n])` : String.raw`(?=\n)`;
  return [
    String.raw`${lineStart}[-+=>~#\s]`,
    String.raw`(?<=${lineStart}\d{1,9})[.)](?=\s|$)`,
    String.raw`[#\s]${lineEnd}`,
  ];
}

/** A cell begins no block, but it ends at a bar or a line feed, and space at its ends is eaten. */
function marksOfCell({ starts, ends }: Place): string[] {
  return [
    String.raw`[|\n]`,
    ...(starts ? [String.raw`^\s`] : []),
    ...(ends ? [String.raw`\s$`] : []),
  ];
}

/** Space that a parser would eat is spelt out as a character reference. */
function reference(space: string): string {
  return `&#x${space.charCodeAt(0).toString(16).toUpperCase()};`;
}

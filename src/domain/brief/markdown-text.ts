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
      : write(node.value, NOTE_MARKS, state, info),
  verbatim: (node: Verbatim, _parent: Parents | undefined, state: State, info: Info) =>
    write(node.value, VERBATIM_MARKS, state, info),
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

/** In a note a line feed is a line of its own. */
const NOTE_MARKS = ANYWHERE;

/** A passage's paragraph is one line, and means nothing in the dialects of GitHub and Obsidian either. */
const VERBATIM_MARKS = [
  ...ANYWHERE,
  /\n/u,
  /[#~|$^]/u,
  /=(?==)|(?<==)=/u,
  // Addresses: where a dialect links them by itself, it would show the escapes within them.
  /:(?=\/\/)/u,
  /(?<=[Ww]{3})\./u,
  /(?<=[\w.+-])@(?=\w)/u,
];

/** Writes text so that it is read back the same in the place that `state` and `info` tell. */
function write(value: string, marks: readonly RegExp[], state: State, info: Info): string {
  const escapes = state.stack.includes('tableCell')
    ? escapesInCell(marks, info.before === ' ', info.after === ' ')
    : escapesFor(marks, /^$|\n$|^# $/.test(info.before), /^$|^\n/.test(info.after));
  const written = value.replace(escapes, (mark) =>
    /\s/.test(mark) ? reference(mark) : `\\${mark}`,
  );
  // A link after an exclamation mark would be read as an image.
  return info.after.startsWith('[') ? written.replace(/!$/, '\\!') : written;
}

const compiled = new Map<string, RegExp>();

/** One expression for all that is to be escaped, made once for each kind of place. */
function anyOf(sources: readonly string[]): RegExp {
  const source = sources.join('|');
  const known = compiled.get(source) ?? new RegExp(source, 'gu');
  compiled.set(source, known);
  return known;
}

function escapesFor(marks: readonly RegExp[], startsLine: boolean, endsLine: boolean): RegExp {
  const lineStart = startsLine ? String.raw`(?<![^\n])` : String.raw`(?<=\n)`;
  const lineEnd = endsLine ? String.raw`(?![^\n])` : String.raw`(?=\n)`;
  return anyOf([
    ...marks.map((mark) => mark.source),
    // Lists, headings, quotes, fences, underlines, front matter, and space that would be eaten.
    String.raw`${lineStart}[-+=>~#\s]`,
    String.raw`(?<=${lineStart}\d{1,9})[.)](?=\s|$)`,
    String.raw`[#\s]${lineEnd}`,
  ]);
}

/** A cell begins no block, but it ends at a bar or a line feed, and space at its ends is eaten. */
function escapesInCell(marks: readonly RegExp[], starts: boolean, ends: boolean): RegExp {
  return anyOf([
    ...marks.map((mark) => mark.source),
    String.raw`[|\n]`,
    ...(starts ? [String.raw`^\s`] : []),
    ...(ends ? [String.raw`\s$`] : []),
  ]);
}

/** Space that a parser would eat is spelt out as a character reference. */
function reference(space: string): string {
  return `&#x${space.charCodeAt(0).toString(16).toUpperCase()};`;
}

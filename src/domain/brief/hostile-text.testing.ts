import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';

/** Pieces that mean something in Markdown, in YAML or in a dialect, and some that only look alike. */
const PIECES = [
  ...'\\`*_{}[]()<>#+-.!|~&$%^=:;/@"\'?,·—',
  ...' \t\n\n\n\r',
  ...[
    '\u00a0',
    '\u3000',
    '\ufeff',
    '\u2028',
    '\u0085',
    '\u000b',
    '\f',
    '\u001f',
    '\u200d',
    '\u202e',
  ],
  ...[
    'a',
    'b',
    'X',
    '1',
    '9',
    'ệ',
    'e\u0302\u0323',
    '𝒜',
    '👍🏽',
    'ש',
    '“',
    '–',
    '\ud800',
    '\udc00',
  ],
  ...[
    '**',
    '__',
    '***',
    '```',
    '~~~',
    '---',
    '===',
    '- ',
    '* ',
    '+ ',
    '1. ',
    '2) ',
    '> ',
    '# ',
    '## ',
  ],
  ...[
    '    ',
    '\n\n',
    '  \n',
    '\\\n',
    '&amp;',
    '&#10;',
    '&#x20;',
    '&nbsp;',
    '&copy',
    '<b>',
    '</b>',
    '<!--',
  ],
  ...[
    '-->',
    '<div>',
    '<?',
    '<![CDATA[',
    '](',
    '![',
    ']: ',
    '[a]',
    '[a]: ',
    '[a]: /x\n',
    '(https://x.vn)',
  ],
  ...[
    'https://x.vn/a_b',
    '<https://y.vn>',
    'www.x.vn',
    'a@b.vn',
    '[^1]',
    '[^1]: ',
    '[[',
    ']]',
    '[ ] ',
    '- [x] ',
  ],
  ...[
    '==',
    '%%',
    '$$',
    ':::',
    '|---|',
    '| a | b |\n',
    'benle://annotation/',
    'javascript:',
    '`` ` ``',
  ],
];

const pieces = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 24, size: 'max' })
  .map((parts) => parts.join(''));
/** Any passage, name or title, most of them made of what means something somewhere. */
export const anyText = fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 40 }));

/** Notes that nest: each line begins as some list, quote, heading or fence, and holds some words. */
const LINE_STARTS = [
  '',
  '',
  '  ',
  '    ',
  '\t',
  '- ',
  '* ',
  '+',
  '3. ',
  '1) ',
  '> ',
  '>',
  '### ',
  '```',
];
const LINE_ENDS = [
  '',
  '',
  '  ',
  '\\',
  '---',
  '===',
  '***',
  '<div>',
  '```',
  '> ',
  '- ',
  '[a]: https://y.vn',
];
const INLINE = [
  'a',
  'b c',
  ' ',
  '*',
  '**',
  '_',
  '`',
  '<b>',
  '!',
  '[a]',
  '[x](https://x.vn)',
  '\\',
  '&#32;',
  '👍',
];
const line = fc
  .tuple(
    fc.array(fc.constantFrom(...LINE_STARTS), { maxLength: 4 }),
    fc.array(fc.constantFrom(...INLINE), { maxLength: 9, size: 'max' }),
    fc.constantFrom(...LINE_ENDS),
  )
  .map(([starts, words, end]) => [...starts, ...words, end].join(''));
const nested = fc.array(line, { maxLength: 8, size: 'max' }).map((lines) => lines.join('\n'));
/** Any note. */
export const anyNote = fc.oneof(anyText, nested);

/** Words alone: how space is laid out in a note may change. */
export function words(text: string): string {
  return text.replace(/\s+/g, '');
}

/** All that a note says, as the app reads it: parsers differ over `1. 1. ` and its like. */
function saidBy(node: Nodes): string {
  if (node.type === 'definition') return '';
  if ('value' in node) return node.value;
  if ('alt' in node) return node.alt ?? '';
  return 'children' in node ? node.children.map(saidBy).join('') : '';
}

/** Whether a note links to what a note may link to, and shows no picture. */
function linksPlainly(node: Nodes): boolean {
  if ('url' in node && !/^https?:|^mailto:/.test(node.url)) return false;
  if (node.type === 'image') return false;
  return 'children' in node ? node.children.every(linksPlainly) : true;
}

/**
 * All that a note says, without white space, as the app reads it; `undefined` where links or pictures are shown in
 * another way than they were written.
 */
export function wordsOfNote(note: string): string | undefined {
  const readable = note
    .toWellFormed()
    .replace(/[\u2028\u2029]/g, '\n')
    .replace(/[^\P{Cc}\s]|[\v\f\ufeff]/gu, (sign) => (sign === '\ufeff' ? '' : ' '));
  const tree = fromMarkdown(readable);
  return linksPlainly(tree) ? words(saidBy(tree)) : undefined;
}

/** How many texts share a brief, so that one that swallows what follows is found out. */
const BATCH = 20;

/** When to give up. */
const ENOUGH = 20;

/**
 * The texts for which something is wrong, each with what; a whole batch when it takes several of them.
 * @param judge throws when it is, and returns how often it looked.
 */
export function failuresOf(
  texts: readonly string[],
  judge: (some: readonly string[]) => number,
): { readonly failures: readonly string[]; readonly judged: number } {
  const failures: string[] = [];
  let judged = 0;
  const problemOf = (some: readonly string[]): string | undefined => {
    try {
      judged += judge(some);
      return undefined;
    } catch (error) {
      return `${JSON.stringify(some)}: ${error}`;
    }
  };
  for (let start = 0; start < texts.length && failures.length < ENOUGH; start += BATCH) {
    const batch = texts.slice(start, start + BATCH);
    const problem = problemOf(batch);
    if (problem === undefined) continue;
    const single = batch.flatMap((text) => problemOf([text]) ?? []);
    failures.push(...(single.length > 0 ? single : [problem]));
  }
  return { failures, judged };
}

import fc from 'fast-check';
import type { BriefEdits } from './brief-edits.ts';

/** Stands nowhere in a brief. */
const WORD = 'Zwk7Q';

/** How people type a word into a file. */
const TYPED: readonly ((word: string) => string)[] = [
  (word) => word,
  (word) => ` ${word} `,
  (word) => `\n${word}\n`,
  (word) => `\n\n${word}\n\n`,
  (word) => `\n\n# ${word}\n\n`,
  (word) => `\n\n## ${word}\n\n## ${word}\n\n`,
  (word) => `\n\n#### ${word} ##\n\n`,
  (word) => `\n${word}\n---\n`,
  (word) => `\n${word}\n===\n`,
  (word) => `\n${word}\n-\n`,
  (word) => `\n- ${word}\n`,
  (word) => `\n\n- [ ] a\n  1. ${word}\n\n`,
  (word) => `\n\n> ${word}\n\n`,
  (word) => `\n\n| a | b |\n| - | - |\n| ${word} |\n\n`,
  (word) => `\n\n\`\`\`${word}\na\n\`\`\`\n\n`,
  (word) => `\n\n~~~\n${word}\n\n`,
  (word) => `\n\n    ${word}\n\n`,
  (word) => `\n\n\t${word}\n\n`,
  (word) => `\n<!-- ${word} -->\n`,
  (word) => `\n\n<!-- ${word}\n\n`,
  (word) => `\n\n<div class="${word}">\n\n`,
  (word) => ` <b title="${word}">a</b> `,
  (word) => ` ![${word}](https://example.org) `,
  (word) => ` [a](https://example.org "${word}") `,
  (word) => ` [a](https://example.org/${word}) `,
  (word) => ` [${word}] `,
  (word) => ` <https://example.org/${word}> `,
  (word) => `\n\n[${word}]: https://example.org\n\n`,
  (word) => `\n\n[a]: https://example.org "${word}"\n\n`,
  (word) => `\n\n[a]: https://example.org\n\n[a]: https://${word}.org\n\n[a]\n\n`,
  (word) => `[^1]\n\n[^1]: ${word}\n\n`,
  (word) => ` **${word}** `,
  (word) => ` \`${word}\` `,
  (word) => ` · ${word} · `,
  (word) => ` ^${word} `,
  (word) => `, ${word}, `,
  (word) => ` #${word} `,
  (word) => `\u00a0${word}\u00a0`,
  (word) => `  \n${word}\\\n`,
];

/** All that a person is shown of the words of a file. */
function shown({ edits, notTaken }: BriefEdits): string {
  const after = edits.flatMap((edit) => {
    if (edit.field === 'tags') return edit.created;
    return edit.field === 'note' ? [edit.after] : [edit.after?.text ?? ''];
  });
  return [...after, ...notTaken.map(({ text }) => text)].join('\n');
}

const at = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const insertion = fc.tuple(at, fc.constantFrom(...TYPED));
type Insertions = readonly (readonly [at: number, type: (word: string) => string])[];

/** What is done to a file in one go: one word may break a passage, and another stand in its note. */
const insertions: fc.Arbitrary<Insertions> = fc.array(insertion, { minLength: 1, maxLength: 3 });
/** Several such files. */
export const sessions = fc.array(insertions, { minLength: 6, maxLength: 6 });

/**
 * The words that somebody typed into a file and that nobody is shown.
 * @param read what reading a file finds; `undefined` when it is taken for no brief.
 */
export function missingWords(
  markdown: string,
  typed: Insertions,
  read: (edited: string) => BriefEdits | undefined,
): { readonly words: readonly string[]; readonly edited: string } {
  const words = typed.map((_, index) => `${WORD}${index}`);
  const edited = typed.reduce((text, [place, type], index) => {
    const offset = Math.floor(place * (text.length + 1));
    return text.slice(0, offset) + type(words[index] ?? '') + text.slice(offset);
  }, markdown);
  const found = read(edited);
  const told = found ? shown(found) : '';
  // Typed into one another, they are other words.
  return { words: words.filter((word) => edited.includes(word) && !told.includes(word)), edited };
}

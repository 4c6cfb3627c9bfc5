import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NONE } from './brief-edits.testing.ts';
import type { BriefEdits } from './brief-edits.ts';
import { inStyle, styles } from './formatted-brief.testing.ts';
import { readAgainst, writtenBriefs } from './written-brief.testing.ts';

/** How many briefs are made up; `BENLE_FUZZ=10000` for the long run. */
const RUNS = Number(process.env.BENLE_FUZZ ?? 12);
const SEED = Number(process.env.BENLE_SEED ?? 20_261_123);
const TIMEOUT = 3_600_000;

test(
  'a brief in another style has no edits, and no text that is not taken over',
  () => {
    const property = fc.property(writtenBriefs, styles, (brief, style) => {
      expect(readAgainst(inStyle(brief.markdown, style), brief)).toEqual(NONE);
    });
    fc.assert(property, { numRuns: RUNS, seed: SEED });
  },
  TIMEOUT,
);

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
/** What is done to a file in one go: one word may break a passage, and another stand in its note. */
const insertions = fc.array(insertion, { minLength: 1, maxLength: 3 });
const sessions = fc.array(insertions, { minLength: 6, maxLength: 6 });

test(
  'words that are typed anywhere, in a brief in any style, are offered or shown',
  () => {
    const property = fc.property(writtenBriefs, styles, sessions, (brief, style, edits) => {
      const markdown = inStyle(brief.markdown, style);
      for (const typed of edits) {
        const words = typed.map((_, index) => `${WORD}${index}`);
        const edited = typed.reduce((text, [place, type], index) => {
          const offset = Math.floor(place * (text.length + 1));
          return text.slice(0, offset) + type(words[index] ?? '') + text.slice(offset);
        }, markdown);
        const found = readAgainst(edited, brief);
        const missing = found ? words.filter((word) => !shown(found).includes(word)) : words;
        // Typed into one another, they are other words.
        const whole = missing.filter((word) => edited.includes(word));
        if (whole.length > 0) throw new Error(`${whole} of ${JSON.stringify(edited)}`);
      }
    });
    fc.assert(property, { numRuns: RUNS, seed: SEED });
  },
  TIMEOUT,
);

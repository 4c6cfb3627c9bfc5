import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CODEBOOK, editsAfter, NONE } from './brief-edits.testing.ts';
import { inStyle, styles } from './formatted-brief.testing.ts';
import { OLD_BRIEFS, OLD_PLAN, OLD_ROWS } from './old-briefs.testing.ts';
import { missingWords, sessions } from './typed-words.testing.ts';
import { readAgainst, writtenBriefs } from './written-brief.testing.ts';

/** How many briefs are made up; `BENLE_FUZZ=10000` for the long run. */
const RUNS = Number(process.env.BENLE_FUZZ ?? 6);
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

test(
  'words that are typed anywhere, in a brief in any style, are offered or shown',
  () => {
    const property = fc.property(writtenBriefs, styles, sessions, (brief, style, edits) => {
      const markdown = inStyle(brief.markdown, style);
      for (const typed of edits) {
        const { words, edited } = missingWords(markdown, typed, (text) => readAgainst(text, brief));
        if (words.length > 0) throw new Error(`${words} of ${JSON.stringify(edited)}`);
      }
    });
    fc.assert(property, { numRuns: RUNS, seed: SEED });
  },
  TIMEOUT,
);

describe.each(Object.entries(OLD_BRIEFS))('a brief in the form of before: %s', (_, markdown) => {
  const read = (text: string) => editsAfter(OLD_ROWS, text, CODEBOOK, undefined, [OLD_PLAN]);

  test(
    'has no edits, in whatever style',
    () => {
      expect(read(markdown)).toEqual(NONE);
      const property = fc.property(styles, (style) => {
        expect(read(inStyle(markdown, style))).toEqual(NONE);
      });
      fc.assert(property, { numRuns: 2 * RUNS, seed: SEED });
    },
    TIMEOUT,
  );

  test(
    'offers or shows what is typed into it',
    () => {
      const property = fc.property(styles, sessions, (style, edits) => {
        for (const typed of edits) {
          const { words, edited } = missingWords(inStyle(markdown, style), typed, read);
          if (words.length > 0) throw new Error(`${words} of ${JSON.stringify(edited)}`);
        }
      });
      fc.assert(property, { numRuns: RUNS, seed: SEED });
    },
    TIMEOUT,
  );
});

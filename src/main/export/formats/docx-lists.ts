import { AlignmentType, type IParagraphOptions, LevelFormat } from 'docx';
import { INDENT } from './docx-styles.ts';

type Numbering = NonNullable<IParagraphOptions['numbering']>;

/** Word nests lists nine deep; what is deeper stands at the last level. */
const LAST_LEVEL = 8;
const LEVELS = Array.from({ length: LAST_LEVEL + 1 }, (_, level) => level);
const BULLETS = ['•', '◦', '▪'];

/**
 * docx looks for the names of lists in the text of the file, in braces. This character, which XML forbids and no
 * text can hold any more, keeps a note from saying one.
 */
const UNSAYABLE = '\uFFFF';

const shape = (level: number) => ({
  level,
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: { left: INDENT * (level + 1), hanging: INDENT } } },
});

const BULLETED = {
  reference: `bullets${UNSAYABLE}`,
  levels: LEVELS.map((level) => ({
    ...shape(level),
    format: LevelFormat.BULLET,
    text: BULLETS[level % BULLETS.length] ?? '•',
  })),
};

function numberedFrom(start: number, level: number) {
  const levels = [{ ...shape(level), format: LevelFormat.DECIMAL, text: `%${level + 1}.`, start }];
  return { reference: `numbers ${level} ${start}${UNSAYABLE}`, levels };
}

/** Word counts no further. */
const LAST_NUMBER = 32_767;

/** Lists that Word numbers by itself, each from its own start. */
export class Lists {
  #count = 0;

  bulleted(depth: number): Numbering {
    return { reference: BULLETED, level: Math.min(depth, LAST_LEVEL), instance: 0 };
  }

  /**
   * @param start the first number.
   * @returns `undefined` of numbers that Word does not count to.
   */
  numbered(depth: number, start: number, items: number): Numbering | undefined {
    if (start + items > LAST_NUMBER) return undefined;
    this.#count += 1;
    const level = Math.min(depth, LAST_LEVEL);
    return { reference: numberedFrom(start, level), level, instance: this.#count };
  }
}

import fc from 'fast-check';
import { anAnnotation } from '../annotation/annotation.testing.ts';
import type { Annotation } from '../annotation/annotation.ts';
import { replaceTag, toggleTag, withNote } from '../annotation/edit.ts';
import { checkName, FIRST_TAGS, newTag } from '../tag/codebook.ts';
import type { Tag } from '../tag/tag.ts';
import { Computer, trashed } from './backup.testing.ts';

/** One thing that an analyst does: with which row, and with which word. */
interface Step {
  readonly what: keyof typeof DEEDS;
  readonly which: number;
  readonly word: string;
}

/** Who does it, at which computer. Ids and what is written are each one's own; times may be the same. */
interface Hands {
  readonly letter: '0' | 'a' | 'b';
  /** Which of the rows that were there before the two parted it touches, by their place. */
  readonly mayTouch: (place: number) => boolean;
}

interface Moment {
  readonly computer: Computer;
  readonly count: number;
  readonly now: string;
  readonly id: string;
  readonly by: Hands;
  readonly step: Step;
}

type Deed = (moment: Moment) => void;

const WORDS = ['Vốn vay', 'Đối chiếu', 'hỏi JICA', 'ODA', 'oda ', 'Thuế'];

/** Whether a row was there before the two parted. */
const isOld = ({ id }: { id: string }) => id.startsWith('tag-') || id.startsWith('01890');

function pick<Row extends { id: string }>(rows: readonly Row[], { by, step }: Moment) {
  const old = rows.filter(isOld).filter((_, place) => by.mayTouch(place));
  const allowed = [...old, ...rows.filter((row) => !isOld(row))];
  return allowed[step.which % Math.max(1, allowed.length)];
}

const annotations = ({ computer }: Moment) => computer.rows('annotations') as Annotation[];
const tags = ({ computer }: Moment) => computer.rows('tags') as Tag[];

/** A deed to one annotation, if there is any. */
const toAnnotation =
  (deed: (annotation: Annotation, moment: Moment) => void): Deed =>
  (moment) => {
    const annotation = pick(annotations(moment), moment);
    if (annotation) deed(annotation, moment);
  };

const toTag =
  (deed: (tag: Tag, moment: Moment) => void): Deed =>
  (moment) => {
    const tag = pick(tags(moment), moment);
    if (tag) deed(tag, moment);
  };

const DEEDS = {
  add: ({ computer, id, now, step }: Moment) => {
    const quote = { exact: `${step.word} ${step.which}`, prefix: '', suffix: '' };
    computer.put('annotations', anAnnotation({ id, quote, createdAt: now, updatedAt: now }));
  },
  note: toAnnotation((annotation, { computer, step, by, count, now }) => {
    const note = `${step.word} ${by.letter}${count}`;
    computer.put('annotations', withNote(annotation, note, now));
  }),
  tag: toAnnotation((annotation, moment) => {
    const tag = tags(moment)[moment.step.which % 3];
    if (tag) moment.computer.put('annotations', toggleTag(annotation, tag.id, moment.now));
  }),
  delete: toAnnotation((annotation, { computer, now }) => {
    computer.remove('annotations', annotation.id);
    computer.put('trash', trashed(annotation, 'annotations', now));
  }),
  'new tag': (moment: Moment) => {
    const made = newTag(tags(moment), moment.id, moment.step.word);
    if (made.ok) moment.computer.put('tags', made.value);
  },
  rename: toTag((tag, moment) => {
    const name = checkName(tags(moment), `${moment.step.word} ${moment.by.letter}`, tag.id);
    if (name.ok) moment.computer.put('tags', { ...tag, name: name.value });
  }),
  describe: toTag((tag, { computer, step, by, count }) => {
    computer.put('tags', { ...tag, description: `${step.word} ${by.letter}${count}` });
  }),
  'drop tag': toTag((tag, moment) => {
    for (const annotation of annotations(moment)) {
      const without = replaceTag(annotation, tag.id, undefined, moment.now);
      if (without !== annotation) moment.computer.put('annotations', without);
    }
    moment.computer.remove('tags', tag.id);
  }),
} satisfies Record<string, Deed>;

const GENTLE = ['add', 'note', 'tag', 'new tag', 'rename', 'describe'] as const;
const ALL = [...GENTLE, 'delete', 'drop tag'] as const;

function play(computer: Computer, work: readonly Step[], by: Hands): Computer {
  for (const [at, step] of work.entries()) {
    const count = at + 1;
    // After all that was done before the two parted: no clock of a computer goes backwards.
    const now = new Date(Date.UTC(2026, 0, by.letter === '0' ? 1 : 2, 0, count)).toISOString();
    const id = `0189${by.letter}000-0000-7000-8000-${String(count).padStart(12, '0')}`;
    DEEDS[step.what]({ computer, step, by, count, now, id });
  }
  return computer;
}

/** Two computers that went their own ways from a common beginning. */
export interface Parted {
  readonly a: Computer;
  readonly b: Computer;
}

function parted(
  deeds: readonly Step['what'][],
  a: Hands['mayTouch'],
  b: Hands['mayTouch'],
): fc.Arbitrary<Parted> {
  const step = fc.record({
    what: fc.constantFrom(...deeds),
    which: fc.nat(11),
    word: fc.constantFrom(...WORDS),
  });
  const work = fc.array(step, { maxLength: 14 });
  return fc.tuple(work, work, work).map(([before, ofA, ofB]) => {
    const base = new Computer();
    for (const tag of FIRST_TAGS) base.put('tags', tag);
    play(base, before, { letter: '0', mayTouch: () => true });
    return {
      a: play(base.twin(), ofA, { letter: 'a', mayTouch: a }),
      b: play(base.twin(), ofB, { letter: 'b', mayTouch: b }),
    };
  });
}

/** Each adds, and edits rows that the other does not; nobody deletes. */
export const apart = parted(
  GENTLE,
  (place) => place % 2 === 0,
  (place) => place % 2 === 1,
);

/** Each adds and edits, the same rows, too; nobody deletes. */
export const crossed = parted(
  GENTLE,
  () => true,
  () => true,
);

/** Each does whatever one can do. */
export const anyhow = parted(
  ALL,
  () => true,
  () => true,
);

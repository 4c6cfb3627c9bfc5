import { withMove } from './arrange.ts';
import {
  type Dialect,
  type Grouping,
  type LinkedFormat,
  NEW_BRIEF_PLAN,
  type PassageChoice,
  type Printing,
  type SavedBrief,
  type Shows,
  sectionKey,
  sectionsKey,
  type Template,
} from './saved-brief.ts';

/*
 * What can be done to a brief. Each gives the very same brief back where nothing comes of it, so that nothing is
 * written, and nothing is to be undone.
 */

/** A brief before anything of it was chosen. @param now ISO 8601 in UTC */
export function newBrief(id: string, now: string): SavedBrief {
  return {
    id,
    title: '',
    ...NEW_BRIEF_PLAN,
    dialect: 'commonmark',
    createdAt: now,
    updatedAt: now,
  };
}

/** A brief like this one, under another name. */
export function copyOfBrief(
  brief: SavedBrief,
  { id, title, now }: { readonly id: string; readonly title: string; readonly now: string },
): SavedBrief {
  return { ...brief, id, title, createdAt: now, updatedAt: now };
}

/** The first of `name`, `name 2`, `name 3`, … that no other brief has. */
export function freeTitle(name: string, taken: readonly string[]): string {
  const known = new Set(taken);
  let title = name;
  for (let number = 2; known.has(title); number += 1) title = `${name} ${number}`;
  return title;
}

function patched(brief: SavedBrief, patch: Partial<SavedBrief>): SavedBrief {
  const isSame = Object.entries(patch).every(
    ([key, value]) => JSON.stringify(brief[key as keyof SavedBrief]) === JSON.stringify(value),
  );
  return isSame ? brief : { ...brief, ...patch };
}

/** An empty title: it is called after its tags. */
export function withTitle(brief: SavedBrief, title: string): SavedBrief {
  return patched(brief, { title: title.normalize('NFC') });
}

/** @param introduction Markdown, or nothing */
export function withIntroduction(brief: SavedBrief, introduction: string): SavedBrief {
  return patched(brief, { introduction: introduction.normalize('NFC') });
}

/** The brief as Markdown for others. */
export function withDialect(brief: SavedBrief, dialect: Dialect): SavedBrief {
  return patched(brief, { dialect });
}

/** @param section see `sectionKey`; an empty remark is none. */
export function withRemark(brief: SavedBrief, section: string, remark: string): SavedBrief {
  const { [section]: _, ...others } = brief.remarks;
  if (remark === '') return patched(brief, { remarks: others });
  return patched(brief, { remarks: { ...brief.remarks, [section]: remark.normalize('NFC') } });
}

/** What is being typed into a brief, the remark into one of its sections. */
export interface TypedTexts {
  readonly title: string;
  readonly introduction: string;
  readonly section: string;
  readonly remark: string;
}

/** A brief as it is to be seen while its texts are typed, before they are saved: as it will be kept. */
export function asTyped(brief: SavedBrief, typed: TypedTexts): SavedBrief {
  const { title, introduction, section, remark } = typed;
  return withRemark(withIntroduction(withTitle(brief, title), introduction), section, remark);
}

/** The choice with some of it chosen otherwise; `undefined` takes a day away. */
export function withChoice(
  brief: SavedBrief,
  part: { readonly [Key in keyof PassageChoice]?: PassageChoice[Key] | undefined },
): SavedBrief {
  const { from, to, ...choice } = { ...brief.choice, ...part } as PassageChoice;
  return patched(brief, {
    choice: {
      ...choice,
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
    },
  });
}

/** A list with one more id, or with one less. */
export function withId(ids: readonly string[], id: string, isIn: boolean): readonly string[] {
  if (ids.includes(id) === isIn) return ids;
  return isIn ? [...ids, id] : ids.filter((other) => other !== id);
}

/** Takes passages in, or leaves them out. */
export function withPassages(
  brief: SavedBrief,
  annotationIds: readonly string[],
  isIn: boolean,
): SavedBrief {
  const leftOut = new Set(brief.choice.leftOut);
  for (const id of annotationIds) {
    if (isIn) leftOut.delete(id);
    else leftOut.add(id);
  }
  return withChoice(brief, { leftOut: [...leftOut] });
}

/** The brief in another layout; the order by hand stays. */
export function withTemplate(brief: SavedBrief, template: Template): SavedBrief {
  return patched(brief, { arrangement: { ...brief.arrangement, template } });
}

/** The brief in other sections; each grouping has its own order by hand. */
export function withGrouping(brief: SavedBrief, groupBy: Grouping): SavedBrief {
  return patched(brief, { arrangement: { ...brief.arrangement, groupBy } });
}

/** The brief with some of what it says of passages shown, or left out. */
export function withShows(brief: SavedBrief, shows: Partial<Shows>): SavedBrief {
  const { arrangement } = brief;
  return patched(brief, {
    arrangement: { ...arrangement, shows: { ...arrangement.shows, ...shows } },
  });
}

/** The brief with passages under several tags printed once, or in each section. */
export function withPrinting(brief: SavedBrief, printing: Printing): SavedBrief {
  return patched(brief, { arrangement: { ...brief.arrangement, printing } });
}

/** The brief with links to passages in a format, or without. */
export function withLinks(brief: SavedBrief, format: LinkedFormat, isLinked: boolean): SavedBrief {
  return patched(brief, { links: { ...brief.links, [format]: isLinked } });
}

/**
 * Puts something right behind another.
 * @param list see `Arrangement.moves`.
 * @param after `null` to put it first.
 */
export function withMoved(
  brief: SavedBrief,
  list: string,
  id: string,
  after: string | null,
): SavedBrief {
  const { moves } = brief.arrangement;
  const moved = { ...moves, [list]: withMove(moves[list] ?? [], id, after) };
  return patched(brief, { arrangement: { ...brief.arrangement, moves: moved } });
}

/** Takes back all that was moved by hand in a list. */
export function withOriginalOrder(brief: SavedBrief, list: string): SavedBrief {
  const { [list]: _, ...moves } = brief.arrangement.moves;
  return patched(brief, { arrangement: { ...brief.arrangement, moves } });
}

/**
 * The brief after one tag was merged into another: what it says of the one, it says of the other. Where it remarks on
 * both sections, the remarks follow upon one another; of two orders by hand, the other's stays.
 */
export function withTagMerged(brief: SavedBrief, from: string, into: string): SavedBrief {
  const [old, now] = [sectionKey('tag', from), sectionKey('tag', into)];
  const { [old]: remark = '', ...remarks } = brief.remarks;
  const { [old]: ofOld, ...moves } = brief.arrangement.moves;
  const said = [remarks[now], remark].filter((one) => one);
  const bySection = sectionsKey('tag');
  const sections = moves[bySection]
    ?.map(({ id, after }) => ({ id: id === old ? now : id, after: after === old ? now : after }))
    .filter(({ id, after }) => id !== after);
  const tagIds = brief.choice.tagIds?.map((id) => (id === from ? into : id));
  return patched(brief, {
    choice: { ...brief.choice, tagIds: tagIds ? [...new Set(tagIds)] : null },
    remarks: { ...remarks, ...(said.length > 0 && { [now]: said.join('\n\n') }) },
    arrangement: {
      ...brief.arrangement,
      moves: {
        ...(ofOld && { [now]: ofOld }),
        ...moves,
        ...(sections && { [bySection]: sections }),
      },
    },
  });
}

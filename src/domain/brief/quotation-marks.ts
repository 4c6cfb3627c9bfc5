import type { BriefWords } from './brief.ts';

type Marks = BriefWords['quotationMarks'];

/** Double and single quotation marks; a single one that closes may be an apostrophe, too. */
const MARKS = /[“”„"‘’]/g;

/** What may stand before a straight mark that opens. */
const BEFORE_OPENING = /(?:^|[\s([{“„‘«—–-])$/;

/**
 * A text in quotation marks. Those within it take turns, so that each can be told from what is around it: “a ‘b “c”’”.
 * Apostrophes stay, and so does a straight mark that closes nothing, such as that of inches.
 */
export function quoted(text: string, marks: Marks): string {
  const [outer] = marks;
  return `${outer[0]}${nested(text, marks)}${outer[1]}`;
}

function nested(text: string, marks: Marks): string {
  /** The marks that are open, as they are written in `text`. */
  const open: string[] = [];
  const at = (depth: number) => marks[depth % 2 === 0 ? 1 : 0];
  return text.replace(MARKS, (mark, offset: number) => {
    const kind = kindOf(mark, text, offset, open.at(-1));
    if (kind === 'opens') {
      open.push(mark);
      return at(open.length - 1)[0];
    }
    if (kind === 'neither') return mark;
    open.pop();
    return at(open.length)[1];
  });
}

function kindOf(
  mark: string,
  text: string,
  offset: number,
  opened: string | undefined,
): 'opens' | 'closes' | 'neither' {
  const before = text.slice(Math.max(0, offset - 1), offset);
  const after = text.slice(offset + 1, offset + 2);
  switch (mark) {
    case '“':
    case '„':
    case '‘':
      return 'opens';
    case '"':
      if (opened === '"') return 'closes';
      return BEFORE_OPENING.test(before) ? 'opens' : 'neither';
    case '’': {
      const isApostrophe = /\p{L}/u.test(before) && /\p{L}/u.test(after);
      return opened === '‘' && !isApostrophe ? 'closes' : 'neither';
    }
    default:
      // A passage may begin within a quotation, and then only closes it.
      return 'closes';
  }
}

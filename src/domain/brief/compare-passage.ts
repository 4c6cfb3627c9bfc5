import type { Annotation, Translation } from '../annotation/annotation.ts';
import { sameTranslation } from '../annotation/edit.ts';
import { blocksToMarkdown } from './brief-to-markdown.ts';
import { comparable, wordKey } from './comparable-text.ts';
import type { EditedPassage } from './edited-brief.ts';
import { isRenumbered, noteForm, withoutUnderlines } from './note-form.ts';
import { noteSource } from './note-source.ts';
import { noteToMdast } from './note-to-mdast.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { LINE_SEPARATOR } from './passage-facts.ts';
import { noteInTable } from './read-evidence-table.ts';

/** Whether a brief has a note as it is here, however it is written there. */
export function isSameNote(passage: EditedPassage, ours: string): boolean {
  if (isNoteAs(passage, ours)) return true;
  return passage.lacksLinks === true && isNoteAs(passage, withoutPassageLinks(ours));
}

/** A note as a brief without links to passages has it. */
function withoutPassageLinks(note: string): string {
  const markdown = blocksToMarkdown(noteToMdast(note, { hasLinks: false }));
  const { children } = parseMarkdown(markdown);
  return noteSource(children, markdown);
}

function isNoteAs({ note = '', isInLine }: EditedPassage, ours: string): boolean {
  if (isInLine) {
    const line = noteInTable(ours);
    return note === line || lineForm(note) === lineForm(line);
  }
  if (note === ours) return true;
  const form = noteForm(ours);
  return (
    form === noteForm(note) ||
    form === noteForm(withoutUnderlines(note)) ||
    isRenumbered(note, ours) ||
    written(note) === written(ours)
  );
}

/** A note in one line begins no block, whatever it begins with. */
function lineForm(note: string): string {
  return noteForm(`:${note}`);
}

/** A note as it stands in a brief: in one of the many forms in which Markdown can be written. */
export function written(note: string): string {
  return blocksToMarkdown(noteToMdast(note)).trim();
}

/** Backslashes before which there is something that Markdown could mean. */
const ESCAPE = /\\(?=[!-/:-@[-`{-~])/g;

/** More are written by no hand. */
const MOST_ESCAPES = 100;

/** A note without the backslashes that only a program writes: those that change nothing. */
export function asTyped(note: string): string {
  const places = [...note.matchAll(ESCAPE)].map(({ index }) => index);
  if (places.length > MOST_ESCAPES) return note;
  const meaning = written(note);
  let typed = note;
  for (const place of places.reverse()) {
    const without = typed.slice(0, place) + typed.slice(place + 1);
    if (written(without) === meaning) typed = without;
  }
  return typed;
}

/** Blank lines are not written, those of marks alone may become rules, and editors may change the space. */
export function isSameTranslation(
  { translation, isInLine }: EditedPassage,
  ours: Annotation,
): boolean {
  const asWritten = ({ text, checked }: Translation): Translation => {
    const saysSomething = (line: string) => (isInLine ? line.trim() : wordKey(line)) !== '';
    const lines = text.split('\n').filter(saysSomething);
    return { text: lines.map(comparable).join(isInLine ? LINE_SEPARATOR : '\n'), checked };
  };
  return sameTranslation(
    translation && asWritten(translation),
    ours.translation && asWritten(ours.translation),
  );
}

/** Editors may break the lines of a quote elsewhere. */
export function isSameQuote({ quote, isInLine }: EditedPassage, ours: string): boolean {
  return comparable(quote) === comparable(isInLine ? ours.replace(/\n+/g, LINE_SEPARATOR) : ours);
}

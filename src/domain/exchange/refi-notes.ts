import type { Translation } from '../annotation/annotation.ts';
import { toNfc } from '../text/normalise.ts';
import type { RefiItem, RefiLink, RefiMemo, RefiProject, RefiText } from './refi-model.ts';
import { canonicalTime, NO_TIME, type Shown } from './refi-own-data.ts';
import { NOTE_NAMES } from './refi-terms.ts';

/** A time without a zone is taken for UTC, so that it is the same on every computer. */
function readTime(text: string | undefined): string | undefined {
  const hasZone = /(?:Z|[+-]\d\d:?\d\d)$/i.test(text ?? '');
  return text === undefined ? undefined : canonicalTime(hasZone ? text : `${text}Z`);
}

/** The names by which a program calls a note without a name of its own. */
const NO_TITLES: ReadonlySet<string> = new Set(['', ...Object.values(NOTE_NAMES)]);

/** What is said of an item: texts that become its note, each once, and a translation. */
export interface Said {
  readonly note: string;
  readonly translation: Translation | undefined;
  /** Says where the memos and notes went. */
  readonly take: (into: string) => void;
}

/** The notes of a project, and what they are about. */
export class Notes {
  readonly #project: RefiProject;
  readonly #byId = new Map<string, RefiText[]>();
  /** Links that connect a note with another thing, by the id of that thing. */
  readonly #links = new Map<string, { readonly link: RefiLink; readonly notes: RefiText[] }[]>();

  constructor(project: RefiProject) {
    this.#project = project;
    for (const note of project.notes) {
      if (note.id !== undefined) this.#byId.set(note.id, [...this.#withId(note.id), note]);
    }
    for (const link of project.links) this.#addLink(link);
  }

  #withId(id: string): readonly RefiText[] {
    return this.#byId.get(id) ?? [];
  }

  #addLink(link: RefiLink): void {
    const id = link.ends.find((end) => this.#byId.has(end));
    const other = link.ends.find((end) => end !== id);
    if (id === undefined || other === undefined) return;
    const linked = this.#links.get(other) ?? [];
    this.#links.set(other, [...linked, { link, notes: [...this.#withId(id)] }]);
  }

  /** The notes that an item holds or refers to. */
  of({ ownNotes, noteRefs }: RefiItem): readonly RefiText[] {
    return [...ownNotes, ...noteRefs.flatMap(({ target }) => this.#withId(target ?? ''))];
  }

  /** Notes by their name. */
  called(name: string): readonly RefiText[] {
    return this.#project.notes.filter((note) => note.name === name);
  }

  /**
   * What describes an item, and what its notes say: each text once, since many tools write the same as both.
   * @param isPassage whether it can have a translation.
   */
  said(item: RefiItem, isPassage = true): Said {
    const linked = this.#links.get(item.id ?? '') ?? [];
    const notes = [...new Set([...this.of(item), ...linked.flatMap((one) => one.notes)])];
    const texts = item.descriptions.map(({ text }) => text);
    let translation: Translation | undefined;
    for (const note of notes) {
      const text = textOf(note);
      const checked = note.name === NOTE_NAMES.checked;
      const isTranslation = isPassage && (checked || note.name === NOTE_NAMES.unchecked);
      if (isTranslation && text !== '' && !translation) translation = { text, checked };
      else if (text !== translation?.text || !isTranslation) texts.push(text);
    }
    const take = (into: string) => {
      for (const { entry } of item.descriptions) entry?.take(into);
      for (const note of notes) takeNote(note, into);
      for (const { link } of linked) link.entry.take(into);
    };
    const note = [...new Set(texts)].filter((text) => text !== '').join('\n\n');
    return { note, translation, take };
  }

  /**
   * What all tools can see of a passage.
   * @param isOurs whether it was written by us: then texts are as they are meant to be.
   */
  shown(item: RefiItem, said: Said, tagIds: readonly string[], isOurs: boolean): Shown {
    const typed = (text: string) => (isOurs ? text : toNfc(text));
    const created = readTime(item.created) ?? readTime(item.modified);
    const createdAt = created ?? readTime(this.#project.created) ?? NO_TIME;
    const { translation } = said;
    return {
      note: typed(said.note),
      ...(translation && { translation: { ...translation, text: typed(translation.text) } }),
      tagIds: [...new Set(tagIds)],
      createdAt,
      updatedAt: readTime(item.modified) ?? createdAt,
    };
  }
}

/** All that a note says: its text and what describes it, or its title if there is nothing else. */
export function textOf({ name, text = '', descriptions }: RefiText): string {
  const texts = [text, ...descriptions.map((memo: RefiMemo) => memo.text)];
  const said = [...new Set(texts)].filter((one) => one.trim() !== '');
  if (said.length > 0) return said.join('\n\n');
  return NO_TITLES.has(name) ? text : name;
}

function takeNote(note: RefiText, into: string): void {
  // Of a note whose text is missing, there is its title at most: that is part of the row, and the note is told.
  if (note.isText && note.text === undefined) note.entry.omit('missing-text');
  else if (textOf(note) === '') note.entry.omit('empty');
  else note.entry.take(into);
  for (const { entry } of note.descriptions) entry?.take(into);
}

/** Says of notes that belong to nothing why they are not taken over, where there is a better reason than that. */
export function explainNotes(notes: readonly RefiText[]): void {
  for (const note of notes) {
    if (note.isText && note.text === undefined) note.entry.omit('missing-text');
    else if (textOf(note) === '') note.entry.omit('empty');
  }
}

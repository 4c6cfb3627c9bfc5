import type { Translation } from '../annotation/annotation.ts';
import { toNfc } from '../text/normalise.ts';
import type { RefiItem, RefiProject, RefiText } from './refi-model.ts';
import { canonicalTime, NO_TIME, type Shown } from './refi-own-data.ts';
import { NOTE_NAMES } from './refi-terms.ts';

/** A time without a zone is taken for UTC, so that it is the same on every computer. */
function readTime(text: string | undefined): string | undefined {
  const hasZone = /(?:Z|[+-]\d\d:?\d\d)$/i.test(text ?? '');
  return text === undefined ? undefined : canonicalTime(hasZone ? text : `${text}Z`);
}

/** The notes of a project, and which of them were made part of an annotation. */
export class Notes {
  readonly #project: RefiProject;
  readonly #told = new Set<string>();

  constructor(project: RefiProject) {
    this.#project = project;
  }

  get(guid: string | undefined): RefiText | undefined {
    return guid === undefined ? undefined : this.#project.notes.get(guid);
  }

  /** Says that what the note holds is told. */
  tell(guid: string | undefined): void {
    if (guid !== undefined) this.#told.add(guid);
  }

  /** Says that what the notes of a selection hold is told. */
  tellOf(item: RefiItem): void {
    for (const guid of this.#notesOf(item)) this.tell(guid);
  }

  #notesOf({ guid, notes }: RefiItem): readonly string[] {
    return [...notes, ...(this.#project.linked.get(guid ?? '') ?? [])];
  }

  /** Those that hold something which is not told. */
  untold(): readonly RefiText[] {
    return [...this.#project.notes]
      .filter(([guid, { text }]) => !this.#told.has(guid) && text?.trim())
      .map(([, note]) => note);
  }

  /** What describes a selection, and what its notes say: once each, since many tools write the same as both. */
  #textsOf(item: RefiItem): { texts: string[]; translation: Translation | undefined } {
    const texts = [item.description];
    let translation: Translation | undefined;
    for (const guid of this.#notesOf(item)) {
      const note = this.get(guid);
      const text = note?.text ?? note?.description ?? '';
      const checked = note?.name === NOTE_NAMES.checked;
      this.tell(guid);
      if ((checked || note?.name === NOTE_NAMES.unchecked) && text !== '' && !translation) {
        translation = { text, checked };
      } else texts.push(text);
    }
    return { texts: [...new Set(texts)].filter((text) => text !== ''), translation };
  }

  /**
   * What all tools can see of an annotation.
   * @param tagIds by the GUIDs of codes.
   * @param isOurs whether it was written by us: then texts are as they are meant to be.
   */
  shown(item: RefiItem, tagIds: ReadonlyMap<string, string>, isOurs: boolean): Shown {
    const { texts, translation } = this.#textsOf(item);
    const typed = (text: string) => (isOurs ? text : toNfc(text));
    const created = readTime(item.created) ?? readTime(item.modified);
    const createdAt = created ?? readTime(this.#project.created) ?? NO_TIME;
    return {
      note: typed(texts.join('\n\n')),
      ...(translation && { translation: { ...translation, text: typed(translation.text) } }),
      tagIds: [...new Set(item.codes.flatMap((guid) => tagIds.get(guid) ?? []))],
      createdAt,
      updatedAt: readTime(item.modified) ?? createdAt,
    };
  }
}

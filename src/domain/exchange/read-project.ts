import type { AlternativePassage, Annotation } from '../annotation/annotation.ts';
import { quotePassage, selectPassage } from '../annotation/passage.ts';
import { askForPlace, reanchor } from '../annotation/reanchor.ts';
import { failed, ok, type Result } from '../result.ts';
import { type Home, HomeFinder, type ReadingContext } from './find-home.ts';
import { isUuid, uuidFor } from './guid.ts';
import { type MappedCodes, mapCodes } from './map-codes.ts';
import { mergeRows } from './merge-rows.ts';
import type { OmissionReason } from './omissions.ts';
import { readRefi } from './read-refi.ts';
import { readXml } from './read-xml.ts';
import { isNamed } from './refi-elements.ts';
import { pathKey, type RefiFiles } from './refi-files.ts';
import {
  omitItem,
  type RefiItem,
  type RefiProject,
  type RefiSelection,
  type RefiText,
} from './refi-model.ts';
import { explainNotes, Notes, textOf } from './refi-notes.ts';
import { asMeant, NO_OWN_DATA, type OwnData, quoteAt, readOwnData } from './refi-own-data.ts';
import { OWN_DATA_NAME, USER_GUID } from './refi-terms.ts';
import type { ExchangeProblem, ForeignWork } from './work.ts';
import { writable } from './write-xml.ts';

type Row = Pick<Annotation, 'articleId' | 'textHash' | 'position' | 'quote' | 'anchor'>;

class Reading {
  readonly #project: RefiProject;
  readonly #notes: Notes;
  readonly #own: OwnData;
  readonly #codes: MappedCodes;
  readonly #known: ReadonlySet<string>;
  readonly #homes: HomeFinder;
  readonly #annotations = new Map<string, Annotation>();
  /** The ids of rows by their passages. */
  readonly #places = new Map<string, string>();

  constructor(project: RefiProject, context: ReadingContext) {
    this.#project = project;
    this.#notes = new Notes(project);
    this.#own = this.#ownData();
    const items = [...project.sources, ...project.sources.flatMap((one) => one.representations)];
    const used = [...items, ...project.notes].flatMap(({ codings, selections }) => [
      ...codings,
      ...selections.flatMap((selection) => selection.codings),
    ]);
    const targets = used.flatMap(({ target }) => target ?? []);
    const { codebook } = context;
    this.#codes = mapCodes(project.codes, this.#notes, codebook, this.#own.tags, targets);
    this.#known = this.#codes.tagIds;
    this.#homes = new HomeFinder(project.origin, context, this.#own);
  }

  read(): ForeignWork {
    const { sources, notes, users, ledger, origin } = this.#project;
    for (const source of sources) this.#takeSource(source);
    for (const { id, entry } of users) if (id === USER_GUID) entry.take(USER_GUID);
    explainNotes(notes);
    return {
      origin,
      annotations: [...this.#annotations.values()],
      tags: this.#codes.tags,
      leftOut: ledger.omissions.list,
      outcomes: ledger.outcomes,
    };
  }

  #ownData(): OwnData {
    for (const note of this.#notes.called(OWN_DATA_NAME)) {
      const own = readOwnData(textOf(note));
      if (own) {
        note.entry.take(OWN_DATA_NAME);
        return own;
      }
      note.entry.omit('unreadable');
    }
    return NO_OWN_DATA;
  }

  /** @returns whether the source, or a text that it was read as, is an article. */
  #takeSource(source: RefiText): boolean {
    const taken = source.representations.filter((text) => this.#takeSource(text));
    const [representation] = taken;
    if (representation?.entry.into !== undefined) source.entry.take(representation.entry.into);
    const selections = [...source.selections, ...this.#selectionsOfNotes(source)];
    const isTaken = this.#takeText(source, selections);
    return isTaken || taken.length > 0;
  }

  #takeText(source: RefiText, selections: readonly RefiSelection[]): boolean {
    if (source.text === undefined) {
      this.#omitSource(source, selections, source.isText ? 'missing-text' : 'not-text');
      return false;
    }
    const texts = selections.filter(({ isText }) => isText);
    const home = this.#homes.find(source, source.text, texts);
    for (const note of this.#notes.of(source)) this.#takeElsewhere(source, note);
    if (!home) {
      this.#omitSource(source, selections, 'no-article');
      return false;
    }
    source.entry.take(home.articleId);
    for (const selection of texts) {
      if (!this.#takeSelection(home, selection)) this.#omit(selection, 'outside-text');
    }
    return true;
  }

  #omitSource(source: RefiText, selections: readonly RefiSelection[], reason: OmissionReason) {
    source.entry.omit(reason);
    for (const selection of selections) this.#omit(selection, reason);
  }

  /** Says why a passage is not taken over, and neither are its codings and notes. */
  #omit(selection: RefiSelection, reason: OmissionReason): void {
    omitItem(selection, reason);
    for (const note of this.#notes.of(selection)) omitItem(note, reason);
  }

  /** QualCoder writes a note about a passage as a note of the source, which holds the selection. */
  #selectionsOfNotes(source: RefiText): RefiSelection[] {
    return this.#notes.of(source).flatMap((note) =>
      note.selections.map((selection) => ({
        ...selection,
        ownNotes: [...selection.ownNotes, note],
        created: selection.created ?? note.created,
        modified: selection.modified ?? note.modified,
      })),
    );
  }

  #takeSelection(home: Home, selection: RefiSelection): boolean {
    const { placed, articleId, textHash, into, resolve } = home;
    const own = this.#own.annotations.get(selection.id ?? '');
    const placement = placed.placeOf(selection);
    if (!placement) return false;
    const place = placement.position;
    const isAsWritten =
      own?.position?.start === place.start && own.position.end === place.end && !into;
    if (isAsWritten) {
      const quote = quoteAt(placed.text, place, own);
      this.#put(selection, { articleId, textHash, position: place, quote, ...anchorOf(own) });
      return true;
    }
    const position = selectPassage(placed.text, place.start, place.end);
    if (!position) return false;
    const quote = quotePassage(placed.text, position);
    const row = { articleId, textHash, position, quote };
    if (placement.isCertain) {
      this.#put(selection, row, (made) => (into ? reanchor(made, into, resolve) : made));
      return true;
    }
    const alternatives = placement.others.map((other) => ({
      position: other,
      quote: quotePassage(placed.text, other),
    }));
    const { likelihood } = placement;
    const hash = into?.textHash ?? textHash;
    const ask = (made: Annotation) => askForPlace(made, alternatives, likelihood, hash);
    this.#put(selection, row, ask, alternatives);
    return true;
  }

  /** Takes a passage without a place, which we wrote as a note of its source. */
  #takeElsewhere(source: RefiText, note: RefiText): void {
    const own = this.#own.annotations.get(note.id ?? '');
    if (!own?.elsewhere) return;
    if (!this.#homes.hasArticle(own.elsewhere.articleId)) {
      omitItem(note, 'no-article');
      for (const one of this.#notes.of(note)) omitItem(one, 'no-article');
      return;
    }
    // The text of this note is the quote, unless somebody wrote something else there.
    const { text = '', descriptions } = note;
    const isQuote = text === writable(own.elsewhere.quote.exact);
    const item = { ...note, descriptions: isQuote ? descriptions : [{ text }, ...descriptions] };
    const id = this.#put(item, { ...own.elsewhere, ...anchorOf(own) });
    note.entry.take(id);
    source.entry.take(own.elsewhere.articleId);
  }

  /**
   * Makes a row, or adds to the one that has the same words.
   * @param alternatives where it is not certain that the words are meant: which others may be.
   * @returns its id.
   */
  #put(
    item: RefiItem,
    row: Row,
    anchored = (made: Annotation) => made,
    alternatives?: readonly AlternativePassage[],
  ): string {
    const own = this.#own.annotations.get(item.id ?? '');
    const said = this.#notes.said(item);
    const { tagIds, take } = this.#codings(item);
    const seen = this.#notes.shown(item, said, tagIds, own !== undefined);
    const shown = asMeant(seen, own, (tagId) => this.#known.has(tagId));
    const fresh = this.#idFor(own?.id ?? item.id, row);
    const made = anchored({ id: fresh, ...row, ...shown });
    // Of ours, two rows may be about the same words; of these, each is one.
    const place = (own ? own.id : '') + placeKey(made, alternatives);
    const at = this.#places.get(place);
    const same = at === undefined ? undefined : this.#annotations.get(at);
    const id = same?.id ?? fresh;
    this.#annotations.set(id, same ? mergeRows(same, made) : made);
    this.#places.set(place, id);
    item.entry.take(id);
    said.take(id);
    take(id);
    return id;
  }

  /** The tags that an item is coded with. Codings without a tag are told; the passage is kept. */
  #codings({ codings }: RefiItem) {
    const resolved = codings.map(({ target, entry }) => {
      const found = target === undefined ? 'unreadable' : this.#codes.tagOf(target);
      if (typeof found === 'object') return { entry, tagId: found.tagId };
      entry.rename(target ?? '');
      entry.omit(found);
      return { entry, tagId: undefined };
    });
    return {
      tagIds: resolved.flatMap(({ tagId }) => tagId ?? []),
      take: (id: string) => {
        for (const { entry, tagId } of resolved) if (tagId !== undefined) entry.take(id);
      },
    };
  }

  /** What is no UUID, or stands twice, gives way to an id that follows from the passage. */
  #idFor(wanted: string | undefined, { articleId, position, quote }: Row): string {
    const isOwn = wanted !== undefined && (isUuid(wanted) || this.#isOwnId(wanted));
    let id = isOwn ? wanted : uuidFor('selection', articleId, quote.exact, `${position.start}`);
    while (this.#annotations.has(id)) id = uuidFor('again', id);
    return id;
  }

  #isOwnId(id: string): boolean {
    this.#ownIds ??= new Set([...this.#own.annotations.values()].map((own) => own.id));
    return this.#ownIds.has(id);
  }

  #ownIds: ReadonlySet<string> | undefined;
}

/** Where a passage stands in the article as it is now: several sources may be versions of one article. */
const placeKey = (
  { articleId, textHash, position: { start, end }, anchor }: Row,
  alternatives?: readonly AlternativePassage[],
) => {
  const others = alternatives?.map((one) => one.position);
  return JSON.stringify([articleId, textHash, start, end, anchor?.state, others]);
};

const anchorOf = ({ anchor }: { anchor?: Annotation['anchor'] }) => (anchor ? { anchor } : {});

/**
 * Reads a REFI-QDA project: our own as the very same rows, those of other tools as passages of the articles that
 * their sources are. Each thing in the project is taken over or in `leftOut`.
 * @param document the project's XML.
 * @param files the text files of the archive, by their paths.
 * @param path of the project's own file in the archive.
 */
export function readProject(
  document: string,
  files: RefiFiles,
  context: ReadingContext,
  path = '',
): Result<ForeignWork, ExchangeProblem> {
  const root = readXml(document);
  if (!root.ok) return failed({ kind: 'damaged', detail: root.reason });
  if (!isNamed(root.value, 'project')) {
    return failed({ kind: 'damaged', detail: `<${root.value.name}> is no project` });
  }
  const key = pathKey(path);
  const folder = key.slice(0, key.lastIndexOf('/') + 1);
  return ok(new Reading(readRefi(root.value, files, folder), context).read());
}

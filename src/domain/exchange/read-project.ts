import { createResolver } from '../annotation/anchoring/resolve-anchor.ts';
import type { Annotation } from '../annotation/annotation.ts';
import { quotePassage, selectPassage } from '../annotation/passage.ts';
import { reanchor } from '../annotation/reanchor.ts';
import type { Article } from '../article/article.ts';
import { failed, ok, type Result } from '../result.ts';
import type { Tag } from '../tag/tag.ts';
import { uuidFor } from './guid.ts';
import { type MappedCodes, mapCodes } from './map-codes.ts';
import { ArticleMatcher } from './match-article.ts';
import { OmissionList, type OmissionReason, type Thing } from './omissions.ts';
import { readXml } from './read-xml.ts';
import {
  type RefiFiles,
  type RefiItem,
  type RefiProject,
  type RefiSelection,
  type RefiText,
  readModel,
} from './refi-model.ts';
import { Notes } from './refi-notes.ts';
import { asMeant, NO_OWN_DATA, type OwnData, quoteAt, readOwnData } from './refi-own-data.ts';
import { type PlacedText, placeByStandard, placeSelections } from './refi-positions.ts';
import { OWN_DATA_NAME } from './refi-terms.ts';
import type { ExchangeProblem, ForeignWork } from './work.ts';

/** What a project is read against. */
export interface ReadingContext {
  readonly articles: readonly Article[];
  readonly codebook: readonly Tag[];
  /** SHA-256 of a text, as articles have it. */
  readonly hashOf: (text: string) => string;
}

/** A source and the article that it is. */
interface Home {
  readonly source: RefiText;
  readonly placed: PlacedText;
  /** What the article is called in rows, and which text of it the source is. */
  readonly articleId: string;
  readonly textHash: string;
  /** Where passages have to be looked for, if the source has another text than the article. */
  readonly into?: Parameters<typeof reanchor>[1];
  readonly resolve: Parameters<typeof reanchor>[2];
}

type Row = Pick<Annotation, 'articleId' | 'textHash' | 'position' | 'quote' | 'anchor'>;

class Reading {
  readonly #project: RefiProject;
  readonly #context: ReadingContext;
  readonly #notes: Notes;
  readonly #own: OwnData;
  readonly #codes: MappedCodes;
  readonly #known: ReadonlySet<string>;
  readonly #matcher: ArticleMatcher;
  readonly #annotations = new Map<string, Annotation>();
  readonly #omissions = new OmissionList();

  constructor(project: RefiProject, context: ReadingContext) {
    this.#project = project;
    this.#context = context;
    this.#notes = new Notes(project);
    this.#own = this.#ownData();
    const items = [...project.sources, ...project.notes.values()];
    const used = items.flatMap(({ codes, selections }) => [
      ...codes,
      ...selections.flatMap((selection) => selection.codes),
    ]);
    this.#codes = mapCodes(project.codes, context.codebook, this.#own.tags, new Set(used));
    this.#known = new Set(this.#codes.tagIds.values());
    this.#matcher = new ArticleMatcher(context.articles);
  }

  read(): ForeignWork {
    for (const source of this.#project.sources) this.#takeSource(source);
    for (const { name, count } of this.#project.notText) this.#leave('not-text', name, count);
    for (const { name, text } of this.#notes.untold()) {
      this.#leave('no-passage', name || (text ?? ''), 1, 'note');
    }
    return {
      origin: this.#project.origin,
      annotations: [...this.#annotations.values()],
      tags: this.#codes.tags,
      leftOut: this.#omissions.list,
    };
  }

  #ownData(): OwnData {
    for (const { guid, name, text } of this.#project.notes.values()) {
      const own = name === OWN_DATA_NAME ? readOwnData(text ?? '') : undefined;
      if (own) {
        this.#notes.tell(guid);
        return own;
      }
    }
    return NO_OWN_DATA;
  }

  #leave(reason: OmissionReason, name: string, count: number, thing: Thing = 'selection'): void {
    this.#omissions.add(thing, reason, name, count);
  }

  #takeSource(source: RefiText): void {
    const selections = [...source.selections, ...this.#selectionsOfNotes(source)];
    // Codes for the whole of an article have no passage.
    this.#leave('no-passage', source.name, source.codes.length, 'coding');
    if (source.text === undefined) {
      const reason = source.isText ? 'missing-text' : 'not-text';
      this.#leave(reason, source.name, selections.length);
      return;
    }
    const home = this.#homeOf(source, source.text, selections);
    const orphans = source.notes.filter((guid) => this.#takeElsewhere(guid) === 'no-article');
    if (!home) {
      this.#leave('no-article', source.name, selections.length + orphans.length);
      for (const selection of selections) this.#notes.tellOf(selection);
      return;
    }
    this.#leave('no-article', source.name, orphans.length);
    const lost = selections.filter((selection) => !this.#takeSelection(home, selection));
    this.#leave('outside-text', source.name, lost.length);
  }

  /** QualCoder writes a note about a passage as a note of the source, which holds the selection. */
  #selectionsOfNotes(source: RefiText): RefiSelection[] {
    return source.notes.flatMap((guid) => {
      const note = this.#notes.get(guid);
      if (!note || note.selections.length === 0) return [];
      this.#notes.tell(guid);
      const { text = '', created, modified } = note;
      return note.selections.map((selection) => ({
        ...selection,
        description: selection.description || text,
        created: selection.created ?? created,
        modified: selection.modified ?? modified,
      }));
    });
  }

  /** The article that a source is, in the words of the rows; `undefined` when it is not in the library. */
  #homeOf(source: RefiText, raw: string, selections: readonly RefiSelection[]): Home | undefined {
    const own = this.#own.articles.get(source.guid ?? '');
    const isOurs = own !== undefined && own.textHash === this.#context.hashOf(raw);
    const placed = isOurs ? placeByStandard(raw) : placeSelections(raw, selections);
    const match = this.#matcher.match(placed.text, own?.id);
    const known = isOurs ? this.#matcher.byId(own.id) : undefined;
    const { textHash: hash, id } = match?.article ?? { textHash: '', id: '' };
    const resolve = createResolver(match ? this.#matcher.textOf(match.article) : '');
    const found = { source, placed, resolve };
    if (match?.isSame) return { ...found, articleId: id, textHash: hash };
    // It was another version of an article that we have: rows may be of that, too.
    if (known && isOurs) return { ...found, articleId: known.id, textHash: own.textHash };
    if (!match) return undefined;
    const into = { text: this.#matcher.textOf(match.article), textHash: hash };
    return { ...found, articleId: id, textHash: this.#context.hashOf(placed.text), into };
  }

  #takeSelection(home: Home, selection: RefiSelection): boolean {
    const { placed, articleId, textHash, into, resolve } = home;
    const own = this.#own.annotations.get(selection.guid ?? '');
    const place = placed.placeOf(selection);
    if (!place) return false;
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
    const id = this.#put(selection, { articleId, textHash, position, quote });
    const row = this.#annotations.get(id);
    if (row && into) this.#annotations.set(id, reanchor(row, into, resolve));
    return true;
  }

  /** A passage without a place, which we wrote as a note. Other notes are left to be told. */
  #takeElsewhere(guid: string): 'taken' | 'no-article' | 'other' {
    const own = this.#own.annotations.get(guid);
    const note = this.#notes.get(guid);
    if (!own?.elsewhere || !note) return 'other';
    this.#notes.tell(guid);
    this.#notes.tellOf(note);
    if (!this.#matcher.byId(own.elsewhere.articleId)) return 'no-article';
    // The text of this note is the quote.
    this.#put({ ...note, description: '' }, { ...own.elsewhere, ...anchorOf(own) });
    return 'taken';
  }

  #put(item: RefiItem, row: Row): string {
    const { guid = '' } = item;
    const own = this.#own.annotations.get(guid);
    const seen = this.#notes.shown(item, this.#codes.tagIds, own !== undefined);
    const shown = asMeant(seen, own, (tagId) => this.#known.has(tagId));
    const id = this.#idFor(own?.id ?? item.guid, row);
    this.#annotations.set(id, { id, ...row, ...shown });
    return id;
  }

  /** A GUID that is missing, or stands twice, gives way to one that follows from the passage. */
  #idFor(wanted: string | undefined, { articleId, position, quote }: Row): string {
    let id = wanted ?? uuidFor('selection', articleId, quote.exact, `${position.start}`);
    while (this.#annotations.has(id)) id = uuidFor('again', id);
    return id;
  }
}

const anchorOf = ({ anchor }: { anchor?: Annotation['anchor'] }) => (anchor ? { anchor } : {});

/**
 * Reads a REFI-QDA project: our own as the very same rows, those of other tools as passages of the articles that
 * their sources are.
 * @param document the project's XML.
 * @param files the other text files of the archive.
 */
export function readProject(
  document: string,
  files: RefiFiles,
  context: ReadingContext,
): Result<ForeignWork, ExchangeProblem> {
  const root = readXml(document);
  if (!root.ok) return failed({ kind: 'damaged', detail: root.reason });
  if (root.value.name !== 'Project') {
    return failed({ kind: 'damaged', detail: `<${root.value.name}> is no project` });
  }
  return ok(new Reading(readModel(root.value, files), context).read());
}

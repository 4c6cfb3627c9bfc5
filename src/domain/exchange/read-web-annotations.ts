import { z } from 'zod';
import type { Annotation } from '../annotation/annotation.ts';
import type { Article } from '../article/article.ts';
import { failed, ok, type Result } from '../result.ts';
import { TAG_COLOURS, type Tag } from '../tag/tag.ts';
import { isUuid, uuidFor } from './guid.ts';
import { hasOwnContext, isNode, JsonLd, type Node } from './json-ld.ts';
import { Ledger, type LedgerEntry } from './ledger.ts';
import { addText, mergeRows } from './merge-rows.ts';
import type { OmissionReason } from './omissions.ts';
import { TagNames } from './tag-names.ts';
import { findAnnotations } from './web-annotation-items.ts';
import { BodyReader, type Target, TargetReader, type TextBody } from './web-annotation-parts.ts';
import { type Place, PlaceFinder } from './web-annotation-places.ts';
import { own, readAnnotationIri, VERSION, withoutPrefix } from './web-annotation-terms.ts';
import { readTimes, type Times } from './web-annotation-times.ts';
import { APP_NAME, type ExchangeProblem, type ForeignWork } from './work.ts';

/** What a file is read against. */
export interface AnnotationContext {
  readonly articles: readonly Article[];
  readonly codebook: readonly Tag[];
}

const tag = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  description: z.string(),
  colour: z.enum(TAG_COLOURS),
  shortcut: z.string().exactOptional(),
  order: z.number(),
}) satisfies z.ZodType<Tag>;

/** Properties of an annotation that are read, or that say nothing which a row could hold. */
const READ = new Set(
  'id type motivation created modified body bodyValue target items partOf @context'.split(' '),
);

/** One annotation of the file, of which nothing is decided yet. */
interface Item {
  readonly node: Node;
  readonly entry: LedgerEntry;
  /** Entries of the second and later targets. */
  readonly more: readonly LedgerEntry[];
  readonly targets: readonly Target[];
  readonly bodies: readonly TextBody[];
}

class Reading {
  readonly #document: JsonLd;
  readonly #ledger = new Ledger();
  readonly #tags: TagNames;
  readonly #finder: PlaceFinder;
  readonly #rows = new Map<string, Annotation>();
  /** Ids of rows by their passages. */
  readonly #places = new Map<string, string>();
  /** Whether the annotations are those that the app wrote, with the ids that it wrote. */
  #isAsWritten = false;

  constructor(document: JsonLd, context: AnnotationContext) {
    this.#document = document;
    this.#finder = new PlaceFinder(context.articles);
    this.#tags = new TagNames(this.#ownTags(), context.codebook);
  }

  read(): ForeignWork {
    const items = findAnnotations(this.#document).map((value) => this.#enter(value));
    const found = items.flatMap((item) => item ?? []);
    this.#isAsWritten = this.#isWholeCollection(found);
    for (const item of found) this.#take(item);
    this.#tellMissing(items.length);
    return {
      origin: this.#isAsWritten ? APP_NAME : '',
      annotations: [...this.#rows.values()],
      tags: this.#tags.brought,
      leftOut: this.#ledger.omissions.list,
      outcomes: this.#ledger.outcomes,
    };
  }

  #ownTags(): Tag[] {
    const tags: Tag[] = [];
    for (const value of this.#document.roots.flatMap((root) =>
      this.#document.all(root, own('tags')),
    )) {
      const read = tag.safeParse(withoutPrefix(value));
      const entry = this.#ledger.enter('tag', 'unreadable', nameOfTag(value));
      if (!read.success) continue;
      entry.take(read.data.id);
      tags.push(read.data);
    }
    return tags;
  }

  #enter(value: unknown): Item | undefined {
    const entry = this.#ledger.enter(
      'annotation',
      'unreadable',
      typeof value === 'string' ? value : '',
    );
    if (!isNode(value)) return undefined;
    const targets = new TargetReader(this.#document, this.#ledger).read(value);
    const bodies = new BodyReader(this.#document, this.#ledger).read(value);
    entry.rename(nameOf(value, targets[0]));
    const more = targets
      .slice(1)
      .map((target) => this.#ledger.enter('selection', 'unreadable', nameOf(value, target)));
    for (const term of Object.keys(value)) {
      if (!READ.has(term)) this.#ledger.enter('property', 'unsupported', term);
    }
    return { node: value, entry, more, targets, bodies };
  }

  /** The id of a collection follows from its title and the ids of its annotations. */
  #isWholeCollection(items: readonly Item[]): boolean {
    const collection = this.#document.roots.find((root) => own('version') in root);
    if (!collection) return false;
    const { id, label } = collection;
    const ids = items.map(({ node }) => readOwnId(node.id) ?? '');
    const title = typeof label === 'string' ? label : '';
    return id === `urn:uuid:${uuidFor('collection', title, ...ids)}`;
  }

  /** A collection may say that it has more pages, which are elsewhere. */
  #tellMissing(found: number): void {
    const totals = this.#document.roots.map(({ total }) => (typeof total === 'number' ? total : 0));
    for (let at = found; at < Math.min(Math.max(...totals, 0), found + MOST_MISSING); at += 1) {
      this.#ledger.enter('annotation', 'unresolved', '');
    }
  }

  #take(item: Item): void {
    const { node, entry, more, targets, bodies } = item;
    const times = readTimes(node);
    const omit = (reason: OmissionReason, entries: readonly LedgerEntry[]) => {
      for (const one of entries) one.omit(reason);
    };
    if (!times) {
      omit('unreadable', [entry, ...more, ...bodies.map((body) => body.entry)]);
      return;
    }
    const places = targets.map((target) => this.#finder.find(target));
    const taken: string[] = [];
    for (const [at, place] of places.entries()) {
      const of = [entry, ...more][at];
      if (typeof place === 'string') omit(place, of ? [of] : []);
      else {
        const id = this.#put(item, at, place, times);
        taken.push(id);
        of?.take(id);
      }
    }
    const [id] = taken;
    const [reason] = places.filter((place) => typeof place === 'string');
    if (id === undefined)
      omit(reason ?? 'no-passage', [entry, ...bodies.map((body) => body.entry)]);
    else entry.take(id);
  }

  #put({ node, bodies }: Item, at: number, place: Place, times: Times): string {
    const ownId = at === 0 ? readOwnId(node.id) : undefined;
    const said = this.#said(bodies);
    const key = placeKey(place);
    const known = this.#isAsWritten ? undefined : this.#places.get(key);
    const same = known === undefined ? undefined : this.#rows.get(known);
    const id = same?.id ?? this.#freeId(ownId ?? this.#idFor(node, at, place));
    const row: Annotation = {
      id,
      ...place,
      ...said,
      createdAt: times.created,
      updatedAt: times.modified,
    };
    this.#rows.set(id, same ? mergeRows(same, row) : row);
    this.#places.set(key, id);
    for (const { entry } of bodies) entry.take(id);
    return id;
  }

  /** An id that follows from the passage, so that a file without ids brings nothing twice. */
  #idFor({ id }: Node, at: number, { articleId, quote: { exact }, position: { start } }: Place) {
    const given = typeof id === 'string' ? [id, `${at}`] : [];
    return uuidFor('web annotation', articleId, exact, `${start}`, ...given);
  }

  #freeId(wanted: string): string {
    let id = wanted;
    while (this.#rows.has(id)) id = uuidFor('again', id);
    return id;
  }

  /** What the bodies say, as the columns of a row. */
  #said(bodies: readonly TextBody[]): Pick<Annotation, 'tagIds' | 'note' | 'translation'> {
    const translated = bodies.find(({ kind }) => kind === 'translation');
    // A second translation is part of the note.
    const notes = bodies.filter((body) => body.kind !== 'tag' && body !== translated);
    const [note = '', ...more] = notes.map(textOf);
    return {
      tagIds: this.#tagIdsOf(bodies),
      note: more.reduce(addText, note),
      ...(translated && {
        translation: { text: textOf(translated), checked: translated.isChecked },
      }),
    };
  }

  /** The tag of that id; where nobody has it, but the file says what it is called, the one of that name. */
  #tagIdOf(tagId: string | undefined, texts: readonly string[]): string {
    const isNamed = texts.some((text) => text.trim() !== '' && text !== tagId);
    const isKnown = tagId !== undefined && (this.#tags.has(tagId) || !isNamed);
    return isKnown ? tagId : this.#tags.idOf(texts);
  }

  #tagIdsOf(bodies: readonly TextBody[]): string[] {
    const ids: string[] = [];
    for (const { kind, texts, tagId } of bodies) {
      if (kind !== 'tag') continue;
      const id = this.#tagIdOf(tagId, texts);
      if (id === tagId || !ids.includes(id)) ids.push(id);
    }
    return ids;
  }
}

const textOf = ({ texts }: TextBody) => texts.join('\n\n');

/** More that are missing are not counted one by one. */
const MOST_MISSING = 1_000_000;

/** The id of a row of the app; `undefined` of another program's. */
function readOwnId(id: unknown): string | undefined {
  const read = typeof id === 'string' ? readAnnotationIri(id.trim()) : undefined;
  const isOther = typeof id === 'string' && /^urn:uuid:/i.test(id.trim()) && !isUuid(read ?? '');
  return isOther ? undefined : read;
}

const placeKey = ({ articleId, textHash, position: { start, end }, anchor: state }: Place) =>
  JSON.stringify([articleId, textHash, start, end, state?.state]);

/** What an annotation or target may be known by. */
function nameOf({ id }: Node, target: Target | undefined): string {
  const exact = target?.quote?.exact;
  if (typeof exact === 'string' && exact !== '') return exact;
  return typeof id === 'string' ? id : (target?.name ?? '');
}

function nameOfTag(value: unknown): string {
  const name = isNode(value) ? value[own('name')] : undefined;
  return typeof name === 'string' ? name : '';
}

const isNewer = (root: Node) => {
  const version = root[own('version')];
  return version !== undefined && version !== VERSION;
};

/**
 * Reads W3C annotations about articles of the app: what `writeWebAnnotations` wrote as the very same rows, and what
 * other programs made of that. Each thing in the file is taken over or in `leftOut`.
 * @param value the JSON of the file.
 * @param context what passages and tags are looked for in, where the file does not say all about them.
 */
export function readWebAnnotations(
  value: unknown,
  context: AnnotationContext = { articles: [], codebook: [] },
): Result<ForeignWork, ExchangeProblem> {
  const document = new JsonLd(value);
  const newer = document.roots.find(isNewer);
  if (newer) {
    const detail = `version ${JSON.stringify(newer[own('version')])} of the format`;
    return failed({ kind: 'not-ours', detail });
  }
  const work = new Reading(document, context).read();
  const isOurs = hasOwnContext(value) || work.annotations.length > 0;
  return isOurs ? ok(work) : failed({ kind: 'not-ours', detail: 'no annotation of our articles' });
}

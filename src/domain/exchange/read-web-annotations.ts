import { z } from 'zod';
import { createResolver, type Resolver } from '../annotation/anchoring/resolve-anchor.ts';
import type {
  Anchor,
  Annotation,
  SentenceContext,
  TextQuoteSelector,
} from '../annotation/annotation.ts';
import { quotePassage } from '../annotation/passage.ts';
import { reanchor } from '../annotation/reanchor.ts';
import { toCodeUnits } from '../annotation/selectors.ts';
import { type Article, articleText } from '../article/article.ts';
import { failed, ok, type Result } from '../result.ts';
import { TAG_COLOURS, type Tag } from '../tag/tag.ts';
import { toNfc } from '../text/normalise.ts';
import { isUuid, uuidFor } from './guid.ts';
import { hasOwnContext, isNode, JsonLd, type Node } from './json-ld.ts';
import { Ledger, type LedgerEntry } from './ledger.ts';
import { addText, mergeRows } from './merge-rows.ts';
import type { OmissionReason } from './omissions.ts';
import { canonicalTime, NO_TIME } from './refi-own-data.ts';
import { anchorSchema, positionSchema, sentenceSchema } from './selector-schema.ts';
import { TagNames } from './tag-names.ts';
import { findAnnotations } from './web-annotation-items.ts';
import { BodyReader, type Target, TargetReader, type TextBody } from './web-annotation-parts.ts';
import { OWN_PREFIX, readAnnotationIri, VERSION, withoutPrefix } from './web-annotation-terms.ts';
import { APP_NAME, type ExchangeProblem, type ForeignWork } from './work.ts';

/** What a file is read against. */
export interface AnnotationContext {
  readonly articles: readonly Article[];
  readonly codebook: readonly Tag[];
}

/** Other tools may leave the context out. */
const quote = z.object({
  exact: z.string().min(1),
  prefix: z.string().default(''),
  suffix: z.string().default(''),
});

const tag = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  description: z.string(),
  colour: z.enum(TAG_COLOURS),
  shortcut: z.string().exactOptional(),
  order: z.number(),
}) satisfies z.ZodType<Tag>;

const own = (name: string) => `${OWN_PREFIX}:${name}`;

const canonicalUtc = z.iso.datetime();
const TIME = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d(?::?\d\d)?)?)?$/i;

/** A time in UTC: as it is where a row may have it so. Without a zone it is taken for UTC. */
function readTime(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  if (canonicalUtc.safeParse(value).success) return value;
  const text = value.trim().replace(/ (?=[+-])/, '');
  if (!TIME.test(text)) return undefined;
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text);
  const hasZone = /(?:Z|[+-]\d\d(?::?\d\d)?)$/i.test(text.slice(10));
  return canonicalTime(
    isDay || hasZone ? text.replace(/([+-]\d\d)$/, isDay ? '$1' : '$1:00') : `${text}Z`,
  );
}

/** Properties of an annotation that are read, or that say nothing which a row could hold. */
const READ = new Set(
  'id type motivation created modified body bodyValue target items partOf @context'.split(' '),
);

/** Where a passage stands. */
type Place = Pick<Annotation, 'articleId' | 'textHash' | 'position' | 'quote' | 'anchor'>;

type Span = Annotation['position'];

interface Home {
  readonly article: Article;
  readonly text: string;
  readonly resolve: Resolver;
}

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
  readonly #context: AnnotationContext;
  readonly #tags: TagNames;
  readonly #homes = new Map<string, Home | undefined>();
  readonly #rows = new Map<string, Annotation>();
  /** Ids of rows by their passages. */
  readonly #places = new Map<string, string>();
  /** Whether the annotations are those that the app wrote, with the ids that it wrote. */
  #isAsWritten = false;

  constructor(document: JsonLd, context: AnnotationContext) {
    this.#document = document;
    this.#context = context;
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
    const times = timesOf(node);
    const omit = (reason: OmissionReason, entries: readonly LedgerEntry[]) => {
      for (const one of entries) one.omit(reason);
    };
    if (!times) {
      omit('unreadable', [entry, ...more, ...bodies.map((body) => body.entry)]);
      return;
    }
    const places = targets.map((target) => this.#placeOf(target));
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

  /** Where a target stands, or why it stands nowhere. */
  #placeOf(target: Target): Place | OmissionReason {
    const { node, articleId } = target;
    if (articleId === undefined) return 'no-article';
    const textHash = node[own('textHash')];
    const home = this.#homeOf(articleId);
    const counted = positionSchema.safeParse(target.position).data;
    const quoted = quote.safeParse(target.quote).data;
    if (typeof textHash !== 'string') return this.#search(articleId, home, counted, quoted);
    const placed = positionSchema.safeParse(withoutPrefix(node[own('position')])).data;
    const place = placed ?? counted;
    if (!place || !(place.start <= place.end)) return 'no-passage';
    const rest = anchorOf(node);
    if (rest === undefined) return 'unreadable';
    if (quoted) {
      const says = { ...composed(quoted, place), ...sentenceOf(node) };
      const isElsewhere = says.exact !== this.#wordsAt(home, textHash, place, says.exact);
      if (isElsewhere) return this.#search(articleId, home, undefined, quoted);
      return { articleId, textHash, position: place, quote: says, ...rest };
    }
    if (home?.article.textHash !== textHash || !counted) return 'no-passage';
    const units = placed ?? toCodeUnits(home.text, counted);
    if (units.start >= units.end) return 'outside-text';
    return { articleId, textHash, position: units, quote: quotePassage(home.text, units), ...rest };
  }

  /**
   * What the article says at a place, if its text is the one that is meant: another program may have changed the
   * place or the quote alone. Else the quote is believed.
   */
  #wordsAt(home: Home | undefined, textHash: string, { start, end }: Span, exact: string): string {
    return home?.article.textHash === textHash ? home.text.slice(start, end) : exact;
  }

  /** The place of a quote of which it is not known in which text of the article it stood. */
  #search(
    articleId: string,
    home: Home | undefined,
    counted: { start: number; end: number } | undefined,
    quoted: TextQuoteSelector | undefined,
  ): Place | OmissionReason {
    if (!home) return 'no-article';
    if (!quoted) return 'no-passage';
    const { text, article, resolve } = home;
    const { exact, prefix, suffix } = quoted;
    const sought = { exact: toNfc(exact), prefix: toNfc(prefix), suffix: toNfc(suffix) };
    const at = counted ? toCodeUnits(text, counted) : onlyPlaceOf(text, sought.exact);
    const row = { ...NO_ROW, articleId, textHash: '', position: at, quote: sought };
    const found = reanchor(row, { text, textHash: article.textHash }, resolve);
    const { textHash, position: place, quote: says, anchor: state } = found;
    return { articleId, textHash, position: place, quote: says, ...(state && { anchor: state }) };
  }

  #homeOf(articleId: string): Home | undefined {
    if (this.#homes.has(articleId)) return this.#homes.get(articleId);
    const article = this.#context.articles.find(({ id }) => id === articleId);
    const text = article ? articleText(article) : '';
    const home = article && { article, text, resolve: createResolver(text) };
    this.#homes.set(articleId, home);
    return home;
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

/** Where words stand that a text has once; else its beginning, which says nothing of where they stand. */
function onlyPlaceOf(text: string, words: string): { start: number; end: number } {
  const first = text.indexOf(words);
  const isOnly = first >= 0 && text.indexOf(words, first + 1) < 0;
  const start = isOnly ? first : 0;
  return { start, end: start + words.length };
}

/** More that are missing are not counted one by one. */
const MOST_MISSING = 1_000_000;

const NO_ROW = { id: '', tagIds: [], note: '', createdAt: NO_TIME, updatedAt: NO_TIME };

interface Times {
  readonly created: string;
  readonly modified: string;
}

/** `undefined` where one is no time; of what says only one, or none, both are the same. */
function timesOf({ created, modified }: Node): Times | undefined {
  const [made, changed] = [created, modified].map(readTime);
  const isNone = (value: unknown) => String(value ?? '').trim() === '';
  const isReadable = (value: unknown, time: string | undefined) => time ?? isNone(value);
  if (!isReadable(created, made) || !isReadable(modified, changed)) return undefined;
  const first = made ?? changed ?? NO_TIME;
  return { created: first, modified: changed ?? first };
}

/** The id of a row of the app; `undefined` of another program's. */
function readOwnId(id: unknown): string | undefined {
  const read = typeof id === 'string' ? readAnnotationIri(id.trim()) : undefined;
  const isOther = typeof id === 'string' && /^urn:uuid:/i.test(id.trim()) && !isUuid(read ?? '');
  return isOther ? undefined : read;
}

/** What was found out about the passage; `undefined` where that cannot be read. */
function anchorOf(node: Node): { anchor?: Anchor } | undefined {
  const value = node[own('anchor')];
  if (value === undefined || value === null) return {};
  const read = anchorSchema.safeParse(withoutPrefix(value));
  return read.success ? { anchor: read.data } : undefined;
}

/** The sentence around the passage; one that cannot be read is found again in the article. */
function sentenceOf(node: Node): { sentence?: SentenceContext } {
  const read = sentenceSchema.safeParse(withoutPrefix(node[own('sentence')]));
  return read.success ? { sentence: read.data } : {};
}

/** A quote that another program decomposed, composed again where it has its length then. */
function composed(quoted: TextQuoteSelector, { start, end }: { start: number; end: number }) {
  const exact = toNfc(quoted.exact);
  if (quoted.exact.length === end - start || exact.length !== end - start) return quoted;
  return { exact, prefix: toNfc(quoted.prefix), suffix: toNfc(quoted.suffix) };
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

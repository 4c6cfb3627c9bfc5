import { isNode, type JsonLd, listOf, type Node, textsOf } from './json-ld.ts';
import type { Ledger, LedgerEntry } from './ledger.ts';
import { OWN_PREFIX, readArticleIri, TRANSLATING } from './web-annotation-terms.ts';

/*
 * The parts of a W3C annotation (https://www.w3.org/TR/annotation-model/): bodies, targets and selectors, each with
 * its entry in the ledger of the file.
 */

/** A body, as far as it is a text. */
export interface TextBody {
  readonly kind: 'tag' | 'note' | 'translation';
  readonly texts: readonly string[];
  /** The id of a tag of the app. */
  readonly tagId: string | undefined;
  readonly isChecked: boolean;
  readonly entry: LedgerEntry;
}

/** Purposes of a text that the analyst should read as a note. */
const NOTES = new Set(
  'commenting describing replying questioning assessing editing moderating'.split(' '),
);
/** Bodies, targets and selectors may hold others, and in a graph themselves. */
const DEEPEST = 16;
const TEXT_TYPES = new Set(['TextualBody', 'ContentAsText', 'Text', 'EmbeddedContent']);
const IRI = /^[a-z][a-z0-9+.-]*:\S+$/i;
const OWN_CHECKED = `${OWN_PREFIX}:checked`;
const OWN_TAG = `${OWN_PREFIX}:tag`;

function kindOf(purposes: readonly string[]): TextBody['kind'] | undefined {
  if (purposes.includes(TRANSLATING)) return 'translation';
  if (purposes.includes('tagging')) return 'tag';
  return purposes.length === 0 || purposes.some((purpose) => NOTES.has(purpose))
    ? 'note'
    : undefined;
}

/** Reads the bodies of an annotation; what is no text of a known purpose is entered and left out. */
export class BodyReader {
  readonly #document: JsonLd;
  readonly #ledger: Ledger;

  constructor(document: JsonLd, ledger: Ledger) {
    this.#document = document;
    this.#ledger = ledger;
  }

  read(annotation: Node): TextBody[] {
    // A body without a purpose has that of its annotation: a motivation that says only how it is shown says none.
    const motivations = this.#document
      .names(annotation, 'motivation')
      .filter((name) => name !== 'highlighting' && name !== 'bookmarking');
    const isTag = motivations.length > 0 && motivations.every((name) => name === 'tagging');
    const purposes = isTag ? ['tagging'] : [];
    const bodies = this.#document.all(annotation, 'body');
    const read = bodies.flatMap((body) => this.#readBody(body, purposes));
    const plain = textsOf(annotation.bodyValue);
    return plain.length === 0
      ? read
      : [...read, ...this.#enter(kindOf(purposes), plain, { value: plain })];
  }

  #readBody(body: unknown, inherited: readonly string[], depth = 0): TextBody[] {
    if (depth > DEEPEST) return this.#leave('');
    if (typeof body === 'string' && !IRI.test(body)) {
      return this.#enter(kindOf(inherited), [body], { value: body });
    }
    if (!isNode(body)) return this.#leave(typeof body === 'string' ? body : '');
    const choices = this.#document.all(body, 'items');
    if (choices.length > 0)
      return choices.flatMap((one) => this.#readBody(one, inherited, depth + 1));
    const own = this.#document.names(body, 'purpose');
    const purposes = own.length > 0 ? own : inherited;
    const source = this.#document.one(body, 'source');
    return isNode(source)
      ? this.#readBody(source, purposes, depth + 1)
      : this.#readText(body, purposes);
  }

  #readText(body: Node, purposes: readonly string[]): TextBody[] {
    const types = this.#document.names(body, 'type');
    const texts = textsOf(body.value);
    const isText =
      texts.length > 0 && (types.length === 0 || types.some((type) => TEXT_TYPES.has(type)));
    if (!isText) return this.#leave(typeof body.id === 'string' ? body.id : (types[0] ?? ''));
    const kind = kindOf(purposes);
    // The texts of a note are one note, but the names in a list are as many tags.
    const values =
      kind === 'tag' && body[OWN_TAG] === undefined ? listOf(body.value) : [body.value];
    return values.flatMap((value) => this.#enter(kind, textsOf(value), body, purposes[0]));
  }

  #leave(name: string): TextBody[] {
    this.#ledger.enter('other', 'unsupported', name);
    return [];
  }

  #enter(
    kind: TextBody['kind'] | undefined,
    texts: readonly string[],
    body: Node,
    purpose = '',
  ): TextBody[] {
    const [text = ''] = texts;
    if (kind === undefined) return this.#leave(`${purpose}: ${text}`);
    const tagId = body[OWN_TAG];
    const hasTag = typeof tagId === 'string' && tagId !== '';
    const isSilent = (one: string) => (kind === 'tag' ? one.trim() : one) === '';
    const isEmpty = texts.every(isSilent) && !hasTag;
    const thing = kind === 'tag' ? 'coding' : 'note';
    const entry = this.#ledger.enter(thing, isEmpty ? 'empty' : 'unreadable', text);
    if (isEmpty) return [];
    // A tag has one name, though a file may have it in several languages.
    const further = kind === 'tag' ? new Set(texts.slice(1)) : [];
    for (const name of further) this.#ledger.enter('property', 'unsupported', name);
    const isChecked = body[OWN_CHECKED] === true;
    return [{ kind, texts, tagId: hasTag ? tagId : undefined, isChecked, entry }];
  }
}

/** A target, as far as the app can read it. */
export interface Target {
  readonly node: Node;
  /** `undefined` where it is about something else than an article of the app. */
  readonly articleId: string | undefined;
  /** What it is about, as the file says. */
  readonly name: string;
  readonly quote: Node | undefined;
  readonly position: Node | undefined;
}

interface FoundSelector {
  readonly selector: Node;
  readonly types: readonly string[];
  readonly isRefining: boolean;
}

/** Types of selectors that are read. */
const SELECTORS = new Set(['TextQuoteSelector', 'TextPositionSelector']);

/** Reads the targets of an annotation; selectors of unknown types are entered and left out. */
export class TargetReader {
  readonly #document: JsonLd;
  readonly #ledger: Ledger;

  constructor(document: JsonLd, ledger: Ledger) {
    this.#document = document;
    this.#ledger = ledger;
  }

  read(annotation: Node): Target[] {
    return this.#document.all(annotation, 'target').flatMap((target) => this.#targets(target));
  }

  /** Of a choice or list of targets, each. */
  #targets(target: unknown, depth = 0): Target[] {
    const items = isNode(target) && depth < DEEPEST ? this.#document.all(target, 'items') : [];
    if (items.length > 0) return items.flatMap((item) => this.#targets(item, depth + 1));
    return [this.#target(isNode(target) ? target : { source: target })];
  }

  #target(node: Node): Target {
    const chain = this.#sourcesOf(node);
    const iri = chain.at(-1)?.iri ?? '';
    const selectors = chain.flatMap(({ node: of }) => this.#selectorsOf(of));
    const quote = this.#firstOf(selectors, 'TextQuoteSelector', ['exact']);
    // What refines another selector is counted from where that begins.
    const counted = selectors.filter(({ isRefining }) => !isRefining);
    const position = this.#firstOf(counted, 'TextPositionSelector', ['start', 'end']);
    for (const { types } of selectors) {
      if (!types.some((type) => SELECTORS.has(type))) this.#leave(types[0]);
    }
    const own = chain.map(({ node: of }) => of).find((of) => `${OWN_PREFIX}:textHash` in of);
    return { node: own ?? node, articleId: readArticleIri(iri), name: iri, quote, position };
  }

  /** The first selector of a type. Further ones that say something else are told. */
  #firstOf(
    selectors: readonly FoundSelector[],
    type: string,
    terms: readonly string[],
  ): Node | undefined {
    const [first, ...others] = selectors.filter(({ types }) => types.includes(type));
    for (const { selector } of others) {
      const isSame = terms.every((term) => selector[term] === first?.selector[term]);
      if (!isSame) this.#leave(selector.exact ?? type);
    }
    return first?.selector;
  }

  #leave(name: unknown): void {
    this.#ledger.enter('other', 'unsupported', typeof name === 'string' ? name : '');
  }

  /** The resource and those that it is a part of. */
  #sourcesOf(node: Node): { readonly node: Node; readonly iri: string }[] {
    const chain: { node: Node; iri: string }[] = [];
    let at: unknown = node;
    while (isNode(at) && chain.length < DEEPEST) {
      const source = this.#document.one(at, 'source');
      const id = typeof at.id === 'string' ? at.id : '';
      chain.push({ node: at, iri: typeof source === 'string' ? source : id });
      at = source;
    }
    return chain;
  }

  #selectorsOf(node: Node): FoundSelector[] {
    const found: FoundSelector[] = [];
    const take = (value: unknown, isRefining: boolean, depth: number) => {
      if (!isNode(value)) {
        this.#ledger.enter('other', 'unreadable', String(value ?? ''));
        return;
      }
      const items = depth < DEEPEST ? this.#document.all(value, 'items') : [];
      for (const item of items) take(item, isRefining, depth + 1);
      const types = this.#document.names(value, 'type');
      if (items.length === 0) found.push({ selector: value, types, isRefining });
      const refining = depth < DEEPEST ? this.#document.all(value, 'refinedBy') : [];
      for (const one of refining) take(one, true, depth + 1);
    };
    for (const selector of this.#document.all(node, 'selector')) take(selector, false, 0);
    return found;
  }
}

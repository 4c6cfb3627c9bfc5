import type { Article } from '../article/article.ts';
import type { Tag } from '../tag/tag.ts';
import type { Outcome } from './ledger.ts';
import { OmissionList } from './omissions.ts';
import type { XmlElement } from './read-xml.ts';
import { OWN_DATA_NAME } from './refi-terms.ts';
import type { ForeignWork } from './work.ts';

/*
 * Counts the things in a REFI-QDA project by itself, and holds what an importer says of them against its rows: each
 * thing is in the rows, or told.
 */

/** A thing that was counted, with what can be checked of it. */
interface Counted {
  readonly thing: string;
  readonly element: XmlElement;
}

const lower = (element: XmlElement) => element.name.toLowerCase();
const isBlank = (text: string) => text.trim() === '';

const FRAMES = /^(?:project|codebook|codes|sources|notes|links|users|sets|variables|cases|graphs)$/;
const READINGS = /^(?:representation|transcript|textdescription)$/;
const STRANGE = new Map(
  Object.entries({
    set: 'set',
    variable: 'variable',
    variablevalue: 'variable',
    case: 'case',
    graph: 'graph',
  }),
);
const PIECES =
  /^(?:variableref|(?:text|boolean|integer|float|date|datetime)value|(?:source|selection)ref|member(?:code|source|note)|vertex|edge|syncpoint)$/;
const TEXTLESS = /^(?:code|coding|coderef|noteref|link|user)$/;

const isSource = (name: string) => name.endsWith('source') || READINGS.test(name);
const isSelection = (name: string) => name.endsWith('selection');
const isOwner = (name: string) =>
  name === 'code' || name === 'note' || isSource(name) || isSelection(name) || STRANGE.has(name);

function attribute(element: XmlElement, name: string): string | undefined {
  const entries = [...element.attributes];
  const found = entries.find(([key]) => key === name);
  return (found ?? entries.find(([key]) => key.toLowerCase() === name.toLowerCase()))?.[1];
}

function hasCodeRef(element: XmlElement): boolean {
  return element.children.some((child) => lower(child) === 'coderef' || hasCodeRef(child));
}

function says({ attributes, children, text }: XmlElement): boolean {
  return (
    attributes.size > Number(attributes.has('xmlns')) || children.length === 0 || !isBlank(text)
  );
}

/** The nearest thing around that others belong to. */
const nearest = (above: readonly XmlElement[]) => above.findLast((one) => isOwner(lower(one)));

class Counter {
  readonly things: Counted[] = [];
  /** Texts of sources and notes that were met. */
  readonly #texts = new Map<XmlElement, string>();

  count(element: XmlElement, above: readonly XmlElement[]): void {
    const name = lower(element);
    for (const thing of this.#thingsOf(element, name, above)) this.things.push({ thing, element });
    for (const child of element.children) this.count(child, [...above, element]);
  }

  #thingsOf(element: XmlElement, name: string, above: readonly XmlElement[]): string[] {
    if (name === 'description') return isBlank(element.text) ? [] : ['note'];
    if (name === 'plaintextcontent') return this.#content(element, above);
    if (name === 'note') {
      if (!isBlank(element.text)) this.#texts.set(element, element.text);
      return ['note'];
    }
    if (PIECES.test(name)) return this.#isKnownPiece(above) ? [] : ['other'];
    return this.#named(element, name);
  }

  #named(element: XmlElement, name: string): string[] {
    const stray = isBlank(element.text) ? [] : ['text'];
    const strange = STRANGE.get(name);
    if (strange !== undefined) return [strange, ...stray];
    if (isSelection(name)) return ['selection', ...stray];
    if (isSource(name)) return ['source', ...stray];
    if (FRAMES.test(name)) return stray;
    if (TEXTLESS.test(name)) return [...this.#plain(element, name), ...stray];
    return says(element) ? ['other'] : [];
  }

  #plain(element: XmlElement, name: string): string[] {
    if (name === 'coderef') return ['coding'];
    if (name === 'noteref') return ['reference'];
    if (name === 'coding') return hasCodeRef(element) ? [] : ['coding'];
    return [name];
  }

  #isKnownPiece(above: readonly XmlElement[]): boolean {
    const names = above.map(lower);
    const text = names.findLastIndex((name) => name === 'note' || isSource(name));
    const code = names.lastIndexOf('code');
    const strange = names.findLastIndex((name) => STRANGE.has(name));
    return strange >= 0 || (text >= 0 && text > code);
  }

  #content(element: XmlElement, above: readonly XmlElement[]): string[] {
    const owner = nearest(above);
    const name = owner ? lower(owner) : '';
    const isOfText = name === 'note' || isSource(name);
    if (!owner || !isOfText) return isBlank(element.text) ? [] : ['note'];
    const known = this.#texts.get(owner);
    if (known === undefined) this.#texts.set(owner, element.text);
    if (known === undefined || known === element.text) return [];
    if (name !== 'note') return ['text'];
    return isBlank(element.text) ? [] : ['note'];
  }
}

/** All things in a project or codebook, in the order of the file. */
export function countThings(root: XmlElement): readonly Counted[] {
  const counter = new Counter();
  counter.count(root, []);
  return counter.things;
}

const tally = (names: readonly string[]) => {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return JSON.stringify([...counts].sort());
};

/** An identifier without its dress, as far as it is a GUID. */
function plainId(id: string | undefined): string {
  const bare = (id ?? '')
    .trim()
    .replace(/^\{(.*)\}$/s, '$1')
    .trim()
    .replace(/^urn:uuid:/i, '');
  const digits = bare.toLowerCase().match(/[\p{L}\p{M}\p{N}]/gu) ?? [];
  const hex = digits.join('').replace(/^(?:urn)?(?:uuid|guid)/, '');
  return /^[0-9a-f]{32}$/.test(hex) ? hex : bare.toLowerCase();
}

interface Library {
  readonly articles: readonly Article[];
  readonly codebook: readonly Tag[];
}

/**
 * Whether each thing in a project is taken over or told, and what is said to be taken over is in the rows.
 * @returns what is wrong; nothing if all is well.
 */
export function unaccounted(root: XmlElement, work: ForeignWork, library: Library): string[] {
  const counted = countThings(root);
  const outcomes = work.outcomes ?? [];
  const faults: string[] = [];
  const [inFile, known] = [counted, outcomes].map((all) => tally(all.map(({ thing }) => thing)));
  if (inFile !== known) return [`in the file ${inFile}, accounted for ${known}`];
  const told = outcomes.filter(({ into }) => into === undefined);
  const list = new OmissionList();
  for (const { thing, reason, name } of told) list.add(thing, reason, name);
  if (JSON.stringify(list.list) !== JSON.stringify(work.leftOut)) faults.push('told otherwise');
  faults.push(...new Evidence(counted, work, library).faults());
  return faults;
}

/** Checks what is said to be taken over against the rows. */
class Evidence {
  readonly #pairs: readonly { readonly element: XmlElement; readonly outcome: Outcome }[];
  readonly #work: ForeignWork;
  readonly #library: Library;
  readonly #tags: ReadonlyMap<string, Tag>;

  constructor(counted: readonly Counted[], work: ForeignWork, library: Library) {
    const outcomes = new Map<string, Outcome[]>();
    for (const outcome of work.outcomes ?? []) {
      outcomes.set(outcome.thing, [...(outcomes.get(outcome.thing) ?? []), outcome]);
    }
    const next = new Map<string, number>();
    this.#pairs = counted.flatMap(({ thing, element }) => {
      const at = next.get(thing) ?? 0;
      next.set(thing, at + 1);
      const outcome = outcomes.get(thing)?.[at];
      return outcome ? [{ element, outcome }] : [];
    });
    this.#work = work;
    this.#library = library;
    const tags = [...library.codebook, ...work.tags];
    this.#tags = new Map(tags.map((tag) => [tag.id, tag]));
  }

  faults(): string[] {
    const taken = this.#pairs.filter(({ outcome }) => outcome.into !== undefined);
    const faults = taken.flatMap(({ element, outcome }) => {
      const fault = this.#faultOf(element, outcome);
      return fault === undefined ? [] : [`${outcome.thing} in ${outcome.into}: ${fault}`];
    });
    return [...faults, ...this.#unfounded()];
  }

  #annotation(id: string | undefined) {
    return this.#work.annotations.find((row) => row.id === id);
  }

  #faultOf(element: XmlElement, { thing, into }: Outcome): string | undefined {
    if (thing === 'code') return this.#tags.has(into ?? '') ? undefined : 'no such tag';
    if (thing === 'selection') return this.#annotation(into) ? undefined : 'no such row';
    if (thing === 'coding') return this.#faultOfCoding(element, into);
    if (thing === 'note') return this.#faultOfNote(element, into);
    if (thing !== 'source') return undefined;
    return this.#library.articles.some(({ id }) => id === into) ? undefined : 'no such article';
  }

  #faultOfCoding(element: XmlElement, into: string | undefined): string | undefined {
    const target = attribute(element, 'targetGUID') ?? '';
    const tagIds = this.#pairs.flatMap(({ element: code, outcome }) => {
      if (outcome.thing !== 'code' || outcome.into === undefined) return [];
      const id = attribute(code, 'guid')?.trim() || attribute(code, 'name');
      return plainId(id) === plainId(target) ? [outcome.into] : [];
    });
    const row = this.#annotation(into);
    return tagIds.some((id) => row?.tagIds.includes(id)) ? undefined : `no tag for ${target}`;
  }

  #faultOfNote(element: XmlElement, into: string | undefined): string | undefined {
    if (into === OWN_DATA_NAME) return undefined;
    const row = this.#annotation(into);
    const tag = this.#tags.get(into ?? '');
    if (!row && !tag) return 'no such row';
    const kept = [row?.note, row?.translation?.text, row?.quote.exact, tag?.description];
    const texts = lower(element) === 'note' ? textsWithin(element) : [element.text];
    const missing = texts.filter(
      (text) => !kept.some((one) => one !== undefined && plain(one).includes(plain(text))),
    );
    return missing.length === 0 ? undefined : `no words ${JSON.stringify(missing)}`;
  }

  /** Rows that nothing in the file stands for. */
  #unfounded(): string[] {
    const into = new Set(this.#pairs.map(({ outcome }) => outcome.into));
    return [...this.#work.annotations, ...this.#work.tags]
      .filter(({ id }) => !into.has(id))
      .map(({ id }) => `nothing in the file is ${id}`);
  }
}

/** A text without what XML cannot hold and rows write otherwise. */
const plain = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cs}\ufffd-\uffff\s]+/gu, ' ')
    .trim();

/** What a note says in itself. */
function textsWithin(note: XmlElement): string[] {
  const texts = isBlank(note.text) ? [] : [note.text];
  const collect = (element: XmlElement) => {
    for (const child of element.children) {
      if (lower(child) === 'plaintextcontent') texts.push(child.text);
      if (!isOwner(lower(child))) collect(child);
    }
  };
  collect(note);
  return texts;
}

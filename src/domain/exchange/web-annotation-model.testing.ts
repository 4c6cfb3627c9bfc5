/*
 * A checker of the W3C Web Annotation Data Model (Recommendation of 23 February 2017), written from its text and
 * knowing nothing of how we write. It tells what a document must not be, by the section that says so.
 * https://www.w3.org/TR/annotation-model/
 */

type Thing = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): readonly unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];
const isIri = (value: unknown): value is string =>
  typeof value === 'string' && /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(value);
const isCount = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0;

/** xsd:dateTime with the UTC timezone, as section 3.3.1 asks for. */
const isTime = (value: unknown) =>
  typeof value === 'string' &&
  /^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(value) &&
  !Number.isNaN(Date.parse(value));

/** Section 3.3.5: the motivations that the model defines; others are IRIs, or compact ones of a declared prefix. */
const MOTIVATIONS = new Set(
  'assessing bookmarking classifying commenting describing editing highlighting identifying linking moderating questioning replying tagging'.split(
    ' ',
  ),
);

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

export class ModelChecker {
  readonly problems: string[] = [];
  readonly #prefixes = new Set<string>();
  readonly #ids = new Set<string>();

  /** @param document an AnnotationCollection, parsed. */
  check(document: unknown): readonly string[] {
    if (this.#expect(isObject(document), '5.1', 'a collection is an object')) {
      this.#context(document as Thing);
      this.#collection(document as Thing);
    }
    return this.problems;
  }

  #expect(holds: boolean, section: string, rule: string): boolean {
    if (!holds) this.problems.push(`${section}: ${rule}`);
    return holds;
  }

  /** Section 3.1: the context, alone or first in a list. */
  #context(document: Thing): void {
    const contexts = list(document['@context']);
    this.#expect(contexts[0] === CONTEXT, '3.1', 'the context of annotations comes first');
    for (const context of contexts.slice(1)) {
      if (!isObject(context)) continue;
      for (const [prefix, iri] of Object.entries(context)) {
        this.#expect(isIri(iri), 'JSON-LD 8.1', `${prefix} stands for an absolute IRI`);
        this.#prefixes.add(prefix);
      }
    }
  }

  #id(value: unknown, section: string): void {
    if (!this.#expect(isIri(value), section, `has one IRI as its id, not ${String(value)}`)) return;
    this.#expect(!this.#ids.has(String(value)), section, 'ids are unique');
    this.#ids.add(String(value));
  }

  #type(of: Thing, wanted: string, section: string): void {
    this.#expect(list(of.type).includes(wanted), section, `is of the type ${wanted}`);
  }

  /** JSON-LD: what the context does not define has a prefix that it does. */
  #terms(of: Thing, known: readonly string[]): void {
    for (const name of Object.keys(of)) {
      const prefix = name.split(':')[0] ?? '';
      const isDefined = known.includes(name) || (name.includes(':') && this.#prefixes.has(prefix));
      this.#expect(isDefined, 'JSON-LD', `${name} means something`);
    }
  }

  /** Section 5.1. */
  #collection(of: Thing): void {
    this.#terms(of, '@context id type label total generator first last'.split(' '));
    this.#id(of.id, '5.1');
    this.#type(of, 'AnnotationCollection', '5.1');
    this.#expect(typeof of.label === 'string', '5.1', 'should have a label');
    this.#expect(isCount(of.total), '5.1', 'total is a non-negative integer');
    const page = of.first;
    if (!this.#expect(isObject(page), '5.1', 'has a first page')) return;
    const items = this.#page(page as Thing, of);
    this.#expect(items === of.total, '5.1', 'total is the number of annotations of all pages');
    const isLast = list(of.last).every((last) => last === (page as Thing).id);
    this.#expect(of.last !== undefined && isLast, '5.1', 'the only page is the last');
  }

  /** Section 5.2. @returns how many annotations there are on it. */
  #page(page: Thing, collection: Thing): number {
    this.#terms(page, 'id type partOf startIndex next prev items'.split(' '));
    this.#expect(page['@context'] === undefined, '5.2', 'an embedded page has no context');
    this.#id(page.id, '5.2');
    this.#type(page, 'AnnotationPage', '5.2');
    this.#expect(page.partOf === collection.id, '5.2', 'is part of its collection');
    this.#expect(page.startIndex === 0, '5.2', 'the first page starts at 0');
    this.#expect(!('next' in page) && !('prev' in page), '5.2', 'the only page has no neighbours');
    const { items } = page;
    if (!this.#expect(Array.isArray(items), '5.2', 'items are a list')) return 0;
    for (const item of list(items)) {
      if (this.#expect(isObject(item), '5.2', 'annotations are embedded')) {
        this.#annotation(item as Thing);
      }
    }
    return list(items).length;
  }

  /** Sections 3.1 and 3.3. */
  #annotation(of: Thing): void {
    this.#terms(of, 'id type motivation created modified body target'.split(' '));
    this.#id(of.id, '3.1');
    this.#type(of, 'Annotation', '3.1');
    const targets = list(of.target);
    this.#expect(targets.length > 0, '3.1', 'has one or more targets');
    for (const target of targets) this.#target(target);
    for (const body of list(of.body)) this.#body(body);
    this.#expect(!('body' in of) || list(of.body).length > 0, '3.1', 'a body is something');
    for (const name of ['created', 'modified']) {
      this.#expect(list(of[name]).length === 1 && isTime(of[name]), '3.3.1', `one ${name} in UTC`);
    }
    this.#motivations(of.motivation, '3.3.5');
  }

  #motivations(value: unknown, section: string): void {
    for (const motivation of list(value)) {
      const prefix = String(motivation).split(':')[0] ?? '';
      const isKnown = MOTIVATIONS.has(String(motivation)) || this.#prefixes.has(prefix);
      this.#expect(isKnown, section, `${String(motivation)} is a motivation`);
    }
  }

  /** Section 3.2.4: a textual body. */
  #body(body: unknown): void {
    if (!this.#expect(isObject(body), '3.2.4', 'is an object')) return;
    const of = body as Thing;
    this.#terms(of, 'id type value format language textDirection purpose'.split(' '));
    this.#type(of, 'TextualBody', '3.2.4');
    this.#expect(typeof of.value === 'string', '3.2.4', 'has exactly one text as its value');
    const { format, purpose } = of;
    const isMedia = format === undefined || /^[a-z]+\/[a-z0-9.+-]+$/.test(String(format));
    this.#expect(isMedia, '3.2.2', 'format is a media type');
    this.#expect(list(purpose).length <= 1, '3.3.5', 'a body has one purpose at most');
    this.#motivations(purpose, '3.3.5');
  }

  /** Section 4: a specific resource. */
  #target(target: unknown): void {
    if (!this.#expect(isObject(target), '4', 'a specific resource is an object')) return;
    const of = target as Thing;
    this.#terms(of, 'id type source selector state purpose'.split(' '));
    this.#type(of, 'SpecificResource', '4');
    const isOne = list(of.source).length === 1 && isIri(of.source);
    this.#expect(isOne, '4', 'has exactly one source');
    for (const selector of list(of.selector)) this.#selector(selector);
  }

  #selector(selector: unknown): void {
    if (!this.#expect(isObject(selector), '4.2', 'a selector is an object')) return;
    const of = selector as Thing;
    if (of.type === 'TextPositionSelector') this.#positionSelector(of);
    else this.#quoteSelector(of);
  }

  /** Section 4.2.4. */
  #quoteSelector(of: Thing): void {
    this.#terms(of, 'type exact prefix suffix'.split(' '));
    this.#type(of, 'TextQuoteSelector', '4.2.4');
    this.#expect(typeof of.exact === 'string', '4.2.4', 'has exactly one exact');
    for (const name of ['prefix', 'suffix']) {
      const isText = of[name] === undefined || typeof of[name] === 'string';
      this.#expect(isText, '4.2.4', `one ${name} at most`);
    }
  }

  /** Section 4.2.5. */
  #positionSelector(of: Thing): void {
    this.#terms(of, 'type start end'.split(' '));
    const { start, end } = of;
    const areCounts = isCount(start) && isCount(end);
    this.#expect(areCounts, '4.2.5', 'start and end are non-negative integers');
    this.#expect((start as number) <= (end as number), '4.2.5', 'it does not end before it starts');
  }
}

import { ANNOTATION_CONTEXT, OWN_NAMESPACE, OWN_PREFIX } from './web-annotation-terms.ts';

/*
 * JSON-LD says the same in many ways: terms by their names, with a prefix or as IRIs, one value where a list may
 * stand, values as objects, nodes in a flat graph. Here they are brought into one form, that of anno.jsonld. No context
 * is ever fetched.
 */

/** A node of the graph: properties by their terms; those of the app begin with `benle:`. */
export type Node = Readonly<Record<string, unknown>>;

const PREFIXES: Readonly<Record<string, string>> = {
  oa: 'http://www.w3.org/ns/oa#',
  as: 'http://www.w3.org/ns/activitystreams#',
  dc: 'http://purl.org/dc/elements/1.1/',
  dcterms: 'http://purl.org/dc/terms/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  cnt: 'http://www.w3.org/2011/content#',
  [OWN_PREFIX]: OWN_NAMESPACE,
};

/** Terms that are not the last part of their IRI. */
const RENAMED: Readonly<Record<string, string>> = {
  hasTarget: 'target',
  hasBody: 'body',
  hasSource: 'source',
  hasSelector: 'selector',
  hasPurpose: 'purpose',
  motivatedBy: 'motivation',
  totalItems: 'total',
  chars: 'value',
  '@id': 'id',
  '@type': 'type',
};

/** Terms whose values have to be lists, also of one. */
const LISTS: ReadonlySet<string> = new Set(
  ['alternatives', 'distinctBefore', 'distinctAfter'].map((term) => `${OWN_PREFIX}:${term}`),
);

const DEEPEST = 64;

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One value or a list as a list; nothing as an empty one. */
export const listOf = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];

/** The one value of a list of one, as which expanded documents have every value. */
function single(value: unknown): unknown {
  const [only, ...others] = Array.isArray(value) ? value : [];
  const isThing = only !== null && only !== undefined && !Array.isArray(only);
  return isThing && others.length === 0 ? only : value;
}

/** The contexts of a document that stand in it. */
function contextsOf(root: unknown): readonly Node[] {
  const nodes = listOf(root).filter(isNode);
  return nodes.flatMap((node) => listOf(node['@context'])).filter(isNode);
}

/** Whether the document uses the terms of the app. */
export function hasOwnContext(root: unknown): boolean {
  return contextsOf(root).some((context) => Object.values(context).some(isOwnNamespace));
}

const isOwnNamespace = (value: unknown) =>
  value === OWN_NAMESPACE || (isNode(value) && value['@id'] === OWN_NAMESPACE);

class Normalising {
  readonly #prefixes = new Map(Object.entries(PREFIXES));
  readonly #namespaces: readonly string[];
  readonly #terms = new Map<string, string>();

  constructor(root: unknown) {
    for (const context of contextsOf(root)) {
      for (const [name, value] of Object.entries(context)) {
        const iri = isNode(value) ? value['@id'] : value;
        if (typeof iri === 'string') this.#prefixes.set(name, iri);
      }
    }
    this.#namespaces = [...new Set(Object.values(PREFIXES))];
  }

  /** A term, a prefixed name or an IRI as the term. */
  #termOf(name: string): string {
    const known = this.#terms.get(name);
    if (known !== undefined) return known;
    const iri = this.#expand(name);
    const namespace = this.#namespaces.find((one) => iri.startsWith(one));
    const local = namespace === undefined ? name : iri.slice(namespace.length);
    const term = namespace === OWN_NAMESPACE ? `${OWN_PREFIX}:${local}` : (RENAMED[local] ?? local);
    this.#terms.set(name, term);
    return term;
  }

  #expand(name: string): string {
    const at = name.indexOf(':');
    if (at < 0) {
      const alias = this.#prefixes.get(name);
      return alias !== undefined && alias !== name && alias.includes(':')
        ? this.#expandPrefix(alias)
        : name;
    }
    return this.#expandPrefix(name);
  }

  #expandPrefix(name: string): string {
    const at = name.indexOf(':');
    const local = name.slice(at + 1);
    const base = local.startsWith('//') ? undefined : this.#prefixes.get(name.slice(0, at));
    return base === undefined ? name : base + local;
  }

  value(value: unknown, depth = 0): unknown {
    if (depth > DEEPEST) return null;
    if (Array.isArray(value)) return value.flatMap((one) => this.#item(one, depth));
    if (!isNode(value)) return value;
    for (const wrapper of ['@value', '@list', '@set']) {
      if (wrapper in value) return this.value(value[wrapper], depth + 1);
    }
    const entries = Object.entries(value).filter(([name]) => name !== '@context');
    const [first] = entries;
    if (entries.length === 1 && first?.[0] === '@id') return first[1];
    return Object.fromEntries(
      entries.map(([name, of]) => {
        const term = this.#termOf(name);
        const read = this.value(of, depth + 1);
        return [term, LISTS.has(term) ? listOf(read) : single(read)];
      }),
    );
  }

  #item(value: unknown, depth: number): unknown {
    const isList = isNode(value) && ('@list' in value || '@set' in value);
    const item = this.value(value, depth + 1);
    return isList ? listOf(item) : [item];
  }

  /** A type, motivation or purpose as its term. */
  name(value: unknown): string {
    return typeof value === 'string' ? this.#termOf(value) : '';
  }
}

/** A document of which all nodes can be looked up. */
export class JsonLd {
  readonly root: unknown;
  readonly #normalising: Normalising;
  readonly #nodes = new Map<string, Node>();

  /** @param document the JSON of a file. */
  constructor(document: unknown) {
    this.#normalising = new Normalising(document);
    this.root = this.#normalising.value(document);
    for (const node of this.roots) {
      if (typeof node.id === 'string') this.#nodes.set(node.id, node);
    }
  }

  /** The nodes that the document begins with, and those of a flat graph. */
  get roots(): readonly Node[] {
    const nodes = listOf(this.root).filter(isNode);
    return [...nodes, ...nodes.flatMap((node) => listOf(node['@graph'])).filter(isNode)];
  }

  /** The node that a reference means, if the document has it. */
  resolve(value: unknown): unknown {
    return typeof value === 'string' ? (this.#nodes.get(value) ?? value) : value;
  }

  /** What a property holds, one or many. */
  all(node: Node, term: string): readonly unknown[] {
    return listOf(node[term]).map((value) => this.resolve(value));
  }

  /** The first node or value of a property. */
  one(node: Node, term: string): unknown {
    return this.all(node, term)[0];
  }

  /** Types, motivations or purposes, as terms. */
  names(node: Node, term: string): readonly string[] {
    return listOf(node[term]).map((value) => this.#normalising.name(value));
  }
}

/** The texts of a value: a string, one by language, or several. */
export function textsOf(value: unknown): readonly string[] {
  return listOf(value).flatMap((one) => {
    if (typeof one === 'string') return [one];
    return isNode(one) ? Object.values(one).flatMap((text) => textsOf(text)) : [];
  });
}

/** Whether a file says that it is about annotations. Some programs escape slashes. */
export function isAnnotationContext(text: string): boolean {
  const plain = text.replaceAll('\\/', '/');
  return [ANNOTATION_CONTEXT, PREFIXES.oa, OWN_NAMESPACE]
    .flatMap((iri) => iri?.replace(/^http:/, '') ?? [])
    .some((iri) => plain.includes(iri));
}

import fc from 'fast-check';

/*
 * Files of W3C annotations as other programs may write them again: with one value instead of a list, with prefixes,
 * as a flat graph, in pages, with things of their own. And a counter of the things in them that knows nothing of the
 * reader: it counts bodies, selectors and targets by their shape alone.
 */

type Json = unknown;
type Tree = Record<string, Json>;

const isTree = (value: Json): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const many = (value: Json): Json[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
const copy = (value: Json): Json => JSON.parse(JSON.stringify(value));

export interface Counted {
  readonly annotations: number;
  readonly bodies: number;
  readonly furtherTargets: number;
  readonly unknownSelectors: number;
  readonly properties: number;
  readonly tags: number;
}

const KNOWN = ['@context', 'id', 'type', 'motivation', 'created', 'modified', 'body', 'target'];

/** Counts what is in a collection of the form that the app writes, with lists or single values. */
export function countThings(document: Json): Counted {
  const collection = document as Tree;
  const page = collection.first as Tree;
  const items = many(page.items).filter(isTree);
  const targets = items.map((item) => many(item.target));
  const selectors = targets
    .flat()
    .flatMap((target) => (isTree(target) ? many(target.selector) : []));
  const isKnown = (one: Json) =>
    isTree(one) && ['TextQuoteSelector', 'TextPositionSelector'].includes(String(one.type));
  return {
    annotations: many(page.items).length,
    bodies: items.flatMap((item) => many(item.body)).length,
    furtherTargets: targets.reduce((sum, of) => sum + Math.max(of.length - 1, 0), 0),
    unknownSelectors: selectors.filter((one) => !isKnown(one)).length,
    properties: items.flatMap((item) => Object.keys(item).filter((key) => !KNOWN.includes(key)))
      .length,
    tags: many(collection['benle:tags']).length,
  };
}

/** Changes one annotation: what is in it, as another program may have it. */
export type Mutation = (item: Tree) => void;

const body = (value: Json, purpose?: string): Tree => ({
  type: 'TextualBody',
  ...(purpose !== undefined && { purpose }),
  value,
});

/** Sets a property of an annotation. */
const set =
  (name: string, value: (item: Tree) => Json): Mutation =>
  (item) => {
    item[name] = value(item);
  };
const addBodies = (...bodies: Json[]) => set('body', (item) => [...many(item.body), ...bodies]);
const remove =
  (name: string): Mutation =>
  (item) => {
    delete item[name];
  };
const selectors =
  (change: (all: Json[]) => Json): Mutation =>
  (item) => {
    const [target] = many(item.target);
    if (isTree(target)) target.selector = change(many(target.selector));
  };

const mutations: readonly Mutation[] = [
  set('body', (item) => many(item.body)[0]),
  set('body', () => 'chỉ một câu'),
  addBodies(body('Thuế', 'tagging')),
  addBodies(body('', 'commenting')),
  addBodies(body({ vi: 'ghi chú', en: 'note' }, 'commenting')),
  addBodies(body('không rõ')),
  addBodies(body('liên kết', 'linking')),
  addBodies({ type: 'Image', id: 'http://example.org/a' }),
  addBodies('http://example.org/video', 7, null),
  set('target', (item) => many(item.target)),
  set('target', (item) => [...many(item.target), ...many(item.target).slice(0, 1).map(copy)]),
  set('target', (item) => [...many(item.target), 'http://example.org/page']),
  set('target', () => 'http://example.org/page'),
  selectors(([first]) => first),
  selectors((all) => [...all, { type: 'FragmentSelector', value: 't=1' }]),
  selectors((all) => all.slice(0, 1)),
  selectors(() => []),
  selectors(() => 'xpath'),
  set('created', () => '2024-01-02T03:04:05+07:00'),
  set('created', () => 'hôm qua'),
  remove('modified'),
  remove('id'),
  set('id', () => 'http://example.org/1'),
  set('creator', () => ({ type: 'Person', name: 'A' })),
  set('rights', () => ['a', 'b']),
  set('motivation', () => ['tagging']),
  set('type', () => ['Annotation', 'Note']),
  remove('target'),
  (item) => {
    const [target] = many(item.target);
    if (isTree(target)) delete target['benle:textHash'];
  },
];

/** Some annotations of a document changed, copied or replaced by what is none. */
export function mutated(document: string): fc.Arbitrary<Json> {
  const change = fc.tuple(fc.nat(), fc.constantFrom(...mutations));
  return fc
    .record({
      changes: fc.array(change, { maxLength: 12 }),
      copies: fc.array(fc.nat(), { maxLength: 2 }),
      strays: fc.array(fc.constantFrom(null, 'x', 7, {}, []), { maxLength: 2 }),
      tags: fc.array(fc.constantFrom(null, {}, { 'benle:id': 'x' }), { maxLength: 2 }),
    })
    .map(({ changes, copies, strays, tags }) => {
      const whole = JSON.parse(document) as Tree;
      const page = whole.first as Tree;
      const items = page.items as Tree[];
      for (const at of copies)
        if (items.length > 0) items.push(copy(items[at % items.length]) as Tree);
      for (const [at, mutate] of changes) {
        const item = items[at % Math.max(items.length, 1)];
        if (item) mutate(item);
      }
      page.items = [...items, ...strays];
      whole['benle:tags'] = [...many(whole['benle:tags']), ...tags];
      return copy(whole);
    });
}

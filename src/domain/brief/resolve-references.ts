import type { Definition, Link, LinkReference, Nodes, Root } from 'mdast';

/** Names of footnotes begin with it; CommonMark takes `[^1]: word` for a definition. */
const FOOTNOTE = '^';

export interface ResolvedReferences {
  /** Definitions that no link uses, in the order of the file: one of no link, a second one of a label, a footnote. */
  readonly unused: readonly Definition[];
}

/**
 * Puts links and images where a text refers to their definitions, in place: `[text][label]` and `[text](url)` are then
 * the same. Positions stay. Footnotes stay references.
 */
export function resolveReferences(root: Root): ResolvedReferences {
  const definitions: Definition[] = [];
  collectDefinitions(root, definitions);
  if (definitions.length === 0) return { unused: [] };
  const inForce = new Map<string, Definition>();
  for (const definition of definitions) {
    const { identifier } = definition;
    if (!inForce.has(identifier) && !identifier.startsWith(FOOTNOTE)) {
      inForce.set(identifier, definition);
    }
  }
  const used = new Set<Definition>();
  resolveIn(root, inForce, used);
  // Pandoc may write a definition again below each block that refers to it.
  const isUsed = (definition: Definition) => {
    const first = inForce.get(definition.identifier);
    return (
      first && used.has(first) && first.url === definition.url && first.title === definition.title
    );
  };
  return { unused: definitions.filter((definition) => !isUsed(definition)) };
}

function collectDefinitions(node: Nodes, found: Definition[]): void {
  if (node.type === 'definition') found.push(node);
  if ('children' in node) for (const child of node.children) collectDefinitions(child, found);
}

function resolveIn(
  node: Nodes,
  inForce: ReadonlyMap<string, Definition>,
  used: Set<Definition>,
): void {
  if (!('children' in node)) return;
  const children: Nodes[] = node.children;
  for (const [at, child] of children.entries()) {
    resolveIn(child, inForce, used);
    if (child.type !== 'linkReference' && child.type !== 'imageReference') continue;
    const target = inForce.get(child.identifier);
    if (!target) continue;
    used.add(target);
    children[at] = resolved(child, target);
  }
}

/** A link or an image of its own, which still knows that it is written as a reference. */
function resolved(
  node: LinkReference | Extract<Nodes, { type: 'imageReference' }>,
  { url, title }: Definition,
): Nodes {
  const target = { url, title: title ?? null, data: { isReference: true } };
  const position = node.position && { position: node.position };
  if (node.type === 'imageReference') {
    return { type: 'image', alt: node.alt ?? null, ...target, ...position };
  }
  return { type: 'link', children: node.children, ...target, ...position } satisfies Link;
}

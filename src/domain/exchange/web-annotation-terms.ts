import { isUuid } from './guid.ts';

/*
 * The words of the W3C Web Annotation Data Model that are used, and our own. Ours stand in a name space of their
 * own, so that other readers pass over them. See docs/formats/json-ld.md.
 */

export const ANNOTATION_CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
/** A scheme of our own is an absolute IRI that nobody else can mean anything by. */
export const OWN_NAMESPACE = 'benle://ns/1#';
export const OWN_PREFIX = 'benle';
/** Goes up only when a reader of the version before would misunderstand the file. */
export const VERSION = 1;
export const TRANSLATING = 'benle:translating';

/** JSON, as it comes from and goes into files. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [name: string]: Json };

const ANNOTATION = 'benle://annotation/';
const ARTICLE = 'benle://article/';
const URN = 'urn:uuid:';

/** What an annotation goes by elsewhere: its UUID, or where its id is none, a link of the app's own. */
export function annotationIri(id: string): string {
  return isUuid(id) ? `${URN}${id}` : ANNOTATION + encodeURIComponent(id.toWellFormed());
}

/** What an article goes by elsewhere. */
export function articleIri(id: string): string {
  return ARTICLE + encodeURIComponent(id.toWellFormed());
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray per cent sign: not written by us.
    return undefined;
  }
}

/** The annotation's id, or `undefined` when the IRI is none of ours. */
export function readAnnotationIri(iri: string): string | undefined {
  if (iri.startsWith(URN)) return iri.slice(URN.length).toLowerCase();
  return iri.startsWith(ANNOTATION) ? decoded(iri.slice(ANNOTATION.length)) : undefined;
}

/** The id of an article by what it goes by; `undefined` of another program's. */
export function readArticleIri(iri: string): string | undefined {
  return iri.startsWith(ARTICLE) ? decoded(iri.slice(ARTICLE.length)) : undefined;
}

/** A property of our own as it stands in a file. */
export const own = (name: string) => `${OWN_PREFIX}:${name}`;

/** The same with every property in our name space, at any depth. Properties that are `undefined` are left out. */
export function ours(value: object): { readonly [name: string]: Json } {
  const entries = Object.entries(value).filter(([, of]) => of !== undefined);
  return Object.fromEntries(entries.map(([name, of]) => [`${OWN_PREFIX}:${name}`, ourValue(of)]));
}

function ourValue(value: unknown): Json {
  if (Array.isArray(value)) return value.map(ourValue);
  return typeof value === 'object' && value !== null ? ours(value) : (value as Json);
}

/** What `ours` was made of; other properties are dropped. */
export function withoutPrefix(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPrefix);
  if (typeof value !== 'object' || value === null) return value;
  const own = `${OWN_PREFIX}:`;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name.startsWith(own))
      .map(([name, of]) => [name.slice(own.length), withoutPrefix(of)]),
  );
}

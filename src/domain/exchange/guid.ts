import { v5 } from 'uuid';

/*
 * Other formats know things by UUIDs. Annotations have one already; what has another id gets one that follows from
 * it, so that it is the same in every file and on every computer.
 */

const NAMESPACE = 'b3a0d8b5-2c35-4f3e-8d1e-7a90f1f0c7de';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether it is a UUID as the app writes them, in lower case. */
export function isUuid(id: string): boolean {
  return UUID.test(id);
}

/** The UUID that follows from what it stands for. */
export function uuidFor(...parts: readonly string[]): string {
  return v5(parts.map((part) => part.toWellFormed()).join('\n'), NAMESPACE);
}

/** The GUID of a row: its id, where that is a UUID. */
export function guidOf(kind: 'annotation' | 'article' | 'tag', id: string): string {
  return isUuid(id) ? id : uuidFor(kind, id);
}

/** An identifier without what other tools put around it: white space, braces, `urn:uuid:`. */
function bareId(text: string | undefined): string {
  const bare = text
    ?.trim()
    .replace(/^\{(.*)\}$/s, '$1')
    .trim();
  return bare?.replace(/^urn:uuid:/i, '') ?? '';
}

const HEX = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/;

/**
 * A GUID as other tools write it (in capitals, in braces, without hyphens), as the app writes it; `undefined` when it
 * is none.
 */
export function readGuid(text: string | undefined): string | undefined {
  const guid = bareId(text).toLowerCase().replace(HEX, '$1-$2-$3-$4-$5');
  return isUuid(guid) ? guid : undefined;
}

/**
 * What a file knows a thing by, GUID or not, so that two spellings of a GUID are one; `undefined` for nothing. What is
 * no GUID is only unique within its file.
 */
export function readFileId(text: string | undefined): string | undefined {
  return readGuid(text) ?? (bareId(text) || undefined);
}

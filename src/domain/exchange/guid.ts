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

/** A GUID as other tools write it (in capitals, in braces), as ours; `undefined` when it is none. */
export function readGuid(text: string | undefined): string | undefined {
  const bare = text
    ?.trim()
    .replace(/^\{(.*)\}$/, '$1')
    .toLowerCase();
  return bare !== undefined && isUuid(bare) ? bare : undefined;
}

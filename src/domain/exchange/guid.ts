import { v5 } from 'uuid';
import { dropInvisible, toNfc } from '../text/normalise.ts';

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

const BESIDE_DIGITS = /[^\p{L}\p{M}\p{N}]+/gu;
const SCHEME = /^(?:urn)?(?:uuid|guid)/;
const HEX = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/;

/**
 * A GUID as other tools write it (in capitals, in braces or brackets, with other hyphens or none, as a URN), as the
 * app writes it; `undefined` when it is none. What counts are its 32 digits.
 */
export function readGuid(text: string | undefined): string | undefined {
  const digits = text?.toLowerCase().replace(BESIDE_DIGITS, '').replace(SCHEME, '');
  const guid = digits?.replace(HEX, '$1-$2-$3-$4-$5') ?? '';
  return isUuid(guid) ? guid : undefined;
}

/** An identifier that is no GUID: composed, without braces, `urn:uuid:`, and white space that cannot be seen. */
function bareId(text: string): string {
  const bare = dropInvisible(toNfc(text)).replace(/\s+/gu, ' ').trim();
  return bare
    .replace(/^\{(.*)\}$/, '$1')
    .trim()
    .replace(/^urn:uuid:/i, '');
}

/**
 * What a file knows a thing by, GUID or not, so that two spellings of a GUID are one; `undefined` for nothing. What is
 * no GUID is only unique within its file.
 */
export function readFileId(text: string | undefined): string | undefined {
  return readGuid(text) ?? (bareId(text ?? '') || undefined);
}

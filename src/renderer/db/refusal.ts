import { Dexie } from 'dexie';

/** Dexie's errors by name; one of them shares its name with a mistake in JavaScript. */
const names = new Set<string>(Object.values(Dexie.errnames));
names.delete('SyntaxError');

/** Whether an error is the database's refusal, such as that of a full disk, and not a mistake in the code. */
export function isRefusal(error: unknown): error is Error {
  return error instanceof Error && (error instanceof DOMException || names.has(error.name));
}

/** The name of what went wrong. Where a transaction was aborted as a whole, Dexie wraps the browser's reason. */
export function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { inner } = error as { inner?: unknown };
  return inner instanceof Error ? inner.name : error.name;
}

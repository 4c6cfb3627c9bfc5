import { access } from 'node:fs/promises';

/** Begins with a letter: "Tin 18.12.2023" ends in a date, not in an extension. */
const EXTENSION = /[^.\\/]\.[a-z][a-z0-9]{0,9}$/i;

/** The path as chosen, with the extension (`.md`) when it was typed without any. */
export function withExtension(path: string, extension: string): string {
  return EXTENSION.test(path) ? path : `${path}${extension}`;
}

/** Whether something stands at a path already. */
export function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

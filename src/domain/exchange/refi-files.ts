import { SOURCES_FOLDER } from './refi-terms.ts';

/** The text files of an archive, by their paths as they are written there. */
export type RefiFiles = ReadonlyMap<string, string>;

function decodePercent(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // A name that only looks like it: "100%.txt".
    return path;
  }
}

/**
 * A path in the form in which paths are compared: composed, without case and percent encoding, with slashes, and
 * without `.` and a slash in front.
 */
export function pathKey(path: string): string {
  return decodePercent(path)
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('\\', '/')
    .replace(/^(?:\.?\/)+/, '');
}

const baseName = (key: string) => key.slice(key.lastIndexOf('/') + 1);

/** Finds the files of an archive by the paths that a project has for them. */
export class FileIndex {
  readonly #texts = new Map<string, Set<string>>();
  readonly #ends = new Map<string, string[]>();

  /** @param folder that the project itself is in, as a key with a slash at its end; empty at the top. */
  constructor(files: RefiFiles, folder = '') {
    for (const [path, text] of files) {
      const key = pathKey(path);
      const inside = key.startsWith(folder) ? key.slice(folder.length) : key;
      this.#texts.set(inside, (this.#texts.get(inside) ?? new Set()).add(text));
      const base = baseName(inside);
      this.#ends.set(base, [...(this.#ends.get(base) ?? []), inside]);
    }
  }

  /**
   * The text of the file that a path means: in the folder of sources, as it is, in any other folder, and at last any
   * file of that name. `undefined` when there is none, or several with different texts.
   */
  find(path: string): string | undefined {
    const plain = pathKey(path.replace(/^[a-z]+:\/*/i, ''));
    const base = baseName(plain);
    for (const key of [`${SOURCES_FOLDER}/${plain}`, plain, `${SOURCES_FOLDER}/${base}`, base]) {
      const texts = this.#texts.get(key);
      if (texts) return onlyOf(texts);
    }
    const keys = this.#ends.get(base) ?? [];
    const inFolder = keys.filter((key) => key.endsWith(`/${plain}`));
    const found = inFolder.length > 0 ? inFolder : keys;
    return onlyOf(new Set(found.flatMap((key) => [...(this.#texts.get(key) ?? [])])));
  }
}

function onlyOf(texts: ReadonlySet<string>): string | undefined {
  const [only] = texts;
  return texts.size === 1 ? only : undefined;
}

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

/** Files by their keys. Several files can have one key. */
class Files {
  readonly #texts = new Map<string, Set<string>>();
  readonly #keys = new Map<string, string[]>();

  add(key: string, text: string): void {
    this.#texts.set(key, (this.#texts.get(key) ?? new Set()).add(text));
    const base = baseName(key);
    const keys = this.#keys.get(base) ?? [];
    keys.push(key);
    this.#keys.set(base, keys);
  }

  /**
   * The texts that a path can mean: in the folder of sources, as it is, in any other folder, and at last any file of
   * that name.
   */
  find(path: string): ReadonlySet<string> {
    const base = baseName(path);
    for (const key of [`${SOURCES_FOLDER}/${path}`, path, `${SOURCES_FOLDER}/${base}`, base]) {
      const texts = this.#texts.get(key);
      if (texts) return texts;
    }
    const keys = this.#keys.get(base) ?? [];
    const inFolder = keys.filter((key) => key.endsWith(`/${path}`));
    const found = inFolder.length > 0 ? inFolder : keys;
    return new Set(found.flatMap((key) => [...(this.#texts.get(key) ?? [])]));
  }
}

/** Finds the files of an archive by the paths that a project has for them. */
export class FileIndex {
  /** The files in the project's own folder, then those elsewhere. */
  readonly #near = new Files();
  readonly #far = new Files();

  /** @param folder that the project itself is in, as a key with a slash at its end; empty at the top. */
  constructor(files: RefiFiles, folder = '') {
    for (const [path, text] of files) {
      const key = pathKey(path);
      if (key.startsWith(folder)) this.#near.add(key.slice(folder.length), text);
      else this.#far.add(key, text);
    }
  }

  /** The text of the file that a path means; `undefined` when there is none, or several with different texts. */
  find(path: string): string | undefined {
    const key = pathKey(path.replace(/^[a-z]+:\/*/i, ''));
    const near = this.#near.find(key);
    const [only, ...others] = near.size > 0 ? near : this.#far.find(key);
    return others.length === 0 ? only : undefined;
  }
}

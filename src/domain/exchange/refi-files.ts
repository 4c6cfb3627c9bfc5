import { SOURCES_FOLDER } from './refi-terms.ts';

/** The text files of an archive, by their paths as they are written there. */
export type RefiFiles = ReadonlyMap<string, string>;

const ESCAPES = /(?:%[0-9a-f]{2})+/gi;
/** Some tools encode names that are encoded. */
const MOST_TIMES_ENCODED = 3;

/** What is no encoded text stays as it is, next to what is one: "100% v%E1%BB%91n.txt". */
function decodeEscapes(escapes: string): string {
  try {
    return decodeURIComponent(escapes);
  } catch {
    return escapes;
  }
}

function decodePercent(path: string): string {
  let decoded = path;
  for (let times = 0; times < MOST_TIMES_ENCODED; times += 1) {
    decoded = decoded.replace(ESCAPES, decodeEscapes);
  }
  return decoded;
}

/**
 * A path in the form in which paths are compared: composed, without case and percent encoding, with slashes, and
 * without `.` and a slash in front, and white space around it.
 */
export function pathKey(path: string): string {
  return decodePercent(path)
    .normalize('NFC')
    .trim()
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
    const key = pathKey(path.replace(/^\s*[a-z]+:\/*/i, ''));
    // Names encoded as in forms have `+` for a space; those without an extension are of text files, too.
    for (const wanted of [key, key.replaceAll('+', ' '), `${key}.txt`]) {
      const near = this.#near.find(wanted);
      const found = near.size > 0 ? near : this.#far.find(wanted);
      const [only, ...others] = found;
      if (only !== undefined) return others.length === 0 ? only : undefined;
    }
    return undefined;
  }
}

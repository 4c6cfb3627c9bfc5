import { type UnzipFileInfo, unzipSync } from 'fflate';
import { failed, ok, type Result } from '../../../domain/result.ts';
import { decodeText } from './decode-text.ts';

/** Far more than years of coding, and what a computer holds in memory as text. */
const MOST_OF_ONE = 200_000_000;
const MOST_OF_ALL = 400_000_000;
const MOST_FILES = 100_000;

const TEXT_FILE = /\.(?:qde|txt|text|md|markdown)$/i;
const PROJECT = /\.qde$/i;
/** What macOS adds to archives beside the files themselves. */
const MAC_EXTRA = /(?:^|[\\/])(?:__MACOSX[\\/]|\._)/;
const DEFLATED = 8;

export interface ArchiveProblem {
  readonly kind: 'damaged' | 'too-large';
  readonly detail: string;
}

/** Says what is too large before anything of it is inflated: a few kilobytes can stand for gigabytes. */
class Gauge {
  tooLarge: string | undefined;
  readonly twice = new Set<string>();
  readonly #names = new Set<string>();
  #bytes = 0;
  #files = 0;

  /** Recordings and pictures are passed over. */
  readonly wants = ({ name, size, originalSize, compression }: UnzipFileInfo): boolean => {
    this.#files += 1;
    if (!TEXT_FILE.test(name) || MAC_EXTRA.test(name)) return false;
    if (this.tooLarge !== undefined) return false;
    if (this.#names.has(name)) this.twice.add(name);
    this.#names.add(name);
    const bytes = compression === DEFLATED ? originalSize : Math.max(size, originalSize);
    this.#bytes += bytes;
    if (bytes > MOST_OF_ONE || this.#bytes > MOST_OF_ALL || this.#files > MOST_FILES) {
      this.tooLarge = `${name}: ${bytes}`;
    }
    return this.tooLarge === undefined;
  };
}

/** Names in UTF-8 that are not marked as such, as the Archive Utility of macOS writes them, come as Latin-1. */
function nameOf(name: string): string {
  if (!/^[\0-\xff]*[\x80-\xff][\0-\xff]*$/.test(name)) return name;
  return decodeText(Uint8Array.from(name, (letter) => letter.charCodeAt(0))) ?? name;
}

/**
 * The text files of an archive, by their paths as they are there; those that are no text in any encoding that we know
 * are left out. Nothing is written to the disk. An archive with two files of one name is refused: nobody can tell
 * which one the project means.
 */
export function readArchive(
  bytes: Uint8Array,
): Result<ReadonlyMap<string, string>, ArchiveProblem> {
  const gauge = new Gauge();
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(bytes, { filter: gauge.wants });
  } catch (error) {
    // fflate throws its own errors at damage, and JavaScript's where offsets lead nowhere.
    return failed({ kind: 'damaged', detail: error instanceof Error ? error.message : '' });
  }
  if (gauge.tooLarge !== undefined) return failed({ kind: 'too-large', detail: gauge.tooLarge });
  const [twice] = gauge.twice;
  if (twice !== undefined) return failed({ kind: 'damaged', detail: `two files ${nameOf(twice)}` });
  const texts = new Map<string, string>();
  for (const [name, file] of Object.entries(files)) {
    const text = decodeText(file);
    if (text !== undefined) texts.set(nameOf(name), text);
    else if (PROJECT.test(name)) {
      return failed({ kind: 'damaged', detail: `${name} is neither UTF-8 nor UTF-16` });
    }
  }
  return ok(texts);
}

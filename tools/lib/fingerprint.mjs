import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const isTest = (name) => /\.test\.tsx?$/.test(name);
const isHidden = (name) => name.split(/[\\/]/).some((part) => part.startsWith('.'));

/**
 * One hash over the names and contents of files and folders. Contents, not times: a checkout or a
 * copy changes times, and a build that is wrongly believed fresh is worse than one too many.
 *
 * @param {string} root
 * @param {string[]} paths relative to `root`; what does not exist counts as absent, which is a state too
 */
export function fingerprint(root, paths) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap((path) => filesBelow(root, path))) {
    const content = readFileSync(join(root, file));
    hash.update(`${file.replaceAll('\\', '/')}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** @returns {string[]} files, sorted, without tests and hidden ones: those do not go into a build */
function filesBelow(root, path) {
  const stat = statSync(join(root, path), { throwIfNoEntry: false });
  if (!stat) return [];
  if (stat.isFile()) return [path];
  return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length + 1))
    .filter((file) => !isHidden(file) && !isTest(file))
    .sort();
}

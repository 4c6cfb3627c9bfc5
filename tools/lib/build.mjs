import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fingerprint } from './fingerprint.mjs';
import { at, ROOT } from './paths.mjs';
import { runPackage, say } from './run.mjs';

/** All that a build depends on. */
const SOURCES = [
  'src',
  'resources',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.base.json',
  'tsconfig.web.json',
  'tsconfig.node.json',
];

const STAMP = at('out', '.fingerprint');

/** @returns {boolean} whether `out/` holds what the sources of now would give */
export function isBuilt() {
  if (!existsSync(STAMP) || !existsSync(at('out', 'main', 'index.js'))) return false;
  return readFileSync(STAMP, 'utf8') === fingerprint(ROOT, SOURCES);
}

/** Says that `out/` is not, or will not be, what `npm run build` gives. */
export function forgetBuild() {
  rmSync(STAMP, { force: true });
}

/** @returns {Promise<number>} exit code of electron-vite */
export async function build() {
  const sources = fingerprint(ROOT, SOURCES); // before: a change during the build makes it stale
  forgetBuild(); // and a build that breaks off leaves no stamp
  const code = await runPackage('electron-vite/bin/electron-vite.js', ['build']);
  if (code !== 0) return code;
  mkdirSync(at('out'), { recursive: true });
  writeFileSync(STAMP, sources);
  return 0;
}

/** @returns {Promise<number>} 0 when `out/` is up to date, built just now if it had to be */
export async function buildIfStale() {
  if (isBuilt()) return 0;
  say('building: out/ is not up to date with the sources');
  return build();
}

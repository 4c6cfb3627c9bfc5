import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import { PRELOAD_PARAMETERS, type ProcessInfo } from './preload-require.ts';

const MAIN_WORLD = ['clone-codec', 'dom', 'page-base64', 'world-link', 'window-wire', 'main-world'];
const ISOLATED_WORLD = [
  ...MAIN_WORLD.slice(0, -1),
  'messages',
  '../electron/not-implemented',
  'small-emitter',
  'preload-require',
  'isolated-world',
];

/** One of our own files as plain script text: no types, no imports, no exports. */
function scriptOf(file: string): string {
  const path = fileURLToPath(new URL(`./${file}.ts`, import.meta.url));
  return stripTypeScriptTypes(readFileSync(path, 'utf8'))
    .replace(/^import\s[^;]*;$/gm, '')
    .replace(/^export (?=(?:async )?(?:function|const|class))/gm, '');
}

const cache = new Map<string[], string>();

function library(files: string[]): string {
  let text = cache.get(files);
  if (text === undefined) {
    text = files.map(scriptOf).join('\n');
    cache.set(files, text);
  }
  return text;
}

/** The script for the page's own world. */
export function mainWorldScript(secret: string): string {
  return `(() => {\n${library(MAIN_WORLD)}\nstartMainWorld(${JSON.stringify(secret)});\n})();`;
}

/** A preload as the function that it is in Electron, too. */
export function wrapPreload(source: string): string {
  // Its text stands in the script itself: eval would be stopped by the page's own CSP.
  return `(function (${PRELOAD_PARAMETERS.join(', ')}) {${source}\n})`;
}

/** @throws {SyntaxError} if the preload is not a script */
export function checkPreload(source: string, path: string): void {
  new Script(wrapPreload(source), { filename: path });
}

/** The script for the isolated world; `preload` is undefined for a window that has none. */
export function isolatedWorldScript(
  secret: string,
  info: ProcessInfo,
  preload: string | undefined,
): string {
  const wrapped = preload === undefined ? 'undefined' : wrapPreload(preload);
  return `(() => {\nconst preload = ${wrapped};\n(() => {\n${library(ISOLATED_WORLD)}
startIsolatedWorld(${JSON.stringify(secret)}, ${JSON.stringify(info)}, preload);\n})();\n})();`;
}

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { at } from './paths.mjs';

const INSTALLED = at(
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/** The oldest major version of Node that every tool of the project runs on. */
const OLDEST = 24;

/** Whether the npm package brought a binary. */
export const hasProjectNode = () => existsSync(INSTALLED);

const hostIsRecent = () => Number(process.versions.node.split('.')[0]) >= OLDEST;

/**
 * The Node that everything after setup runs on: the npm package `node`, or the host's own where that
 * package brought no binary (a platform without one) and the host's is recent enough.
 */
export function projectNode() {
  return hasProjectNode() || !hostIsRecent() ? INSTALLED : process.execPath;
}

/**
 * @returns {string | undefined} why the project's Node cannot be used, if it cannot. Starts a process:
 *   for after an installation, not for every command.
 */
export function whyNoProjectNode() {
  if (!hasProjectNode()) return hostIsRecent() ? undefined : noBinary();
  try {
    const version = execFileSync(INSTALLED, ['-v'], { encoding: 'utf8' }).trim();
    if (Number(version.slice(1).split('.')[0]) >= OLDEST) return undefined;
    return `${INSTALLED} is Node ${version}, not ${OLDEST}.`;
  } catch (error) {
    return `${INSTALLED} does not run here: ${error.message}`;
  }
}

function noBinary() {
  return [
    `The npm package "node" brought no Node ${OLDEST}, and yours is ${process.version}.`,
    'Its install script fetches the binary from the npm registry: is "ignore-scripts" set',
    `(npm config get ignore-scripts)? Or use Node ${OLDEST} yourself.`,
  ].join('\n  ');
}

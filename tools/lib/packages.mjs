import { existsSync, readFileSync } from 'node:fs';
import { basename, delimiter, join } from 'node:path';
import { at, ROOT } from './paths.mjs';
import { hasProjectNode, whyNoProjectNode } from './project-node.mjs';
import { runQuietly, SetupError, say } from './run.mjs';

/** @typedef {{ version?: string, optional?: boolean, os?: string[], cpu?: string[], libc?: string[], link?: boolean }} LockEntry */

/**
 * Compare the lockfile with npm's own record of what it installed (`node_modules/.package-lock.json`).
 * npm writes that record last, once every package is unpacked and its scripts have run, and `npm ci`
 * removes it first: an interrupted installation has none. So nothing of our own has to be kept in step.
 *
 * @param {{ packages: Record<string, LockEntry> }} wanted package-lock.json
 * @param {{ packages: Record<string, LockEntry> }} installed
 * @param {{ platform: string, arch: string }} host
 * @returns {string | undefined} the first package that differs
 */
export function firstDifference(wanted, installed, host) {
  for (const [path, entry] of Object.entries(wanted.packages)) {
    if (path === '') continue;
    const found = installed.packages[path];
    const missing = !found && !mayBeMissing(entry, host);
    if (missing || (found && found.version !== entry.version)) return path;
  }
  return undefined;
}

/**
 * An optional package may have been left out, for instance as another platform's; one that names this
 * platform has to be there, or `node_modules` came from another machine. (musl and glibc are not told apart.)
 */
function mayBeMissing(entry, { platform, arch }) {
  if (!entry.optional) return false;
  const fits = entry.os?.includes(platform) && entry.cpu?.includes(arch) && !entry.libc;
  return !fits;
}

/** @returns {string | undefined} why packages have to be installed, if they have to */
export function whyInstall() {
  const record = at('node_modules', '.package-lock.json');
  if (!existsSync(record)) return 'nothing is installed yet';
  // Where these differ npm ci refuses, and says which package it is about.
  if (!lockFits()) return 'package.json and package-lock.json differ';
  const difference = firstDifference(readLock(), readJson(record), process);
  return difference && `${difference} differs from package-lock.json`;
}

const readLock = () => readJson(at('package-lock.json'));
const lockFits = () => sameRanges(readJson(at('package.json')), readLock().packages['']);

/** Whether two package.json objects ask for the same versions of the same packages. */
export function sameRanges(a, b) {
  return ['dependencies', 'devDependencies', 'optionalDependencies'].every((kind) => {
    const [left, right] = [a[kind] ?? {}, b[kind] ?? {}];
    const names = Object.keys({ ...left, ...right });
    return names.every((name) => left[name] === right[name]);
  });
}

/** Install what the lockfile says, unless it is there already. */
export async function ensurePackages() {
  const reason = whyInstall();
  if (reason) {
    say(`installing packages: ${reason}`);
    await install();
  }
  const problem = reason || !hasProjectNode() ? whyNoProjectNode() : undefined;
  if (problem) throw new SetupError(problem);
}

/**
 * `npm ci` refuses a lockfile that lacks other platforms' optional packages, as it does when it was
 * written against a registry mirror that has not got them. This platform loses nothing by that:
 * `npm install` takes the same locked versions.
 */
async function install() {
  const first = await npm('ci');
  if (first.code === 0) return;
  if (first.output.includes('EUSAGE') && lockFits()) {
    say('npm ci finds package-lock.json incomplete; npm install --no-save takes what it has');
    const second = await npm('install', '--no-save');
    if (second.code === 0) return;
    process.stderr.write(second.output);
  }
  process.stderr.write(first.output);
  throw new SetupError('The packages could not be installed; npm says above why.');
}

function npm(...words) {
  const [file, ...args] = npmCommand();
  return runQuietly(file, [...args, ...words, '--loglevel=error'], {
    env: hostEnv(),
    shell: file === 'npm' && process.platform === 'win32',
  });
}

/**
 * The npm that called us, on the Node that it runs on. Not on ours: that may be the project's, which
 * `npm ci` is about to remove.
 */
function npmCommand() {
  const { npm_execpath: npm, npm_node_execpath: node } = process.env;
  return npm && node && basename(npm) === 'npm-cli.js' ? [node, npm] : ['npm'];
}

/** The environment without the project's binaries, since `npm ci` takes them away while it runs. */
function hostEnv() {
  const bin = join(ROOT, 'node_modules');
  const path = (process.env.PATH ?? '').split(delimiter).filter((entry) => !entry.startsWith(bin));
  return { ...process.env, PATH: path.join(delimiter) };
}

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

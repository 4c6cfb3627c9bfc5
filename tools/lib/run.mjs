import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter } from 'node:path';
import { at, ROOT } from './paths.mjs';
import { projectNode } from './project-node.mjs';

/** A failure that the user can act on: printed as it is, without a stack. */
export class SetupError extends Error {}

/** @param {string} text one line of what these tools do, apart from what they run */
export function say(text) {
  process.stdout.write(`▸ ${text}\n`);
}

/**
 * Environment for what belongs to the project: its own binaries come first, so that `node` is the
 * project's Node even where the host's is older.
 */
export function projectEnv(extra = {}) {
  const path = [at('node_modules', '.bin'), process.env.PATH].join(delimiter);
  // Some tools colour what goes into a file or a log, too.
  const plain = PLAIN && !process.env.FORCE_COLOR ? { NO_COLOR: '1' } : {};
  return { ...process.env, ...plain, ...extra, PATH: path };
}

/** Whether the output goes to something else than a terminal. */
export const PLAIN = !process.stdout.isTTY;

/**
 * Run a program to its end, its output passing straight through. A signal that ends us ends it too.
 *
 * @param {string} file
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, shell?: boolean }} [options]
 * @returns {Promise<number>} exit code; 128 + n for signal n, 127 when it could not be started
 */
export function run(file, args, { env = projectEnv(), shell = false } = {}) {
  const child = spawn(file, args, {
    cwd: ROOT,
    env,
    shell,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return endWithUs(child);
}

/**
 * Run a program whose output is of interest only if it fails.
 *
 * @returns {Promise<{ code: number, output: string }>}
 */
export async function runQuietly(file, args, { env = projectEnv(), shell = false } = {}) {
  const child = spawn(file, args, { cwd: ROOT, env, shell, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
    });
  }
  return { code: await endWithUs(child), output };
}

/**
 * Wait for a child. A signal to us ends it first and then us: npm, for one, takes its time to undo
 * half an installation, and must not be outrun by the next.
 *
 * @returns {Promise<number>} its exit code
 */
export async function endWithUs(child) {
  let received;
  const code = await withSignals(child, (signal) => {
    received = signal;
    child.kill(signal);
  });
  if (received) process.exit(128 + constants.signals[received]); // on exit a display goes, too
  return code;
}

/** Run a package's JavaScript entry with the project's Node, e.g. `vitest/vitest.mjs`. */
export function runPackage(entry, args, env = {}) {
  return run(projectNode(), [at('node_modules', entry), ...args], { env: projectEnv(env) });
}

/**
 * Run a program that the user talks to (the app, a dev server): it gets the terminal, and the
 * signals that reach us, and says itself when it is done.
 */
export function runInForeground(file, args, env = {}) {
  const child = spawn(file, args, { cwd: ROOT, env: projectEnv(env), stdio: 'inherit' });
  return withSignals(child, (signal) => child.kill(signal));
}

const SIGNALS = ['SIGHUP', 'SIGINT', 'SIGTERM'];

async function withSignals(child, onSignal) {
  for (const signal of SIGNALS) process.on(signal, onSignal);
  const orphaned = whenOrphaned(() => onSignal('SIGTERM'));
  const code = await exitOf(child);
  clearInterval(orphaned);
  for (const signal of SIGNALS) process.off(signal, onSignal);
  return code;
}

/**
 * npm runs a script in a shell, and a signal to npm ends that shell but not what runs in it. So the
 * shell's end is taken for the signal.
 */
function whenOrphaned(callback) {
  const parent = process.ppid;
  const byNpm = process.env.npm_lifecycle_event && process.platform !== 'win32';
  return setInterval(() => {
    if (byNpm && process.ppid !== parent) callback();
  }, 500).unref();
}

/** @param {import('node:child_process').ChildProcess} child */
export function exitOf(child) {
  return new Promise((done) => {
    child.once('error', (error) => {
      process.stderr.write(`${error.message}\n`);
      done(127);
    });
    child.once('close', (code, signal) => done(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}

/** Run a command's main function; a {@link SetupError} becomes a message and exit code 1. */
export async function main(body) {
  try {
    process.exitCode = await body();
  } catch (error) {
    explain(error);
    process.exitCode = 1;
  }
}

/** Tell the user of a {@link SetupError}; anything else is a bug, and thrown on. */
export function explain(error) {
  if (!(error instanceof SetupError)) throw error;
  process.stderr.write(`\n✗ ${error.message}\n`);
}

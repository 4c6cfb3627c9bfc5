import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { SetupError } from './run.mjs';
import { advice, ensureSystem, which } from './system.mjs';

/** Whether a window can be shown. Only on Linux may there be no display. */
export function hasDisplay(env = process.env, platform = process.platform) {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/** @throws {SetupError} when there is no display to show the app on */
export function requireDisplay(command) {
  if (hasDisplay()) return;
  throw new SetupError(
    [
      'There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open.',
      'Start it from a desktop session, or on a display that nobody sees:',
      `  xvfb-run -a ${command}`,
      which('xvfb-run') && which('xauth') ? '' : advice(['xvfb', 'xauth']),
    ]
      .join('\n  ')
      .trimEnd(),
  );
}

/**
 * Run `body` with a display: the one there is, or an Xvfb of its own that ends with it.
 *
 * @template T
 * @param {(env: Record<string, string>) => Promise<T>} body gets what to add to the environment
 * @returns {Promise<T>}
 */
export async function withDisplay(body) {
  if (hasDisplay()) return body({});
  if (!which('Xvfb')) await ensureSystem(['xvfb'], 'There is no display: Xvfb is needed.');
  const { display, stop } = await startXvfb();
  try {
    return await body({ DISPLAY: display });
  } finally {
    stop();
  }
}

/** Xvfb picks a free number itself, and writes it to the descriptor it is given when it is ready. */
async function startXvfb() {
  const screen = ['-screen', '0', '1920x1200x24', '-nolisten', 'tcp'];
  const child = spawn('Xvfb', ['-displayfd', '3', ...screen], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  let complaint = '';
  child.stderr.on('data', (chunk) => {
    complaint += chunk;
  });
  const stop = () => child.kill();
  process.once('exit', stop);
  const ended = once(child, 'close').then(() => {
    throw new SetupError(`Xvfb did not start: ${complaint.trim() || 'it gave no reason'}`);
  });
  ended.catch(() => {}); // its end after the start is ours
  const number = await Promise.race([firstLineOf(child.stdio[3]), ended]);
  return {
    display: `:${number}`,
    stop: () => {
      process.off('exit', stop);
      stop();
    },
  };
}

async function firstLineOf(stream) {
  let text = '';
  for await (const chunk of stream) {
    text += chunk;
    if (text.includes('\n')) return text.trim();
  }
  return new Promise(() => {}); // closed unsaid: its exit tells the story
}

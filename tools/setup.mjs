import { pathToFileURL } from 'node:url';
import { ensurePackages } from './lib/packages.mjs';
import { main, say } from './lib/run.mjs';
import { ensureRuntime } from './lib/runtime.mjs';

/**
 * Bring a fresh clone to where everything runs. Quick when there is nothing to do.
 *
 * @param {{ retry?: boolean }} [options] `retry`: try to fetch Electron even if that failed lately
 * @returns {Promise<import('./lib/runtime.mjs').Runtime>} what the app will run on
 */
export async function setup(options = {}) {
  await ensurePackages();
  const runtime = await ensureRuntime(options);
  say(`the app runs on ${runtime.name}`);
  return runtime;
}

async function command(args) {
  if (args.includes('--packages-only')) await ensurePackages();
  else await setup({ retry: args.includes('--retry') });
  return 0;
}

const isCommand = import.meta.url === pathToFileURL(process.argv[1] ?? '').href;
if (isCommand) await main(() => command(process.argv.slice(2)));

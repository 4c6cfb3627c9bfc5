import { buildIfStale } from './lib/build.mjs';
import { requireDisplay } from './lib/display.mjs';
import { main, runInForeground } from './lib/run.mjs';
import { sandboxArgs } from './lib/sandbox.mjs';
import { setup } from './setup.mjs';

/** `npm start -- benle://annotation/…`: what follows the dashes goes to the app. */
await main(async () => {
  requireDisplay('npm start');
  const runtime = await setup();
  const built = await buildIfStale();
  if (built !== 0) return built;
  const args = [...sandboxArgs(runtime), '.', ...process.argv.slice(2)];
  return runInForeground(runtime.executable, args, runtime.env);
});

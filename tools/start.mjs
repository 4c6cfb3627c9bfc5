import { buildIfStale } from './lib/build.mjs';
import { requireDisplay } from './lib/display.mjs';
import { main, runInForeground, say } from './lib/run.mjs';
import { sandboxArgs } from './lib/runtime.mjs';
import { setup } from './setup.mjs';

/** `npm start -- benle://annotation/…`: what follows the dashes goes to the app. */
await main(async () => {
  requireDisplay('npm start');
  const runtime = await setup();
  const built = await buildIfStale();
  if (built !== 0) return built;
  const sandbox = sandboxArgs(runtime);
  if (sandbox.length > 0) say('running as root: Chromium works only without its sandbox then');
  return runInForeground(
    runtime.executable,
    [...sandbox, '.', ...process.argv.slice(2)],
    runtime.env,
  );
});

import { forgetBuild } from './lib/build.mjs';
import { requireDisplay } from './lib/display.mjs';
import { at } from './lib/paths.mjs';
import { projectNode } from './lib/project-node.mjs';
import { main, runInForeground } from './lib/run.mjs';
import { sandboxArgs } from './lib/sandbox.mjs';
import { setup } from './setup.mjs';

/** The app on electron-vite's dev server: the page reloads hot, main and preload restart the app. */
await main(async () => {
  requireDisplay('npm run dev');
  const runtime = await setup();
  forgetBuild(); // the dev server builds into out/, too, and not what ships
  const entry = at('node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const sandbox = sandboxArgs(runtime, '--noSandbox');
  const args = [entry, 'dev', '--watch', ...sandbox, '--', ...process.argv.slice(2)];
  return runInForeground(projectNode(), args, runtime.env);
});

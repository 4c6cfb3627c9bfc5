import { buildIfStale } from './lib/build.mjs';
import { withDisplay } from './lib/display.mjs';
import { at } from './lib/paths.mjs';
import { projectNode } from './lib/project-node.mjs';
import { main, runInForeground } from './lib/run.mjs';
import { sandboxArgs } from './lib/sandbox.mjs';
import { setup } from './setup.mjs';

/** `npm run demo`: the main job, unattended, in the real app. Leaves a brief and pictures in out/demo. */
await main(async () => {
  const runtime = await setup();
  const built = await buildIfStale();
  if (built !== 0) return built;
  const script = [at('e2e', 'demo', 'main-job.ts'), ...sandboxArgs(runtime)];
  return withDisplay((display) =>
    runInForeground(projectNode(), script, { ...runtime.env, ...display }),
  );
});

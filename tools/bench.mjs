import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { buildIfStale } from './lib/build.mjs';
import { withDisplay } from './lib/display.mjs';
import { at } from './lib/paths.mjs';
import { projectNode } from './lib/project-node.mjs';
import { main, runInForeground, SetupError } from './lib/run.mjs';
import { sandboxArgs } from './lib/sandbox.mjs';
import { setup } from './setup.mjs';

/** `npm run bench -- start`: one of the measurements in bench/, with what it needs around it. */
await main(async () => {
  const [name, ...rest] = process.argv.slice(2);
  const names = readdirSync(at('bench')).filter((file) => file.endsWith('.ts'));
  if (!names.includes(`${name}.ts`)) {
    const known = names.map((file) => basename(file, '.ts')).join(', ');
    throw new SetupError(`which measurement? npm run bench -- ${known}`);
  }
  const runtime = await setup();
  const built = await buildIfStale();
  if (built !== 0) return built;
  const script = [at('bench', `${name}.ts`), ...rest, '--', ...sandboxArgs(runtime)];
  return withDisplay((display) =>
    runInForeground(projectNode(), script, { ...runtime.env, ...display }),
  );
});

import { withDisplay } from './lib/display.mjs';
import { ensurePackages } from './lib/packages.mjs';
import { countCheck, judgeSuite, lastLine, sum, table } from './lib/results.mjs';
import { explain, main, SetupError, say } from './lib/run.mjs';
import { installedChromium } from './lib/stand-in.mjs';
import { STEPS } from './lib/steps.mjs';
import { setup } from './setup.mjs';

/**
 * `npm test` runs every check and ends with the line `N passed, N failed`.
 * `npm test -- --only=unit,e2e` runs some; what follows a single suite goes to its runner:
 * `npm run test:e2e -- reader.spec.ts --headed`.
 */
function parse(argv) {
  const only = argv.find((arg) => arg.startsWith('--only='))?.slice('--only='.length);
  const rest = argv.filter((arg) => !arg.startsWith('--only='));
  const groups = only?.split(',') ?? STEPS.map(({ group }) => group);
  const unknown = groups.find((name) => !STEPS.some(({ group }) => group === name));
  if (unknown !== undefined) throw new SetupError(`--only: there is no check "${unknown}"`);
  if (rest.length > 0 && groups.length > 1) {
    throw new SetupError(`${rest[0]}: arguments go to one suite, named by --only`);
  }
  return { steps: STEPS.filter(({ group }) => groups.includes(group)), rest };
}

/** The stand-in's own tests need a Chromium, which a machine that has Electron may lack. */
async function shellTests(runtime) {
  if (runtime.standIn || (await installedChromium())) return {};
  say("no Chromium is installed: the stand-in's own tests are left out");
  return { BENLE_SHELL_TESTS: 'off' };
}

/** Run the steps one after another; one that fails does not keep the others from running. */
async function runSteps(steps, context) {
  const results = [];
  for (const step of steps) {
    process.stdout.write(`\n── ${step.title}\n`);
    const start = performance.now();
    const runnable = !step.runtime || context.env;
    const count = runnable ? await step.run(context) : judgeSuite(undefined, 1);
    results.push({ title: step.title, count, seconds: (performance.now() - start) / 1000 });
  }
  return results;
}

/** Where the app cannot run, what needs it fails, and the rest is checked all the same. */
async function runAll(steps, rest) {
  try {
    const runtime = await setup();
    const env = { ...runtime.env, ...(await shellTests(runtime)) };
    return await withDisplay((display) => runSteps(steps, { env: { ...env, ...display }, rest }));
  } catch (error) {
    explain(error);
    return runSteps(steps, { rest });
  }
}

async function test(argv) {
  const { steps, rest } = parse(argv);
  if (steps.some(({ runtime }) => runtime)) return runAll(steps, rest);
  await ensurePackages();
  return runSteps(steps, { rest });
}

/** @returns {number} exit code */
function report(results, seconds) {
  const total = sum(results.map(({ count }) => count));
  process.stdout.write(`\n${table([...results, { title: 'all', seconds, count: total }])}\n`);
  process.stdout.write(`${lastLine(total)}\n`);
  return total.failed === 0 ? 0 : 1;
}

await main(async () => {
  const start = performance.now();
  const elapsed = () => (performance.now() - start) / 1000;
  try {
    return report(await test(process.argv.slice(2)), elapsed());
  } catch (error) {
    explain(error); // not even the packages could be installed
    return report([{ title: 'setup', seconds: elapsed(), count: countCheck(1) }], elapsed());
  }
});

import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, buildIfStale } from './build.mjs';
import { ensureOtherPrograms } from './other-programs.mjs';
import { at, RESULTS } from './paths.mjs';
import { countCheck, countPlaywright, countVitest, judgeSuite } from './results.mjs';
import { explain, PLAIN, runPackage } from './run.mjs';

/**
 * One line of `npm test`.
 *
 * @typedef {object} Step
 * @property {string} group what `--only` calls it
 * @property {string} title
 * @property {boolean} [runtime] whether it needs the app's runtime and a display
 * @property {(context: Context) => Promise<import('./results.mjs').Count>} run
 *
 * @typedef {object} Context
 * @property {Record<string, string>} env for what starts the app
 * @property {string[]} rest arguments for the one suite that was asked for
 * @property {boolean} [built] whether a build was tried in this run, and how it went
 */

const check = (group, title, entry, ...args) => ({
  group,
  title,
  run: async () => countCheck(await runPackage(entry, args)),
});

const typecheck = (part) =>
  check('typecheck', `typecheck: ${part}`, 'typescript/bin/tsc', '-p', `tsconfig.${part}.json`);

/** Run a suite that writes its results as JSON, and read them from there. */
async function suite(name, entry, args, env, count) {
  const file = join(RESULTS, `${name}.json`);
  mkdirSync(RESULTS, { recursive: true });
  rmSync(file, { force: true }); // or a suite that crashes would show the results of last time
  const code = await runPackage(entry, args(file), env);
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  return judgeSuite(report && count(report), code);
}

/** @param project its name, with a star for several */
const vitest = (name, rest, env = {}, project = name) => {
  const args = (file) => [
    ...['run', '--project', project],
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    ...rest,
  ];
  return suite(name, 'vitest/vitest.mjs', args, env, countVitest);
};

/** Without the programs this fails, with advice: it is the only check that exports can be opened. */
async function interopStep({ rest }) {
  try {
    return await vitest('interop', rest, await ensureOtherPrograms());
  } catch (error) {
    explain(error);
    return judgeSuite(undefined, 1);
  }
}

async function buildStep(context) {
  const code = await build();
  context.built = code === 0;
  return countCheck(code);
}

async function e2eStep(context) {
  const built = context.built ?? (await buildIfStale()) === 0;
  if (!built) return judgeSuite(undefined, 1); // there is no app to test
  const args = () => ['test', ...context.rest];
  // Playwright decides for itself, and warns of any word on colours.
  const env = { ...context.env, NO_COLOR: undefined };
  return suite('e2e', '@playwright/test/cli.js', args, env, countPlaywright);
}

/** Hints are for the editor; and Biome colours its report unless told not to. */
const BIOME = ['--diagnostic-level=warn', ...(PLAIN ? ['--colors=off'] : [])];

/** @type {Step[]} in the order of what is quickest to tell */
export const STEPS = [
  check('lint', 'lint', '@biomejs/biome/bin/biome', 'ci', ...BIOME, '.'),
  check(
    'imports',
    'import rules',
    'dependency-cruiser/bin/dependency-cruiser.mjs',
    ...['src', 'e2e', 'interop', 'tools'].filter((folder) => existsSync(at(folder))),
    ...['--config', '.dependency-cruiser.mjs'],
  ),
  ...['domain', 'node', 'web', 'test'].map(typecheck),
  { group: 'unit', title: 'unit tests', run: ({ rest }) => vitest('unit', rest, {}, 'unit*') },
  {
    group: 'tools',
    title: 'tests of the tools',
    runtime: true,
    run: ({ rest, env }) => vitest('tools', rest, env),
  },
  { group: 'interop', title: 'exports in other programs', run: interopStep },
  { group: 'build', title: 'build', run: buildStep },
  { group: 'e2e', title: 'end-to-end tests', runtime: true, run: e2eStep },
];

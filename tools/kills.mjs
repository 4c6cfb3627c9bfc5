import { at } from './lib/paths.mjs';
import { main, runInForeground, SetupError } from './lib/run.mjs';

/**
 * `npm run kills -- --rounds=500 --seed=7`: kills the running app at random moments and looks whether anything is
 * missing that it had called saved. `npm test` does 40 rounds of it.
 */
const VARIABLES = { rounds: 'BENLE_KILL_ROUNDS', seed: 'BENLE_KILL_SEED' };

function parse(argv) {
  const pairs = argv.map((arg) => {
    const [, name, value] = /^--(rounds|seed)=(\d+)$/.exec(arg) ?? [];
    if (!name)
      throw new SetupError(`${arg}: it is --rounds=500 and --seed=7 that can be said here`);
    return [VARIABLES[name], value];
  });
  return Object.fromEntries(pairs);
}

await main(() =>
  runInForeground(
    process.execPath,
    [at('tools', 'test.mjs'), '--only=e2e', 'kills.spec.ts'],
    parse(process.argv.slice(2)),
  ),
);

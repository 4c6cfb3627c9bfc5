import { expect, test } from './fixtures/app.ts';
import { emptyPage } from './fixtures/old-database.ts';
import { Random } from './fixtures/random.ts';
import { launchUnwatched } from './fixtures/second-launch.ts';
import { killRounds, noRounds } from './kills/rounds.ts';

/** `npm run kills` asks for more of them, and for other ones. */
const ROUNDS = Number(process.env.BENLE_KILL_ROUNDS ?? 40);
const SEED = Number(process.env.BENLE_KILL_SEED ?? 1);

/** Data folders that are worked and killed on side by side. */
const LANES = 4;

for (let lane = 1; lane <= LANES; lane += 1) {
  const rounds = Math.floor(ROUNDS / LANES) + (lane <= ROUNDS % LANES ? 1 : 0);
  test(`nothing that was called saved is lost when the app is killed (lane ${lane}, ${rounds} times, seed ${SEED})`, async ({
    start,
    dataFolder,
    copyOfApp,
    display,
  }) => {
    test.setTimeout(60_000 + rounds * 30_000);
    const tally = noRounds();
    const emptyApp = await emptyPage(await copyOfApp());
    const random = new Random(SEED * 1_000 + lane);
    const first = await start();
    const { spawnfile } = first.app.process();
    await first.desk.ready();
    await first.app.close();
    const launch = () => launchUnwatched(spawnfile, dataFolder, display.env);
    await killRounds({ start, launch, dataFolder, emptyApp, random, tally }, rounds);
    process.stdout.write(`kills, lane ${lane}: ${JSON.stringify(tally)}\n`);
    expect(tally.rounds).toBe(rounds);
    expect(tally.lost).toEqual([]);
  });
}

import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { texts } from '../../src/shared/texts/texts.ts';
import { expect, type Running, type StartApp } from '../fixtures/app.ts';
import { downgrade } from '../fixtures/old-database.ts';
import { restoreAnnotations, strangersAnnotations } from '../fixtures/prepared-work.ts';
import { killTree } from '../fixtures/process-tree.ts';
import type { Random } from '../fixtures/random.ts';
import { readStored } from '../fixtures/stored.ts';
import { Analyst, ids, type Promised } from './analyst.ts';

/** What is going on when the app is killed. */
export const SCENES = ['annotating', 'restoring', 'upgrading', 'snapshotting', 'starting'] as const;
export type Scene = (typeof SCENES)[number];

/** How long after its beginning a scene is cut off at the latest, in milliseconds. */
const LONGEST: Readonly<Record<Exclude<Scene, 'upgrading'>, number>> = {
  annotating: 2_500,
  restoring: 900,
  snapshotting: 1_500,
  // Counted from the very beginning of the process, with Chromium's own start in it.
  starting: 2_200,
};

/** How many annotations a restore brings. */
const RESTORED = 150;

/** What came of some rounds. */
export interface Tally {
  rounds: number;
  /** Annotations that were promised and looked for, over all rounds. */
  promised: number;
  lost: string[];
  /** Starts after which the window told of something that it had put right. */
  putRight: number;
  readonly byScene: Record<Scene, number>;
}

export const noRounds = (): Tally => ({
  rounds: 0,
  promised: 0,
  lost: [],
  putRight: 0,
  byScene: Object.fromEntries(SCENES.map((scene) => [scene, 0])) as Record<Scene, number>,
});

/** What the rounds of one data folder have in common. */
export interface Ground {
  readonly start: StartApp;
  readonly dataFolder: string;
  readonly emptyApp: string;
  /** Starts the app with nobody watching. */
  readonly launch: () => ChildProcess;
  readonly random: Random;
  readonly tally: Tally;
}

/** One app after the other on one data folder, each killed at a random moment of what it does. */
export async function killRounds(ground: Ground, rounds: number): Promise<void> {
  let promised: Promised = { saved: new Map(), inFlight: undefined };
  for (let round = 0; round < rounds; round += 1) {
    const scene = SCENES[(ground.random.between(0, SCENES.length - 1) + round) % SCENES.length];
    promised = await playScene(ground, scene ?? 'annotating', promised);
  }
  const running = await ground.start();
  await expectKept(ground, running, promised);
  await running.app.close();
}

async function playScene(ground: Ground, scene: Scene, promised: Promised): Promise<Promised> {
  ground.tally.rounds += 1;
  ground.tally.byScene[scene] += 1;
  if (scene === 'starting') return killStart(ground, promised);
  const running = await ground.start();
  const analyst = await expectKept(ground, running, promised);
  if (scene === 'upgrading') return killUpgrade(ground, running, analyst);
  const acts: Record<Exclude<Scene, 'starting' | 'upgrading'>, () => Promise<unknown>> = {
    annotating: () => analyst.work(),
    snapshotting: () => Promise.all([analyst.work(), takeSnapshots(running)]),
    restoring: () => restoreAndWork(ground, running, analyst),
  };
  await killDuring(ground, running, scene, acts[scene]);
  return analyst.promised;
}

/** Everything that was promised is there, and the window is well. */
async function expectKept(
  { tally, random }: Ground,
  { page, desk }: Running,
  { saved, inFlight }: Promised,
): Promise<Analyst> {
  await desk.ready();
  await expect(desk.status).toHaveText('Saved');
  const kept = ids(await readStored(page));
  tally.promised += saved.size;
  for (const [id, row] of saved) {
    if (id !== inFlight && kept.get(id) !== row) tally.lost.push(id);
  }
  if ((await page.getByRole('alert', { name: texts.findings.label }).count()) > 0) {
    tally.putRight += 1;
  }
  const analyst = new Analyst(desk, random, kept);
  await analyst.trust();
  return analyst;
}

/** Kills all the app's processes at a random moment of what goes on. */
async function killDuring(
  { random }: Ground,
  { app }: Pick<Running, 'app'>,
  scene: keyof typeof LONGEST,
  act: () => Promise<unknown>,
): Promise<void> {
  const child = app.process();
  const gone = once(child, 'exit');
  let isKilled = false;
  // What it was asked to do ends with an error when it is killed; one before that is a failure.
  const acting = act().catch((error: unknown) => {
    if (!isKilled) throw error;
  });
  await Promise.race([acting, wait(random.between(0, LONGEST[scene]))]);
  isKilled = true;
  killTree(child.pid ?? 0);
  await gone;
}

/** Starts the app as the system does, and kills it at a random moment of its start. */
async function killStart(ground: Ground, promised: Promised): Promise<Promised> {
  const child = ground.launch();
  const gone = once(child, 'exit');
  await wait(ground.random.between(200, LONGEST.starting));
  killTree(child.pid ?? 0);
  await gone;
  return promised;
}

/** The folder becomes one of version 1, and the app is killed while it brings it up to date. */
async function killUpgrade(ground: Ground, running: Running, analyst: Analyst): Promise<Promised> {
  const { annotations } = await analyst.trust();
  await running.app.close();
  await downgrade(ground.start, ground.emptyApp, ground.dataFolder, annotations);
  const promised = {
    saved: new Map(annotations.map((row) => [row.id, JSON.stringify(row)])),
    inFlight: undefined,
  };
  return killStart(ground, promised);
}

async function takeSnapshots({ page }: Running): Promise<never> {
  for (;;) await page.evaluate(() => window.benle.invoke('journal:snapshot'));
}

async function restoreAndWork(ground: Ground, running: Running, analyst: Analyst): Promise<void> {
  const strangers = strangersAnnotations(RESTORED, ground.random);
  await restoreAnnotations(running, ground.dataFolder, strangers);
  await analyst.work();
}

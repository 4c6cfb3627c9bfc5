/**
 * How much longer the app takes to start with a library of work than with none: a ratio, measured side by side.
 *
 *     npm run bench -- start [--annotations=10000] [--changes=100000] [--rounds=9] [--crowded]
 */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { _electron as electron } from '@playwright/test';
import { bundledGrounds, PROJECT } from './lib/grounds.ts';
import { type Ground, workOf, writeJournal } from './lib/library-of-work.ts';
import { median, table } from './lib/statistics.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    annotations: { type: 'string', default: '10000' },
    changes: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '9' },
    // All on the bundled articles, a few of which then have thousands: painting those is another matter.
    crowded: { type: 'boolean', default: false },
  },
});

/** The bundled articles, and as many others that are not in this library as there would be in a large one. */
async function grounds(others: number): Promise<Ground[]> {
  const bundled = await bundledGrounds();
  const [first] = bundled;
  if (!first) throw new Error('there are no articles');
  const more = Array.from({ length: others }, (_, at) => ({ ...first, articleId: `other-${at}` }));
  return [...bundled, ...more];
}

/** Milliseconds until the first article is painted and everything is called saved. */
interface Start {
  /** From the start of the process. */
  readonly whole: number;
  /** From the beginning of the page. */
  readonly page: number;
}

async function start(dataFolder: string): Promise<Start> {
  const args = [...positionals, PROJECT, `--user-data-dir=${dataFolder}`];
  const before = performance.now();
  const app = await electron.launch({ args });
  const page = await app.firstWindow();
  const inPage = await page.evaluate(async () => {
    const isThere = () =>
      document.querySelector('[role="document"] > *') !== null &&
      document.querySelector('[role="status"]')?.textContent === 'Saved';
    while (!isThere()) await new Promise((resolve) => requestAnimationFrame(resolve));
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return performance.now();
  });
  const whole = performance.now() - before;
  await app.close();
  return { whole, page: inPage };
}

async function measure(): Promise<void> {
  const base = await mkdtemp(join(tmpdir(), 'ben-le-bench-'));
  const folders = { empty: join(base, 'empty'), full: join(base, 'full') };
  const changes = workOf(
    await grounds(values.crowded ? 0 : 495),
    Number(values.annotations),
    Number(values.changes),
  );
  await writeJournal(folders.full, changes);
  await start(folders.empty);
  // The database is made from the journal here: what a restore of all of it takes.
  const restored = await start(folders.full);
  const starts: Record<keyof typeof folders, Start[]> = { empty: [], full: [] };
  for (let round = 0; round < Number(values.rounds); round += 1) {
    for (const name of ['empty', 'full'] as const) starts[name].push(await start(folders[name]));
  }
  const files = await readdir(join(folders.full, 'journal'));
  await rm(base, { recursive: true, force: true });
  report(starts, restored, files.length);
}

function report(
  starts: Readonly<Record<'empty' | 'full', readonly Start[]>>,
  restored: Start,
  files: number,
): void {
  const of = (name: 'empty' | 'full', part: keyof Start) =>
    median(starts[name].map((one) => one[part]));
  const row = (title: string, part: keyof Start) => [
    title,
    `${of('empty', part).toFixed(0)} ms`,
    `${of('full', part).toFixed(0)} ms`,
    `${(of('full', part) / of('empty', part)).toFixed(2)}x`,
  ];
  const title = `${values.annotations} annotations, ${values.changes} changes`;
  console.log(`Medians of ${values.rounds} interleaved starts; the journal has ${files} files.\n`);
  console.log(
    table([
      ['start until the article is painted and all is saved', 'empty', title, 'ratio'],
      row('the whole app', 'whole'),
      row('the page alone', 'page'),
    ]),
  );
  console.log(`\nThe database made anew from the journal, once: ${restored.whole.toFixed(0)} ms.`);
}

await measure();

/**
 * How long it takes to export a long brief in each format, how long that holds up anything else, and how soon it can
 * be called off.
 *
 *     npm run bench -- export [--passages=10000] [--rounds=3] [--no-window]
 */
import { parseArgs } from 'node:util';
import type { Annotation } from '../src/domain/annotation/annotation.ts';
import { EXPORT_FORMATS, type ExportFormat } from '../src/shared/export.ts';
import { exportInWindow } from './lib/export-in-window.ts';
import { exportInWorker, type WorkerRun } from './lib/export-in-worker.ts';
import { bundledGrounds } from './lib/grounds.ts';
import { workOf } from './lib/library-of-work.ts';
import { median, table } from './lib/statistics.ts';
import type { HeldUp } from './lib/watch-page.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    passages: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '3' },
    'no-window': { type: 'boolean', default: false },
  },
});

const milliseconds = (time: number) => `${time.toFixed(0)} ms`;

const passages = Number(values.passages);
const rounds = Number(values.rounds);
// Twice as many changes: each passage gets its note.
const changes = workOf(await bundledGrounds(), passages, 2 * passages + 3);

function annotationsOf(): Annotation[] {
  const rows = new Map(
    changes.flatMap(({ table: name, key, after }) =>
      name === 'annotations' && after ? [[key, after] as const] : [],
    ),
  );
  return [...rows.values()] as unknown as Annotation[];
}

const LONGEST = ['longest task of the page: CPU', 'by the clock', '… of the main process'];

async function measureWorker(): Promise<void> {
  const annotations = annotationsOf();
  const runs: (WorkerRun & { readonly format: ExportFormat })[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const format of EXPORT_FORMATS) {
      runs.push({ format, ...(await exportInWorker(format, annotations)) });
    }
  }
  const rows = EXPORT_FORMATS.map((format) => {
    const own = runs.filter((run) => run.format === format);
    const of = (figure: (run: (typeof runs)[number]) => number) => median(own.map(figure));
    return [
      format,
      milliseconds(of(({ whole }) => whole)),
      `${(of(({ bytes }) => bytes) / 1e6).toFixed(1)} MB`,
      milliseconds(of(({ heldUp }) => heldUp)),
      of(({ reports }) => reports).toFixed(0),
      milliseconds(of(({ cancelled }) => cancelled)),
    ];
  });
  console.log(`${passages} passages by the worker alone, medians of ${rounds} rounds.\n`);
  const heads = ['format', 'whole', 'size', 'main thread held up', 'reports', 'called off within'];
  console.log(table([heads, ...rows]));
}

async function measureWindow(): Promise<void> {
  const { opening, idle, runs } = await exportInWindow(changes, rounds, positionals);
  const rows = EXPORT_FORMATS.map((format) => {
    const own = runs.filter((run) => run.format === format);
    const of = (figure: (run: (typeof runs)[number]) => number) =>
      milliseconds(median(own.map(figure)));
    return [
      format,
      of(({ whole }) => whole),
      of(({ heldUp }) => heldUp.cpu),
      of(({ heldUp }) => heldUp.wall),
      of(({ heldUp }) => heldUp.main),
      of(({ cancelled }) => cancelled),
    ];
  });
  console.log(`\n${passages} passages by the window, from the press of the button; medians.\n`);
  const heads = ['format', 'whole', ...LONGEST, 'Cancel'];
  console.log(table([heads, ...rows]));
  const of = ({ cpu, wall, main }: HeldUp) => [cpu, wall, main].map(milliseconds).join(', ');
  console.log(`\nThe same three of opening the builder: ${of(opening)}; at rest: ${of(idle)}.`);
}

await measureWorker();
if (!values['no-window']) await measureWindow();

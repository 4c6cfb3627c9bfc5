/**
 * How long it takes to export a long brief in each format, how long that holds up anything else, and how soon it can
 * be called off.
 *
 *     npm run bench -- export [--passages=10000] [--no-window]
 */
import { parseArgs } from 'node:util';
import type { Annotation } from '../src/domain/annotation/annotation.ts';
import { EXPORT_FORMATS } from '../src/shared/export.ts';
import { exportInWindow } from './lib/export-in-window.ts';
import { exportInWorker } from './lib/export-in-worker.ts';
import { bundledGrounds } from './lib/grounds.ts';
import { workOf } from './lib/library-of-work.ts';
import { table } from './lib/statistics.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    passages: { type: 'string', default: '10000' },
    'no-window': { type: 'boolean', default: false },
  },
});

const milliseconds = (time: number) => `${time.toFixed(0)} ms`;

const passages = Number(values.passages);
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

async function measureWorker(): Promise<void> {
  const annotations = annotationsOf();
  const rows = [];
  for (const format of EXPORT_FORMATS) {
    const run = await exportInWorker(format, annotations);
    rows.push([
      format,
      milliseconds(run.whole),
      `${(run.bytes / 1e6).toFixed(1)} MB`,
      milliseconds(run.heldUp),
      String(run.reports),
      milliseconds(run.cancelled),
    ]);
  }
  console.log(`${passages} passages by the worker alone.\n`);
  console.log(
    table([
      ['format', 'whole', 'size', 'main thread held up', 'reports', 'called off within'],
      ...rows,
    ]),
  );
}

async function measureWindow(): Promise<void> {
  const { opening, idle, runs } = await exportInWindow(changes, positionals);
  const rows = runs.map(({ format, whole, heldUp, cancelled }) => [
    format,
    milliseconds(whole),
    milliseconds(heldUp.page),
    milliseconds(heldUp.main),
    milliseconds(cancelled),
  ]);
  console.log(`\n${passages} passages by the window, from the press of the button.\n`);
  const heads = [
    'format',
    'whole',
    'longest task of the page',
    '… of the main process',
    'called off',
  ];
  console.log(table([heads, ...rows]));
  const of = ({ page, main }: typeof idle) => `${milliseconds(page)}, ${milliseconds(main)}`;
  console.log(
    `\nThe same of opening the builder: ${of(opening)}; of a second at rest: ${of(idle)}.`,
  );
}

await measureWorker();
if (!values['no-window']) await measureWindow();

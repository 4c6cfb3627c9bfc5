import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Annotation } from '../../src/domain/annotation/annotation.ts';
import { FIRST_PLAN } from '../../src/domain/brief/saved-brief.ts';
import { FIRST_TAGS } from '../../src/domain/tag/codebook.ts';
import { Exports } from '../../src/main/export/exports.ts';
import { EXTENSIONS } from '../../src/main/export/format.ts';
import { watchInWorker } from '../../src/main/run-in-worker.ts';
import type { ExportFormat, ExportProgress, ExportRequest } from '../../src/shared/export.ts';
import { ARTICLES, PROJECT } from './grounds.ts';

/** One export without a window. Times in milliseconds. */
export interface WorkerRun {
  readonly whole: number;
  readonly bytes: number;
  /** The longest that the main thread, which hands everything over, was held up. */
  readonly heldUp: number;
  /** How often progress was told. */
  readonly reports: number;
  /** From calling it off in the midst of it until nothing is left. */
  readonly cancelled: number;
}

const WORKER = join(PROJECT, 'out', 'main', 'export-worker.js');

/** Exports by the built worker, to a folder that must hold nothing else when it is done. */
export async function exportInWorker(
  format: ExportFormat,
  annotations: readonly Annotation[],
): Promise<WorkerRun> {
  const folder = await mkdtemp(join(tmpdir(), 'ben-le-bench-'));
  const path = join(folder, `a${EXTENSIONS[format]}`);
  let reports = 0;
  let onReport: (progress: ExportProgress) => void = () => {
    reports += 1;
  };
  const exports = new Exports({
    articles: ARTICLES,
    runJob: (job, watch) => watchInWorker(WORKER, job, watch),
    unfinished: { note: async () => undefined, forget: () => undefined },
    onProgress: (progress) => onReport(progress),
  });
  const finish = async () => {
    const begun = await exports.begin(requestOf(format), async () => path);
    if (!begun.ok || begun.value.kind !== 'begun') throw new Error('the export did not begin');
    exports.add(begun.value.id, annotations);
    return exports.finish(begun.value.id);
  };

  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const before = performance.now();
  const finished = await finish();
  const whole = performance.now() - before;
  delay.disable();
  if (!finished.ok || finished.value.kind !== 'saved') throw new Error(JSON.stringify(finished));
  if (finished.value.unverified > 0) throw new Error('a quote is not verified');
  const { size: bytes } = await stat(path);
  await rm(path);

  let calledOffAt = 0;
  onReport = ({ id, done, total }) => {
    // In the midst of writing, if there is anything to count.
    if (calledOffAt > 0 || (done === 0 && total > 0)) return;
    calledOffAt = performance.now();
    void exports.cancel(id);
  };
  const cancelled = await finish();
  const answered = performance.now() - calledOffAt;
  if (!cancelled.ok || cancelled.value.kind !== 'cancelled') throw new Error('not called off');
  const left = await readdir(folder);
  if (left.length > 0) throw new Error(`left behind: ${left}`);
  await rm(folder, { recursive: true });
  return { whole, bytes, heldUp: delay.max / 1e6, reports, cancelled: answered };
}

function requestOf(format: ExportFormat): ExportRequest {
  return {
    format,
    title: 'Vốn vay thế hệ mới',
    created: '2026-11-22',
    plan: FIRST_PLAN,
    dialect: 'commonmark',
    codebook: [...FIRST_TAGS],
  };
}

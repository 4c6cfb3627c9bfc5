import type { Annotation } from '../../domain/annotation/annotation.ts';
import { failed, ok, type Result } from '../../domain/result.ts';
import type { Bridge } from '../../shared/contract.ts';
import {
  EXPORT_CHUNK,
  type ExportOutcome,
  type ExportProblem,
  type ExportProgress,
  type ExportRequest,
} from '../../shared/export.ts';
import { nameOf } from '../db/refusal.ts';

/** What is exported. */
export interface ExportWork {
  readonly request: ExportRequest;
  readonly annotations: readonly Annotation[];
}

/** What an export stands upon. */
export interface ExportPorts {
  readonly ask: Bridge['invoke'];
  /** @returns a function that stops listening. */
  readonly listen: (listener: (progress: ExportProgress) => void) => () => void;
  /** Lets the window do what else it has to. */
  readonly pause: () => Promise<unknown>;
}

interface ExportRun {
  /** Calls it off. */
  readonly signal: AbortSignal;
  /** Is told once the analyst has said where to, and then how much of it is done: 0 to 1. */
  readonly onProgress: (share: number) => void;
}

/** How much of the whole handing the annotations over is: they are read and written on the other side. */
const HANDING_OVER = 0.2;

const CANCELLED = ok<ExportOutcome>({ kind: 'cancelled' });

/** Has the main process export, which asks where to. Getting no answer is a failure, too. */
export async function runExport(
  work: ExportWork,
  ports: ExportPorts,
  run: ExportRun,
): Promise<Result<ExportOutcome, ExportProblem>> {
  try {
    const begun = await ports.ask('export:begin', work.request);
    if (!begun.ok) return begun;
    if (begun.value.kind === 'cancelled') return CANCELLED;
    return await exportInto(begun.value.id, work.annotations, ports, run);
  } catch (error) {
    return failed({ kind: 'file', path: '', system: nameOf(error) });
  }
}

async function exportInto(
  id: string,
  annotations: readonly Annotation[],
  { ask, listen, pause }: ExportPorts,
  { signal, onProgress }: ExportRun,
): Promise<Result<ExportOutcome, ExportProblem>> {
  const cancel = () => void ask('export:cancel', id);
  const leave = listen((progress) => {
    if (progress.id !== id) return;
    onProgress(HANDING_OVER + (1 - HANDING_OVER) * (progress.done / Math.max(progress.total, 1)));
  });
  signal.addEventListener('abort', cancel);
  try {
    onProgress(0);
    for (let from = 0; from < annotations.length; from += EXPORT_CHUNK) {
      if (signal.aborted) return CANCELLED;
      const added = await ask('export:add', id, annotations.slice(from, from + EXPORT_CHUNK));
      if (signal.aborted) return CANCELLED;
      if (!added.ok) return added;
      onProgress(
        (HANDING_OVER * Math.min(from + EXPORT_CHUNK, annotations.length)) / annotations.length,
      );
      await pause();
    }
    const finished = await ask('export:finish', id);
    // What was called off may be over on the other side before it is asked for.
    return signal.aborted && !finished.ok ? CANCELLED : finished;
  } finally {
    signal.removeEventListener('abort', cancel);
    leave();
  }
}

import { create } from 'zustand';
import type { ExportFormat, ExportOutcome, ExportProblem } from '../../shared/export.ts';
import { ask, listen } from '../platform/platform.ts';
import { type ExportWork, runExport } from './run-export.ts';

/** How an export goes. */
export type Exporting =
  | { readonly kind: 'idle' }
  /** The analyst is asked where to. */
  | { readonly kind: 'asking' }
  /** `share` of it is done, 0 to 1. */
  | { readonly kind: 'running'; readonly share: number; readonly title: string }
  | (Extract<ExportOutcome, { readonly kind: 'saved' }> & { readonly format: ExportFormat })
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly problem: ExportProblem };

export type ExportSaved = Extract<Exporting, { readonly kind: 'saved' }>;

/** What is to be exported. */
interface Subject extends Pick<State, 'of' | 'as'> {
  /** What it is called: another may be open by the time that it is exported. */
  readonly title: string;
}

interface State {
  /** What is, or was last, exported: a brief's id, or `everything`. */
  readonly of: string | undefined;
  /** The state of it that is exported: once it is another, nothing is said of the last export any more. */
  readonly as: unknown;
  readonly exporting: Exporting;
}

const IDLE: Exporting = { kind: 'idle' };

export const useExports = create<State>(() => ({ of: undefined, as: undefined, exporting: IDLE }));

/** Calls off what is under way. */
let underWay: AbortController | undefined;

/** Whether something is being exported now; there is one export at a time. */
export function isUnderWay({ kind }: Exporting): boolean {
  return kind === 'asking' || kind === 'running';
}

/** What came of exporting this, as it is now. */
export function useExporting(of: string, as: unknown): Exporting {
  const state = useExports();
  if (state.of !== of) return isUnderWay(state.exporting) ? state.exporting : IDLE;
  return isUnderWay(state.exporting) || state.as === as ? state.exporting : IDLE;
}

export function cancelExport(): void {
  underWay?.abort();
}

/** Another turn of the event loop. */
export const pause = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve));

/**
 * Exports something; while something else is, nothing happens.
 * @returns what came of it; `undefined` when nothing happened.
 */
export async function startExport(
  { of, as, title }: Subject,
  work: ExportWork,
): Promise<Exporting | undefined> {
  if (isUnderWay(useExports.getState().exporting)) return undefined;
  underWay = new AbortController();
  const { signal } = underWay;
  const tell = (exporting: Exporting) => useExports.setState({ of, as, exporting });
  tell({ kind: 'asking' });
  let told = -1;
  const ports = {
    ask,
    listen: (listener: Parameters<typeof listen<'export:progress'>>[1]) =>
      listen('export:progress', listener),
    pause,
  };
  const ended = await runExport(work, ports, {
    signal,
    onProgress: (share) => {
      // A hundred steps are enough to see, and each is painted.
      const step = Math.floor(share * 100);
      if (step === told) return;
      told = step;
      tell({ kind: 'running', share: step / 100, title });
    },
  });
  if (!ended.ok) tell({ kind: 'failed', problem: ended.reason });
  else if (ended.value.kind === 'saved') tell({ ...ended.value, format: work.request.format });
  else tell(signal.aborted ? { kind: 'cancelled' } : IDLE);
  return useExports.getState().exporting;
}

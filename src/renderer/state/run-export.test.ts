import { describe, expect, it } from 'vitest';
import { anAnnotation } from '../../domain/annotation/annotation.testing.ts';
import { FIRST_PLAN } from '../../domain/brief/saved-brief.ts';
import { EXPORT_CHUNK, type ExportProgress, type ExportRequest } from '../../shared/export.ts';
import { runExport } from './run-export.ts';

const ID = '019ab000-0000-7000-8000-000000000000';
const SAVED = { kind: 'saved', path: '/oda.md', passages: 3, unverified: 0 } as const;

const request: ExportRequest = {
  format: 'markdown',
  title: 'Vốn vay',
  created: '2026-11-22',
  plan: FIRST_PLAN,
  dialect: 'commonmark',
  codebook: [],
};

const many = (count: number) =>
  Array.from({ length: count }, (_, at) => anAnnotation({ id: `annotation-${at}` }));

/** The main process, as far as an export goes: what it answers, and what it was asked. */
class MainProcess {
  readonly asked: string[] = [];
  readonly got: string[] = [];
  answers: Readonly<Record<string, unknown>> = {};
  #listener: ((progress: ExportProgress) => void) | undefined;
  isHeard = (): boolean => this.#listener !== undefined;

  ports = {
    ask: (async (channel: string, ...args: unknown[]) => {
      this.asked.push(channel);
      if (channel in this.answers) {
        const answer = this.answers[channel];
        return typeof answer === 'function' ? answer() : answer;
      }
      if (channel === 'export:begin') {
        return { ok: true, value: { kind: 'begun', id: ID, path: '/oda.md' } };
      }
      if (channel === 'export:add') {
        this.got.push(...(args[1] as { id: string }[]).map(({ id }) => id));
        return { ok: true, value: null };
      }
      return channel === 'export:finish' ? { ok: true, value: SAVED } : null;
    }) as never,
    listen: (listener: (progress: ExportProgress) => void) => {
      this.#listener = listener;
      return () => {
        this.#listener = undefined;
      };
    },
    pause: async () => undefined,
  };

  tell(progress: ExportProgress): void {
    this.#listener?.(progress);
  }
}

function run(main: MainProcess, count = 3, signal = new AbortController().signal) {
  const shares: number[] = [];
  const done = runExport({ request, annotations: many(count) }, main.ports, {
    signal,
    onProgress: (share) => shares.push(share),
  });
  return { done, shares };
}

describe('an export', () => {
  it('hands over every annotation, in pieces, and says where it was saved', async () => {
    const main = new MainProcess();
    const count = 2 * EXPORT_CHUNK + 1;
    const { done, shares } = run(main, count);
    expect(await done).toEqual({ ok: true, value: SAVED });
    expect(main.got).toEqual(many(count).map(({ id }) => id));
    expect(main.asked).toEqual([
      'export:begin',
      'export:add',
      'export:add',
      'export:add',
      'export:finish',
    ]);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares[0]).toBe(0);
    expect(main.isHeard()).toBe(false);
  });

  it('of nothing, such as of the codebook alone, is finished at once', async () => {
    const main = new MainProcess();
    await run(main, 0).done;
    expect(main.asked).toEqual(['export:begin', 'export:finish']);
  });

  it('that the analyst thinks better of is no more than a question', async () => {
    const main = new MainProcess();
    main.answers = { 'export:begin': { ok: true, value: { kind: 'cancelled' } } };
    const { done, shares } = run(main);
    expect(await done).toEqual({ ok: true, value: { kind: 'cancelled' } });
    expect(main.asked).toEqual(['export:begin']);
    expect(shares).toEqual([]);
  });

  it('tells how far the writing is, and takes no notice of another export', async () => {
    const main = new MainProcess();
    main.answers = {
      'export:finish': () => {
        main.tell({ id: ID, done: 1, total: 2 });
        main.tell({ id: ID.replace('b', 'c'), done: 2, total: 2 });
        return { ok: true, value: SAVED };
      },
    };
    const { done, shares } = run(main);
    await done;
    expect(shares.at(-1)).toBeCloseTo(0.6);
  });

  it.each(['export:begin', 'export:add', 'export:finish'])(
    'that is refused at %s tells why',
    async (channel) => {
      const main = new MainProcess();
      const reason = { kind: 'file', path: '/oda.md', system: 'ENOSPC' };
      main.answers = { [channel]: { ok: false, reason } };
      expect(await run(main).done).toEqual({ ok: false, reason });
      expect(main.asked.at(-1)).toBe(channel);
    },
  );

  it('that gets no answer is told as a failure', async () => {
    const main = new MainProcess();
    main.answers = {
      'export:add': () => {
        throw new TypeError('no answer');
      },
    };
    const reason = { kind: 'file', path: '', system: 'TypeError' };
    expect(await run(main).done).toEqual({ ok: false, reason });
    expect(main.isHeard()).toBe(false);
  });
});

describe('calling an export off', () => {
  it('while it is handed over hands over no more, and has it forgotten', async () => {
    const main = new MainProcess();
    const off = new AbortController();
    main.answers = {
      'export:add': () => {
        off.abort();
        return { ok: true, value: null };
      },
    };
    const { done } = run(main, 3 * EXPORT_CHUNK, off.signal);
    expect(await done).toEqual({ ok: true, value: { kind: 'cancelled' } });
    expect(main.asked).toEqual(['export:begin', 'export:add', 'export:cancel']);
  });

  it('while it is written is told by what the writing answers', async () => {
    const main = new MainProcess();
    const off = new AbortController();
    const cancelled = { ok: true, value: { kind: 'cancelled' } };
    main.answers = {
      'export:finish': () => {
        off.abort();
        return cancelled;
      },
    };
    expect(await run(main, 3, off.signal).done).toEqual(cancelled);
    expect(main.asked.at(-1)).toBe('export:cancel');
  });

  it('too late leaves what was saved, and says so', async () => {
    const main = new MainProcess();
    const off = new AbortController();
    main.answers = {
      'export:finish': () => {
        off.abort();
        return { ok: true, value: SAVED };
      },
    };
    expect(await run(main, 3, off.signal).done).toEqual({ ok: true, value: SAVED });
  });

  it('of which nothing is known any more is no failure', async () => {
    const main = new MainProcess();
    const off = new AbortController();
    main.answers = {
      'export:finish': () => {
        off.abort();
        return { ok: false, reason: { kind: 'ended' } };
      },
    };
    const { done } = run(main, 3, off.signal);
    expect(await done).toEqual({ ok: true, value: { kind: 'cancelled' } });
  });
});

import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Annotation } from '../../domain/annotation/annotation.ts';
import { readBrief } from '../../domain/brief/read-brief.testing.ts';
import { EXPORT_CHUNK, type ExportProgress, type ExportRequest } from '../../shared/export.ts';
import { briefWordsEn } from '../../shared/texts/brief-words.en.ts';
import { accepted, silenceLog } from '../journal/journal.testing.ts';
import { ARTICLES, passages, REQUEST, runInThread } from './exports.testing.ts';
import { Exports, type ExportsOptions } from './exports.ts';

const OLD = 'what was there before, of no less than a hundred bytes\n'.repeat(3);

let folder: string;
let path: string;
/** Paths that are noted as being written now. */
let noted: string[];
let progress: ExportProgress[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ben-le-exports-'));
  path = join(folder, 'Bản tin.md');
  noted = [];
  progress = [];
});

afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

function open(options: Partial<ExportsOptions> = {}): Exports {
  return new Exports({
    articles: ARTICLES,
    runJob: runInThread,
    unfinished: {
      note: async (file) => void noted.push(file),
      forget: (file) => {
        noted = noted.filter((other) => other !== file);
      },
    },
    onProgress: (each) => progress.push(each),
    ...options,
  });
}

/** Begins an export, and hands everything over as the window does. */
async function begun(
  exports: Exports,
  annotations: readonly Annotation[],
  { to = path, request = REQUEST }: { to?: string; request?: ExportRequest } = {},
): Promise<string> {
  const answer = accepted(await exports.begin(request, async () => to));
  if (answer.kind !== 'begun') throw new Error(answer.kind);
  for (let at = 0; at < annotations.length; at += EXPORT_CHUNK) {
    accepted(exports.add(answer.id, annotations.slice(at, at + EXPORT_CHUNK)));
  }
  return answer.id;
}

const CANCELLED = { ok: true, value: { kind: 'cancelled' } };
const ENDED = { ok: false, reason: { kind: 'ended' } };

/** The folder holds the old file, byte for byte, and nothing else, and nothing is noted any more. */
async function expectUntouched(): Promise<void> {
  expect(await readFile(path, 'utf8')).toBe(OLD);
  expect(await readdir(folder)).toEqual(['Bản tin.md']);
  expect(noted).toEqual([]);
}

describe('an export', () => {
  test('of all that was handed over takes the place of what was there', async () => {
    await writeFile(path, OLD);
    const exports = open();
    const id = await begun(exports, await passages(1_000));
    await expectUntouched();
    expect(await exports.finish(id)).toEqual({
      ok: true,
      value: { kind: 'saved', path, passages: 1_000, unverified: 0 },
    });
    const { sections } = readBrief(await readFile(path, 'utf8'), briefWordsEn);
    expect(sections.flatMap((section) => section.passages)).toHaveLength(1_000);
    expect(await readdir(folder)).toEqual(['Bản tin.md']);
    expect(noted).toEqual([]);
    expect(await exports.finish(id)).toEqual(ENDED);
    expect(exports.add(id, [])).toEqual(ENDED);
  });

  test('tells how far it is, from nothing to all, and never goes back', async () => {
    const exports = open();
    const id = await begun(exports, await passages(2_000));
    accepted(await exports.finish(id));
    expect(progress[0]).toEqual({ id, done: 0, total: 2_000 });
    expect(progress.at(-1)).toEqual({ id, done: 2_000, total: 2_000 });
    const done = progress.map((each) => each.done);
    expect(done).toEqual([...new Set(done)].sort((a, b) => a - b));
  });

  test('is noted while its file may be there, and only then', async () => {
    const seen: string[] = [];
    const exports = open({
      runJob: async (job, watch) => {
        seen.push(...noted);
        expect(noted).toEqual([job.file.path]);
        return runInThread(job, watch);
      },
    });
    accepted(await exports.finish(await begun(exports, await passages(5))));
    expect(seen).toHaveLength(1);
    expect(noted).toEqual([]);
  });

  test('that goes nowhere is none', async () => {
    expect(await open().begin(REQUEST, async () => undefined)).toEqual(CANCELLED);
  });

  test('does not disturb another, nor does calling one off', async () => {
    const exports = open();
    const made = await passages(2_000);
    const names = ['a.md', 'b.md', 'c.md'];
    const ids = await Promise.all(
      names.map((name, place) =>
        begun(exports, made.slice(0, 500 * (place + 1)), { to: join(folder, name) }),
      ),
    );
    const [a, b, c] = ids as [string, string, string];
    const all = Promise.all([exports.finish(a), exports.finish(b), exports.finish(c)]);
    await exports.cancel(b);
    const [first, second, third] = await all;
    expect(first).toMatchObject({ value: { kind: 'saved', passages: 500 } });
    expect(second).toEqual(CANCELLED);
    expect(third).toMatchObject({ value: { kind: 'saved', passages: 1_500 } });
    expect((await readdir(folder)).sort()).toEqual(['a.md', 'c.md']);
    for (const [id, total] of [[a, 500] as const, [c, 1_500] as const]) {
      expect(progress.findLast((each) => each.id === id)).toEqual({ id, done: total, total });
    }
  });
});

describe('called off', () => {
  beforeEach(() => writeFile(path, OLD));

  test('before it is written, it never is', async () => {
    const exports = open();
    const id = await begun(exports, await passages(10));
    await exports.cancel(id);
    expect(exports.add(id, [])).toEqual(ENDED);
    expect(await exports.finish(id)).toEqual(CANCELLED);
    expect(await exports.finish(id)).toEqual(ENDED);
    await expectUntouched();
  });

  test('at once, before the worker is there', async () => {
    const exports = open();
    const finished = exports.finish(await begun(exports, await passages(10)));
    await exports.cancelAll();
    await expectUntouched();
    expect(await finished).toEqual(CANCELLED);
  });

  test.each<[string, (each: ExportProgress) => boolean]>([
    ['the quotes are compared, and nothing is written', ({ done }) => done === 0],
    ['it is being written', ({ done }) => done > 0],
    ['the last passage is written', ({ done, total }) => done === total],
  ])('when %s', async (_, isThen) => {
    let off: Promise<void> | undefined;
    const exports = open({
      onProgress: (each) => {
        expect(off).toBeUndefined();
        if (isThen(each)) off = exports.cancel(each.id);
      },
    });
    const id = await begun(exports, await passages(2_000));
    expect(await exports.finish(id)).toEqual(CANCELLED);
    await off;
    expect(off).toBeDefined();
    await expectUntouched();
  });

  test('when the new file is whole, but not yet in its place', async () => {
    const exports: Exports = open({
      runJob: async (job, watch) => {
        const written = await runInThread(job, watch);
        expect(await readdir(folder)).toHaveLength(2);
        void exports.cancel(id);
        return written;
      },
    });
    const id = await begun(exports, await passages(10));
    expect(await exports.finish(id)).toEqual(CANCELLED);
    await expectUntouched();
  });

  test('too late, it is there and said to be', async () => {
    const exports = open();
    const id = await begun(exports, await passages(10));
    expect(await exports.finish(id)).toMatchObject({ value: { kind: 'saved' } });
    await exports.cancel(id);
    expect(await readFile(path, 'utf8')).toContain(REQUEST.title);
    expect(await readdir(folder)).toEqual(['Bản tin.md']);
  });

  test('all at once, when the page is gone; one that was still being asked for does not begin', async () => {
    const exports = open();
    const made = await passages(2_000);
    const underway = exports.finish(await begun(exports, made));
    const collecting = await begun(exports, made);
    let answer: (to: string) => void = () => undefined;
    const asked = exports.begin(
      REQUEST,
      () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    );
    await exports.cancelAll();
    answer(path);
    expect(await asked).toEqual(CANCELLED);
    expect(await underway).toEqual(CANCELLED);
    expect(await exports.finish(collecting)).toEqual(ENDED);
    await expectUntouched();
  });
});

describe('what goes wrong', () => {
  beforeEach(async () => {
    silenceLog();
    await writeFile(path, OLD);
  });

  test.each([
    ['a folder that is gone', 'none/a.md', 'ENOENT'],
    ['a path below a file', 'Bản tin.md/a.md', 'ENOTDIR'],
    ['a name that is too long', `${'ắ'.repeat(100)}.md`, 'ENAMETOOLONG'],
  ])('%s is told, with its path', async (_, name, system) => {
    const exports = open();
    const to = join(folder, name);
    expect(await exports.finish(await begun(exports, await passages(3), { to }))).toEqual({
      ok: false,
      reason: { kind: 'file', path: to, system },
    });
    await expectUntouched();
  });

  test('a folder in its place is told when all is written', async () => {
    const to = join(folder, 'full.md');
    await mkdir(join(to, 'inside'), { recursive: true });
    const exports = open();
    const finished = await exports.finish(await begun(exports, await passages(3), { to }));
    expect(finished).toMatchObject({ ok: false, reason: { kind: 'file', path: to } });
    expect((await readdir(folder)).sort()).toEqual(['Bản tin.md', 'full.md']);
  });

  test('a bug in the midst of writing rejects, and leaves nothing behind', async () => {
    const made = await passages(1_000);
    const broken = { ...made[700], note: 7 } as unknown as Annotation;
    const exports = open();
    const id = await begun(exports, made.with(700, broken));
    await expect(exports.finish(id)).rejects.toThrow(TypeError);
    await expectUntouched();
    expect(await exports.finish(id)).toEqual(ENDED);
  });

  /** A limit on the size of files stands in for a disk that fills up. */
  test.skipIf(process.platform === 'win32')('a disk that fills up loses nothing', async () => {
    const at = (name: string) => JSON.stringify(join(import.meta.dirname, name));
    const script = `
      process.on('SIGXFSZ', () => undefined);
      const { Exports } = await import(${at('exports.ts')});
      const { ARTICLES, passages, REQUEST, runInThread } = await import(${at('exports.testing.ts')});
      const unfinished = { note: async () => undefined, forget: () => undefined };
      const exports = new Exports({ articles: ARTICLES, runJob: runInThread, unfinished, onProgress: () => undefined });
      const begun = await exports.begin(REQUEST, async () => ${JSON.stringify(path)});
      exports.add(begun.value.id, await passages(2_000));
      console.log(JSON.stringify(await exports.finish(begun.value.id)));`;
    const { stdout } = await promisify(execFile)('sh', [
      '-c',
      'ulimit -f 16; exec "$0" -e "$1"',
      process.execPath,
      script,
    ]);
    expect(JSON.parse(stdout)).toEqual({
      ok: false,
      reason: { kind: 'file', path, system: 'EFBIG' },
    });
    await expectUntouched();
  });
});

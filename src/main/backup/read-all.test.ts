import { describe, expect, test } from 'vitest';
import type { Head } from '../../domain/change/head.ts';
import { failed, ok } from '../../domain/result.ts';
import { readAll } from './read-all.ts';

const head = (seq: number, digest = 'aaaaaaaaaaaa'): Head => ({ seq, digest });

/** A journal that stands at these heads, one after the other, and whose rows add up to those. */
function journalAt(standing: readonly Head[], adding: readonly Head[] = standing) {
  let [asked, read] = [0, 0];
  return {
    append: async () => ok(standing[Math.min(asked++, standing.length - 1)] as Head),
    readRows: async () =>
      ok({ head: adding[Math.min(read++, adding.length - 1)] as Head, rows: [] }),
  };
}

const gap = { ok: false, reason: { kind: 'gap' } };

describe('all rows of a journal', () => {
  test('are read where it stands where the window does', async () => {
    const all = await readAll(journalAt([head(3)]), head(3));
    expect(all).toEqual(ok({ head: head(3), rows: [] }));
  });

  test('are read where it went on since the window asked', async () => {
    expect(await readAll(journalAt([head(4)]), head(3))).toMatchObject({ ok: true });
  });

  test('are read again where it went on while they were read', async () => {
    const journal = journalAt([head(3), head(4)], [head(4), head(4)]);
    expect(await readAll(journal, head(3))).toMatchObject({ value: { head: head(4) } });
  });

  test('are not had where it is behind the window, or elsewhere', async () => {
    expect(await readAll(journalAt([head(2)]), head(3))).toMatchObject(gap);
    expect(await readAll(journalAt([head(3, 'bbbbbbbbbbbb')]), head(3))).toMatchObject(gap);
  });

  test('are not had where they do not add up', async () => {
    const journal = journalAt([head(3)], [head(3, 'bbbbbbbbbbbb')]);
    expect(await readAll(journal, head(3))).toMatchObject(gap);
  });

  test('are not waited for without end', async () => {
    const heads = Array.from({ length: 9 }, (_, seq) => head(seq + 3));
    expect(await readAll(journalAt(heads, heads.slice(1)), head(3))).toMatchObject(gap);
  });

  test('are not had from a journal that cannot be read', async () => {
    const problem = failed({ kind: 'disk', system: 'EIO' } as const);
    const journal = journalAt([head(3)]);
    expect(await readAll({ ...journal, append: async () => problem }, head(3))).toEqual(problem);
    expect(await readAll({ ...journal, readRows: async () => problem }, head(3))).toEqual(problem);
  });
});

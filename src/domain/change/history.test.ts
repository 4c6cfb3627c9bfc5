import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ChangeKind, Effect } from './change.ts';
import {
  type HistoryStep,
  invert,
  invertBatch,
  redoWalk,
  standingWalk,
  undoWalk,
  type Verdict,
} from './history.ts';

const rows = fc.option(fc.record({ key: fc.constant('panel'), value: fc.integer() }));
const effects = fc
  .record({ before: rows, after: rows })
  .map((change): Effect => ({ table: 'settings', key: 'panel', ...change }));

describe('inverting', () => {
  test('twice gives the effect', () => {
    fc.assert(
      fc.property(effects, (effect) => {
        expect(invert(invert(effect))).toEqual(effect);
      }),
    );
  });

  test('tells the effect of a change alone, the other way round', () => {
    const change = {
      seq: 7,
      batch: 'batch-1',
      kind: 'edit',
      time: '2026-01-01T00:00:00.000Z',
      table: 'settings',
      key: 'panel',
      before: null,
      after: { key: 'panel', value: 1 },
    } as const;
    expect(invert(change)).toEqual({
      table: 'settings',
      key: 'panel',
      before: { key: 'panel', value: 1 },
      after: null,
    });
  });

  test('a batch goes from its last change to its first', () => {
    fc.assert(
      fc.property(fc.array(effects), (batch) => {
        const inverted = invertBatch(batch);
        expect(inverted).toEqual(batch.toReversed().map(invert));
        expect(invertBatch(inverted)).toEqual(batch);
      }),
    );
  });
});

/** A step of a log, and where "Undo" and "Redo" would find theirs: the place in the log, or -1. */
interface Moment {
  readonly log: readonly HistoryStep[];
  readonly undo: number;
  readonly redo: number;
}

/** What an analyst asked for, played on two stacks; what cannot be done leaves no step in the log. */
function play(wishes: readonly ChangeKind[]): Moment {
  const log: HistoryStep[] = [];
  const undos: number[] = [];
  let redos: number[] = [];
  for (const kind of wishes) {
    const place = log.length;
    if (kind === 'undo') {
      if (undos.pop() === undefined) continue;
      redos.push(place);
    } else if (kind === 'redo') {
      if (redos.pop() === undefined) continue;
      undos.push(place);
    } else if (kind === 'edit') {
      undos.push(place);
      redos = [];
    }
    log.push({ kind });
  }
  return { log, undo: undos.at(-1) ?? -1, redo: redos.at(-1) ?? -1 };
}

const moments = fc
  .array(fc.constantFrom<ChangeKind>('edit', 'edit', 'undo', 'undo', 'redo', 'system'), {
    maxLength: 60,
  })
  .map(play);

/** Where the walk ends in the log, with what it said there; it reads nothing below. */
function ending(walk: (step: HistoryStep) => Verdict, log: readonly HistoryStep[]) {
  for (const [place, step] of [...log.entries()].reverse()) {
    const verdict = walk(step);
    if (verdict !== 'on') return { verdict, place };
  }
  return { verdict: 'on', place: -1 };
}

describe('walking back through the log', () => {
  test('finds the step that two stacks would undo, reading nothing beyond it', () => {
    fc.assert(
      fc.property(moments, ({ log, undo }) => {
        const verdict = undo < 0 ? 'on' : 'found';
        expect(ending(undoWalk(), log)).toEqual({ verdict, place: undo });
      }),
      { numRuns: 1000 },
    );
  });

  test('finds the step that two stacks would redo, or stops at the newest edit', () => {
    fc.assert(
      fc.property(moments, ({ log, redo }) => {
        const newestEdit = log.findLastIndex(({ kind }) => kind === 'edit');
        const found = { verdict: 'found', place: redo };
        const none = { verdict: newestEdit < 0 ? 'on' : 'none', place: newestEdit };
        expect(ending(redoWalk(), log)).toEqual(redo < 0 ? none : found);
      }),
      { numRuns: 1000 },
    );
  });

  test.each<[string, ChangeKind[], number, number]>([
    ['nothing in an empty log', [], -1, -1],
    ['nothing where only the app itself wrote', ['system', 'system'], -1, -1],
    ['the edit, whatever the app itself wrote since', ['edit', 'system'], 0, -1],
    ['the undo alone, when all is undone', ['edit', 'undo'], -1, 1],
    ['the redo, to be undone again', ['edit', 'undo', 'redo'], 2, -1],
    ['both, in the middle of the history', ['edit', 'edit', 'undo'], 0, 2],
    ['no redo once something was edited', ['edit', 'undo', 'edit'], 2, -1],
    [
      'no redo once something was edited, and that undone, but that',
      ['edit', 'undo', 'edit', 'undo'],
      -1,
      3,
    ],
  ])('finds %s', (_, kinds, undo, redo) => {
    const log = kinds.map((kind) => ({ kind }));
    expect(ending(undoWalk(), log).place).toBe(undo);
    const redoEnd = ending(redoWalk(), log);
    expect(redoEnd.verdict === 'found' ? redoEnd.place : -1).toBe(redo);
  });
});

/** The places in the log of the edits that stand, by two stacks that remember which edit each step is about. */
function standing(wishes: readonly ChangeKind[]): { log: HistoryStep[]; stand: number[] } {
  const log: HistoryStep[] = [];
  const stand: number[] = [];
  let gone: number[] = [];
  for (const kind of wishes) {
    const from = { undo: stand, redo: gone, edit: [log.length], system: [log.length] }[kind];
    const edit = from.pop();
    if (edit === undefined) continue;
    if (kind === 'undo') gone.push(edit);
    if (kind === 'edit' || kind === 'redo') stand.push(edit);
    if (kind === 'edit') gone = [];
    log.push({ kind });
  }
  return { log, stand };
}

describe('telling which edits stand', () => {
  const wishes = fc.array(
    fc.constantFrom<ChangeKind>('edit', 'edit', 'undo', 'undo', 'redo', 'redo', 'system'),
    { maxLength: 60 },
  );

  test('finds those that two stacks would, in the order in which undo takes them back', () => {
    fc.assert(
      fc.property(wishes.map(standing), ({ log, stand }) => {
        const stands = standingWalk();
        const found = [...log.entries()].reverse().filter(([, step]) => stands(step));
        expect(found.map(([place]) => place)).toEqual(stand.toReversed());
      }),
      { numRuns: 2000 },
    );
  });

  test('says nothing of what is no edit', () => {
    const stands = standingWalk();
    const kinds = ['undo', 'system', 'redo', 'undo', 'edit', 'edit'] as const;
    expect(kinds.map((kind) => stands({ kind }))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      false,
      true,
    ]);
  });
});

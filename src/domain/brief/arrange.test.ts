import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arranged, withMove } from './arrange.ts';
import type { Move } from './saved-brief.ts';

const letters = ['a', 'b', 'c', 'd', 'e'];
const self = (id: string) => id;
const move = (id: string, after: string | null): Move => ({ id, after });

describe('a list with moves', () => {
  it('is as it was without any', () => {
    expect(arranged(letters, [], self)).toEqual(letters);
  });

  it('has each thing right behind what it was put behind, one after the other', () => {
    expect(arranged(letters, [move('d', 'a')], self)).toEqual(['a', 'd', 'b', 'c', 'e']);
    expect(arranged(letters, [move('a', 'e')], self)).toEqual(['b', 'c', 'd', 'e', 'a']);
    expect(arranged(letters, [move('c', null)], self)).toEqual(['c', 'a', 'b', 'd', 'e']);
    const both = [move('c', null), move('e', 'c')];
    expect(arranged(letters, both, self)).toEqual(['c', 'e', 'a', 'b', 'd']);
  });

  it('leaves what is new in its natural place', () => {
    const moves = [move('e', null)];
    expect(arranged(['a', 'b', 'new', 'e'], moves, self)).toEqual(['e', 'a', 'b', 'new']);
  });

  it('passes over moves of things, or behind things, that are not there, or behind themselves', () => {
    const moves = [move('x', 'a'), move('b', 'x'), move('c', 'c')];
    expect(arranged(letters, moves, self)).toEqual(letters);
  });

  it('keeps the place of what stands behind something that was moved and is gone', () => {
    const moves = [move('d', 'a'), move('c', 'a'), move('e', 'd')];
    expect(arranged(letters, moves, self)).toEqual(['a', 'c', 'd', 'e', 'b']);
    expect(arranged(['a', 'b', 'c', 'e'], moves, self)).toEqual(['a', 'c', 'e', 'b']);
  });

  const someId = fc.constantFrom(...letters, 'gone');
  const someMoves = fc.array(
    fc.record({ id: someId, after: fc.option(someId) }) satisfies fc.Arbitrary<Move>,
    { maxLength: 12 },
  );

  it('has the others in the same order when one thing is gone that had been moved before anything behind it', () => {
    const moved = letters.map((id) => move(id, null));
    fc.assert(
      fc.property(someMoves, fc.constantFrom(...letters), (moves, gone) => {
        const all = arranged(letters, [...moved, ...moves], self);
        const others = letters.filter((id) => id !== gone);
        expect(arranged(others, [...moved, ...moves], self)).toEqual(
          all.filter((id) => id !== gone),
        );
      }),
    );
  });

  it('always holds the same things', () => {
    fc.assert(
      fc.property(someMoves, (moves) => {
        expect([...arranged(letters, moves, self)].sort()).toEqual(letters);
      }),
    );
  });

  it('has what was moved last where it was put', () => {
    fc.assert(
      fc.property(
        someMoves,
        fc.constantFrom(...letters),
        fc.option(fc.constantFrom(...letters)),
        (moves, id, after) => {
          fc.pre(id !== after);
          const list = arranged(letters, withMove(moves, id, after), self);
          expect(list[list.indexOf(id) - 1] ?? null).toBe(after);
          // One move instead of several of the same thing comes to the same.
          expect(list).toEqual(arranged(letters, [...moves, { id, after }], self));
        },
      ),
    );
  });
});

describe('one more move', () => {
  it('follows the others', () => {
    const moves = withMove([move('a', 'c')], 'b', null);
    expect(moves).toEqual([move('a', 'c'), move('b', null)]);
  });

  it('takes the place of the last one when it is of the same thing', () => {
    const moves = withMove(withMove([move('a', 'c')], 'b', 'd'), 'b', 'e');
    expect(moves).toEqual([move('a', 'c'), move('b', 'e')]);
  });
});

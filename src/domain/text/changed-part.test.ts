import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changedPart } from './changed-part.ts';

const notes = fc
  .array(fc.constantFrom('vốn', 'vay', 'ODA', ' ', '\n', '  ', '🇻🇳', 'lao động'), { maxLength: 12 })
  .map((parts) => parts.join(''));

describe('the changed part of a note', () => {
  test('and what is around it make up both versions', () => {
    fc.assert(
      fc.property(notes, notes, (before, after) => {
        const { head, removed, added, tail } = changedPart(before, after);
        expect(head + removed + tail).toBe(before);
        expect(head + added + tail).toBe(after);
      }),
      { numRuns: 2000 },
    );
  });

  test('is nothing where nothing changed', () => {
    fc.assert(
      fc.property(notes, (note) => {
        expect(changedPart(note, note)).toEqual({ head: note, removed: '', added: '', tail: '' });
      }),
    );
  });

  test.each([
    ['vốn vay mới', 'vốn vay thế hệ mới', ['vốn vay', '', ' thế hệ', ' mới']],
    ['hỏi JICA', 'hỏi JBIC', ['hỏi', ' JICA', ' JBIC', '']],
    ['', 'mới', ['', '', 'mới', '']],
    ['đầu tư', 'dầu tư', ['', 'đầu', 'dầu', ' tư']],
  ])('of %j becoming %j is whole words', (before, after, [head, removed, added, tail]) => {
    expect(changedPart(before, after)).toEqual({ head, removed, added, tail });
  });
});

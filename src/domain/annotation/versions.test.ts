import { describe, expect, test } from 'vitest';
import { anAnnotation } from './annotation.testing.ts';
import type { Annotation } from './annotation.ts';
import { type AnnotationChange, versionsOf } from './versions.ts';

const time = '2026-01-01T00:00:00.000Z';

/** A log in which each row becomes the next; where no batches are named, each change is one of its own. */
function logOf(rows: readonly (Annotation | null)[], batches: readonly string[] = []) {
  return rows.map((after, place): AnnotationChange => {
    const before = rows[place - 1] ?? null;
    return { batch: batches[place] ?? `batch-${place}`, kind: 'edit', time, before, after };
  });
}

const plain = anAnnotation();

describe('the versions of an annotation', () => {
  test('come newest first and say what each changed', () => {
    const tagged = anAnnotation({ tagIds: ['oda', 'azec'] });
    const noted = anAnnotation({ tagIds: ['azec', 'labour'], note: 'Vốn vay' });
    const moved = { ...noted, position: { start: 8, end: 11 } };
    const versions = versionsOf(logOf([plain, tagged, noted, moved]));
    expect(versions).toMatchObject([
      { step: 'edited', passageChanged: true, noteChanged: false, tagsAdded: [], tagsRemoved: [] },
      { step: 'edited', noteChanged: true, tagsAdded: ['labour'], tagsRemoved: ['oda'] },
      { step: 'edited', noteChanged: false, tagsAdded: ['oda', 'azec'], passageChanged: false },
      { step: 'made', tagsAdded: [], noteChanged: false, passageChanged: false },
    ]);
  });

  test('tell when a translation changed, or was checked', () => {
    const translated = (checked: boolean) =>
      anAnnotation({ translation: { text: 'three notes', checked } });
    const versions = versionsOf(logOf([plain, translated(false), translated(true), plain, plain]));
    expect(versions.map(({ translationChanged }) => translationChanged)).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
  });

  test('tell making from coming back, and deleting', () => {
    const versions = versionsOf(logOf([anAnnotation({ tagIds: ['oda'] }), null, plain]));
    expect(versions.map(({ step }) => step)).toEqual(['back', 'deleted', 'made']);
    expect(versions.map(({ tagsAdded }) => tagsAdded)).toEqual([[], [], ['oda']]);
  });

  test('count a stretch of typing once, from what was to what came of it', () => {
    const notes = ['', 'v', 'vốn', 'vốn vay'].map((note) => anAnnotation({ note }));
    const versions = versionsOf(logOf(notes, ['made', 'typing', 'typing', 'typing']));
    expect(versions).toHaveLength(2);
    expect(versions[0]).toMatchObject({ before: { note: '' }, after: { note: 'vốn vay' } });
  });

  test('are none where nothing is known', () => {
    expect(versionsOf([])).toEqual([]);
  });
});

import { withNote, withTranslation } from '../../domain/annotation/edit.ts';
import { now } from './ids.ts';
import type { TextField } from './text-drafts.ts';

/** The note of an annotation; by its id, since it is what is typed most. */
export function noteOf(annotationId: string): TextField {
  return {
    key: annotationId,
    edit: (text) => ({
      table: 'annotations',
      key: annotationId,
      change: (row) => row && withNote(row, text, now()),
    }),
  };
}

/** The translation of a passage. Words that were typed since nobody has compared with it yet. */
export function translationOf(annotationId: string): TextField {
  return {
    key: `translation of ${annotationId}`,
    edit: (text) => ({
      table: 'annotations',
      key: annotationId,
      change: (row) => {
        if (!row || row.translation?.text === text.normalize('NFC')) return row;
        return withTranslation(row, { text, checked: false }, now());
      },
    }),
  };
}

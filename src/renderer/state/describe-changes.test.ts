import { expect, test } from 'vitest';
import { anAnnotation } from '../../domain/annotation/annotation.testing.ts';
import { FIRST_PLAN, type SavedBrief } from '../../domain/brief/saved-brief.ts';
import type { Change } from '../../domain/change/change.ts';
import { invertBatch } from '../../domain/change/history.ts';
import { FIRST_TAGS } from '../../domain/tag/codebook.ts';
import { trashAnnotation, trashBrief, trashTag } from '../../domain/trash/trash.ts';
import { texts } from '../../shared/texts/texts.ts';
import { describeChanges } from './describe-changes.ts';

const words = texts.changes;
const NOW = '2026-01-01T00:00:00.000Z';

const change = (table: Change['table'], before: object | null, after: object | null): Change =>
  ({
    seq: 1,
    batch: 'batch-1',
    kind: 'edit',
    time: NOW,
    table,
    key: (before ?? after ?? { id: '?' })['id' as never],
    before,
    after,
  }) as Change;

const plain = anAnnotation();
const tagged = anAnnotation({ tagIds: ['tag-oda'] });
const [tag] = FIRST_TAGS;
if (!tag) throw new Error('there are first tags');

const deletingAnnotation = [
  change('annotations', plain, null),
  change('trash', null, trashAnnotation(plain, NOW)),
];
const deletingTag = [
  change('tags', tag, null),
  change('trash', null, trashTag(tag, [tagged.id], NOW)),
  change('annotations', tagged, plain),
];
const brief: SavedBrief = {
  ...FIRST_PLAN,
  id: 'brief-1',
  title: 'ODA',
  dialect: 'commonmark',
  createdAt: NOW,
  updatedAt: NOW,
};
const deletingBrief = [
  change('briefs', brief, null),
  change('trash', null, trashBrief(brief, NOW)),
];
const restoring = (deleting: readonly Change[]) => invertBatch(deleting).reverse() as Change[];

test.each<[string, readonly Change[]]>([
  ['', []],
  [words.annotationAdded, [change('annotations', null, plain)]],
  [words.annotationDeleted, deletingAnnotation],
  [words.annotationBack, restoring(deletingAnnotation)],
  [words.tagsChanged, [change('annotations', plain, tagged)]],
  [words.noteChanged, [change('annotations', plain, anAnnotation({ note: 'mới' }))]],
  [
    words.passageChanged,
    [change('annotations', plain, anAnnotation({ position: { start: 4, end: 7 } }))],
  ],
  [words.tagAdded('ODA'), [change('tags', null, tag)]],
  [words.tagChanged('AZEC'), [change('tags', tag, { ...tag, name: 'AZEC' })]],
  [words.tagDeleted('ODA'), deletingTag],
  [words.tagBack('ODA'), restoring(deletingTag)],
  [words.tagMerged('ODA'), [change('tags', tag, null), change('annotations', tagged, plain)]],
  [words.restored, [change('tags', null, tag), change('annotations', null, tagged)]],
  [
    words.restored,
    ['a', 'b'].map((id) =>
      change('annotations', anAnnotation({ id }), anAnnotation({ id, note: 'mới' })),
    ),
  ],
  [
    words.noteChanged,
    ['m', 'mớ', 'mới'].map((note) => change('annotations', plain, anAnnotation({ note }))),
  ],
  [
    words.translationChanged,
    [
      change(
        'annotations',
        plain,
        anAnnotation({ translation: { text: 'three', checked: false } }),
      ),
    ],
  ],
  [words.briefAdded('ODA'), [change('briefs', null, brief)]],
  [words.briefChanged(''), [change('briefs', brief, { ...brief, title: '' })]],
  [words.briefDeleted('ODA'), deletingBrief],
  [words.briefBack('ODA'), restoring(deletingBrief)],
  [words.purged, [change('trash', trashAnnotation(plain, NOW), null)]],
  [
    words.emptied,
    [
      change('trash', trashAnnotation(plain, NOW), null),
      change('trash', trashTag(tag, [], NOW), null),
    ],
  ],
])('a batch is told as “%s”', (told, changes) => {
  expect(describeChanges(changes)).toBe(told);
});

import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Annotation } from '../domain/annotation/annotation.ts';
import { keepPrivateNote } from '../domain/annotation/private-note.ts';
import { planMerge } from '../domain/backup/plan.ts';
import { Side } from '../domain/backup/side.ts';
import { editsIn } from '../domain/brief/brief-edits.ts';
import { EMPTY_LIBRARY } from '../domain/brief/brief-vocabulary.ts';
import { composeBrief } from '../domain/brief/compose-brief.ts';
import {
  citation,
  citationHtml,
  passagesToHtml,
  passagesToMarkdown,
} from '../domain/brief/copy-passage.ts';
import { DIALECTS, FIRST_PLAN, TEMPLATES } from '../domain/brief/saved-brief.ts';
import { FIRST_TAGS } from '../domain/tag/codebook.ts';
import { EXPORT_FORMATS, type ExportFormat } from '../shared/export.ts';
import { briefWordsEn } from '../shared/texts/brief-words.en.ts';
import { ARTICLES, passages } from './export/exports.testing.ts';
import type { ExportInput } from './export/format.ts';
import { written } from './export/formats/written.testing.ts';
import { WRITINGS } from './export/writers.ts';
import { readBriefFile } from './import/read-brief-file.ts';
import { readImport } from './import/readers/read-import.ts';
import { readArticles } from './read-articles.ts';

/** `BENLE_FUZZ=2000 BENLE_SEED=1` for the long run. */
const RUNS = Math.min(Number(process.env.BENLE_FUZZ ?? 8), 5_000);
const SEED = Number(process.env.BENLE_SEED ?? 20_261_129);
const TIMEOUT = 3_600_000;

const CANARY = 'Chim yến mật 7419';
const { articles } = await readArticles(ARTICLES);
const made = await passages(12);

const note = fc.constantFrom(
  CANARY,
  `> ${CANARY}`,
  `# ${CANARY}\n\n- ${CANARY}\n- \`${CANARY}\``,
  `[a](https://${CANARY.replaceAll(' ', '-')}.vn "${CANARY}")`,
);
/** Annotations with all that a note can be: none, public, private, private and empty. */
const library = fc.array(
  fc.record({
    note: fc.oneof(note, fc.constant('')),
    isPublic: fc.boolean(),
    tagged: fc.boolean(),
    translated: fc.boolean(),
    place: fc.nat(made.length - 1),
  }),
  { minLength: 1, maxLength: 6 },
);

function annotationsOf(rows: typeof library extends fc.Arbitrary<infer Rows> ? Rows : never) {
  const distinct = new Map(rows.map((row) => [row.place, row]));
  return [...distinct.values()].flatMap((row): Annotation[] => {
    const base = made[row.place];
    if (!base) return [];
    const text = row.isPublic
      ? { note: 'ai cũng đọc được' }
      : { note: row.note, isNotePrivate: true };
    return [
      {
        ...base,
        ...text,
        tagIds: row.tagged ? base.tagIds : [],
        ...(row.translated && { translation: { text: 'What it says.', checked: true } }),
        updatedAt: '2026-11-23T04:00:00.000Z',
      },
    ];
  });
}

function inputOf(annotations: readonly Annotation[], template: (typeof TEMPLATES)[number]) {
  const arrangement = { ...FIRST_PLAN.arrangement, template };
  const plan = { ...FIRST_PLAN, arrangement };
  const content = { title: 'ODA', created: '2026-11-29', codebook: FIRST_TAGS, articles, plan };
  const brief = composeBrief({ ...content, annotations });
  const rest = { annotations, articles, codebook: FIRST_TAGS, words: briefWordsEn };
  return {
    brief,
    ...rest,
    dialect: 'commonmark',
    hasLinks: true,
    onProgress: () => {},
  } satisfies ExportInput;
}

/** All text in a file, that of an archive's parts too. */
function textIn(file: Uint8Array): string {
  const isArchive = file[0] === 0x50 && file[1] === 0x4b;
  const parts = isArchive ? Object.values(unzipSync(file)) : [file];
  return parts.map((part) => new TextDecoder().decode(part)).join('\n');
}

async function exported(format: ExportFormat, input: ExportInput): Promise<Uint8Array> {
  return written(await WRITINGS[format].load(), input);
}

const toSearch = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
const holdsCanary = (text: string) => toSearch(text).includes(toSearch(CANARY));

/** What taking a file of annotations over would change here. */
function changesBy(file: Uint8Array, ours: readonly Annotation[]): unknown[] {
  const read = readImport(file, { articles, codebook: FIRST_TAGS });
  if (!read.ok) throw new Error(read.reason.detail);
  const known = new Map(ours.map((row) => [row.id, row]));
  const placed = [...ours, ...FIRST_TAGS].map((row) => ({
    table: 'quote' in row ? ('annotations' as const) : ('tags' as const),
    key: row.id,
    row,
  }));
  const come = read.value.rows.map(({ table, key, row }) => {
    const own = table === 'annotations' ? known.get(key) : undefined;
    const theirs = row as unknown as Annotation;
    return { table, key, row: own ? keepPrivateNote(theirs, own) : theirs };
  });
  return [...planMerge(new Side(placed), new Side(come as typeof placed)).items];
}

test(
  'no export of any format holds a private note, and no file that comes back asks for its deletion',
  async () => {
    const property = fc.asyncProperty(
      library,
      fc.constantFrom(...TEMPLATES),
      fc.constantFrom(...DIALECTS),
      async (rows, template, dialect) => {
        const annotations = annotationsOf(rows);
        const input = { ...inputOf(annotations, template), dialect };
        const files = new Map<ExportFormat, Uint8Array>();
        for (const format of EXPORT_FORMATS) files.set(format, await exported(format, input));
        const leaks = [...files].filter(([, file]) => holdsCanary(textIn(file)));
        expect(leaks.map(([format]) => format)).toEqual([]);

        const quoted = input.brief.sections.flatMap((section) => section.passages);
        const copied = [passagesToMarkdown, passagesToHtml].map((copy) =>
          copy(quoted, briefWordsEn),
        );
        const cited = [citation, citationHtml].flatMap((cite) =>
          quoted.map((one) => cite(one, briefWordsEn)),
        );
        expect([...copied, ...cited].filter(holdsCanary)).toEqual([]);

        for (const format of ['json-ld', 'qdpx'] as const) {
          expect(changesBy(files.get(format) ?? new Uint8Array(), annotations)).toEqual([]);
        }
        const brief = readBriefFile(files.get('markdown') ?? new Uint8Array(), EMPTY_LIBRARY);
        if (!brief.ok) throw new Error('the brief could not be read back');
        const byId = new Map(annotations.map((row) => [row.id, row]));
        expect(editsIn(brief.value.brief, (id) => byId.get(id), FIRST_TAGS).edits).toEqual([]);
      },
    );
    await fc.assert(property, { numRuns: RUNS, seed: SEED });
  },
  TIMEOUT,
);

test('the canary is found where the note is not private', async () => {
  const annotations = made.slice(0, 3).map((row) => ({ ...row, note: CANARY }));
  const input = inputOf(annotations, 'plain');
  for (const format of EXPORT_FORMATS) {
    const isFound = holdsCanary(textIn(await exported(format, input)));
    expect([format, isFound]).toEqual([format, format !== 'qdc']);
  }
});

import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FIRST_TAGS } from '../../domain/tag/codebook.ts';
import { newFileFor, takePlace } from '../atomic-write.ts';
import { doExport } from '../export/export-job.ts';
import { ARTICLES, passages, REQUEST } from '../export/exports.testing.ts';
import { doImport } from './import-job.ts';

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ben-le-import-'));
  path = join(folder, 'Bản tin.md');
});

afterEach(() => rm(folder, { recursive: true }));

const read = (from = path) => doImport({ path: from, articles: ARTICLES, codebook: FIRST_TAGS });

test('a brief comes back as it was exported, whatever the file is called', async () => {
  path = join(folder, 'Bản tin.qdpx');
  const annotations = await passages(40);
  const file = await newFileFor(path);
  const job = { file, articles: ARTICLES, request: REQUEST, annotations };
  expect(await doExport(job, () => undefined)).toMatchObject({ ok: true });
  await takePlace(file);
  const imported = await read();
  if (!imported.ok || imported.value.kind !== 'brief') throw new Error(JSON.stringify(imported));
  expect(imported.value).toMatchObject({ path, brief: { title: REQUEST.title } });
  const notes = new Map(imported.value.brief.passages.map((each) => [each.annotationId, each]));
  for (const { id, quote, note } of annotations) {
    expect(notes.get(id)).toMatchObject({ quote: quote.exact, note });
  }
});

test.each([
  ['a text that is no brief', 'Đầu tư công\n', 'not-ours'],
  ['nothing', '', 'not-ours'],
  ['a text in UTF-16, as some editors save it', Buffer.from('\uFEFFĐầu tư', 'utf16le'), 'not-ours'],
  ['bytes that are no text', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), 'unknown'],
  ['a text of another encoding', Buffer.from('Đầu tư', 'utf16le'), 'unknown'],
])('nothing is taken from %s', async (_, content, kind) => {
  await writeFile(path, content);
  expect(await read()).toEqual({ ok: false, reason: { kind, path, detail: '' } });
});

test('what the system refuses is told by its code', async () => {
  expect(await read()).toEqual({ ok: false, reason: { kind: 'file', path, detail: 'ENOENT' } });
  expect(await read(folder)).toMatchObject({ ok: false, reason: { detail: 'EISDIR' } });
});

test('a file that is too large is not read', async () => {
  await writeFile(path, '');
  await truncate(path, 500_000_001);
  expect(await read()).toEqual({
    ok: false,
    reason: { kind: 'too-large', path, detail: '500000001' },
  });
});

import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FIRST_PLAN, TEMPLATES } from '../../domain/brief/saved-brief.ts';
import { EXPORT_FORMATS } from '../../shared/export.ts';
import { newFileFor } from '../atomic-write.ts';
import { doExport } from './export-job.ts';
import { ARTICLES, passages, REQUEST } from './exports.testing.ts';
import type { Progress } from './tally.ts';
import { WRITINGS } from './writers.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ben-le-writers-'));
});

afterEach(() => rm(folder, { recursive: true }));

const combinations = EXPORT_FORMATS.flatMap((format) =>
  TEMPLATES.map((template) => [format, template] as const),
);

test.each(combinations)(
  '%s of the template %s is written, and counted to the last passage',
  async (format, template) => {
    const tagIds = REQUEST.codebook.slice(0, 2).map(({ id }) => id);
    const annotations = (await passages(20)).map((each) => ({ ...each, tagIds }));
    const plan = { ...FIRST_PLAN, arrangement: { ...FIRST_PLAN.arrangement, template } };
    const file = await newFileFor(join(folder, 'a'));
    const told: Progress[] = [];
    const job = { file, articles: ARTICLES, request: { ...REQUEST, format, plan }, annotations };
    const written = await doExport(job, (progress) => told.push(progress));
    const count = format === 'qdc' ? 0 : 20;
    expect(written).toEqual({ ok: true, value: { passages: count, unverified: 0 } });
    expect((await stat(file.path)).size).toBeGreaterThan(0);
    // By tag each stands in two sections; a digest is by article.
    const isTwice = WRITINGS[format].repeats && template !== 'digest';
    const total = isTwice ? 2 * count : count;
    expect(told[0]).toEqual({ done: 0, total });
    expect(told.at(-1)).toEqual({ done: total, total });
  },
);

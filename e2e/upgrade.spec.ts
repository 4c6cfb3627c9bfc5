import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { texts } from '../src/shared/texts/texts.ts';
import { expect, type Running, test } from './fixtures/app.ts';
import { seal } from './fixtures/backup-file.ts';
import { newestOfJournal } from './fixtures/damage.ts';
import { downgrade, emptyPage, makeNewer } from './fixtures/old-database.ts';
import { strangersAnnotations } from './fixtures/prepared-work.ts';
import { Random } from './fixtures/random.ts';
import { readStored } from './fixtures/stored.ts';

const MARKED = 'đối tác số một về ODA';

/** Every file of the journal with its content. */
async function journalFiles(dataFolder: string): Promise<ReadonlyMap<string, string>> {
  const folder = join(dataFolder, 'journal');
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile());
  const read = files.map(async ({ parentPath, name }) => {
    const path = join(parentPath, name);
    return [path, await readFile(path, 'latin1')] as const;
  });
  return new Map(await Promise.all(read));
}

async function expectRefused({ page }: Running): Promise<void> {
  await expect(page.getByText(texts.startFailed.title)).toBeVisible();
  await expect(page.getByText('written by a newer version')).toBeVisible();
  await expect(page.getByRole('button', { name: texts.startFailed.retry })).toBeVisible();
}

test('the work of version 1 opens whole, after a snapshot of it was taken', async ({
  start,
  dataFolder,
  copyOfApp,
}) => {
  const all = strangersAnnotations(25, new Random(11));
  await downgrade(start, await emptyPage(await copyOfApp()), dataFolder, all);
  const running = await start();
  const { page, desk } = running;
  await desk.ready();
  await expect(desk.status).toHaveText('Saved');
  const byId = (one: { readonly id: string }, other: { readonly id: string }) =>
    one.id < other.id ? -1 : 1;
  expect((await readStored(page)).annotations).toEqual([...all].sort(byId));
  const snapshot = await readFile(await newestOfJournal(dataFolder, 'snapshot-'), 'utf8');
  for (const { id } of all) expect(snapshot).toContain(id);
  await expect(page.getByRole('alert', { name: texts.findings.label })).toBeHidden();

  await desk.annotate(MARKED, 'ODA');
  await page.keyboard.press('Control+z');
  await expect(desk.marks(MARKED)).toHaveCount(0);
  await expect(desk.status).toHaveText('Saved');
});

test('a database that a newer app wrote is refused, and stays as it is', async ({
  start,
  copyOfApp,
}) => {
  const emptyApp = await emptyPage(await copyOfApp());
  await makeNewer(start, emptyApp);
  const refused = await start();
  await expectRefused(refused);
  await refused.app.close();

  const { page } = await start({ folder: emptyApp });
  const versions = await page.evaluate(async () =>
    (await indexedDB.databases()).map(({ name, version }) => [name, version]),
  );
  expect(versions).toEqual([['ben-le', 1_000]]);
});

test('a journal that a newer app wrote is refused, and not one byte of it changes', async ({
  start,
  dataFolder,
}) => {
  const first = await start();
  await first.desk.ready();
  await first.desk.annotate(MARKED, 'ODA');
  await expect(first.desk.status).toHaveText('Saved');
  await first.app.close();
  const file = await newestOfJournal(dataFolder, 'changes-');
  const ours = await readFile(file, 'utf8');
  const [header = '', ...changes] = ours.split('\n');
  const { sum: _, ...said } = JSON.parse(header);
  await writeFile(file, seal({ ...said, version: 2 }) + changes.join('\n'));
  const before = await journalFiles(dataFolder);

  const refused = await start();
  await expectRefused(refused);
  await refused.app.close();
  expect(await journalFiles(dataFolder)).toEqual(before);

  await writeFile(file, ours);
  const { desk } = await start();
  await desk.ready();
  await expect(desk.card(MARKED)).toBeVisible();
  await expect(desk.status).toHaveText('Saved');
});

import { randomBytes } from 'node:crypto';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { texts } from '../src/shared/texts/texts.ts';
import { expect, type Running, type StartApp, test } from './fixtures/app.ts';
import {
  cutTail,
  DATABASE_DAMAGE,
  databaseFolder,
  flipByte,
  loseLargeRows,
  newestOfJournal,
} from './fixtures/damage.ts';
import { restoreAnnotations, strangersAnnotations } from './fixtures/prepared-work.ts';
import { Random } from './fixtures/random.ts';
import { readStored, type Stored } from './fixtures/stored.ts';

/** Places at which a byte of the database is flipped; more of them by `BENLE_FLIPS=50`. */
const FLIPS = Number(process.env.BENLE_FLIPS ?? 8);

const RESTORED = 'made anew from the journal';
const NOTE = 'Ghi chú: vốn vay đã được xác nhận';
const MARKED = 'đối tác số một về ODA';

/** A day's work, restored and made by hand, closed properly. @returns all of it. */
async function work(start: StartApp, dataFolder: string, random: Random): Promise<Stored> {
  const running = await start();
  const { app, page, desk } = running;
  await desk.ready();
  await restoreAnnotations(running, dataFolder, strangersAnnotations(40, random));
  await desk.annotate(MARKED, 'ODA');
  await page.keyboard.press('n');
  await page.locator('textarea:focus').fill(NOTE);
  await page.keyboard.press('Escape');
  await page.evaluate(() => window.benle.invoke('journal:snapshot'));
  await desk.annotate('thứ hai về lao động', 'Labour');
  await expect(desk.status).toHaveText('Saved');
  const stored = await readStored(page);
  expect(stored.annotations).toHaveLength(42);
  await app.close();
  return stored;
}

/** The window is well, nothing is missing, and the journal agrees. */
async function expectAll({ page, desk }: Running, { annotations }: Stored): Promise<void> {
  await desk.ready();
  await expect(desk.status).toHaveText('Saved');
  await expect(async () => {
    expect((await readStored(page)).annotations).toEqual(annotations);
  }).toPass();
  await expect(desk.marks(MARKED).first()).toBeVisible();
  const journaled = await page.evaluate(async () => {
    const read = await window.benle.invoke('journal:read-rows');
    return read.ok ? read.value.rows.filter(({ table }) => table === 'annotations').length : 0;
  });
  expect(journaled).toBe(annotations.length);
}

const told = ({ page }: Running) => page.getByRole('alert', { name: texts.findings.label });

for (const [damage, befall] of Object.entries(DATABASE_DAMAGE)) {
  test(`the database, ${damage}, comes back whole, and the analyst is told`, async ({
    start,
    dataFolder,
  }) => {
    const all = await work(start, dataFolder, new Random(1));
    await befall(await databaseFolder(dataFolder));
    const running = await start();
    await expectAll(running, all);
    await expect(told(running)).toContainText(RESTORED);
    await told(running).getByRole('button', { name: texts.findings.dismiss }).click();
    await running.app.close();

    const again = await start();
    await expectAll(again, all);
    await expect(told(again)).toBeHidden();
  });
}

test('a note so long that Chromium keeps it in a file of its own comes back without that', async ({
  start,
  dataFolder,
}) => {
  const { app, page, desk } = await start();
  await desk.ready();
  await desk.annotate(MARKED, 'ODA');
  await page.keyboard.press('n');
  // What cannot be compressed.
  const note = randomBytes(100_000).toString('base64');
  await page.locator('textarea:focus').fill(note);
  await page.keyboard.press('Escape');
  await expect(desk.status).toHaveText('Saved');
  const all = await readStored(page);
  expect(all.annotations).toMatchObject([{ note }]);
  await app.close();

  await loseLargeRows(await databaseFolder(dataFolder));
  const again = await start();
  await expectAll(again, all);
  await expect(told(again)).toContainText(RESTORED);
});

test(`a byte flipped at any of ${FLIPS} places of the database costs nothing`, async ({
  start,
  dataFolder,
}) => {
  test.setTimeout(60_000 + FLIPS * 20_000);
  const random = new Random(2);
  const all = await work(start, dataFolder, random);
  const kept = `${dataFolder}-kept`;
  await cp(dataFolder, kept, { recursive: true });
  const tally = { told: 0, untouched: 0 };
  for (let flip = 0; flip < FLIPS; flip += 1) {
    await rm(dataFolder, { recursive: true });
    await cp(kept, dataFolder, { recursive: true });
    await test.step(await flipByte(await databaseFolder(dataFolder), random), async () => {
      const running = await start();
      await expectAll(running, all);
      tally[(await told(running).isVisible()) ? 'told' : 'untouched'] += 1;
      await running.app.close();
    });
  }
  await rm(kept, { recursive: true });
  process.stdout.write(`bytes flipped in the database: ${JSON.stringify(tally)}\n`);
});

test('a change of the storage backend, there and back, costs nothing', async ({
  start,
  dataFolder,
  copyOfApp,
}) => {
  const all = await work(start, dataFolder, new Random(3));
  const folder = await copyOfApp();
  const main = join(folder, 'out', 'main', 'index.js');
  // The app upon a Chromium that has moved to SQLite: it asks for what it otherwise shuts.
  const source = await readFile(main, 'utf8');
  expect(source.match(/"disable-features"/g)).toHaveLength(2);
  await writeFile(main, source.replaceAll('"disable-features"', '"enable-features"'));

  const there = await start({ folder });
  await expectAll(there, all);
  await expect(told(there)).toContainText(RESTORED);
  await there.desk.annotate('thứ ba về đầu tư và du lịch', 'AZEC');
  await expect(there.desk.status).toHaveText('Saved');
  const more = await readStored(there.page);
  await there.app.close();

  const back = await start();
  await expectAll(back, more);
  await expect(told(back)).toContainText(RESTORED);
});

test('the last line of the journal torn off at any place costs nothing', async ({
  start,
  dataFolder,
}) => {
  const all = await work(start, dataFolder, new Random(4));
  for (const bytes of [1, 40, 400]) {
    await cutTail(await newestOfJournal(dataFolder, 'changes-'), bytes);
    const running = await start();
    await expectAll(running, all);
    await running.app.close();
  }
});

test('a damaged journal is mended from the database, and the analyst is told', async ({
  start,
  dataFolder,
}) => {
  const all = await work(start, dataFolder, new Random(5));
  const file = await newestOfJournal(dataFolder, 'changes-');
  const lines = (await readFile(file, 'utf8')).split('\n');
  const line = Math.floor(lines.length / 2);
  await writeFile(file, lines.with(line, (lines[line] ?? '').replace('seq', 'sep')).join('\n'));
  const running = await start();
  await expectAll(running, all);
  await expect(told(running)).toContainText('set-aside/');
  await expect(told(running)).toContainText('Nothing was lost');
});

test('a journal that another program saved in UTF-16 with CRLF is put back, and the analyst is told', async ({
  start,
  dataFolder,
}) => {
  const all = await work(start, dataFolder, new Random(8));
  const file = await newestOfJournal(dataFolder, 'changes-');
  const written = await readFile(file, 'utf8');
  await writeFile(file, `\ufeff${written.replaceAll('\n', '\r\n')}`, 'utf16le');
  const snapshot = await newestOfJournal(dataFolder, 'snapshot-');
  await writeFile(
    snapshot,
    `\ufeff${(await readFile(snapshot, 'utf8')).replaceAll('\n', ' \r\n')}`,
  );
  // Everything has to come from the files.
  await rm(await databaseFolder(dataFolder), { recursive: true });
  const running = await start();
  await expectAll(running, all);
  await expect(told(running)).toContainText('changed the line ends or the encoding');
  await expect(told(running)).toContainText('set-aside/changes-');
  await expect(told(running)).toContainText('set-aside/snapshot-');
  expect((await readFile(file, 'utf8')).startsWith(written)).toBe(true);
  await told(running).getByRole('button', { name: texts.findings.dismiss }).click();

  // Once more, under the running window.
  const now = await readFile(file, 'utf8');
  await writeFile(file, now.replaceAll('\n', '\r\n'));
  await running.desk.annotate('thứ ba về đầu tư và du lịch', 'AZEC');
  await expect(running.desk.status).toHaveText('Saved');
  await expect(told(running)).toContainText('changed the line ends or the encoding');
  expect((await readFile(file, 'utf8')).startsWith(now)).toBe(true);
  const more = await readStored(running.page);
  await running.app.close();

  const again = await start();
  await expectAll(again, more);
  await expect(told(again)).toBeHidden();
});

test('a damaged snapshot is told, and is not needed, even with the database gone', async ({
  start,
  dataFolder,
}) => {
  const all = await work(start, dataFolder, new Random(6));
  const file = await newestOfJournal(dataFolder, 'snapshot-');
  const bytes = await readFile(file);
  bytes[Math.floor(bytes.length / 2)] = 0;
  await writeFile(file, bytes);
  await rm(await databaseFolder(dataFolder), { recursive: true });
  const running = await start();
  await expectAll(running, all);
  await expect(told(running)).toContainText(RESTORED);
  await expect(told(running)).toContainText('set-aside/');
});

test('a journal that is gone is written anew from the database, and the analyst is told', async ({
  start,
  dataFolder,
}) => {
  const all = await work(start, dataFolder, new Random(7));
  await rm(join(dataFolder, 'journal'), { recursive: true });
  const running = await start();
  await expectAll(running, all);
  await expect(told(running)).toContainText('written anew from the database');
});

test('a database wiped under the running window comes back with the next change', async ({
  running,
}) => {
  const { page, desk } = running;
  await desk.annotate(MARKED, 'ODA');
  await expect(desk.status).toHaveText('Saved');
  await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const request = indexedDB.deleteDatabase('ben-le');
        request.onsuccess = resolve;
        request.onerror = reject;
      }),
  );
  // The codebook is gone with it for the moment; highlighting needs none.
  await desk.annotate('thứ hai về lao động');
  await expect(desk.status).toHaveText('Saved');
  await expect(told(running)).toContainText(RESTORED);
  expect((await readStored(page)).annotations).toHaveLength(2);
  await expect(desk.card(MARKED)).toContainText('ODA');
});

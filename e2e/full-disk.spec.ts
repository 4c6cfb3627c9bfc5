import { join } from 'node:path';
import { texts } from '../src/shared/texts/texts.ts';
import { test as base, expect, type Running, type StartApp } from './fixtures/app.ts';
import { killTree } from './fixtures/process-tree.ts';
import { type SmallDisk, smallDiskAt } from './fixtures/small-disk.ts';
import { readStored } from './fixtures/stored.ts';

const FIRST = 'đối tác số một về ODA';
const SECOND = 'thứ hai về lao động';

interface Disks {
  /** A small disk under the journal alone. */
  readonly journalDisk: SmallDisk;
  /** A small disk under all of the app's data, Chromium's own included. */
  readonly dataDisk: SmallDisk;
}

const test = base.extend<Disks>({
  journalDisk: async ({ dataFolder }, use) => {
    const disk = await smallDiskAt(join(dataFolder, 'journal'), 4);
    await use(disk);
    await disk.remove();
  },
  dataDisk: async ({ dataFolder }, use) => {
    const disk = await smallDiskAt(dataFolder, 160);
    await use(disk);
    await disk.remove();
  },
});

const retry = ({ page }: Running) => page.getByRole('button', { name: texts.status.retry });
const told = ({ page }: Running) => page.getByRole('alert', { name: texts.findings.label });

async function annotate({ desk }: Running, text: string): Promise<void> {
  await desk.annotate(text, 'ODA');
}

/** The last page of a file has room on the fullest disk: this is more than that. */
async function writeLongNote({ page }: Running): Promise<void> {
  await page.keyboard.press('n');
  await page.locator('textarea:focus').fill('Vốn vay đã được xác nhận. '.repeat(400));
  await page.keyboard.press('Escape');
}

/** Tries again until there is nothing left to try: what fails may also be tried by the window itself. */
async function tryAgain(running: Running): Promise<void> {
  await expect(async () => {
    if (await retry(running).isVisible()) await retry(running).click({ timeout: 1_000 });
    await expect(running.desk.status).toHaveText('Saved', { timeout: 1_000 });
  }).toPass();
}

async function expectSaved({ page, desk }: Running, annotations: number): Promise<void> {
  await expect(desk.status).toHaveText('Saved');
  expect((await readStored(page)).annotations).toHaveLength(annotations);
}

/** The app with one annotation, saved. */
async function startWithOne(start: StartApp): Promise<Running> {
  const running = await start();
  await running.desk.ready();
  await annotate(running, FIRST);
  await expectSaved(running, 1);
  return running;
}

/** The app started once more, with both annotations. */
async function startWithBoth(start: StartApp): Promise<Running> {
  const again = await start();
  await again.desk.ready();
  await expectSaved(again, 2);
  return again;
}

test('a full disk under the journal: nothing is called saved, and it is once there is room', async ({
  start,
  journalDisk,
}) => {
  const running = await startWithOne(start);
  const { app, desk } = running;

  await journalDisk.fill(app);
  await annotate(running, SECOND);
  await writeLongNote(running);
  await expect(desk.status).toContainText('the disk is full');
  await retry(running).click();
  await expect(desk.status).toContainText('the disk is full');

  await journalDisk.makeRoom(app);
  await tryAgain(running);
  await expectSaved(running, 2);
  await app.close();

  const again = await startWithBoth(start);
  await expect(told(again)).toBeHidden();
});

test('what could not be called saved on a full disk is not lost by a kill either', async ({
  start,
  journalDisk,
}) => {
  const running = await startWithOne(start);
  const { app, desk } = running;
  await journalDisk.fill(app);
  await annotate(running, SECOND);
  await writeLongNote(running);
  await expect(desk.status).toContainText('the disk is full');
  await journalDisk.makeRoom(app);
  const gone = new Promise((resolve) => app.process().once('exit', resolve));
  killTree(app.process().pid ?? 0);
  await gone;

  await startWithBoth(start);
});

test('a folder that can only be read: the message says so, and saving goes on when it may', async ({
  start,
  journalDisk,
}) => {
  const running = await startWithOne(start);
  const { app, desk } = running;
  await journalDisk.lock();
  await annotate(running, SECOND);
  await expect(desk.status).toContainText('can only be read');
  await journalDisk.unlock();
  await tryAgain(running);
  await expectSaved(running, 2);
  await app.close();

  await startWithBoth(start);
});

test('a folder that can only be read from the start: the work is there, and the status is honest', async ({
  start,
  journalDisk,
}) => {
  const first = await startWithOne(start);
  await first.app.close();

  await journalDisk.lock();
  const running = await start();
  await running.desk.ready();
  await expect(running.desk.card(FIRST)).toBeVisible();
  await expect(running.desk.status).toContainText('can only be read');
  await retry(running).click();
  await expect(running.desk.status).toContainText('can only be read');
  await journalDisk.unlock();
  await tryAgain(running);
  await expectSaved(running, 1);
  await annotate(running, SECOND);
  await expectSaved(running, 2);
});

test('a full disk under everything: nothing is called saved, nothing is lost', async ({
  start,
  dataDisk,
}) => {
  const running = await startWithOne(start);
  const { app, desk } = running;

  await dataDisk.fill(app);
  await desk.dragOver(SECOND);
  await desk.annotateToolbar.getByRole('button', { name: 'ODA', exact: true }).click();
  await expect(desk.status).toContainText('Not saved');
  await dataDisk.makeRoom(app);
  await tryAgain(running);
  await expectSaved(running, 2);
  await app.close();

  const again = await startWithBoth(start);
  await expect(again.desk.card(FIRST)).toBeVisible();
  await expect(again.desk.card(SECOND)).toBeVisible();
});

import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestInfo } from '@playwright/test';
import { expect, type Running, test } from './fixtures/app.ts';
import { backUp, chooseMenuItem, look, restore } from './fixtures/restore-dialog.ts';
import { answerQuestion, answerSaveDialog, proposedPath } from './fixtures/save-dialog.ts';

const ODA = 'đối tác số một về ODA';
const LABOUR = 'thứ hai về lao động';
const INVESTMENT = 'thứ ba về đầu tư và du lịch';

async function outbox(testInfo: TestInfo): Promise<string> {
  const folder = testInfo.outputPath('outbox');
  await mkdir(folder, { recursive: true });
  return folder;
}

/** Writes a note and goes back to reading. */
async function note({ page, desk }: Running, passage: string, text: string): Promise<void> {
  await desk.note(passage).fill(text);
  await expect(desk.status).toHaveText('Saved');
  await desk.article(/./).focus();
  await page.keyboard.press('Escape');
}

/** All that an analyst made, as the window shows it. */
async function workOf({ desk }: Running): Promise<unknown> {
  const cards = desk.annotations.getByRole('listitem');
  const notes = await desk.annotations
    .getByRole('textbox', { name: 'Note' })
    .evaluateAll((all) => all.map((field) => (field as HTMLTextAreaElement).value));
  const ids = await cards.evaluateAll((all) => all.map((card) => card.getAttribute('data-card')));
  await desk.tool('Codebook').click();
  const tags = await desk.codebook.getByRole('option').allTextContents();
  await desk.codebook.getByRole('button', { name: 'Close' }).click();
  await expect(desk.codebook).toBeHidden();
  return { notes, ids, tags, marks: await desk.marks().allTextContents() };
}

/** Two passages, tagged and noted, and a tag of the analyst's own. */
async function makeWork(running: Running): Promise<void> {
  const { desk } = running;
  await desk.annotate(ODA, 'ODA');
  await note(running, ODA, 'Vốn vay “thế hệ mới”');
  await desk.annotate(LABOUR, 'Labour');
  await desk.tool('Codebook').click();
  await desk.codebook.getByRole('textbox', { name: 'New tag' }).fill('Hạ tầng');
  await desk.codebook.getByRole('textbox', { name: 'New tag' }).press('Enter');
  await expect(desk.tagRow('Hạ tầng')).toBeVisible();
  await desk.codebook.getByRole('button', { name: 'Close' }).click();
  await expect(desk.codebook).toBeHidden();
}

/** Takes everything away that the app has on this computer. */
async function wipe(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    await rm(join(folder, name), { recursive: true, force: true, maxRetries: 5 });
  }
}

/** What a line of the file says, sealed as the format has it. */
function sealed(payload: object): string {
  const rest = JSON.stringify(payload).slice(1);
  const sum = createHash('sha256').update(rest).digest('hex').slice(0, 16);
  return `{"sum":"${sum}",${rest}\n`;
}

test('what was backed up comes back on a computer that has nothing', async ({
  start,
  dataFolder,
}, testInfo) => {
  const path = join(await outbox(testInfo), 'một bản.benle');
  const first = await start();
  await first.desk.ready();
  await makeWork(first);
  const before = await workOf(first);
  await backUp(first, path);
  expect(await proposedPath(first.app)).toMatch(/Bên Lề \d{4}-\d\d-\d\d\.benle$/);
  await first.app.close();

  await wipe(dataFolder);
  const second = await start();
  await second.desk.ready();
  await expect(second.desk.marks()).toHaveCount(0);
  const { dialog, counts, cancel, group } = await look(second, path);
  expect(await counts('Annotations')).toEqual(['2', '0', '0', '0']);
  expect(await counts('Tags')).toEqual(['1', '0', '0', '3']);
  await group('New')
    .getByText(/^New \(/)
    .click();
  await expect(group('New')).toContainText(ODA);
  await expect(group('New')).toContainText('Vốn vay “thế hệ mới”');
  await cancel.click();
  await expect(dialog).toBeHidden();
  await expect(second.desk.marks()).toHaveCount(0);

  await restore(second, path);
  await expect.poll(() => workOf(second)).toEqual(before);
  const again = await look(second, path);
  await expect(again.dialog).toContainText('There is nothing to take over');
  await expect(again.restore).toHaveCount(0);
  await again.dialog.getByRole('button', { name: 'Close' }).last().click();
  await second.app.close();

  const third = await start();
  await third.desk.ready();
  await expect.poll(() => workOf(third)).toEqual(before);
});

test('over other work, what is new, changed and conflicting is shown first, both sides are kept, and one undo takes it back', async ({
  start,
  dataFolder,
}, testInfo) => {
  const folder = await outbox(testInfo);
  const [older, newer] = [join(folder, 'older.benle'), join(folder, 'newer.benle')];
  const first = await start();
  await first.desk.ready();
  await makeWork(first);
  await backUp(first, older);
  await note(first, ODA, 'ở máy kia');
  await note(first, LABOUR, 'mới hơn');
  await first.desk.annotate(INVESTMENT, 'AZEC');
  await backUp(first, newer);
  await first.app.close();

  await wipe(dataFolder);
  const second = await start();
  const { desk, page } = second;
  await desk.ready();
  await restore(second, older);
  await note(second, ODA, 'ở máy này');
  const before = await workOf(second);
  const { counts, group, restore: confirm, dialog } = await look(second, newer);
  expect(await counts('Annotations')).toEqual(['1', '1', '1', '0']);
  await expect(group('Conflicting')).toContainText(/Yours.*ở máy này.*In the file.*ở máy kia/s);
  await group('Changed').getByText('Changed (1)').click();
  await expect(group('Changed')).toContainText('mới hơn');
  await expect(confirm).toHaveText('Restore 3 changes');
  await confirm.press('Enter');
  await expect(dialog).toBeHidden();

  await expect(desk.card(ODA)).toHaveCount(2);
  const notes = desk.card(ODA).getByRole('textbox', { name: 'Note' });
  const texts = () =>
    notes.evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value).sort());
  await expect.poll(texts).toEqual(['ở máy kia', 'ở máy này']);
  await expect(desk.note(LABOUR)).toHaveValue('mới hơn');
  await expect(desk.marks(INVESTMENT)).toHaveCount(1);

  await expect(desk.status).toHaveText('Saved');
  await desk.article(/./).focus();
  await page.keyboard.press('Control+z');
  await expect(desk.marks(INVESTMENT)).toHaveCount(0);
  await expect.poll(() => workOf(second)).toEqual(before);
  // What was taken back can be restored again.
  const again = await look(second, newer);
  expect(await again.counts('Annotations')).toEqual(['1', '1', '1', '0']);
});

test('a snapshot of the journal can be restored, too', async ({ running, dataFolder }) => {
  await makeWork(running);
  const { desk } = running;
  // Restoring takes a snapshot first.
  const journal = join(dataFolder, 'journal');
  const path = join(dataFolder, 'b.benle');
  await backUp(running, path);
  await desk.card(LABOUR).getByRole('button', { name: 'Delete' }).click();
  await expect(desk.marks()).toHaveCount(1);
  await restore(running, path);
  await expect(desk.marks()).toHaveCount(2);
  const snapshot = (await readdir(journal)).find((name) => name.startsWith('snapshot-'));
  const { dialog } = await look(running, join(journal, snapshot ?? ''));
  await expect(dialog).toContainText('Backed up on');
});

test('a damaged backup gives what can be read, and says what cannot', async ({
  running,
  dataFolder,
}) => {
  const { desk } = running;
  await makeWork(running);
  const path = join(dataFolder, 'a.benle');
  await backUp(running, path);
  for (const passage of [ODA, LABOUR]) {
    await desk.card(passage).getByRole('button', { name: 'Delete' }).click();
  }
  await expect(desk.marks()).toHaveCount(0);

  const whole = await readFile(path);
  const flipped = Buffer.from(whole);
  const at = flipped.indexOf('thế hệ mới');
  flipped[at] = (flipped[at] ?? 0) ^ 1;
  await writeFile(path, flipped);
  const damaged = await look(running, path);
  await expect(damaged.alert).toContainText('This backup is damaged');
  await expect(damaged.alert).toContainText(/1 entry cannot be read \(line \d+ of the file\)/);
  await expect(damaged.alert).toContainText('Missing: 1 of 2 annotations.');
  await damaged.restore.click();
  await expect(desk.marks(LABOUR)).toHaveCount(1);
  await expect(desk.marks(ODA)).toHaveCount(0);

  await writeFile(path, whole.subarray(0, whole.length - 200));
  const cut = await look(running, path);
  await expect(cut.alert).toContainText('Its end is missing');
  await cut.restore.click();
  await expect(desk.marks(ODA)).toHaveCount(1);
});

test('a file of a newer format, and one that is no backup, are refused with the reason', async ({
  running,
  dataFolder,
}) => {
  const path = join(dataFolder, 'x.benle');
  await writeFile(path, sealed({ format: 'ben-le-backup', version: 2, app: '9.0.0' }));
  const newer = await look(running, path);
  await expect(newer.alert).toContainText('written by a newer version of Bên Lề');
  await expect(newer.alert).toContainText('Install the newer version');
  await expect(newer.restore).toHaveCount(0);

  await writeFile(path, '# Brief on ODA\n');
  await newer.dialog.getByRole('button', { name: 'Choose another file…' }).click();
  await expect(newer.alert).toContainText('is no backup of Bên Lề');
  await newer.dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(newer.dialog).toBeHidden();
});

test('a backup that cannot be written says why, leaves the older one, and can be tried again', async ({
  running,
}, testInfo) => {
  const { app, page, desk } = running;
  const folder = await outbox(testInfo);
  await desk.annotate(ODA, 'ODA');
  const path = join(folder, 'a');
  await writeFile(path, 'a file where a folder should be');
  await answerSaveDialog(app, join(path, 'b.benle'));
  await chooseMenuItem(running, 'backup');
  const dialog = page.getByRole('dialog', { name: 'Back up' });
  await expect(dialog.getByRole('alert')).toContainText('There is no new backup.');
  await expect(dialog.getByRole('alert')).toContainText('Choose another folder');

  // Typed without an extension, over a backup that is there.
  await writeFile(`${path}.benle`, 'older');
  await rm(path);
  await answerSaveDialog(app, path);
  const question = await answerQuestion(app, 'Cancel');
  await dialog.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(question).toContain('a.benle already');
  expect(await readFile(`${path}.benle`, 'utf8')).toBe('older');
  await answerQuestion(app, 'Replace');
  await dialog.getByRole('button', { name: 'Try again' }).click();
  await expect(dialog).toBeHidden();
  await expect(desk.notice).toHaveText(`Backed up with 1 annotation to ${path}.benle`);
  expect(await readFile(`${path}.benle`, 'utf8')).toContain(ODA);
});

test('a note that is still being typed is in the backup', async ({ running, dataFolder }) => {
  const { page, desk } = running;
  await desk.annotate(ODA, 'Note');
  await expect(desk.note(ODA)).toBeFocused();
  await page.keyboard.insertText('chưa lưu');
  const path = join(dataFolder, 'a.benle');
  await backUp(running, path);
  expect(await readFile(path, 'utf8')).toContain('"note":"chưa lưu"');
});

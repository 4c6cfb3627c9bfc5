import type { Locator } from '@playwright/test';
import { codebookTexts, historyTexts, texts } from '../src/shared/texts/texts.ts';
import { expect, type Running, test } from './fixtures/app.ts';
import type { Desk } from './fixtures/desk.ts';

const ODA = 'đối tác số một về ODA';
const LABOUR = 'thứ hai về lao động';
const INVESTMENT = 'thứ ba về đầu tư và du lịch';

const { trash: words, recent, versions } = historyTexts;

const trash = ({ page }: Running) => page.getByRole('dialog', { name: words.title });
const changes = ({ page }: Running) => page.getByRole('dialog', { name: recent.title });
const history = ({ page }: Running) => page.getByRole('dialog', { name: versions.title });

const button = (within: Locator, name: string) => within.getByRole('button', { name, exact: true });
const entry = (running: Running, text: string) =>
  trash(running).getByRole('listitem').filter({ hasText: text });

async function openTrash(running: Running): Promise<void> {
  await running.desk.tool(words.title).click();
  await expect(trash(running)).toBeVisible();
}

async function close(dialog: Locator): Promise<void> {
  await button(dialog, 'Close').click();
  await expect(dialog).toBeHidden();
}

/** Deletes an annotation by its card, at once after whatever was typed there. */
async function remove(desk: Desk, quote: string): Promise<void> {
  await button(desk.card(quote), 'Delete').click();
  await expect(desk.card(quote)).toHaveCount(0);
}

async function deleteTag(desk: Desk, name: string): Promise<void> {
  await desk.tool('Codebook').click();
  await desk.tagRow(name).click();
  await button(desk.codebook, codebookTexts.delete).click();
  await button(desk.codebook, codebookTexts.deleteConfirm).click();
  await expect(desk.tagRow(name)).toHaveCount(0);
  await close(desk.codebook);
}

async function write({ page, desk }: Running, quote: string, note: string): Promise<void> {
  await desk.note(quote).click();
  await page.keyboard.press('End');
  await page.keyboard.insertText(note);
}

test('what was deleted comes back with its note and its tags, also after a restart', async ({
  start,
}) => {
  const first = await start();
  await first.desk.ready();
  await first.desk.annotate(ODA, 'ODA');
  const id = await first.desk.annotationId(ODA);
  await write(first, ODA, 'Vốn vay thế hệ mới');
  await remove(first.desk, ODA);
  await expect(first.desk.notice).toHaveText(texts.notices.deleted);
  await deleteTag(first.desk, 'ODA');
  await expect(first.desk.status).toHaveText('Saved');
  await first.app.close();

  const second = await start();
  const { desk } = second;
  await desk.ready();
  await openTrash(second);
  await expect(entry(second, ODA)).toContainText('Vốn vay thế hệ mới');
  await expect(entry(second, words.tagUses(1))).toContainText('ODA');
  await button(entry(second, ODA), words.restore).click();
  await expect(trash(second).getByRole('status')).toHaveText(words.annotationBack);
  await button(entry(second, words.tagUses(1)), words.restore).click();
  await expect(trash(second)).toContainText(words.empty);
  await close(trash(second));
  expect(await desk.annotationId(ODA)).toBe(id);
  await expect(desk.note(ODA)).toHaveValue('Vốn vay thế hệ mới');
  await expect(desk.marks(ODA).first()).toHaveAttribute('aria-description', 'ODA');
});

test('undo takes back deleting, restoring and emptying, one by one', async ({ running }) => {
  const { page, desk } = running;
  await desk.annotate(ODA, 'ODA');
  await desk.annotate(LABOUR, 'Labour');
  await remove(desk, ODA);
  await remove(desk, LABOUR);
  await openTrash(running);
  await button(entry(running, LABOUR), words.restore).click();
  await expect(entry(running, LABOUR)).toHaveCount(0);
  await button(trash(running), words.emptyTrash).click();
  const question = page.getByRole('alertdialog', { name: words.emptyTitle(1) });
  await expect(question).toContainText(words.emptyEffect);
  await button(question, words.emptyConfirm).click();
  await expect(trash(running)).toContainText(words.empty);
  await expect(trash(running).getByRole('status')).toHaveText(words.emptied);

  await button(trash(running), historyTexts.undo).click();
  await expect(entry(running, ODA)).toBeVisible();
  await button(trash(running), historyTexts.undo).click();
  await expect(entry(running, LABOUR)).toBeVisible();
  await close(trash(running));
  await expect(desk.marks()).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(desk.card(ODA)).toBeVisible();
  await expect(desk.card(LABOUR)).toBeVisible();
  await openTrash(running);
  await expect(trash(running)).toContainText(words.empty);
});

test('nothing goes for good without being asked about', async ({ running }) => {
  const { page, desk } = running;
  for (const passage of [ODA, LABOUR]) {
    await desk.annotate(passage);
    await remove(desk, passage);
  }
  await openTrash(running);
  await button(entry(running, ODA), words.purge).click();
  const question = page.getByRole('alertdialog', { name: words.purgeTitle });
  await expect(question).toBeFocused();
  await expect(question).toContainText(ODA);
  await page.keyboard.press('Escape');
  await expect(button(entry(running, ODA), words.restore)).toBeFocused();
  await button(trash(running), words.emptyTrash).click();
  await button(trash(running), historyTexts.cancel).click();
  await expect(button(trash(running), words.emptyTrash)).toBeFocused();
  await expect(trash(running).getByRole('listitem')).toHaveCount(2);

  await button(entry(running, LABOUR), words.purge).click();
  await button(question, words.purgeConfirm).click();
  await expect(entry(running, LABOUR)).toHaveCount(0);
  await expect(button(entry(running, ODA), words.restore)).toBeFocused();
});

test('the trash is worked with keys alone, and the focus stays where the work is', async ({
  running,
}) => {
  const { page, desk } = running;
  for (const passage of [ODA, LABOUR, INVESTMENT]) {
    await desk.annotate(passage);
    await remove(desk, passage);
  }
  await running.app.evaluate(({ Menu }) => {
    Menu.getApplicationMenu()?.getMenuItemById('trash')?.click();
  });
  await expect(trash(running).getByRole('listitem')).toContainText([INVESTMENT, LABOUR, ODA]);
  await desk.tabTo(button(entry(running, LABOUR), words.restore));
  await page.keyboard.press('Enter');
  await expect(button(entry(running, ODA), words.restore)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(button(entry(running, INVESTMENT), words.restore)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(trash(running)).toContainText(words.empty);
  // The focus comes to the dialog when the last restoring is saved, which may be after the list is empty.
  const hasFocus = () =>
    trash(running).evaluate((dialog) => dialog.contains(document.activeElement));
  await expect.poll(hasFocus).toBe(true);
  await page.keyboard.press('Escape');
  await expect(trash(running)).toBeHidden();
  for (const passage of [ODA, LABOUR, INVESTMENT]) {
    await expect(desk.card(passage)).toBeVisible();
  }
});

test('many deleted things are found by a word without its tone marks', async ({ running }) => {
  const { page, desk } = running;
  const others = Array.from({ length: 9 }, (_, place) => `Ghi chú số ${place}`);
  for (const name of others) {
    await desk.annotate(ODA);
    await write(running, ODA, name);
    await remove(desk, ODA);
  }
  await openTrash(running);
  await page.getByRole('textbox', { name: words.filter }).fill('ghi chu so 7');
  await expect(trash(running).getByRole('listitem')).toHaveCount(1);
  await expect(entry(running, 'Ghi chú số 7')).toBeVisible();
  await page.getByRole('textbox', { name: words.filter }).fill('thuế');
  await expect(trash(running)).toContainText(words.noneFound);
});

test('a highlight tells its history, and goes back to a version of it', async ({ running }) => {
  const { page, desk } = running;
  await desk.annotate(ODA, 'ODA');
  await page.keyboard.press('2');
  await expect(desk.marks(ODA).first()).toHaveAttribute('aria-description', 'ODA, Labour');
  await write(running, ODA, 'Vốn vay');
  await page.keyboard.press('Escape');
  await expect(desk.status).toHaveText('Saved');
  await write(running, ODA, ' thế hệ mới');
  await page.keyboard.press('Escape');
  await button(desk.card(ODA), versions.open).click();
  const rows = history(running).getByRole('listitem');
  await expect(rows).toHaveCount(4);
  await expect(rows.nth(0)).toContainText(versions.note.changed);
  await expect(rows.nth(0).locator('ins')).toHaveText(`${versions.added}  thế hệ mới`);
  await expect(rows.nth(0)).toContainText(versions.current);
  await expect(button(rows.nth(0), versions.restore)).toHaveCount(0);
  await expect(rows.nth(1)).toContainText(versions.note.written);
  await expect(rows.nth(2)).toContainText(`${versions.tagAdded}Labour`);
  await expect(rows.nth(3)).toContainText(`${versions.steps.made}${versions.tagAdded}ODA`);

  await button(rows.nth(3), versions.restore).click();
  await expect(history(running).getByRole('status')).toHaveText(versions.restored);
  await expect(rows).toHaveCount(5);
  await expect(rows.nth(0)).toContainText(`${versions.tagRemoved}Labour${versions.note.cleared}`);
  await close(history(running));
  await expect(button(desk.card(ODA), versions.open)).toBeFocused();
  await expect(desk.note(ODA)).toHaveValue('');
  await expect(desk.marks(ODA).first()).toHaveAttribute('aria-description', 'ODA');
  await desk.tool('Undo').click();
  await expect(desk.note(ODA)).toHaveValue('Vốn vay thế hệ mới');
});

test('recent changes are taken back to a point, also those of a day before', async ({ start }) => {
  const first = await start();
  await first.desk.ready();
  for (const passage of [ODA, LABOUR, INVESTMENT]) await first.desk.annotate(passage);
  await expect(first.desk.status).toHaveText('Saved');
  await first.app.close();

  const second = await start();
  const { page, desk } = second;
  await desk.ready();
  await remove(desk, ODA);
  await desk.tool(recent.title).click();
  const rows = changes(second).getByRole('listitem');
  await expect(rows).toHaveCount(4);
  await expect(rows.nth(0)).toContainText(new RegExp(texts.changes.annotationDeleted, 'i'));
  await expect(rows.nth(0)).toContainText(ODA);
  await expect(rows.nth(2)).toContainText(LABOUR);
  await button(rows.nth(2), recent.undoTo(3)).click();
  await expect(changes(second).getByRole('status')).toHaveText(recent.wentBack(3));
  await expect(button(rows.nth(3), recent.undoTo(1))).toBeFocused();
  for (const place of [0, 1, 2]) await expect(rows.nth(place)).toContainText(recent.undone);
  await expect(rows.nth(3)).not.toContainText(recent.undone);
  await button(changes(second), historyTexts.redo).click();
  await expect(rows.nth(2)).not.toContainText(recent.undone);
  await expect(rows.nth(1)).toContainText(recent.undone);
  await close(changes(second));
  await expect(desk.card(ODA)).toBeVisible();
  await expect(desk.card(LABOUR)).toBeVisible();
  await expect(desk.card(INVESTMENT)).toHaveCount(0);
  await page.keyboard.press('Control+Shift+z');
  await expect(desk.card(INVESTMENT)).toBeVisible();
  await page.keyboard.press('Control+Shift+z');
  await expect(desk.card(ODA)).toHaveCount(0);
});

test('a tag comes back by another name where its own was taken', async ({ running }) => {
  const { desk } = running;
  await desk.annotate(ODA, 'ODA');
  await deleteTag(desk, 'ODA');
  await desk.tool('Codebook').click();
  await desk.codebook.getByRole('textbox', { name: codebookTexts.newTag }).fill('ODA');
  await desk.codebook.getByRole('textbox', { name: codebookTexts.newTag }).press('Enter');
  await expect(desk.tagRow('ODA')).toBeVisible();
  await close(desk.codebook);
  await openTrash(running);
  await button(entry(running, 'ODA'), words.restore).click();
  await expect(trash(running).getByRole('status')).toHaveText(words.tagBack('ODA', 'ODA (2)'));
  await close(trash(running));
  await expect(desk.marks(ODA).first()).toHaveAttribute('aria-description', 'ODA (2)');
});

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Running, test } from './fixtures/app.ts';
import { ARTICLES } from './fixtures/articles.ts';
import { answerOpenDialog, answerSaveDialog } from './fixtures/save-dialog.ts';
import { expectAccessible } from './fixtures/violations.ts';

/** Highlights of every kind: tagged, tagged twice, overlapping, without a tag, with a note. */
async function annotateMuch({ page, desk }: Running): Promise<void> {
  await desk.annotate('đối tác số một về ODA', 'ODA');
  await desk.annotateToolbar.getByRole('button', { name: 'AZEC' }).click();
  await desk.annotate('thứ hai về lao động', 'Labour');
  await desk.dragOver('lao động, thứ ba về đầu tư');
  await page.keyboard.press('3');
  await expect(desk.card('lao động, thứ ba về đầu tư')).toBeVisible();
  await desk.annotate('thứ tư về thương mại');
  await desk.note('thứ tư về thương mại').fill('So với năm 2022?');
  await expect(desk.status).toHaveText('Saved');
  await page.mouse.move(0, 0);
}

test('an empty desk has no violations', async ({ running }) => {
  await expect(running.desk.annotations).toContainText('No annotations yet');
  await expectAccessible(running.page);
});

test('a desk full of highlights has no violations', async ({ running }) => {
  const { page, desk } = running;
  await annotateMuch(running);
  await expectAccessible(page);
  await desk.annotations.getByRole('radio', { name: 'All articles' }).click();
  await expectAccessible(page);
});

test('the selection toolbar and the search have no violations', async ({ running }) => {
  const { page, desk } = running;
  await page.keyboard.press('Control+f');
  await page.getByRole('search').getByRole('textbox').fill('hợp tác');
  await expect(page.getByRole('search')).toContainText(/1 of \d/);
  await desk.dragOver('đối tác số một về ODA');
  await expect(desk.annotateToolbar).toBeVisible();
  await expectAccessible(page);
});

test('the original of an article has no violations', async ({ running }) => {
  await running.desk.tool('Show original').click();
  await expect(running.page.getByRole('heading', { name: /^Original:/ })).toBeVisible();
  await expectAccessible(running.page);
});

test('the brief has no violations, empty and filled', async ({ running }) => {
  const { page, desk } = running;
  await desk.tool('Brief').click();
  await expect(desk.brief.getByRole('region', { name: 'Preview' })).toContainText('Nothing');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await annotateMuch(running);
  await desk.tool('Brief').click();
  await expect(desk.brief.getByRole('region', { name: 'Preview' })).toContainText('AZEC');
  await expectAccessible(page);
  await desk.brief.getByRole('radio', { name: 'Markdown' }).click();
  await expectAccessible(page);
});

test('the codebook has no violations, nor its questions', async ({ running }) => {
  const { page, desk } = running;
  await annotateMuch(running);
  await desk.tool('Codebook').click();
  await desk.codebook.getByRole('textbox', { name: 'New tag' }).fill('oda');
  await page.keyboard.press('Enter');
  await expect(desk.codebook.getByText('The tag “ODA” has this name already.')).toBeVisible();
  await expectAccessible(page);
  for (const question of ['Merge…', 'Delete']) {
    await desk.codebook.getByRole('button', { name: question, exact: true }).click();
    await expect(desk.codebook.getByRole('alertdialog')).toBeFocused();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
  }
});

test('the trash, a history and the recent changes have no violations', async ({ running }) => {
  const { page, desk } = running;
  await annotateMuch(running);
  const dialog = page.getByRole('dialog');
  const press = (name: string) => dialog.getByRole('button', { name, exact: true }).click();
  await desk.card('thứ tư về thương mại').getByRole('button', { name: 'History' }).click();
  await expect(dialog).toContainText('Note written');
  await expectAccessible(page);
  await press('Close');
  await desk.card('thứ tư về thương mại').getByRole('button', { name: 'Delete' }).click();
  await desk.tool('Recent changes').click();
  await press('Undo 2 steps to here');
  await expect(dialog).toContainText('taken back');
  await expectAccessible(page);
  await press('Redo');
  await press('Redo');
  await press('Close');
  await desk.tool('Trash').click();
  await expect(dialog).toContainText('So với năm 2022?');
  await expectAccessible(page);
  await press('Delete for good');
  await expectAccessible(page);
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete for good' }).click();
  await expect(dialog).toContainText('The trash is empty');
  await expectAccessible(page);
});

test('what restoring would do, and why it cannot, has no violations', async ({
  running,
  dataFolder,
}) => {
  const { app, page, desk } = running;
  const path = join(dataFolder, 'a.benle');
  const dialog = page.getByRole('dialog', { name: 'Restore' });
  const choose = (id: string) =>
    app.evaluate(({ Menu }, wanted) => {
      Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click();
    }, id);
  await annotateMuch(running);
  await answerSaveDialog(app, path);
  await choose('backup');
  await expect(desk.notice).toContainText(path);
  await desk.card('thứ tư về thương mại').getByRole('button', { name: 'Delete' }).click();
  await answerOpenDialog(app, path);
  await choose('restore');
  await dialog.getByText('New (1)').click();
  await expect(dialog.getByRole('listitem')).toContainText('So với năm 2022?');
  await expectAccessible(page);
  await writeFile(path, (await readFile(path)).subarray(0, -100));
  await page.keyboard.press('Escape');
  await choose('restore');
  await expect(dialog.getByRole('alert')).toContainText('damaged');
  await expectAccessible(page);
  await writeFile(path, 'no backup');
  await page.keyboard.press('Escape');
  await choose('restore');
  await expect(dialog.getByRole('alert')).toContainText('no backup');
  await expectAccessible(page);
});

test('the keyboard help has no violations', async ({ running }) => {
  await running.page.keyboard.press('?');
  await expect(running.desk.keys).toBeVisible();
  await expectAccessible(running.page);
});

test('the window is made of the roles and names that assistive tools are promised', async ({
  running,
}) => {
  const { page, desk } = running;
  const titles = Object.values(ARTICLES).map(({ title }) => title);
  for (const title of titles) await expect(desk.entry(title)).toBeVisible();
  const article = desk.article(ARTICLES.meetJapan.title);
  await expect(article).toHaveAttribute('lang', 'vi');
  await expect(article.getByRole('heading', { level: 1 })).toHaveCount(1);
  await expect(article.getByRole('heading', { level: 2 })).not.toHaveCount(0);
  await expect(article.getByRole('paragraph')).not.toHaveCount(0);
  await expect(article.locator('figcaption')).not.toHaveCount(0);
  await expect(page.getByRole('main')).toHaveCount(1);

  await desk.dragOver('đối tác số một về ODA');
  const buttons = desk.annotateToolbar.getByRole('button');
  for (const [place, name] of ['ODA', 'Labour', 'AZEC', 'Highlight', 'Note'].entries()) {
    await expect(buttons.nth(place)).toHaveAccessibleName(name);
  }
  await buttons.nth(0).click();
  const card = desk.annotations.getByRole('listitem');
  await expect(card).toHaveCount(1);
  await expect(card).toContainText('đối tác số một về ODA');
  await expect(card.getByRole('textbox', { name: 'Note' })).toBeVisible();
  await expect(card.getByRole('button', { name: 'Delete' })).toBeVisible();
  await expect(desk.marks().first()).toHaveAttribute('data-annotation-ids', /^[0-9a-f-]{36}$/);
  await expect(desk.status).toHaveText('Saved');

  await desk.tool('Brief').click();
  await expect(desk.brief.getByRole('textbox', { name: 'Title' })).toBeFocused();
  for (const tag of ['ODA', 'Labour', 'AZEC']) {
    await expect(desk.brief.getByRole('checkbox', { name: tag })).toBeVisible();
  }
  await expect(desk.brief.getByRole('region', { name: 'Preview' })).toBeVisible();
  await expect(desk.brief.getByRole('button', { name: 'Save Markdown…' })).toBeEnabled();
});

test('forced colours leave checked, pressed and current things apart from the others', async ({
  running,
}) => {
  const { page, desk } = running;
  await desk.annotate('đối tác số một về ODA', 'ODA');
  await desk.annotate('thứ hai về lao động', 'Labour');
  await page.emulateMedia({ forcedColors: 'active' });
  const current = desk.entry(ARTICLES.meetJapan.title);
  await expect(current).toHaveCSS('outline-style', 'solid');
  await expect(desk.entry(ARTICLES.visit.title)).toHaveCSS('outline-style', 'none');
  const filter = (tag: string) => desk.annotations.getByRole('button', { name: `Only ${tag}` });
  await filter('ODA').click();
  await expect(filter('ODA')).toHaveCSS('outline-style', 'solid');
  await expect(filter('AZEC')).toHaveCSS('outline-style', 'none');

  await desk.tool('Brief').click();
  const box = (tag: string) => page.getByRole('checkbox', { name: tag });
  const row = (tag: string) => desk.brief.locator('label').filter({ has: box(tag) });
  const tick = (tag: string) => row(tag).locator('svg');
  await row('Labour').click();
  await expect(box('Labour')).not.toBeChecked();
  await expect(tick('Labour')).toHaveCSS('visibility', 'hidden');
  await expect(tick('ODA')).toHaveCSS('visibility', 'visible');
});

test('a folded panel has no stops for Tab, however it was folded, and one press unfolds it', async ({
  running,
}) => {
  const { page, desk } = running;
  const toggle = desk.tool('Library panel');
  const entry = desk.entry(ARTICLES.meetJapan.title);
  const takesFocus = () =>
    page.evaluate(() => {
      const button = document.querySelector<HTMLElement>('nav button');
      button?.focus();
      return document.activeElement === button;
    });
  const width = () => desk.library.evaluate((nav) => nav.clientWidth);
  expect(await takesFocus()).toBe(true);
  await toggle.click();
  await expect.poll(width).toBe(0);
  expect(await takesFocus()).toBe(false);
  await toggle.click();
  await expect.poll(width).toBeGreaterThan(100);
  expect(await takesFocus()).toBe(true);

  await page.getByRole('separator', { name: 'Width of the library' }).focus();
  await page.keyboard.press('Home');
  await expect(toggle).toHaveAttribute('aria-pressed', 'false');
  expect(await takesFocus()).toBe(false);
  await toggle.click();
  await expect(toggle).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(width).toBeGreaterThan(100);
  await expect(entry).toBeVisible();
});

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readBrief } from '../src/domain/brief/read-brief.testing.ts';
import { briefWordsEn } from '../src/shared/texts/brief-words.en.ts';
import { expect, test } from './fixtures/app.ts';
import { ARTICLES } from './fixtures/articles.ts';
import {
  annotationsOf,
  builder,
  NOTES,
  outbox,
  READING,
  SUMMIT,
  withReading,
} from './fixtures/builder.ts';
import { restoreAnnotations, strangersAnnotations } from './fixtures/prepared-work.ts';
import { Random } from './fixtures/random.ts';
import { answerSaveDialog } from './fixtures/save-dialog.ts';
import { expectAccessible } from './fixtures/violations.ts';

test('introduction, remarks and translations stand in the preview and in the file', async ({
  running,
  dataFolder,
}, testInfo) => {
  const { app, desk } = running;
  const path = join(await outbox(testInfo), 'brief.md');
  await withReading(running, dataFolder);
  const { preview, field, box, save, outcome } = builder(desk);
  await desk.openBriefTab('Layout');
  await field('Introduction').fill('For the **minister**: what was said.');
  await expect(preview.locator('strong', { hasText: 'minister' })).toBeVisible();
  await desk.openBriefTab('Order and text');
  await desk.outlineSection('ODA').click();
  await field('Remark').fill('Amounts are *commitments*.');
  await expect(preview.locator('em', { hasText: 'commitments' })).toBeVisible();

  await desk.outlineRow(NOTES).click();
  await expect(box('Checked')).toBeDisabled();
  await field('Translation').fill('Three exchanges of notes on ODA');
  await box('Checked').press('Space');
  await expect(preview).toContainText('Three exchanges of notes on ODA');
  await expect(box('Checked')).toBeChecked();
  await field('Translation').fill('Three exchanges of notes');
  await expect(box('Checked')).not.toBeChecked();
  await expect(desk.outlineRow(NOTES)).toContainText('translation not checked');
  await field('Translation').fill('');
  await expect(preview).not.toContainText('Three exchanges');
  await field('Translation').fill('Ba công hàm: three notes');
  await box('Checked').press('Space');
  await expect(desk.outlineRow(NOTES)).toContainText('translated');

  await answerSaveDialog(app, path);
  await save.click();
  await expect(outcome).toHaveText(`Saved to ${path}`);
  const markdown = await readFile(path, 'utf8');
  expect(markdown).toContain('For the **minister**');
  expect(markdown).toContain('Amounts are *commitments*.');
  expect(markdown).toContain('Ba công hàm: three notes');
  await desk.brief.getByRole('button', { name: 'Show in article' }).click();
  await expect(desk.brief).toBeHidden();
  await expect(desk.article(ARTICLES.visit.title)).toBeVisible();
});

test('templates and groupings lay the brief out, in the preview as in the file', async ({
  running,
  dataFolder,
}, testInfo) => {
  const { app, desk } = running;
  const path = join(await outbox(testInfo), 'brief.md');
  await withReading(running, dataFolder);
  const { preview, headings, choice, radio, save, outcome } = builder(desk);
  await desk.openBriefTab('Layout');
  await choice('Sections by').selectOption('Date');
  await expect(headings).toHaveText(['27 November 2023', '18 December 2023', 'Sources']);
  await choice('Sections by').selectOption('Article');
  await expect(headings.first()).toHaveText(ARTICLES.upgrade.title);
  await choice('Template').selectOption('Digest by article');
  await expect(choice('Sections by')).toBeDisabled();
  await expect(desk.brief.getByText('A digest always has a section an article.')).toBeVisible();
  await choice('Template').selectOption('Evidence table');
  await expect(preview.getByRole('table')).toHaveCount(2);
  await expect(preview.getByRole('columnheader', { name: 'Passage' })).toHaveCount(2);

  await choice('Markdown for').selectOption('Obsidian');
  await radio('Markdown').click();
  await answerSaveDialog(app, path);
  await save.click();
  await expect(outcome).toHaveText(`Saved to ${path}`);
  expect(await preview.locator('pre').textContent()).toBe(await readFile(path, 'utf8'));
});

test('the builder says what changed since the last export', async ({
  start,
  dataFolder,
}, testInfo) => {
  const path = join(await outbox(testInfo), 'brief.md');
  const running = await start();
  await running.desk.ready();
  await withReading(running, dataFolder);
  const { app, page, desk } = running;
  const { save, field, title } = builder(desk);
  await answerSaveDialog(app, path);
  await save.click();
  await expect(desk.brief.getByText(/^Exported .* as Markdown · nothing changed/)).toBeVisible();

  await desk.openBriefTab('Order and text');
  await desk.outlineRow(NOTES).click();
  await field('Translation').fill('Three notes');
  await desk.outlineRow(SUMMIT).locator('label').click();
  await title.fill('Another title');
  await desk.brief.getByRole('button', { name: 'Back to reading' }).click();
  await desk.open(ARTICLES.upgrade.title);
  await desk.annotate('cuộc hội đàm', 'ODA');
  await desk.tool('Brief').click();
  const since = desk.brief.getByRole('button', { name: /^since then/ });
  await expect(since).toHaveText(
    'since then 1 new, 1 changed, 1 gone, its own text or order changed',
  );
  await since.click();
  const list = page.getByRole('dialog', { name: 'Since the last export' });
  for (const text of ['cuộc hội đàm', NOTES, SUMMIT, 'The title']) {
    await expect(list).toContainText(text);
  }
  await expectAccessible(page);
  await app.close();

  const again = await start();
  await again.desk.ready();
  await again.desk.tool('Brief').click();
  await expect(again.desk.brief.getByRole('button', { name: /^since then 1 new/ })).toBeVisible();
});

test('every format is exported from the menu', async ({ running, dataFolder }, testInfo) => {
  const { app, page, desk } = running;
  const folder = await outbox(testInfo);
  await withReading(running, dataFolder);
  const { outcome, button } = builder(desk);
  const formats = { HTML: 'html', DOCX: 'docx', XLSX: 'xlsx', CSV: 'csv', 'JSON-LD': 'jsonld' };
  for (const [name, ending] of Object.entries(formats)) {
    const path = join(folder, `brief.${ending}`);
    await answerSaveDialog(app, path);
    await button('Other formats').click();
    await page.getByRole('menuitem', { name: new RegExp(name) }).click();
    await expect(outcome).toHaveText(`Saved to ${path}`);
  }
  expect((await readdir(folder)).length).toBe(5);
});

test('a long brief opens, is shown as far as it is looked at, and its export can be called off', async ({
  running,
  dataFolder,
}, testInfo) => {
  const { app, page, desk } = running;
  const folder = await outbox(testInfo);
  await restoreAnnotations(running, dataFolder, strangersAnnotations(3_000, new Random(7)));
  await desk.tool('Brief').click();
  const { preview, quotes, outcome, save, button } = builder(desk);
  await expect(quotes.first()).toBeVisible();
  expect(await quotes.count()).toBeLessThan(200);
  await preview.evaluate((page) => page.scrollTo(0, page.scrollHeight));
  await expect.poll(() => quotes.count()).toBeGreaterThan(60);

  await answerSaveDialog(app, join(folder, 'long.docx'));
  await button('Other formats').click();
  await page.getByRole('menuitem', { name: /DOCX/ }).click();
  await expect(desk.brief.getByRole('progressbar')).toBeVisible();
  await button('Cancel').click();
  await expect(outcome).toHaveText('Export cancelled: nothing was written.');
  expect(await readdir(folder)).toEqual([]);

  await answerSaveDialog(app, join(folder, 'long.md'));
  await save.click();
  await expect(outcome).toHaveText(`Saved to ${join(folder, 'long.md')}`);
  const brief = readBrief(await readFile(join(folder, 'long.md'), 'utf8'), briefWordsEn);
  expect(brief.sections.flatMap(({ passages }) => passages)).toHaveLength(3_000);
});

test('everything is exported from the menu, for other programs', async ({
  running,
  dataFolder,
}, testInfo) => {
  const { app, page, desk } = running;
  const folder = await outbox(testInfo);
  const openExport = () =>
    app.evaluate(({ Menu }) => {
      Menu.getApplicationMenu()?.getMenuItemById('export')?.click();
    });
  const dialog = page.getByRole('dialog', { name: 'Export' });
  const button = dialog.getByRole('button', { name: 'Export…' });
  await openExport();
  await expect(button).toBeDisabled();
  await expect(button).toHaveAccessibleDescription(/Nothing to export yet/);
  await page.keyboard.press('Escape');

  await restoreAnnotations(running, dataFolder, annotationsOf(READING));
  await openExport();
  await expectAccessible(page);
  for (const format of ['W3C annotations', 'QDA project', 'Codebook', 'Spreadsheet', 'Table']) {
    const option = dialog.getByRole('option', { name: new RegExp(format) });
    const value = await option.getAttribute('value');
    await dialog.getByRole('combobox', { name: 'Format' }).selectOption(value);
    const path = join(folder, `all.${value === 'json-ld' ? 'jsonld' : value}`);
    await answerSaveDialog(app, path);
    await button.click();
    await expect(dialog.getByRole('status')).toHaveText(`Saved to ${path}`);
  }
  expect(await readdir(folder)).toHaveLength(5);

  await answerSaveDialog(app, join(folder, 'gone', 'all.csv'));
  await button.click();
  await expect(dialog.getByRole('alert')).toContainText('The folder is not there any more.');
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(dialog).toBeHidden();
  await expect(desk.article(/./)).toBeVisible();
});

test('where nothing can be saved, the builder says so, and exports what it shows all the same', async ({
  running,
  dataFolder,
}, testInfo) => {
  const { app, page, desk } = running;
  const path = join(await outbox(testInfo), 'brief.md');
  await withReading(running, dataFolder);
  const { title, preview, quotes, save, outcome, box, button } = builder(desk);
  await box('AZEC').press('Space');
  await expect(quotes).toHaveCount(5);
  await page.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('the disk is full', 'QuotaExceededError');
    };
    Object.assign(window, { makeRoom: () => Object.assign(IDBObjectStore.prototype, { put }) });
  });
  await title.fill('Vốn vay');
  const alert = desk.brief.getByRole('alert');
  await expect(alert).toContainText('Your latest changes could not be saved.');
  await expect(preview.getByRole('heading', { name: 'Vốn vay' })).toBeVisible();
  await expectAccessible(page);

  await answerSaveDialog(app, path);
  await save.click();
  await expect(outcome).toHaveText(`Saved to ${path}`);
  expect(readBrief(await readFile(path, 'utf8'), briefWordsEn).title).toBe('Vốn vay');

  await page.evaluate(() => (window as unknown as { makeRoom: () => void }).makeRoom());
  await button('Try again').click();
  await expect(alert).toBeHidden();
  await expect(title).toHaveValue('Vốn vay');
});

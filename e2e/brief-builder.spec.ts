import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestInfo } from '@playwright/test';
import type { Annotation } from '../src/domain/annotation/annotation.ts';
import { createAnnotation } from '../src/domain/annotation/edit.ts';
import { readBrief } from '../src/domain/brief/read-brief.testing.ts';
import { expect, type Running, test } from './fixtures/app.ts';
import { ARTICLES, storedText, textHash } from './fixtures/articles.ts';
import type { Desk } from './fixtures/desk.ts';
import { restoreAnnotations, strangersAnnotations } from './fixtures/prepared-work.ts';
import { Random } from './fixtures/random.ts';
import { answerSaveDialog } from './fixtures/save-dialog.ts';
import { expectAccessible } from './fixtures/violations.ts';

const LOANS = 'các khoản vay ODA thế hệ mới';
const RANKING = 'đứng thứ nhất về cung cấp viện trợ ODA, thứ hai về hợp tác lao động';
const NOTES = 'Hai nước cũng ký kết 3 công hàm về hợp tác ODA';
const SUMMIT = 'Hội nghị Thượng đỉnh đầu tiên về AZEC';
const RAIL = 'đường sắt tốc độ cao Hà Nội – TP. Hồ Chí Minh';

type Made = readonly [article: keyof typeof ARTICLES, quote: string, tagIds: readonly string[]];

/** A week's reading: ODA 3, Labour 1, AZEC 1, one without a tag; in articles of 27 November and 18 December 2023. */
const READING: readonly Made[] = [
  ['upgrade', LOANS, ['tag-oda']],
  ['upgrade', RANKING, ['tag-oda', 'tag-labour']],
  ['visit', NOTES, ['tag-oda']],
  ['visit', SUMMIT, ['tag-azec']],
  ['visit', RAIL, []],
];

function annotationsOf(made: readonly Made[]): Annotation[] {
  return made.map(([name, quote, tagIds]) => {
    const article = ARTICLES[name];
    const text = storedText(article);
    const start = text.indexOf(quote);
    const position = { start, end: start + quote.length };
    const from = { articleId: article.id, textHash: textHash(article), text, position, tagIds };
    return createAnnotation({ ...from, id: crypto.randomUUID(), now: '2026-11-01T00:00:00.000Z' });
  });
}

/** The builder by its roles and names. */
function builder({ brief, page }: Desk) {
  const named = (role: 'textbox' | 'checkbox' | 'button' | 'combobox' | 'radio', name: string) =>
    brief.getByRole(role, { name, exact: true });
  return {
    title: named('textbox', 'Title'),
    preview: brief.getByRole('region', { name: 'Preview' }),
    headings: brief.getByRole('region', { name: 'Preview' }).getByRole('heading', { level: 2 }),
    quotes: brief.getByRole('region', { name: 'Preview' }).locator('blockquote'),
    save: named('button', 'Save Markdown…'),
    outcome: brief.getByRole('status'),
    shelf: brief.getByRole('button', { name: /^Open brief:/ }),
    entry: (name: string | RegExp) => page.getByRole('menuitem', { name }),
    box: (name: string) => named('checkbox', name),
    button: (name: string) => named('button', name),
    field: (name: string) => named('textbox', name),
    choice: (name: string) => named('combobox', name),
    radio: (name: string) => named('radio', name),
    outline: brief.getByRole('grid', { name: 'Sections and passages' }),
  };
}

async function withReading(running: Running, dataFolder: string): Promise<void> {
  await restoreAnnotations(running, dataFolder, annotationsOf(READING));
  await running.desk.tool('Brief').click();
  await expect(builder(running.desk).quotes).toHaveCount(6);
}

async function outbox(testInfo: TestInfo): Promise<string> {
  const folder = testInfo.outputPath('outbox');
  await mkdir(folder, { recursive: true });
  return folder;
}

/** Picks an entry of the menu of briefs. */
async function pick(desk: Desk, name: string | RegExp): Promise<void> {
  const { shelf, entry } = builder(desk);
  await shelf.click();
  await entry(name).click();
}

test('briefs are kept by name: opened again, duplicated, deleted, brought back, also after a restart', async ({
  start,
  dataFolder,
}) => {
  const first = await start();
  await first.desk.ready();
  await withReading(first, dataFolder);
  const { title, outcome, shelf, entry, box, button } = builder(first.desk);
  await title.fill('Vốn vay ODA');
  await box('Labour').press('Space');
  await expect(box('Labour')).not.toBeChecked();
  await pick(first.desk, 'New brief');
  await expect(title).toHaveValue('Brief on ODA, Labour and AZEC');
  await expect(box('Labour')).toBeChecked();
  await title.fill('Lao động');
  await pick(first.desk, 'Duplicate');
  await expect(title).toHaveValue('Lao động (copy)');
  await pick(first.desk, /^Vốn vay ODA/);
  await expect(title).toHaveValue('Vốn vay ODA');
  await expect(box('Labour')).not.toBeChecked();

  await pick(first.desk, 'Delete');
  await expect(outcome).toContainText('“Vốn vay ODA” was deleted.');
  await shelf.click();
  await expect(entry(/^Vốn vay ODA/)).toHaveCount(0);
  await expect(entry(/^Lao động/)).toHaveCount(2);
  await first.page.keyboard.press('Escape');
  await button('Undo').click();
  await expect(title).toHaveValue('Vốn vay ODA');
  await expect(outcome).toContainText('Undone');
  await first.app.close();

  const second = await start();
  await second.desk.ready();
  await second.desk.tool('Brief').click();
  const again = builder(second.desk);
  await expect(again.title).toHaveValue('Vốn vay ODA');
  await expect(again.box('Labour')).not.toBeChecked();
  await again.shelf.click();
  await expect(again.entry(/^Lao động/)).toHaveCount(2);
});

test('a new brief is kept once something was changed, and each change is one step of undo', async ({
  running,
  dataFolder,
}) => {
  const { page, desk } = running;
  await withReading(running, dataFolder);
  const { title, shelf, entry, box, button, outcome } = builder(desk);
  await shelf.click();
  await expect(entry('New brief')).toBeVisible();
  await expect(page.getByRole('menuitem')).toHaveCount(3);
  await page.keyboard.press('Escape');
  await title.fill('');
  await title.pressSequentially('Vốn vay');
  await box('AZEC').press('Space');
  await expect(box('AZEC')).not.toBeChecked();

  await page.keyboard.press('Control+z');
  await expect(box('AZEC')).toBeChecked();
  await page.keyboard.press('Control+z');
  await expect(title).toHaveValue('Brief on ODA, Labour and AZEC');
  await expect(outcome).toContainText('Undone');
  await page.keyboard.press('Control+Shift+Z');
  await expect(title).toHaveValue('Vốn vay');
  await button('Redo').click();
  await expect(box('AZEC')).not.toBeChecked();
});

test('passages are chosen by any or all tags, by article and by day', async ({
  running,
  dataFolder,
}) => {
  const { desk } = running;
  await withReading(running, dataFolder);
  const { preview, quotes, headings, box, button, radio, save } = builder(desk);
  await box('AZEC').press('Space');
  await box('Untagged').press('Space');
  await expect(quotes).toHaveCount(4);
  await radio('all of them').click();
  await expect(quotes).toHaveCount(2);
  await expect(headings).toHaveText(['ODA', 'Labour', 'Sources']);
  await expect(preview).toContainText(RANKING);
  await button('All tags').click();
  await radio('any of them').click();
  await box('Untagged').press('Space');
  await expect(quotes).toHaveCount(6);

  await box(ARTICLES.visit.title).press('Space');
  await expect(quotes).toHaveCount(3);
  await expect(preview).not.toContainText(NOTES);
  await box(ARTICLES.upgrade.title).press('Space');
  await expect(preview).toHaveText('Nothing chosen: check at least one article.');
  await expect(save).toBeDisabled();
  await button('All articles').click();
  await expect(quotes).toHaveCount(6);

  const day = (name: string) => desk.brief.getByLabel(name, { exact: true });
  await day('From').fill('2023-12-01');
  await expect(quotes).toHaveCount(3);
  await expect(preview).not.toContainText(LOANS);
  await day('To').fill('2023-11-30');
  await expect(desk.brief.getByText('“From” is after “To”')).toBeVisible();
  await expect(preview).toHaveText(/no such passage is in the checked articles and days/);
  await button('Clear “From”').click();
  await expect(quotes).toHaveCount(3);
  await expect(preview).toContainText(LOANS);
  await button('Clear “To”').click();
  await expect(quotes).toHaveCount(6);
});

test('sections and passages are put in order by keys and by buttons, and back again', async ({
  running,
  dataFolder,
}) => {
  const { page, desk } = running;
  await withReading(running, dataFolder);
  const { headings, quotes, button } = builder(desk);
  await desk.openBriefTab('Order and text');
  await desk.outlineSection('AZEC').click();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(headings).toHaveText(['ODA', 'AZEC', 'Labour', 'Untagged', 'Sources']);
  await expect(desk.outlineSection('AZEC')).toBeFocused();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(headings).toHaveText(['AZEC', 'ODA', 'Labour', 'Untagged', 'Sources']);
  await page.keyboard.press('Alt+ArrowUp');
  await button('Move to the end').click();
  await expect(headings).toHaveText(['ODA', 'Labour', 'Untagged', 'AZEC', 'Sources']);
  await button('Original order').click();
  await expect(headings).toHaveText(['ODA', 'Labour', 'AZEC', 'Untagged', 'Sources']);
  await expect(button('Original order')).toBeDisabled();

  await desk.outlineRow(NOTES).click();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(quotes.nth(1)).toHaveText(NOTES);
  await button('Move to the top').click();
  await expect(quotes.first()).toHaveText(NOTES);
  await expect(button('Move up')).toBeDisabled();
  await button('Undo').click();
  await expect(quotes.nth(1)).toHaveText(NOTES);
});

test('sections and passages are dragged, with the pointer and with keys', async ({
  running,
  dataFolder,
}) => {
  const { page, desk } = running;
  await withReading(running, dataFolder);
  const { headings, quotes } = builder(desk);
  await desk.openBriefTab('Order and text');
  await desk.outlineRow(NOTES).hover();
  await page.mouse.down();
  const target = await desk.outlineRow(LOANS).boundingBox();
  if (!target) throw new Error('the row is not there');
  await page.mouse.move(target.x + 100, target.y + target.height / 2);
  await page.mouse.move(target.x + 100, target.y + 4);
  await page.mouse.up();
  await expect(quotes.first()).toHaveText(NOTES);

  await desk.outlineSection('AZEC').click();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Insert/ }).first()).toBeVisible();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(headings).toHaveText(['ODA', 'AZEC', 'Labour', 'Untagged', 'Sources']);
});

test('a passage is left out, stays in its place in the outline, and is taken in again', async ({
  running,
  dataFolder,
}) => {
  const { page, desk } = running;
  await withReading(running, dataFolder);
  const { preview, quotes, save } = builder(desk);
  await desk.openBriefTab('Order and text');
  const row = desk.outlineRow(RANKING);
  await row.first().click();
  await page.keyboard.press('ArrowRight');
  await expect(row.first().getByRole('button', { name: /^Drag/ })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await expect(quotes).toHaveCount(4);
  await expect(preview).not.toContainText(RANKING);
  await expect(row).toHaveCount(2);
  await expect(row.first()).toContainText('left out');
  await expect(desk.brief.getByRole('row', { name: 'ODA', exact: true })).toContainText('2 of 3');
  await row.last().locator('label').click();
  await expect(quotes).toHaveCount(6);

  await desk.openBriefTab('Passages');
  for (const tag of ['ODA', 'AZEC', 'Untagged']) await builder(desk).box(tag).press('Space');
  await desk.openBriefTab('Order and text');
  await row.locator('label').click();
  await expect(preview).toHaveText(/every passage is left out/);
  await expect(save).toBeDisabled();
});

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
  const brief = readBrief(await readFile(join(folder, 'long.md'), 'utf8'));
  expect(brief.sections.flatMap(({ passages }) => passages)).toHaveLength(3_000);
});

test('the builder has no violations in any of its parts', async ({ running, dataFolder }) => {
  const { page, desk } = running;
  await withReading(running, dataFolder);
  await expectAccessible(page);
  await desk.openBriefTab('Layout');
  await expectAccessible(page);
  await desk.openBriefTab('Order and text');
  await expectAccessible(page);
  await desk.outlineSection('ODA').click();
  await expectAccessible(page);
  await desk.outlineRow(NOTES).click();
  await desk.outlineRow(NOTES).locator('label').click();
  await expect(desk.outlineRow(NOTES)).toContainText('left out');
  await expectAccessible(page);
  await builder(desk).shelf.click();
  await expectAccessible(page);
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

test('a long title and long words break nothing, also in a small window', async ({
  running,
  dataFolder,
}) => {
  const { app, page, desk } = running;
  await withReading(running, dataFolder);
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(1024, 700);
  });
  await page.waitForFunction(() => innerWidth === 1024);
  const word = 'Nghiêngnghiêngngảngả'.repeat(14);
  await builder(desk).title.fill(word);
  await expect(builder(desk).preview.getByRole('heading', { name: word })).toBeVisible();
  const fits = () =>
    page.evaluate(() => {
      const dialog = document.querySelector('[role="dialog"]');
      const overflowing = [...(dialog?.querySelectorAll('header, footer, section, p, h1') ?? [])];
      return (
        document.documentElement.scrollWidth <= innerWidth &&
        overflowing.every(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth + 1)
      );
    });
  expect(await fits()).toBe(true);
  await expect(builder(desk).save).toBeInViewport({ ratio: 1 });
  await expect(builder(desk).button('Undo')).toBeInViewport({ ratio: 1 });
  await desk.openBriefTab('Order and text');
  await desk.outlineSection('ODA').click();
  await builder(desk).field('Remark').fill(word);
  await expect(builder(desk).preview).toContainText(word.slice(0, 60));
  expect(await fits()).toBe(true);
});

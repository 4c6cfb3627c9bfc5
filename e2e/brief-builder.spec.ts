import { expect, test } from './fixtures/app.ts';
import { ARTICLES } from './fixtures/articles.ts';
import { builder, LOANS, NOTES, pick, RANKING, withReading } from './fixtures/builder.ts';
import { expectAccessible } from './fixtures/violations.ts';

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
  await withReading(running, dataFolder, false);
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

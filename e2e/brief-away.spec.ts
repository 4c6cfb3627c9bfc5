import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, type Running, test } from './fixtures/app.ts';
import { annotationsOf, builder, outbox, pick, READING, withReading } from './fixtures/builder.ts';
import { restoreAnnotations, strangersAnnotations } from './fixtures/prepared-work.ts';
import { Random } from './fixtures/random.ts';
import { answerSaveDialog } from './fixtures/save-dialog.ts';

/** The save dialog stays open until the function that this gives is called. */
async function holdSaveDialog({ app }: Running, path: string): Promise<() => Promise<void>> {
  await app.evaluate(({ dialog }, filePath) => {
    const answered = new Promise<void>((resolve) => {
      Object.assign(globalThis, { answerHeld: resolve });
    });
    dialog.showSaveDialog = async () => {
      await answered;
      return { canceled: false, filePath };
    };
  }, path);
  return () =>
    app.evaluate(() => (globalThis as unknown as { answerHeld: () => void }).answerHeld());
}

const leave = (page: Page) => page.getByRole('button', { name: 'Back to reading' }).click();

test('an export that fails after the builder was left, or at another brief, is told', async ({
  running,
  dataFolder,
}, testInfo) => {
  const { page, desk } = running;
  const folder = await outbox(testInfo);
  await withReading(running, dataFolder);
  const { title, save, outcome } = builder(desk);
  await title.fill('Vốn vay');
  let answer = await holdSaveDialog(running, join(folder, 'gone', 'brief.md'));
  await save.click();
  await leave(page);
  await answer();
  const told = page.getByText(/“Vốn vay” was not exported, nothing was written: The folder is not/);
  await expect(told).toBeVisible();

  await desk.tool('Brief').click();
  await expect(desk.brief.getByRole('alert')).toContainText('Nothing was exported.');
  answer = await holdSaveDialog(running, join(folder, 'gone', 'brief.md'));
  await save.click();
  await pick(desk, 'New brief');
  await answer();
  await expect(outcome).toContainText('“Vốn vay” was not exported');
  expect(await readdir(folder)).toEqual([]);
});

test('an export of everything that fails after its dialog was closed is told', async ({
  running,
  dataFolder,
}, testInfo) => {
  const { app, page } = running;
  const folder = await outbox(testInfo);
  await restoreAnnotations(running, dataFolder, annotationsOf(READING));
  await app.evaluate(({ Menu }) => {
    Menu.getApplicationMenu()?.getMenuItemById('export')?.click();
  });
  const dialog = page.getByRole('dialog', { name: 'Export' });
  const answer = await holdSaveDialog(running, join(folder, 'gone', 'all.jsonld'));
  await dialog.getByRole('button', { name: 'Export…' }).click();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await answer();
  await expect(page.getByText(/JSON-LD\)” was not exported, nothing was written/)).toBeVisible();
});

test('an export that goes on is seen under its name by who left it, and called off from there', async ({
  running,
  dataFolder,
}, testInfo) => {
  const { app, page, desk } = running;
  const folder = await outbox(testInfo);
  await restoreAnnotations(running, dataFolder, strangersAnnotations(3_000, new Random(7)));
  await desk.tool('Brief').click();
  const { title, quotes, button } = builder(desk);
  await title.fill('Dài lắm');
  await expect(quotes.first()).toBeVisible();
  const exportDocx = async () => {
    await button('Other formats').click();
    await page.getByRole('menuitem', { name: /DOCX/ }).click();
  };
  await answerSaveDialog(app, join(folder, 'long.docx'));
  await exportDocx();
  const progress = page.getByRole('progressbar', { name: 'Exporting Dài lắm' });
  await expect(progress).toBeVisible();
  await pick(desk, 'New brief');
  await expect(progress).toBeVisible();
  await leave(page);
  await expect(progress).toBeVisible();
  await page.getByRole('contentinfo').getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Export cancelled: nothing was written.')).toBeVisible();
  await expect(progress).toBeHidden();
  expect(await readdir(folder)).toEqual([]);

  await desk.tool('Brief').click();
  await exportDocx();
  await button('Cancel').press('Enter');
  await expect(button('Save Markdown…')).toBeFocused();
});

test('exporting a brief is no step of undo, and says how much was written', async ({
  running,
  dataFolder,
}, testInfo) => {
  const { app, desk } = running;
  const path = join(await outbox(testInfo), 'brief.md');
  await withReading(running, dataFolder, false);
  const { save, outcome, button, box, quotes } = builder(desk);
  await expect(save).toHaveAccessibleDescription('4 passages from 2 articles');
  await answerSaveDialog(app, path);
  await save.click();
  await expect(outcome).toHaveText(`Saved to ${path}`);
  await expect(desk.brief.getByText('4 passages written.')).toBeVisible();
  // What is taken back is what was done before it: the reading that was restored.
  await button('Undo').click();
  await expect(quotes).toHaveCount(0);
  await button('Redo').click();
  await expect(quotes).toHaveCount(4);

  await box('AZEC').press('Space');
  await button('Undo').click();
  await expect(outcome).toContainText('Undone');
  await box('Labour').press('Space');
  await expect(box('Labour')).not.toBeChecked();
  await expect(outcome).toHaveText('');
});

test('a row that is moved by key past the last one listed stays in view', async ({
  running,
  dataFolder,
}) => {
  const { page, desk } = running;
  await restoreAnnotations(running, dataFolder, strangersAnnotations(300, new Random(7)));
  await desk.tool('Brief').click();
  await desk.openBriefTab('Order and text');
  const rows = builder(desk).outline.getByRole('row');
  const key = (await rows.nth(49).getAttribute('data-key')) ?? '';
  await rows.nth(49).click();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(rows.nth(50)).toHaveAttribute('data-key', key);
  await expect(rows.nth(50)).toBeFocused();
});

test('the focus stays where it was when a button has nothing more to do', async ({
  running,
  dataFolder,
}) => {
  const { page, desk } = running;
  await withReading(running, dataFolder);
  const { headings, button, box } = builder(desk);
  await box('AZEC').press('Space');
  await button('All tags').press('Enter');
  await expect(box('ODA')).toBeFocused();
  await desk.openBriefTab('Order and text');
  await desk.outlineSection('Labour').click();
  await button('Move up').press('Enter');
  await expect(headings.first()).toHaveText('Labour');
  await expect(button('Move up')).toBeDisabled();
  await expect(button('Move up')).toBeFocused();
  await page.keyboard.press('Enter');
  await button('Original order').press('Enter');
  await expect(headings.first()).toHaveText('ODA');
  await expect(button('Original order')).toBeDisabled();
  await expect(button('Original order')).toBeFocused();
  const undo = button('Undo');
  for (let steps = 0; steps < 4; steps += 1) await undo.press('Enter');
  await expect(undo).toBeFocused();
});

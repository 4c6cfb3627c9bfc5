import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures/app.ts';
import { builder, LOANS, outbox, withReading } from './fixtures/builder.ts';
import { answerSaveDialog } from './fixtures/save-dialog.ts';
import { expectAccessible } from './fixtures/violations.ts';

const SECRET = 'Chỉ để riêng tôi biết';

test('a note is made private by key, and a link in the preview shows its passage', async ({
  running,
  dataFolder,
}, testInfo) => {
  const { app, page, desk } = running;
  await withReading(running, dataFolder);
  const { preview, save } = builder(desk);
  await preview.getByRole('link', { name: 'passage' }).first().click();
  await expect(desk.brief).toBeHidden();
  await expect(desk.card(LOANS).getByRole('button', { name: 'Private note' })).toBeVisible();

  await desk.note(LOANS).fill(SECRET);
  await page.keyboard.press('Escape');
  await page.keyboard.press('p');
  const toggle = desk.card(LOANS).getByRole('button', { name: 'Private note' });
  await expect(toggle).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Control+z');
  await expect(toggle).toHaveAttribute('aria-pressed', 'false');
  await toggle.click();
  await expect(toggle).toHaveAttribute('aria-pressed', 'true');
  await expectAccessible(page);

  const path = join(await outbox(testInfo), 'private.md');
  await answerSaveDialog(app, path);
  await desk.tool('Brief').click();
  await expect(desk.brief.getByText('1 private note is left out.')).toBeVisible();
  await save.click();
  await expect(desk.brief.getByRole('status')).toHaveText(`Saved to ${path}`);
  const markdown = await readFile(path, 'utf8');
  expect(markdown).toContain(LOANS);
  expect(markdown).not.toContain(SECRET);
});

test('what a brief shows is switched in its layout, one step of undo each', async ({
  running,
  dataFolder,
}) => {
  const { page, desk } = running;
  await withReading(running, dataFolder);
  const { preview } = builder(desk);
  await desk.openBriefTab('Layout');
  const numbers = desk.brief.getByRole('checkbox', { name: 'Paragraph numbers' });
  await expect(preview).toContainText('¶');
  await numbers.press('Space');
  await expect(preview).not.toContainText('¶');
  await page.keyboard.press('Control+z');
  await expect(preview).toContainText('¶');
  await desk.brief.getByRole('checkbox', { name: /Checksums/ }).press('Space');
  await expect(preview).toContainText('Appendix');
  await desk.brief.getByRole('button', { name: 'Export options' }).click();
  const html = page.getByRole('checkbox', { name: 'In web pages (HTML)' });
  await expect(html).not.toBeChecked();
  await html.press('Space');
  await expect(html).toBeChecked();
  await expectAccessible(page);
});

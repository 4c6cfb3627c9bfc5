import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ElectronApplication, _electron as electron, type Page } from '@playwright/test';
import { answerSaveDialog } from '../../e2e/fixtures/save-dialog.ts';
import { EXTENSIONS } from '../../src/main/export/format.ts';
import { EXPORT_FORMATS, type ExportFormat } from '../../src/shared/export.ts';
import type { JournaledChange } from '../../src/shared/journal.ts';
import { briefTexts, exportTexts } from '../../src/shared/texts/texts.ts';
import { PROJECT } from './grounds.ts';
import { writeJournal } from './library-of-work.ts';
import { type HeldUp, TaskWatch } from './watch-page.ts';

/** One export by the window. Times in milliseconds. */
export interface WindowRun {
  readonly format: ExportFormat;
  readonly whole: number;
  readonly heldUp: HeldUp;
  /** From the press of Cancel, in the midst of another export, until the window says that it is called off. */
  readonly cancelled: number;
}

interface Desk {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly watch: TaskWatch;
  /** Where exports go; holds nothing else. */
  readonly outbox: string;
}

/** Exports all passages in each format, by the builder, as an analyst does. */
export async function exportInWindow(
  changes: readonly JournaledChange[],
  rounds: number,
  args: readonly string[],
): Promise<{ readonly opening: HeldUp; readonly idle: HeldUp; readonly runs: WindowRun[] }> {
  const base = await mkdtemp(join(tmpdir(), 'ben-le-bench-'));
  const outbox = await mkdtemp(join(base, 'outbox-'));
  const data = join(base, 'data');
  await writeJournal(data, changes);
  const app = await electron.launch({ args: [...args, PROJECT, `--user-data-dir=${data}`] });
  try {
    const page = await app.firstWindow();
    await page.locator('[role="status"]', { hasText: 'Saved' }).waitFor({ timeout: 120_000 });
    const watch = new TaskWatch(app, page);
    const desk = { app, page, watch, outbox };
    const opening = await watch.during(() => openBuilder(page));
    const idle = await watch.during(() => settled(page));
    const runs: WindowRun[] = [];
    for (let round = 0; round < rounds; round += 1) {
      for (const format of EXPORT_FORMATS) runs.push(await measure(desk, format));
    }
    return { opening, idle, runs };
  } finally {
    await app.close();
    await rm(base, { recursive: true, force: true });
  }
}

async function openBuilder(page: Page): Promise<void> {
  await page
    .getByRole('toolbar', { name: 'Window' })
    .getByRole('button', { name: 'Brief' })
    .click();
  const brief = page.getByRole('dialog', { name: 'Brief' });
  const save = brief.getByRole('button', { name: briefTexts.save });
  await save.and(page.locator(':enabled')).waitFor({ timeout: 120_000 });
  await settled(page);
}

async function measure(desk: Desk, format: ExportFormat): Promise<WindowRun> {
  const { app, page, watch, outbox } = desk;
  const path = join(outbox, `a${EXTENSIONS[format]}`);
  await answerSaveDialog(app, path);
  await settled(page);
  let whole = 0;
  const heldUp = await watch.during(async () => {
    const before = performance.now();
    await press(page, format);
    await page.getByText(exportTexts.saved(path)).first().waitFor({ timeout: 120_000 });
    whole = performance.now() - before;
    await settled(page);
  });
  if ((await stat(path)).size === 0) throw new Error('nothing was written');
  await rm(path);
  const cancelled = await cancelOne(desk, format);
  const left = await readdir(outbox);
  if (left.length > 0) throw new Error(`left behind: ${left}`);
  return { format, whole, heldUp, cancelled };
}

async function press(page: Page, format: ExportFormat): Promise<void> {
  const brief = page.getByRole('dialog', { name: 'Brief' });
  if (format === 'markdown') return brief.getByRole('button', { name: briefTexts.save }).click();
  await brief.getByRole('button', { name: exportTexts.others }).click();
  await page.getByRole('menuitem', { name: exportTexts.formats[format] }).click();
}

/** Presses Cancel as soon as there is one; all in the page, so that only the app's own time is taken. */
async function cancelOne({ page }: Desk, format: ExportFormat): Promise<number> {
  const words = { button: exportTexts.cancel, cancelled: exportTexts.cancelled };
  const waiting = page.evaluate(async ({ button, cancelled }) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const find = () =>
      [...document.querySelectorAll('button')].find((each) => each.textContent === button);
    const isSaid = () =>
      [...document.querySelectorAll('[role="status"]')].some(
        (each) => each.textContent === cancelled,
      );
    while (!document.querySelector('[role="progressbar"]')) await frame();
    const pressed = performance.now();
    find()?.click();
    while (!isSaid()) await frame();
    return performance.now() - pressed;
  }, words);
  await press(page, format);
  return waiting;
}

/** Waits until the page has nothing to do: it has a turn of its own when it is idle. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((resolve) => requestIdleCallback(() => requestIdleCallback(resolve))),
  );
}

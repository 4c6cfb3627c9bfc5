import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { ARTICLES } from '../fixtures/articles.ts';
import { databaseFolder } from '../fixtures/damage.ts';
import { answerOpenDialog, answerSaveDialog } from '../fixtures/save-dialog.ts';
import { OUT, open, PROJECT, photograph, type Session } from './session.ts';

/** What the app looks like when something was deleted, backed up, changed or damaged. */
export async function photographSafety(dataFolder: string): Promise<void> {
  const session = await open(dataFolder);
  await session.desk.open(ARTICLES.upgrade.title);
  await session.desk.marks().first().click();
  await session.page.keyboard.press('Delete');
  await photographMenuDialog(session, 'trash', 'Trash');
  await photographMenuDialog(session, 'changes', 'Recent changes');
  await photographRestore(session);
  await session.app.close();
  await photographRepair(dataFolder);

  await rm(await databaseFolder(dataFolder), { recursive: true });
  const again = await open(dataFolder);
  await again.page.getByRole('alert').first().waitFor();
  await photograph(again, 'put-right');
  await again.app.close();
}

async function photographMenuDialog(session: Session, id: string, name: string): Promise<void> {
  await chooseMenuItem(session.app, id);
  await session.page.getByRole('dialog', { name }).waitFor();
  await photograph(session, id);
  await session.page.keyboard.press('Escape');
}

async function chooseMenuItem(app: ElectronApplication, id: string): Promise<void> {
  await app.evaluate(({ Menu }, wanted) => {
    Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click();
  }, id);
}

/** A backup, then a highlight less: what restoring it would do. */
async function photographRestore(session: Session): Promise<void> {
  const { app, page, desk } = session;
  const path = join(OUT, 'backup.benle');
  await answerSaveDialog(app, path);
  await chooseMenuItem(app, 'backup');
  await desk.notice.getByText('backup.benle').waitFor();
  await desk.marks().first().click();
  await page.keyboard.press('Delete');
  await answerOpenDialog(app, path);
  await chooseMenuItem(app, 'restore');
  await page.getByRole('dialog', { name: 'Restore' }).getByText('New').first().waitFor();
  await photograph(session, 'restore');
  await page.keyboard.press('Escape');
}

/** The app with another wording of an article. */
async function photographRepair(dataFolder: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'ben-le-demo-app-'));
  for (const part of ['out/main', 'out/preload', 'out/renderer', 'resources', 'package.json']) {
    await cp(join(PROJECT, part), join(folder, part), { recursive: true });
  }
  await reword(join(folder, 'resources', 'articles'));
  const session = await open(dataFolder, folder);
  await session.page.getByRole('button', { name: /need(s)? a look/ }).click();
  await session.page.getByRole('dialog', { name: 'Repair' }).waitFor();
  await photograph(session, 'repair');
  await session.app.close();
  await rm(folder, { recursive: true });
}

/** Changes every number of an article, and some of its words. */
async function reword(articles: string): Promise<void> {
  const index = join(articles, 'index.json');
  const rows = JSON.parse(await readFile(index, 'utf8'));
  const row = rows.find(({ id }: { id: string }) => id === ARTICLES.visit.id);
  const file = join(articles, row.file);
  const raw = (await readFile(file, 'utf8')).replaceAll('3 công hàm', '4 công hàm');
  row.sha256 = createHash('sha256').update(raw).digest('hex');
  await writeFile(file, raw);
  await writeFile(index, JSON.stringify(rows));
}

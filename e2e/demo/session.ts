import { join } from 'node:path';
import { type ElectronApplication, _electron as electron, type Page } from '@playwright/test';
import { Desk } from '../fixtures/desk.ts';

export const PROJECT = join(import.meta.dirname, '..', '..');
/** Where pictures and the brief are left. */
export const OUT = join(PROJECT, 'out', 'demo');

export interface Session {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly desk: Desk;
}

/** Starts the app and waits for its first article. @param folder of the built app */
export async function open(dataFolder: string, folder = PROJECT): Promise<Session> {
  const args = [...process.argv.slice(2), folder, `--user-data-dir=${dataFolder}`];
  const app = await electron.launch({ args });
  const page = await app.firstWindow();
  const desk = new Desk(page);
  await desk.ready();
  return { app, page, desk };
}

export async function photograph({ page }: Session, name: string): Promise<void> {
  // Motion has come to rest before the picture is taken.
  await page.evaluate(() =>
    Promise.allSettled(document.getAnimations().map((motion) => motion.finished)),
  );
  await page.screenshot({ path: join(OUT, `${name}.png`) });
}

/** Makes the window's content so large, in pixels. */
export async function resize({ app, page }: Session, width: number, height: number): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, size) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height);
    },
    { width, height },
  );
  await page.waitForFunction((size) => innerWidth === size, width);
}

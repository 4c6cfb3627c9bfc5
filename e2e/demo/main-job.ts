import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { photographBuilder } from './builder.ts';
import { DEMO, type DemoArticle } from './passages.ts';
import { photographSafety } from './safety.ts';
import { OUT, open, photograph, resize, type Session } from './session.ts';

/**
 * The main job, unattended, in the real app: read, highlight, tag, note, close, open again, write a brief.
 * What is left in `out/demo` shows that it works, and illustrates the README.
 */
const BRIEF = join(OUT, 'brief.md');

async function annotate({ page, desk }: Session, article: DemoArticle): Promise<void> {
  await desk.open(article.title);
  for (const { text, keys, note } of article.passages) {
    await desk.dragOver(text);
    await desk.annotateToolbar.waitFor();
    for (const key of keys) await page.keyboard.press(key);
    await desk.card(text).waitFor();
    if (note) {
      await page.keyboard.press('n');
      await page.waitForFunction(() => document.activeElement instanceof HTMLTextAreaElement);
      await page.keyboard.type(note);
    }
    await page.keyboard.press('Escape');
    await desk.status.getByText('Saved').waitFor();
  }
}

/** The window in both themes, at the sizes of a small laptop and of a large screen. */
async function photographDesk(session: Session): Promise<void> {
  const { page, desk } = session;
  await desk.card('Hai nước cũng ký kết').getByRole('button').first().click();
  await photograph(session, 'desk');
  await page.emulateMedia({ colorScheme: 'dark' });
  await photograph(session, 'desk-dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await resize(session, 1024, 700);
  await photograph(session, 'desk-1024x700');
  await resize(session, 1920, 1080);
  await photograph(session, 'desk-1920x1080');
  await resize(session, 1280, 800);
}

async function photographSelection(session: Session): Promise<void> {
  await session.desk.dragOver('hơn 30 văn kiện hợp tác');
  await session.desk.annotateToolbar.waitFor();
  await photograph(session, 'selection');
  await session.page.keyboard.press('Escape');
}

async function photographDialog(session: Session, name: string): Promise<void> {
  await session.page.getByRole('button', { name, exact: true }).click();
  await session.page.getByRole('dialog', { name }).waitFor();
  await photograph(session, name.toLowerCase().replaceAll(' ', '-'));
  await session.page.keyboard.press('Escape');
}

async function demo(dataFolder: string): Promise<void> {
  const first = await open(dataFolder);
  await photograph(first, 'empty');
  for (const article of DEMO) await annotate(first, article);
  await first.app.close();

  const second = await open(dataFolder);
  await photographDesk(second);
  await photographSelection(second);
  await photographDialog(second, 'Codebook');
  await photographDialog(second, 'Keyboard shortcuts');
  await photographBuilder(second, BRIEF);
  await second.app.close();
  await photographSafety(dataFolder);
}

const dataFolder = await mkdtemp(join(tmpdir(), 'ben-le-demo-'));
try {
  await rm(OUT, { recursive: true, force: true });
  await mkdir(OUT, { recursive: true });
  await demo(dataFolder);
  console.log(`The brief is at ${BRIEF}; pictures are beside it.`);
} finally {
  await rm(dataFolder, { recursive: true, force: true, maxRetries: 5 });
}

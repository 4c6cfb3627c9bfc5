import { randomUUID } from 'node:crypto';
import { passageLink } from '../src/domain/annotation/link.ts';
import { texts } from '../src/shared/texts/texts.ts';
import { expect, type Running, test } from './fixtures/app.ts';
import { ARTICLES } from './fixtures/articles.ts';
import { launchBeside } from './fixtures/second-launch.ts';

/** Far down in an article that is not the one a new library opens with. */
const PASSAGE = 'đứng thứ nhất về cung cấp viện trợ ODA';

/** Tags the passage, then leaves it: another article is open. */
async function annotateAndLeave({ desk }: Running): Promise<string> {
  await desk.open(ARTICLES.upgrade.title);
  await desk.annotate(PASSAGE, 'ODA');
  const id = await desk.annotationId(PASSAGE);
  await desk.open(ARTICLES.meetJapan.title);
  await expect(desk.status).toHaveText('Saved');
  return id;
}

async function expectPassageOpen({ desk }: Running): Promise<void> {
  await expect(desk.article(ARTICLES.upgrade.title)).toBeVisible();
  await expect(desk.marks(PASSAGE).first()).toBeInViewport();
  await expect(desk.marks(PASSAGE).first()).toHaveAttribute('data-active');
  await expect(desk.card(PASSAGE)).toBeInViewport();
  await expect(desk.notice).not.toContainText(texts.notices.linkGone);
}

test('a link opens the app at its passage', async ({ start }) => {
  const first = await start();
  await first.desk.ready();
  const id = await annotateAndLeave(first);
  await first.app.close();

  const second = await start({ args: [passageLink(id)] });
  await expectPassageOpen(second);
});

test('a link opened while the app runs goes to the window that is open', async ({
  running,
  dataFolder,
}) => {
  const id = await annotateAndLeave(running);
  expect(await launchBeside(running.app, dataFolder, passageLink(id))).toBe(0);
  await expectPassageOpen(running);
  expect(running.app.windows()).toHaveLength(1);
});

test('a second start without a link opens no second window', async ({ running, dataFolder }) => {
  const { app, desk } = running;
  expect(await launchBeside(app, dataFolder)).toBe(0);
  const windows = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  expect(windows).toBe(1);
  await expect(desk.article(ARTICLES.meetJapan.title)).toBeVisible();
});

test('a link to a deleted annotation says so, at the start and while running', async ({
  start,
  dataFolder,
}) => {
  const first = await start();
  await first.desk.ready();
  await first.desk.annotate('đối tác số một về ODA', 'ODA');
  const id = await first.desk.annotationId('đối tác số một về ODA');
  await first.page.keyboard.press('Delete');
  await expect(first.desk.marks()).toHaveCount(0);
  expect(await launchBeside(first.app, dataFolder, passageLink(id))).toBe(0);
  await expect(first.desk.notice).toHaveText(texts.notices.linkGone);
  await expect(first.desk.status).toHaveText('Saved');
  await first.app.close();

  const second = await start({ args: [passageLink(id)] });
  await expect(second.desk.notice).toHaveText(texts.notices.linkGone);
  await expect(second.desk.article(ARTICLES.meetJapan.title)).toBeVisible();
});

test('a link to an annotation that never was says so', async ({ start }) => {
  const { desk } = await start({ args: [passageLink(randomUUID())] });
  await expect(desk.notice).toHaveText(texts.notices.linkGone);
  // The word may be there before the first article is.
  await desk.ready();
  await desk.annotate('đối tác số một về ODA', 'ODA');
  await expect(desk.status).toHaveText('Saved');
});

test('links that are malformed are passed over, at the start and while running', async ({
  start,
  dataFolder,
}) => {
  const id = randomUUID();
  const malformed = [
    'benle://',
    'benle://annotation/',
    'benle://annotation/not-an-id',
    `benle://annotation/../${id}`,
    `benle://annotation/${id}/../../etc/passwd`,
    `benle://annotation/${id}?then=https://example.com`,
    `benle://article/${id}`,
    `https://example.com/annotation/${id}`,
  ];
  const { app, desk } = await start({ args: malformed });
  await desk.ready();
  await expect(desk.article(ARTICLES.meetJapan.title)).toBeVisible();
  await expect(desk.notice).toBeEmpty();
  expect(await launchBeside(app, dataFolder, ...malformed)).toBe(0);
  await desk.annotate('đối tác số một về ODA', 'ODA');
  await expect(desk.status).toHaveText('Saved');
  await expect(desk.notice).toBeEmpty();
  expect(app.windows()).toHaveLength(1);
});

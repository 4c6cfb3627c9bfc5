import { texts } from '../src/shared/texts/texts.ts';
import { expect, test } from './fixtures/app.ts';
import { ARTICLES } from './fixtures/articles.ts';

test('the app opens with its library, an article and an honest status', async ({ running }) => {
  const { desk } = running;
  await expect(desk.library.getByRole('button')).toHaveCount(5);
  await expect(desk.status).toHaveText('Saved');
  await expect(desk.annotations).toContainText('No annotations yet');
});

test('a window that cannot be drawn says so, and comes back with what was saved', async ({
  running,
}) => {
  const { page, desk } = running;
  await desk.annotate('đối tác số một về ODA', 'ODA');
  await expect(desk.status).toHaveText('Saved');
  await page.evaluate(() => {
    Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', {
      get: () => {
        throw new Error('no dates today');
      },
    });
  });
  await desk.library.getByRole('button', { name: ARTICLES.visit.title }).click();
  await expect(page.getByRole('alert')).toContainText(texts.broken.title);
  await expect(page.getByRole('alert')).toContainText('no dates today');
  await page.getByRole('button', { name: texts.reload }).click();
  await desk.ready();
  await desk.open(ARTICLES.meetJapan.title);
  await expect(desk.card('đối tác số một về ODA')).toContainText('ODA');
});

test('an article that cannot be read says why, and is tried again', async ({ running }) => {
  const { app, page, desk } = running;
  const { title } = ARTICLES.visit;
  await app.evaluate(({ ipcMain }) => {
    ipcMain.removeHandler('library:read');
    ipcMain.handle('library:read', () => ({ ok: false, reason: 'damaged' }));
  });
  await desk.entry(title).click();
  await expect(page.getByRole('main')).toContainText(texts.reader.damagedTitle);
  await app.evaluate(({ ipcMain }) => ipcMain.removeHandler('library:read'));
  await desk.entry(title).click();
  await expect(page.getByRole('main')).toContainText(texts.reader.unansweredTitle);
});

test('a list of articles that does not arrive stops neither the window nor the annotations', async ({
  running,
}) => {
  const { app, page, desk } = running;
  await desk.annotate('đối tác số một về ODA', 'ODA');
  await expect(desk.status).toHaveText('Saved');
  await app.evaluate(({ ipcMain }) => ipcMain.removeHandler('library:list'));
  await page.reload();
  await expect(page.getByRole('alert')).toContainText(texts.library.unlistedTitle);
  await desk.annotations.getByRole('radio', { name: 'All articles' }).click();
  await expect(desk.card('đối tác số một về ODA')).toContainText('ODA');
});

import { once } from 'node:events';
import { expect, type Running, test } from './fixtures/app.ts';

const PASSAGE = 'đối tác số một về ODA';
const NOTE = 'Hỏi Bộ Kế hoạch về khoản vay thứ ba trước thứ Sáu';

/** Types a note and leaves it at that: the field keeps the focus and nothing waits for it to be saved. */
async function typeNote({ page, desk }: Running): Promise<void> {
  await desk.annotate(PASSAGE, 'Note');
  await expect(desk.note(PASSAGE)).toBeFocused();
  await page.keyboard.insertText(NOTE);
}

test('a note typed right before quitting is kept', async ({ start }) => {
  const first = await start();
  await first.desk.ready();
  await typeNote(first);
  const closed = first.app.waitForEvent('close');
  await first.app.evaluate(({ app }) => app.quit());
  await closed;

  const { desk } = await start();
  await expect(desk.note(PASSAGE)).toHaveValue(NOTE);
  await expect(desk.status).toHaveText('Saved');
});

test('a note typed right before its window is closed is kept', async ({ start }) => {
  const first = await start();
  await first.desk.ready();
  await typeNote(first);
  const closed = first.page.waitForEvent('close');
  await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await closed;
  // Without its window the app goes on macOS only, until it is quit.
  await first.app.close();

  const { desk } = await start();
  await expect(desk.note(PASSAGE)).toHaveValue(NOTE);
});

test('a tag’s name being typed when the app quits is kept', async ({ start }) => {
  const first = await start();
  await first.desk.ready();
  await first.desk.tool('Codebook').click();
  const nameOf = ({ desk }: Running) =>
    desk.codebook.getByRole('textbox', { name: 'Name', exact: true });
  await nameOf(first).fill('Viện trợ');
  await expect(nameOf(first)).toBeFocused();
  const closed = first.app.waitForEvent('close');
  await first.app.evaluate(({ app }) => app.quit());
  await closed;

  const second = await start();
  await second.desk.tool('Codebook').click();
  await expect(nameOf(second)).toHaveValue('Viện trợ');
});

test('what was said to be saved outlives the app being killed', async ({ start }) => {
  const first = await start();
  await first.desk.ready();
  await first.desk.annotate('thứ hai về lao động', 'Labour');
  await typeNote(first);
  await expect(first.desk.note(PASSAGE)).toHaveValue(NOTE);
  await expect(first.desk.status).toHaveText('Saved');
  const ended = once(first.app.process(), 'exit');
  first.app.process().kill('SIGKILL');
  await ended;

  const { desk } = await start();
  await expect(desk.note(PASSAGE)).toHaveValue(NOTE);
  await expect(desk.card('thứ hai về lao động')).toContainText('Labour');
  await expect(desk.annotations.getByRole('listitem')).toHaveCount(2);
  await expect(desk.status).toHaveText('Saved');
});

test('the window comes back in the size it had', async ({ start }) => {
  const first = await start();
  await first.desk.ready();
  const size = { width: 1110, height: 730 };
  await first.app.evaluate(({ BrowserWindow }, wanted) => {
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 60, ...wanted });
  }, size);
  const widthOf = ({ page }: Running) => page.evaluate(() => window.outerWidth);
  await expect.poll(() => widthOf(first)).toBe(size.width);
  await first.app.close();

  const second = await start();
  await second.desk.ready();
  const bounds = await second.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getBounds(),
  );
  expect(bounds).toMatchObject(size);
  await expect.poll(() => widthOf(second)).toBe(size.width);
});

test('the theme that was chosen is there after a restart', async ({ start }) => {
  const paperOf = ({ page }: Running) =>
    page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const themeOf = ({ page }: Running) => page.getByRole('combobox', { name: 'Theme' });
  const first = await start();
  await first.desk.ready();
  await expect(themeOf(first)).toHaveValue('system');
  await themeOf(first).selectOption('Dark');
  const source = ({ app }: Running) => app.evaluate(({ nativeTheme }) => nativeTheme.themeSource);
  await expect.poll(() => source(first)).toBe('dark');
  await first.app.close();

  const second = await start();
  await second.desk.ready();
  await expect(themeOf(second)).toHaveValue('dark');
  expect(await source(second)).toBe('dark');
  // Playwright asks for light pages everywhere unless told otherwise; a new page asks the app again.
  await second.page.emulateMedia({ colorScheme: null });
  await second.page.reload();
  await second.desk.ready();
  await expect.poll(() => paperOf(second)).toBe('rgb(23, 27, 33)');
  await themeOf(second).selectOption('Light');
  await expect.poll(() => paperOf(second)).toBe('rgb(242, 237, 227)');
});

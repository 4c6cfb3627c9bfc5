import { expect, test } from 'vitest';
import { withFixture } from './testing/fixture.ts';

test('a window has the size that is asked for, and so have screenshots', () =>
  withFixture(async ({ app, page }) => {
    const window = await app.browserWindow(page);
    expect(await page.evaluate('[innerWidth, innerHeight]')).toEqual([900, 640]);
    for (const [width, height] of [
      [1024, 700],
      [1920, 1080],
    ] as const) {
      await window.evaluate((w, size) => w.setBounds(size), { width, height });
      await expect.poll(() => page.evaluate('[innerWidth, innerHeight]')).toEqual([width, height]);
      expect(await window.evaluate((w) => w.getBounds())).toMatchObject({ width, height });
      const png = await page.screenshot();
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([width, height]);
    }
  }));

test('windows and pages find each other', () =>
  withFixture(async ({ app, page }) => {
    const window = await app.browserWindow(page);
    expect(
      await window.evaluate((w) => [w.id, w.isVisible(), w.isFocused(), w.webContents.getURL()]),
    ).toEqual([1, true, true, 'fixture://app/index.html']);
    expect(
      await app.evaluate(({ BrowserWindow, webContents }) => {
        const [only] = BrowserWindow.getAllWindows();
        return [
          only instanceof BrowserWindow,
          BrowserWindow.fromId(1) === only,
          BrowserWindow.getFocusedWindow() === only,
          webContents.getAllWebContents().length,
          webContents.fromId(1) === only?.webContents,
        ];
      }),
    ).toEqual([true, true, true, 1, true]);
    await expect.poll(() => window.evaluate((w) => w.getTitle())).toBe('Fixture');
    expect(await window.evaluate((w) => w.webContents.executeJavaScript('6 * 7'))).toBe(42);
  }));

test('will-navigate can keep a page where it is', () =>
  withFixture(async ({ page, seen }) => {
    await page.click('#out');
    await page.click('#mail');
    await page.evaluate(`location.href = 'https://elsewhere.test/script'`);
    await expect
      .poll(async () => (await seen()).navigations)
      .toEqual([
        'https://elsewhere.test/page',
        'mailto:a@example.test',
        'https://elsewhere.test/script',
      ]);
    expect(await page.evaluate('document.title')).toBe('Fixture');
    await page.click('#own');
    await expect.poll(() => page.evaluate('document.title')).toBe('Second');
    expect((await seen()).navigations.at(-1)).toBe('fixture://app/second.html');
  }));

test('navigations of a test are no navigations of the page', () =>
  withFixture(async ({ page, seen }) => {
    await page.click('#relative');
    await expect.poll(() => page.evaluate('document.title')).toBe('Second');
    await page.goBack();
    await page.reload();
    expect(await page.evaluate('document.title')).toBe('Fixture');
    expect((await seen()).navigations).toEqual(['fixture://app/second.html']);
  }));

test('no second window opens, and the app is asked about each', () =>
  withFixture(async ({ app, page, seen }) => {
    expect(await page.evaluate(`window.open('https://elsewhere.test/open')`)).toBe(null);
    await page.click('#blank');
    await page.click('#relative', { modifiers: ['ControlOrMeta'] });
    // Neither script nor link: such a window is closed before it has loaded anything.
    await page.evaluate(`(() => { const form = document.createElement('form');
      Object.assign(form, { target: '_blank', action: 'https://elsewhere.test/form' });
      document.body.append(form); form.submit(); })()`);
    await expect
      .poll(async () => (await seen()).opened)
      .toEqual([
        'https://elsewhere.test/open',
        'https://elsewhere.test/blank',
        'fixture://app/second.html',
        'https://elsewhere.test/form?',
      ]);
    await expect.poll(() => app.windows().length).toBe(1);
    expect((await seen()).urls.some(([, url]) => url.includes('elsewhere'))).toBe(false);
  }));

test('downloads reach the app, and no file', () =>
  withFixture(async ({ page, seen }) => {
    await page.evaluate(`(() => { const link = document.createElement('a');
      link.download = 'x.txt'; link.href = URL.createObjectURL(new Blob(['x'])); link.click(); })()`);
    await expect
      .poll(async () => (await seen()).downloads)
      .toEqual([expect.stringMatching(/^blob:fixture:\/\/app\//)]);
  }));

test('the theme reaches the page and stays through a reload', () =>
  withFixture(async ({ app, page }) => {
    const dark = () => page.evaluate(`matchMedia('(prefers-color-scheme: dark)').matches`);
    await app.evaluate(({ nativeTheme }) => {
      nativeTheme.themeSource = 'dark';
    });
    await expect.poll(dark).toBe(true);
    await page.reload();
    await expect.poll(dark).toBe(true);
    expect(await app.evaluate(({ nativeTheme }) => nativeTheme.shouldUseDarkColors)).toBe(true);
  }));

test('a page that has crashed is reported and can be loaded anew', () =>
  withFixture(async ({ app, page, seen }) => {
    const window = await app.browserWindow(page);
    await window.evaluate((w) => w.webContents.forcefullyCrashRenderer());
    await expect.poll(async () => (await seen()).events).toContain('crashed');
    await window.evaluate((w) => w.webContents.loadURL('fixture://app/second.html'));
    expect(await window.evaluate((w) => w.webContents.executeJavaScript('document.title'))).toBe(
      'Second',
    );
  }));

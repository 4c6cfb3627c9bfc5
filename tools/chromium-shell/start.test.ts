import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { BIN, FIXTURE, freshFolder, withFixture } from './testing/fixture.ts';

test('says at once that it stands in', async () => {
  const folder = freshFolder();
  const child = spawn(join(BIN, 'electron'), [FIXTURE, `--user-data-dir=${folder}`], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [line] = (await once(createInterface({ input: child.stderr }), 'line')) as [string];
  expect(line).toMatch(/^chromium-shell: standing in for Electron \d+\.\d+\.\d+ with \//);
  child.kill('SIGKILL');
  await once(child, 'exit');
});

test('looks like Electron to the main process', () =>
  withFixture(async ({ app }) => {
    const about = await app.evaluate(({ app: electronApp }) => ({
      name: electronApp.getName(),
      version: electronApp.getVersion(),
      packaged: electronApp.isPackaged,
      type: process.type,
      defaultApp: process.defaultApp,
      electron: process.versions.electron,
      chrome: process.versions.chrome,
      argv: process.argv,
      path: electronApp.getAppPath(),
      ready: electronApp.isReady(),
    }));
    expect(about).toMatchObject({
      name: 'Fixture',
      version: '1.2.3',
      packaged: false,
      type: 'browser',
      defaultApp: true,
      ready: true,
    });
    expect(about.electron).toMatch(/^\d+\.\d+\.\d+$/);
    expect(about.chrome).toMatch(/^\d+\.\d+\.\d+\.\d+$/);
    expect(about.argv[0]).toMatch(/chromium-shell\/bin\/electron$/);
    expect(about.argv[1]).toBe(about.path);
  }));

test('gives the app named imports, a default import and require, all of one object', () =>
  withFixture(async ({ app }) => {
    const same = await app.evaluate(
      (electron) =>
        (globalThis as unknown as { defaultExportIsTheSame: boolean }).defaultExportIsTheSame &&
        typeof electron.app.whenReady === 'function',
    );
    expect(same).toBe(true);
  }));

test('what it does not implement throws by name', () =>
  withFixture(async ({ app, page }) => {
    const window = await app.browserWindow(page);
    await expect(window.evaluate((w) => w.setProgressBar(0.5))).rejects.toThrow(
      'chromium-shell: BrowserWindow.setProgressBar is not implemented',
    );
    await expect(app.evaluate(({ Tray }) => new Tray('icon.png'))).rejects.toThrow(
      'chromium-shell: Tray is not implemented',
    );
    await expect(app.evaluate(({ shell }) => shell.openExternal('https://x.test'))).rejects.toThrow(
      'chromium-shell: shell.openExternal is not implemented',
    );
    await expect(
      app.evaluate(({ BrowserWindow }) => {
        new BrowserWindow({ webPreferences: { sandbox: false } });
      }),
    ).rejects.toThrow('webPreferences.sandbox = false is not implemented');
  }));

test('a dialog that a test replaces is the one that the app calls', () =>
  withFixture(async ({ app }) => {
    await app.evaluate(({ dialog }) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: '/chosen.md' });
    });
    const chosen = await app.evaluate(({ dialog }) => dialog.showSaveDialog({}));
    expect(chosen).toEqual({ canceled: false, filePath: '/chosen.md' });
  }));

test('menu items click, check and carry out their roles', () =>
  withFixture(async ({ app, page, seen }) => {
    const state = await app.evaluate(({ Menu }) => {
      const item = (id: string) => Menu.getApplicationMenu()?.getMenuItemById(id);
      item('hello')?.click();
      item('check')?.click();
      item('zoom')?.click();
      return { checked: item('check')?.checked, zoomLabel: item('zoom')?.label };
    });
    expect(state).toEqual({ checked: true, zoomLabel: 'Zoom In' });
    expect((await seen()).events).toContain('hello');
    await expect.poll(() => page.evaluate('document.documentElement.style.zoom')).not.toBe('');
  }));

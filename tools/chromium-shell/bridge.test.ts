import { expect, test } from 'vitest';
import { withFixture } from './testing/fixture.ts';

test('a sandboxed preload can require what Electron lets it, and nothing else', () =>
  withFixture(async ({ page }) => {
    const refusals = (names: string[]) =>
      page.evaluate(`${JSON.stringify(names)}.map((name) => api.refusalOf(name))`);
    expect(await refusals(['electron', 'events', 'timers', 'url', 'node:events'])).toEqual(
      Array(5).fill(undefined),
    );
    const forbidden = ['fs', 'node:fs', 'path', 'child_process', './main.js', 'electron/main'];
    expect(await refusals(forbidden)).toEqual(forbidden.map((name) => `module not found: ${name}`));
    expect(await page.evaluate(`try { api.missing('sendSync') } catch (e) { e.message }`)).toBe(
      'chromium-shell: ipcRenderer.sendSync is not implemented',
    );
  }));

test('the page sees what is exposed, from its first script on, and none of what is behind it', () =>
  withFixture(async ({ page }) => {
    expect(await page.evaluate('apiAtFirstScript')).toBe('function');
    expect(
      await page.evaluate(`[typeof require, typeof ipcRenderer, typeof process, typeof module,
        typeof onlyInThePreloadsWorld, typeof __chromiumShellPost, typeof __chromiumShellDeliver]`),
    ).toEqual(Array(7).fill('undefined'));
    expect(await page.evaluate('JSON.stringify(api.ipcRenderer)')).toBe('{}');
    expect(
      await page.evaluate(`(() => { window.api = 1; delete window.api; api.nested.list.length = 0;
        return [typeof api.add, api.nested.list.length, Object.isFrozen(api.nested.list[2])]; })()`),
    ).toEqual(['function', 3, true]);
    expect(await page.evaluate('secondTime')).toContain('Cannot bind an API on top of an existing');
  }));

test('functions, promises and errors are proxied', () =>
  withFixture(async ({ page }) => {
    expect(await page.evaluate('api.add(1, 2)')).toBe(3);
    expect(await page.evaluate('api.later((value) => value * 2)')).toBe(42);
    expect(
      await page.evaluate(`(() => { try { api.throwing() } catch (e) {
        return [e instanceof Error, e.name, e.message, e.constructor === Error] } })()`),
    ).toEqual([true, 'Error', 'too far', true]);
    expect(await page.evaluate('Function.prototype.toString.call(api.add)')).not.toContain('a + b');
    expect(await page.evaluate('api.later.constructor === Function')).toBe(true);
  }));

test('a preload that throws is reported and the page loads all the same', () =>
  withFixture(
    async ({ page, seen, stderr }) => {
      expect(await page.evaluate('document.title')).toBe('Fixture');
      await expect.poll(async () => (await seen()).events).toContain('the preload is broken');
      expect(stderr()).toContain('Unable to load preload script');
    },
    { env: { FIXTURE_PRELOAD: 'broken-preload.cjs' } },
  ));

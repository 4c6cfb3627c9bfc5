import { expect, test } from 'vitest';
import { withFixture } from './testing/fixture.ts';

test('values cross IPC as structured clones', () =>
  withFixture(async ({ page }) => {
    expect(await page.evaluate('api.roundTrip()')).toEqual({
      kinds: [
        '[object Undefined]',
        '[object Null]',
        '[object Number]',
        '[object Number]',
        '[object BigInt]',
        '[object Date]',
        '[object RegExp]',
        '[object Map]',
        '[object Uint8Array]',
        '[object ArrayBuffer]',
        '[object Error]',
        '[object Object]',
        '[object Object]',
      ],
      date: 86400000,
      regexp: '/a.b/gi',
      map: [1],
      bytes: [1, 2, 255],
      float: 0.5,
      error: ['RangeError', 'no', true],
      hasUndefined: true,
      minusZero: true,
      keepsIdentity: true,
    });
    const inMain = await page.evaluate(`api.invoke(
      'describe', new Date(0), new Map([[1, 2]]), new Uint8Array([7]), undefined, { __proto__: null, a: 1 })`);
    expect(inMain).toEqual([
      'Date 1970-01-01T00:00:00.000Z',
      'Map [[1,2]]',
      'Uint8Array 7',
      'undefined undefined',
      'object a',
    ]);
  }));

test('errors reject with the messages that Electron gives them', () =>
  withFixture(async ({ page, stderr }) => {
    const messageOf = (call: string) => page.evaluate(`${call}.catch((error) => error.message)`);
    expect(await messageOf(`api.invoke('fail')`)).toBe(
      "Error invoking remote method 'fail': TypeError: it failed",
    );
    expect(await messageOf(`api.invoke('nobody')`)).toBe(
      "Error invoking remote method 'nobody': Error: No handler registered for 'nobody'",
    );
    expect(await messageOf(`api.invoke('unclonable')`)).toBe(
      "Error invoking remote method 'unclonable': Error: An object could not be cloned.",
    );
    expect(await messageOf('api.invokeWithFunction()')).toBe('An object could not be cloned.');
    expect(stderr()).toContain("Error occurred in handler for 'fail': TypeError: it failed");
  }));

test('the sender is known by the app scheme', () =>
  withFixture(async ({ page }) => {
    expect(await page.evaluate(`api.invoke('sender')`)).toEqual({
      url: 'fixture://app/index.html',
      origin: 'fixture://app',
      parent: null,
      isTheWindow: true,
    });
    expect(page.url()).toMatch(/^https:\/\/app\.fixture\.invalid\//);
  }));

test('messages go both ways, and listeners can be taken off', () =>
  withFixture(async ({ app, page }) => {
    await page.evaluate(`window.heard = []; window.stop = api.on('heard', (x) => heard.push(x))`);
    await page.evaluate(`api.send('shout', 'hey')`);
    await expect.poll(() => page.evaluate('heard')).toEqual(['hey!']);
    const window = await app.browserWindow(page);
    await window.evaluate((w) => w.webContents.send('heard', new Map([['a', 1]])));
    await expect.poll(() => page.evaluate('heard[1] instanceof Map')).toBe(true);
    await page.evaluate('stop()');
    await window.evaluate((w) => w.webContents.send('heard', 'unheard'));
    expect(await page.evaluate(`api.invoke('echo', 1)`)).toEqual([1]);
    expect(await page.evaluate('heard.length')).toBe(2);
    await expect(window.evaluate((w) => w.webContents.send('heard', () => 1))).rejects.toThrow(
      'An object could not be cloned.',
    );
  }));

test('an answer is not given to the page that came after the one that asked', () =>
  withFixture(async ({ page }) => {
    await page.evaluate(`void api.invoke('slow')`);
    await page.reload();
    // The same number as the first question had: the late answer would be taken for this one's.
    expect(await page.evaluate(`api.invoke('slow')`)).toBe('late');
    expect(await page.evaluate(`api.invoke('echo', 'own')`)).toEqual(['own']);
  }));

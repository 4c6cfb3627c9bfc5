import { expect, test } from './fixtures/app.ts';
import { tryToConnect } from './fixtures/attempts.ts';
import { expectAtWork, useEverything } from './fixtures/day-of-work.ts';
import { originOf, watchComplaints, watchLog, watchRequests } from './fixtures/witness.ts';

test('the running app makes no request but its own scheme’s, and nothing in it complains', async ({
  running,
}) => {
  const { page } = running;
  const requests = watchRequests(page);
  const complaints = watchComplaints(page);
  // Loaded anew, so that the very first request is seen, too.
  await page.reload();
  await running.desk.ready();
  await useEverything(running);
  const origin = await originOf(page);
  expect(requests.length).toBeGreaterThan(3);
  const foreign = requests.filter((url) => new URL(url).origin !== origin);
  expect(foreign.filter((url) => !/^(data|blob):/.test(url))).toEqual([]);
  expect(complaints).toEqual([]);
});

test('nothing that the page tries reaches another computer', async ({ running, tripwire }) => {
  const { page } = running;
  expect(await tryToConnect(page, tripwire.url)).toEqual([]);
  expect(await tryToConnect(page, 'https://example.com/')).toEqual([]);
  expect(tripwire.touched()).toBe(0);
  await expectAtWork(running);
});

test('without the page’s policy the session still refuses every connection', async ({
  running,
  tripwire,
}) => {
  const { page, app, desk } = running;
  const log = watchLog(app);
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setBypassCSP', { enabled: true });
  await page.reload();
  await desk.ready();
  expect(await tryToConnect(page, tripwire.url)).toEqual([]);
  await expect.poll(log).toContain(`refused a request: http://${tripwire.host}`);
  expect(tripwire.touched()).toBe(0);
  // The wire itself works: otherwise the lines above would prove nothing.
  await (await fetch(tripwire.url)).text();
  expect(tripwire.touched()).toBe(1);
});

test('every permission is refused', async ({ running }) => {
  const { page } = running;
  const granted = await page.evaluate(async () => {
    const refused = (attempt: Promise<unknown>) =>
      attempt.then(
        () => false,
        () => true,
      );
    const position = new Promise((resolve, reject) => {
      navigator.geolocation.getCurrentPosition(resolve, reject);
    });
    const outcomes: Record<string, boolean> = {
      notifications: (await Notification.requestPermission()) !== 'granted',
      geolocation: await refused(position),
      camera: await refused(navigator.mediaDevices.getUserMedia({ video: true })),
      microphone: await refused(navigator.mediaDevices.getUserMedia({ audio: true })),
      screen: await refused(navigator.mediaDevices.getDisplayMedia()),
      midi: await refused(navigator.requestMIDIAccess()),
      clipboard: await refused(navigator.clipboard.readText()),
      worker: await refused(navigator.serviceWorker.register('/sw.js')),
    };
    return Object.keys(outcomes).filter((name) => !outcomes[name]);
  });
  expect(granted).toEqual([]);
  const states = await page.evaluate(() => {
    const names = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'clipboard-read',
      'midi',
    ];
    return Promise.all(
      names.map((name) =>
        navigator.permissions.query({ name: name as PermissionName }).then(({ state }) => state),
      ),
    );
  });
  expect(new Set(states)).toEqual(new Set(['denied']));
});

test('the page’s policy lets in no inline script, no eval and nothing unsafe', async ({
  running,
}) => {
  const { page } = running;
  const [response] = await Promise.all([
    page.waitForResponse((one) => one.request().isNavigationRequest()),
    page.reload(),
  ]);
  const policy = (await response.allHeaders())['content-security-policy'] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
  expect(nonce.length).toBeGreaterThan(20);

  await running.desk.ready();
  const ran = await page.evaluate(async () => {
    const script = Object.assign(document.createElement('script'), { text: 'window.ran = 1' });
    document.body.append(script);
    const image = document.createElement('img');
    image.setAttribute('onerror', 'window.ran = 2');
    image.src = 'data:,';
    document.body.append(image);
    // Playwright's own calls may make code from strings; a task of the page may not.
    const evaluated = await new Promise<string[]>((resolve) => {
      setTimeout(() => {
        const attempt = (name: string, make: () => unknown) => {
          try {
            make();
            return [name];
          } catch {
            return [];
          }
        };
        resolve([
          // biome-ignore lint/security/noGlobalEval: that it is refused is what is tested
          ...attempt('eval', () => globalThis.eval('1')),
          ...attempt('Function', () => new Function('return 1')()),
        ]);
      });
    });
    script.remove();
    image.remove();
    return { evaluated, ran: 'ran' in window };
  });
  expect(ran).toEqual({ evaluated: [], ran: false });
});

test('a page gets a nonce of its own at each load', async ({ running }) => {
  const { page } = running;
  const policies = new Set<string | undefined>();
  for (let load = 0; load < 2; load += 1) {
    const [response] = await Promise.all([
      page.waitForResponse((one) => one.request().isNavigationRequest()),
      page.reload(),
    ]);
    policies.add((await response.allHeaders())['content-security-policy']);
  }
  expect(policies.size).toBe(2);
});

test('the page has the bridge and nothing else of Electron or Node', async ({ running }) => {
  const { page } = running;
  const found = await page.evaluate(() => {
    const names = ['require', 'process', 'module', 'exports', 'Buffer', 'global', '__dirname'];
    return [...names, 'ipcRenderer', 'electron'].filter((name) => name in window);
  });
  expect(found).toEqual([]);
  const bridge = await page.evaluate(() => {
    const { benle } = window;
    const overwrite = (target: object, key: string) => Reflect.set(target, key, () => 'mine');
    return {
      keys: Object.keys(benle).sort(),
      isFrozen: Object.isFrozen(benle),
      overwritten: [overwrite(benle, 'invoke'), overwrite(window, 'benle')],
      isSame: window.benle === benle,
    };
  });
  expect(bridge).toEqual({
    keys: ['invoke', 'on'],
    isFrozen: true,
    overwritten: [false, false],
    isSame: true,
  });
});

test('calls that are not in the contract are refused by name, and the app goes on', async ({
  running,
}) => {
  const { page } = running;
  const call = (channel: string, ...args: unknown[]) =>
    page.evaluate(
      async ([name, given]) => {
        const invoke = window.benle.invoke as (...all: unknown[]) => Promise<unknown>;
        try {
          return JSON.stringify(await invoke(name, ...given));
        } catch (error) {
          return (error as Error).message;
        }
      },
      [channel, args] as const,
    );
  expect(await call('shell:open', 'x')).toContain('No such channel: shell:open');
  expect(await call('__proto__')).toContain('No such channel');
  const wrong: [string, ...unknown[]][] = [
    ['library:read'],
    ['library:read', 7],
    ['library:read', null],
    ['library:read', ''],
    ['library:read', ['2023-11-02-gap-go-nhat-ban-2023']],
    ['library:read', 'x'.repeat(1_000_000)],
    ['library:list', 'surplus'],
    ['theme:choose', 'pink'],
    ['export:begin', { format: 'markdown', title: 'x' }],
    ['export:begin', { format: '../../etc/passwd' }],
    ['export:add', 'no id', []],
    ['export:finish', '/etc/passwd'],
    ['import:choose', '/etc/passwd'],
  ];
  for (const [channel, ...args] of wrong) {
    expect(await call(channel, ...args)).toMatch(`${channel} was refused: wrong arguments`);
  }
  for (const id of ['../../etc/passwd', '../../../../etc/passwd', 'index.json', '.', 'C:\\x']) {
    expect(await call('library:read', id)).toBe('{"ok":false,"reason":"unknown"}');
  }
  const listened = await page.evaluate(() => {
    try {
      (window.benle.on as (event: string, listener: () => void) => void)('secret', () => undefined);
      return 'listened';
    } catch (error) {
      return (error as Error).message;
    }
  });
  expect(listened).toContain('No such event: secret');
  await expectAtWork(running);
});

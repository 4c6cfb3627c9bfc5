import type { Page } from '@playwright/test';
import type { Bridge } from '../src/shared/contract.ts';
import { expect, type Running, test } from './fixtures/app.ts';
import { tryToConnect } from './fixtures/attempts.ts';
import {
  originOf,
  watchComplaints,
  watchLog,
  watchNavigations,
  watchRequests,
} from './fixtures/witness.ts';

declare global {
  interface Window {
    readonly benle: Bridge;
  }
}

const PASSAGE = 'đối tác số một về ODA';

/** Walks through every panel and dialog of the window, as an analyst's day would. */
async function useEverything({ page, desk }: Running): Promise<void> {
  await desk.annotate(PASSAGE, 'ODA');
  await desk.annotate('thứ hai về lao động', 'Note');
  await desk.note('thứ hai về lao động').fill('Ảnh: ![x](https://example.com/x.png)');
  await expect(desk.status).toHaveText('Saved');
  await useSearchAndViews({ page, desk });
  await useDialogs({ page, desk });
  for (const theme of ['dark', 'light', 'system']) {
    await page.getByRole('combobox', { name: 'Theme' }).selectOption(theme);
  }
  for (const article of await desk.library.getByRole('button').all()) await article.click();
}

async function useSearchAndViews({ page, desk }: Pick<Running, 'page' | 'desk'>): Promise<void> {
  await desk.tool('Find in article').click();
  await page.getByRole('textbox', { name: 'Find' }).fill('hợp tác');
  await page.keyboard.press('Escape');
  await desk.tool('Show original').click();
  await desk.tool('Show original').click();
  await desk.annotations.getByRole('radio', { name: 'All articles' }).click();
  await desk.annotations.getByRole('radio', { name: 'This article' }).click();
  await desk.tool('Annotations panel').click();
  await desk.tool('Annotations panel').click();
  // The keyboard brings up a tooltip at once, and no other window's pointer takes it away.
  await desk.tool('Show original').focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tooltip')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('tooltip')).toBeHidden();
}

async function useDialogs({ page, desk }: Pick<Running, 'page' | 'desk'>): Promise<void> {
  await desk.tool('Brief').click();
  await expect(desk.brief.getByRole('region', { name: 'Preview' })).toContainText(PASSAGE);
  await desk.brief.getByRole('radio', { name: 'Markdown' }).click();
  await page.keyboard.press('Escape');
  await desk.tool('Codebook').click();
  await desk.codebook.getByTitle('Rose', { exact: true }).click();
  await desk.codebook.getByRole('button', { name: 'Merge…' }).click();
  await desk.codebook.getByRole('button', { name: 'Cancel' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await expect(desk.keys).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(desk.keys).toBeHidden();
}

/** The page is the app's own and hears the main process. */
async function expectAnswering(page: Page): Promise<void> {
  const count = await page.evaluate(async () => (await window.benle.invoke('library:list')).length);
  expect(count).toBe(5);
}

/** Proof that the window still does its work: the library answers and a new highlight is saved. */
async function expectAtWork({ page, desk }: Running): Promise<void> {
  await expectAnswering(page);
  await desk.annotate(PASSAGE, 'ODA');
  await expect(desk.card(PASSAGE)).toBeVisible();
  await expect(desk.status).toHaveText('Saved');
}

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

test('the page cannot be led away', async ({ running, tripwire }) => {
  const { page, app } = running;
  const home = page.url();
  const log = watchLog(app);
  const navigations = watchNavigations(page);
  const refusals = () => log().split(`refused a navigation: http://${tripwire.host}`).length - 1;

  const ways: ((url: string) => void)[] = [
    (url) => {
      location.href = url;
    },
    (url) => location.replace(url),
    (url) => Object.assign(document.createElement('a'), { href: url }).click(),
  ];
  for (const [place, lead] of ways.entries()) {
    await page.evaluate(lead, tripwire.url);
    await expect.poll(refusals).toBe(place + 1);
  }
  await page.evaluate((url) => {
    const meta = document.createElement('meta');
    meta.httpEquiv = 'refresh';
    meta.content = `0;url=${url}`;
    document.head.append(meta);
  }, tripwire.url);
  await expect.poll(refusals).toBe(ways.length + 1);

  expect(navigations).toEqual([]);
  expect(page.url()).toBe(home);
  expect(tripwire.touched()).toBe(0);
  await expectAtWork(running);
});

test('a form leads nowhere', async ({ running, tripwire }) => {
  const { page } = running;
  const home = page.url();
  const navigations = watchNavigations(page);
  const blocked = await page.evaluate(async (url) => {
    const violated = new Promise<string>((resolve) => {
      document.addEventListener('securitypolicyviolation', (event) =>
        resolve(event.effectiveDirective),
      );
    });
    const form = Object.assign(document.createElement('form'), { action: url, method: 'post' });
    document.body.append(form);
    form.submit();
    form.remove();
    return violated;
  }, tripwire.url);
  expect(blocked).toBe('form-action');
  // No click here: Playwright would wait for the navigation that the policy has stopped.
  await expectAnswering(page);
  expect(navigations).toEqual([]);
  expect(page.url()).toBe(home);
  expect(tripwire.touched()).toBe(0);
});

test('files, data, scripts and foreign histories lead nowhere either', async ({ running }) => {
  const { page } = running;
  const home = page.url();
  const navigations = watchNavigations(page);
  const historyRefusal = await page.evaluate(() => {
    try {
      history.pushState({}, '', 'https://example.com/');
      return 'allowed';
    } catch (error) {
      return (error as Error).name;
    }
  });
  expect(historyRefusal).toBe('SecurityError');
  const elsewhere = [
    'file:///etc/passwd',
    'data:text/html,<h1>x</h1>',
    'about:blank',
    'javascript:document.title="x"',
  ];
  for (const url of elsewhere) {
    await page.evaluate((address) => {
      location.href = address;
    }, url);
  }
  await expectAtWork(running);
  expect(navigations).toEqual([]);
  expect(page.url()).toBe(home);
  expect(await page.title()).toBe('Bên Lề');
});

test('no second window opens', async ({ running, tripwire }) => {
  const { page, app } = running;
  const log = watchLog(app);
  const refusals = () => log().split('refused a new window').length - 1;
  const opened = await page.evaluate((url) => window.open(url), tripwire.url);
  expect(opened).toBeNull();
  await expect.poll(refusals).toBe(1);
  expect(await page.evaluate(() => window.open('about:blank'))).toBeNull();
  expect(await page.evaluate(() => window.open(location.href))).toBeNull();
  await page.evaluate((url) => {
    Object.assign(document.createElement('a'), { href: url, target: '_blank' }).click();
  }, tripwire.url);
  await expect.poll(refusals).toBe(4);
  expect(app.windows()).toHaveLength(1);
  const windows = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  expect(windows).toBe(1);
  expect(tripwire.touched()).toBe(0);
  await expectAtWork(running);
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

test('downloads are refused', async ({ running }) => {
  const { page, app } = running;
  const log = watchLog(app);
  await page.evaluate(() => {
    const href = URL.createObjectURL(new Blob(['x'], { type: 'text/plain' }));
    Object.assign(document.createElement('a'), { href, download: 'x.txt' }).click();
  });
  await expect.poll(log).toContain('refused a download');
  await expectAtWork(running);
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
    ['library:read', 'x'.repeat(20_000_000)],
    ['library:list', 'surplus'],
    ['theme:choose', 'pink'],
    ['brief:save', { title: 'x' }],
    ['brief:save', { title: 'x', markdown: 'y', path: '/etc/passwd' }],
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

test('frames hold no other page and do not reach the bridge', async ({ running }) => {
  const { page } = running;
  const blank = await page.evaluate(() => {
    const frame = document.body.appendChild(document.createElement('iframe'));
    const inside = frame.contentWindow;
    const has = inside !== null && 'benle' in inside;
    frame.remove();
    return has;
  });
  expect(blank).toBe(false);
  const blocked = await page.evaluate(async () => {
    const blockedBy: string[] = [];
    for (const [name, key] of [
      ['iframe', 'src'],
      ['object', 'data'],
      ['embed', 'src'],
    ] as const) {
      const violation = new Promise<string>((resolve) => {
        const hear = (event: SecurityPolicyViolationEvent) => resolve(event.effectiveDirective);
        document.addEventListener('securitypolicyviolation', hear, { once: true });
      });
      const element = document.createElement(name);
      element.setAttribute(key, location.href);
      document.body.append(element);
      blockedBy.push(await violation);
      element.remove();
    }
    return blockedBy;
  });
  expect(blocked).toEqual(['frame-src', 'object-src', 'object-src']);
  await expectAtWork(running);
});

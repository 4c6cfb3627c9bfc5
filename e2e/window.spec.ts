import { expect, test } from './fixtures/app.ts';
import { expectAnswering, expectAtWork } from './fixtures/day-of-work.ts';
import { watchLog, watchNavigations } from './fixtures/witness.ts';

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

import { readFileSync } from 'node:fs';
import { Browser, type Guard } from '../chromium/browser.ts';
import { NetworkGate } from '../chromium/network-gate.ts';
import { OriginMap } from '../chromium/origin-map.ts';
import { freeProfile } from '../chromium/profile-lock.ts';
import { prepareProfile } from '../chromium/profile-settings.ts';
import { chromiumArguments, refusesEveryHost, type Switches } from '../chromium/switches.ts';

function electronVersion(): string {
  const file = new URL('../../../node_modules/electron/package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

/** What the parts of the stand-in share: one app, one Chromium, one gate to the network. */
class Runtime {
  readonly electronVersion = electronVersion();
  readonly origins = new OriginMap();
  readonly gate = new NetworkGate();
  /** Secret to both worlds of our pages, new at each start. */
  readonly secret = `shell-${crypto.randomUUID()}`;
  chromium = '';
  userAgent = '';
  chromeVersion = '';
  private running: Browser | undefined;

  /** The running Chromium. @throws {Error} before the app is ready, as Electron does */
  get browser(): Browser {
    if (!this.running) throw new Error('Cannot be used before app is ready');
    return this.running;
  }

  get hasBrowser(): boolean {
    return this.running !== undefined;
  }

  async start(switches: Switches, userDataDir: string, guard: Guard): Promise<Browser> {
    prepareProfile(userDataDir);
    await freeProfile(userDataDir);
    this.gate.shut = refusesEveryHost(switches);
    const args = chromiumArguments(switches, {
      userDataDir,
      gatePort: await this.gate.listen(),
      debuggingPort: switches.get('remote-debugging-port'),
    });
    const browser = new Browser({ executable: this.chromium, args, gate: this.gate, guard });
    await browser.start();
    const { userAgent, product } = await browser.root.send('Browser.getVersion');
    this.userAgent = userAgent;
    this.chromeVersion = product.split('/')[1] ?? '';
    this.running = browser;
    return browser;
  }
}

export const runtime = new Runtime();

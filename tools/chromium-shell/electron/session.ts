import { EventEmitter } from 'node:events';
import { runtime } from '../host/runtime.ts';
import { refuseUnknownEvents } from './known-events.ts';
import { sealed } from './not-implemented.ts';
import { setCheckHandler, setRequestHandler } from './permissions.ts';
import { protocol } from './protocol.ts';
import { webRequest } from './web-request.ts';

interface ClearStorageOptions {
  readonly origin?: string;
  readonly storages?: readonly string[];
}

/** The one session: partitions are not implemented. */
class Session extends EventEmitter {
  readonly webRequest = webRequest;
  readonly protocol = protocol;
  readonly setPermissionRequestHandler = setRequestHandler;
  readonly setPermissionCheckHandler = setCheckHandler;

  constructor() {
    super();
    refuseUnknownEvents(this, 'session', ['will-download']);
  }

  // Devices and screens are refused to every page, so there is nothing to ask these handlers.
  setDevicePermissionHandler(_handler: unknown): void {}

  setDisplayMediaRequestHandler(_handler: unknown): void {}

  // Chromium's dictionaries come over the network, which the gate refuses: there is no checker.
  setSpellCheckerEnabled(_enabled: boolean): void {}

  setSpellCheckerLanguages(_languages: string[]): void {}

  isSpellCheckerEnabled(): boolean {
    return false;
  }

  // What protocol handlers answer is asked for anew each time, and nothing else gets in.
  async clearCache(): Promise<void> {}

  async clearStorageData({ origin, storages, ...others }: ClearStorageOptions = {}): Promise<void> {
    const isKnown = storages?.length === 1 && storages[0] === 'indexdb';
    if (!origin || !isKnown || Object.keys(others).length > 0) {
      throw new Error(
        'chromium-shell: clearStorageData is implemented for indexdb of one origin only',
      );
    }
    await runtime.browser.clearDatabases(new URL(runtime.origins.toChromium(origin)).origin);
  }

  isPersistent(): boolean {
    return true;
  }
}

export const defaultSession = sealed('session', new Session());

export const session = sealed('session', {
  get defaultSession() {
    if (!runtime.hasBrowser) throw new Error('Session can only be received when app is ready');
    return defaultSession;
  },
});

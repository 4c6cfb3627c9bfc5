import { EventEmitter } from 'node:events';
import { runtime } from '../host/runtime.ts';
import { sealed } from './not-implemented.ts';
import { setCheckHandler, setRequestHandler } from './permissions.ts';
import { protocol } from './protocol.ts';
import { webRequest } from './web-request.ts';

/** The one session: partitions are not implemented. */
class Session extends EventEmitter {
  readonly webRequest = webRequest;
  readonly protocol = protocol;
  readonly setPermissionRequestHandler = setRequestHandler;
  readonly setPermissionCheckHandler = setCheckHandler;

  // Devices and screens are refused to every page, so there is nothing to ask these handlers.
  setDevicePermissionHandler(_handler: unknown): void {}

  setDisplayMediaRequestHandler(_handler: unknown): void {}

  // Chromium's dictionaries come over the network, which the gate refuses: there is no checker.
  setSpellCheckerEnabled(_enabled: boolean): void {}

  setSpellCheckerLanguages(_languages: string[]): void {}

  isSpellCheckerEnabled(): boolean {
    return false;
  }

  async clearCache(): Promise<void> {
    // Each page shares Chromium's cache; any of them can empty it, and without one there is no use.
    this.emit('clear-cache');
  }

  isPersistent(): boolean {
    return true;
  }

  async flushStorageData(): Promise<void> {}
}

export const defaultSession = sealed('session', new Session());

export const session = sealed('session', {
  get defaultSession() {
    if (!runtime.hasBrowser) throw new Error('Session can only be received when app is ready');
    return defaultSession;
  },
});

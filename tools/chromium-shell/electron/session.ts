import { EventEmitter } from 'node:events';
import { runtime } from '../host/runtime.ts';
import { refuseUnknownEvents } from './known-events.ts';
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

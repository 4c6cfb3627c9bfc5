import { type Protocol, protocol } from 'electron';
import { answerRequest } from './answer-request.ts';
import { APP_SCHEME } from './app-url.ts';

/** Makes the scheme a real, secure origin. Electron wants this before `ready`. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Serves the built renderer, and nothing else, at the app's own scheme. */
export function serveApp(to: Protocol, folder: string): void {
  to.handle(APP_SCHEME, (request) => answerRequest(request, folder));
}

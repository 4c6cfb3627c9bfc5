import { runtime } from '../host/runtime.ts';
import { notImplemented, sealed } from './not-implemented.ts';

type Handler = (request: Request) => Response | Promise<Response>;

interface Privileges {
  standard?: boolean;
  secure?: boolean;
  supportFetchAPI?: boolean;
  bypassCSP?: boolean;
  allowServiceWorkers?: boolean;
}

const privilegesOf = new Map<string, Privileges>();
const handlers = new Map<string, Handler>();

function checkPrivileges(scheme: string): void {
  const { standard, secure, bypassCSP } = privilegesOf.get(scheme) ?? {};
  if (!standard || !secure) {
    throw notImplemented(`protocol.handle for '${scheme}', which is not standard and secure,`);
  }
  if (bypassCSP) throw notImplemented('the privilege bypassCSP');
}

/** The handler of a scheme, for the request policy. */
export function protocolHandler(scheme: string): Handler | undefined {
  return handlers.get(scheme);
}

/** Whether a page may call fetch() on the scheme: without the privilege it may not. */
export function mayFetch(scheme: string): boolean {
  return privilegesOf.get(scheme)?.supportFetchAPI === true;
}

export const protocol = sealed('protocol', {
  registerSchemesAsPrivileged(schemes: { scheme: string; privileges?: Privileges }[]): void {
    if (runtime.hasBrowser) {
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    }
    privilegesOf.clear();
    for (const { scheme, privileges } of schemes) privilegesOf.set(scheme, privileges ?? {});
  },

  handle(scheme: string, handler: Handler): void {
    if (!runtime.hasBrowser) throw new Error('protocol.handle cannot be used before app is ready');
    if (!/^[a-z][a-z0-9-]*$/.test(scheme)) throw notImplemented(`the scheme '${scheme}'`);
    if (/^(?:https?|wss?|file|data|blob|about|javascript|chrome.*|devtools)$/.test(scheme)) {
      throw notImplemented(`protocol.handle for '${scheme}'`);
    }
    if (handlers.has(scheme)) {
      throw new Error(`Failed to register protocol: ${scheme} is already handled`);
    }
    checkPrivileges(scheme);
    runtime.origins.add(scheme);
    handlers.set(scheme, handler);
  },

  unhandle(scheme: string): void {
    if (!handlers.delete(scheme)) throw new Error(`The scheme ${scheme} is not handled`);
  },

  isProtocolHandled(scheme: string): boolean {
    return (
      handlers.has(scheme) || ['http', 'https', 'file', 'data', 'blob', 'about'].includes(scheme)
    );
  },
});

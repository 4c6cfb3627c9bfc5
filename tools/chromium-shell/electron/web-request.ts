import { notImplemented, sealed } from './not-implemented.ts';

export interface RequestDetails {
  id: number;
  url: string;
  method: string;
  resourceType: string;
  referrer: string;
  timestamp: number;
  webContentsId?: number;
  webContents?: object;
  frame?: object;
}

interface Response {
  cancel?: boolean;
  redirectURL?: string;
}

type Listener = (details: RequestDetails, callback: (response: Response) => void) => void;

interface Filter {
  urls: string[];
  types?: string[];
}

interface Registration {
  filter: Filter | undefined;
  listener: Listener;
}

let beforeRequest: Registration | undefined;

function patternOf(glob: string): RegExp {
  if (glob === '<all_urls>') return /^/;
  return new RegExp(`^${glob.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`, 'i');
}

function applies(filter: Filter | undefined, details: RequestDetails): boolean {
  if (!filter) return true;
  const { urls, types } = filter;
  if (types && types.length > 0 && !types.includes(details.resourceType)) return false;
  return urls.length === 0 || urls.some((glob) => patternOf(glob).test(details.url));
}

/** Asks the app's onBeforeRequest; true lets the request go on. */
export function consultBeforeRequest(details: RequestDetails): Promise<boolean> {
  const registration = beforeRequest;
  if (!registration || !applies(registration.filter, details)) return Promise.resolve(true);
  return new Promise((resolve, reject) => {
    try {
      registration.listener(details, ({ cancel, redirectURL } = {}) => {
        if (redirectURL && !cancel) reject(notImplemented('redirectURL of webRequest'));
        else resolve(cancel !== true);
      });
    } catch (error) {
      reject(error as Error);
    }
  });
}

function onBeforeRequest(first: Filter | Listener | null, second?: Listener | null): void {
  const filter = typeof first === 'function' || first === null ? undefined : first;
  const listener = typeof first === 'function' ? first : second;
  beforeRequest = listener ? { filter, listener } : undefined;
}

export const webRequest = sealed('webRequest', { onBeforeRequest });

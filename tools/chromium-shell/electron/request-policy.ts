import { Buffer } from 'node:buffer';
import { isWaitingPage } from '../chromium/browser.ts';
import type { Paused, Verdict } from '../chromium/interceptor.ts';
import { runtime } from '../host/runtime.ts';
import { mayFetch, protocolHandler } from './protocol.ts';
import { consultBeforeRequest, type RequestDetails } from './web-request.ts';

/** What the policy asks of the page on whose behalf a request is made. */
export interface RequestingPage {
  readonly id: number;
  readonly mainFrame: object;
  isMainFrame(frameId: string): boolean;
  /** Runs the navigation events; false if the app prevented it. */
  mayNavigate(paused: Paused): Promise<boolean>;
}

const RESOURCE_TYPES: Record<string, string> = {
  Stylesheet: 'stylesheet',
  Script: 'script',
  Image: 'image',
  Font: 'font',
  XHR: 'xhr',
  Fetch: 'xhr',
  Media: 'media',
  Ping: 'ping',
  CSPViolationReport: 'cspReport',
  WebSocket: 'webSocket',
};

let lastRequest = 0;

function resourceTypeOf({ resourceType, frameId }: Paused, page: RequestingPage | undefined) {
  if (resourceType !== 'Document') return RESOURCE_TYPES[resourceType] ?? 'other';
  return page?.isMainFrame(frameId) === false ? 'subFrame' : 'mainFrame';
}

function detailsOf(paused: Paused, page: RequestingPage | undefined): RequestDetails {
  const { request } = paused;
  const { Referer: referrer = '' } = request.headers;
  lastRequest += 1;
  return {
    id: lastRequest,
    url: runtime.origins.toApp(request.url),
    method: request.method,
    resourceType: resourceTypeOf(paused, page),
    referrer: runtime.origins.toApp(referrer),
    timestamp: Date.now(),
    ...(page ? { webContentsId: page.id, webContents: page, frame: page.mainFrame } : {}),
  };
}

function bodyOf({ request }: Paused): Buffer | undefined {
  if (!request.hasPostData) return undefined;
  const entries = request.postDataEntries ?? [];
  return Buffer.concat(entries.map(({ bytes }) => Buffer.from(bytes ?? '', 'base64')));
}

function requestOf(paused: Paused, url: string): Request {
  const { request } = paused;
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    headers.set(name, runtime.origins.toApp(value));
  }
  const body = bodyOf(paused);
  return new Request(url, {
    method: request.method,
    headers,
    ...(body ? { body: new Uint8Array(body) } : {}),
  });
}

function headersOf(response: Response): [string, string][] {
  return Array.from(response.headers, ([name, value]) => [
    name,
    name.startsWith('content-security-policy') ? runtime.origins.policyToChromium(value) : value,
  ]);
}

async function answerOwn(paused: Paused): Promise<Verdict> {
  const url = runtime.origins.toApp(paused.request.url);
  const scheme = url.slice(0, url.indexOf(':'));
  const handler = protocolHandler(scheme);
  const isFetch = paused.resourceType === 'Fetch' || paused.resourceType === 'XHR';
  if (!handler || (isFetch && !mayFetch(scheme))) return { kind: 'fail', reason: 'Failed' };
  const response = await handler(requestOf(paused, url));
  if (response.type === 'error') return { kind: 'fail', reason: 'Failed' };
  return {
    kind: 'respond',
    status: response.status,
    headers: headersOf(response),
    body: new Uint8Array(await response.arrayBuffer()),
  };
}

/** Electron lets no page register a service worker on a scheme without that privilege; here none may. */
function isServiceWorker({ request }: Paused): boolean {
  return Object.entries(request.headers).some(
    ([name, value]) => name.toLowerCase() === 'service-worker' && value === 'script',
  );
}

/** A browser's own wish, which Electron does not have. */
function isFavicon({ request, resourceType }: Paused): boolean {
  return resourceType === 'Other' && URL.parse(request.url)?.pathname === '/favicon.ico';
}

/** Decides every request: navigation events first, then webRequest, then the protocol's handler. */
export async function decide(paused: Paused, page: RequestingPage | undefined): Promise<Verdict> {
  if (isWaitingPage(paused.request.url)) return { kind: 'continue' };
  if (isFavicon(paused))
    return { kind: 'respond', status: 204, headers: [], body: new Uint8Array() };
  if (isServiceWorker(paused)) return { kind: 'fail', reason: 'Failed' };
  const details = detailsOf(paused, page);
  if (paused.resourceType === 'Document' && page) {
    if (!(await page.mayNavigate(paused))) return { kind: 'fail', reason: 'Aborted' };
  }
  if (!(await consultBeforeRequest(details))) return { kind: 'fail', reason: 'BlockedByClient' };
  if (runtime.origins.isOwn(paused.request.url)) return answerOwn(paused);
  if (!/^https?:/.test(paused.request.url)) return { kind: 'fail', reason: 'BlockedByClient' };
  runtime.gate.allow(paused.request.url);
  return { kind: 'continue' };
}

/** Decides a WebSocket: as `webRequest` would be asked of one. */
export function decideSocket(url: string): Promise<boolean> {
  lastRequest += 1;
  return consultBeforeRequest({
    id: lastRequest,
    url,
    method: 'GET',
    resourceType: 'webSocket',
    referrer: '',
    timestamp: Date.now(),
  });
}

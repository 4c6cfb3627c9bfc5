import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { assetPath } from './app-url.ts';
import { contentSecurityPolicy, NONCE_PLACEHOLDER } from './content-policy.ts';
import { log, systemCode } from './log.ts';

/** All that a build of the renderer consists of; anything else is not served. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
};

/** The session refuses these, too; so said, the page's engine does not even ask, or show a picker. */
const PERMISSIONS_POLICY = [
  'camera',
  'clipboard-read',
  'display-capture',
  'geolocation',
  'hid',
  'microphone',
  'midi',
  'serial',
  'usb',
]
  .map((feature) => `${feature}=()`)
  .join(', ');

/** The answer to one request for a file below `folder`. Only plain files, only by GET. */
export async function answerRequest(
  request: Pick<Request, 'method' | 'url'>,
  folder: string,
): Promise<Response> {
  if (request.method !== 'GET') return refusal(405);
  const path = assetPath(request.url);
  const mediaType = path && MEDIA_TYPES[extname(path)];
  if (!path || !mediaType) return refusal(404);
  try {
    const bytes = await readFile(join(folder, path));
    return extname(path) === '.html' ? page(bytes) : file(bytes, mediaType);
  } catch (error) {
    log(`could not serve ${path}: ${systemCode(error) ?? String(error)}`);
    return refusal(404);
  }
}

function file(bytes: Uint8Array<ArrayBuffer>, mediaType: string): Response {
  return new Response(bytes, { headers: { ...headers(mediaType), 'Cache-Control': 'no-cache' } });
}

/** Each time a page is served it gets a nonce of its own. */
function page(bytes: Buffer): Response {
  const nonce = randomBytes(16).toString('base64');
  const html = bytes.toString('utf8').replaceAll(NONCE_PLACEHOLDER, nonce);
  const mediaType = 'text/html; charset=utf-8';
  return new Response(html, {
    headers: { ...headers(mediaType, nonce), 'Cache-Control': 'no-store' },
  });
}

function refusal(status: number): Response {
  return new Response(null, { status, headers: headers('text/plain; charset=utf-8') });
}

/** The policy goes with every answer: a worker obeys the one that came with its script. */
function headers(mediaType: string, nonce = randomBytes(16).toString('base64')) {
  return {
    'Content-Type': mediaType,
    'Content-Security-Policy': contentSecurityPolicy(nonce),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Permissions-Policy': PERMISSIONS_POLICY,
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  };
}

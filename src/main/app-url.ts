/** The app's own scheme: a real origin, so that storage and module scripts work as on the web. */
export const APP_SCHEME = 'app';
export const APP_HOST = 'ben-le';

const BUILT_PAGE = `${APP_SCHEME}://${APP_HOST}/index.html`;

/**
 * The one page of the window: the built one, or Vite's while developing. `import.meta.env.DEV` is a
 * constant to the bundler, so what is shipped knows of no other address than the first.
 */
export const PAGE_URL: string = import.meta.env.DEV
  ? (process.env.ELECTRON_RENDERER_URL ?? BUILT_PAGE)
  : BUILT_PAGE;

/** What the window's storage belongs to. */
export const APP_ORIGIN = PAGE_URL.slice(0, PAGE_URL.indexOf('/', PAGE_URL.indexOf('//') + 2));

/** Files by plain ASCII names only: no dot at a name's start, no `..`, no `%`, no backslash, no drive. */
const ASSET_PATH = /^(?:[A-Za-z0-9_-][A-Za-z0-9_.-]*\/)*[A-Za-z0-9_-][A-Za-z0-9_.-]*$/;

/**
 * The file that a URL of the app's scheme asks for, relative to the renderer's folder, with `/`.
 * Names are matched as they stand in the URL: nothing is decoded, so nothing can be smuggled in encoded.
 * @returns `undefined` when the URL is not the app's or names anything but a file below the folder.
 */
export function assetPath(url: string): string | undefined {
  const { protocol, host, pathname, username, password } = new URL(url);
  if (protocol !== `${APP_SCHEME}:` || host !== APP_HOST || username || password) return undefined;
  const path = pathname.slice(1);
  return ASSET_PATH.test(path) ? path : undefined;
}

/** Whether a URL is the window's own page, whatever its fragment. */
export function isOwnPage(url: string, page: string = PAGE_URL): boolean {
  return withoutFragment(url) === withoutFragment(page);
}

function withoutFragment(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  url.hash = '';
  return url.href;
}

/**
 * Whether the page may load a URL: the app's own files, and what never leaves the page (`data:`, `blob:`).
 * While developing also Vite's server, its web socket and the developer tools.
 */
export function isOwnRequest(url: string, page: string = PAGE_URL): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host } = new URL(url);
  if (protocol === `${APP_SCHEME}:`) return host === APP_HOST;
  if (protocol === 'data:' || protocol === 'blob:') return true;
  if (!import.meta.env.DEV) return false;
  const isServer = protocol === 'http:' || protocol === 'ws:';
  return protocol === 'devtools:' || (isServer && host === new URL(page).host);
}

import type { DevToolsSession } from '../chromium/devtools-connection.ts';

type RequestHandler = (
  webContents: object,
  permission: string,
  callback: (granted: boolean) => void,
  details: object,
) => void;

type CheckHandler = (
  webContents: object | null,
  permission: string,
  requestingOrigin: string,
  details: object,
) => boolean;

// Chromium's name, and Electron's.
const PERMISSIONS: [chromium: string, electron: string][] = [
  ['clipboard-write', 'clipboard-sanitized-write'],
  ['clipboard-read', 'clipboard-read'],
  ['geolocation', 'geolocation'],
  ['notifications', 'notifications'],
  ['camera', 'media'],
  ['microphone', 'media'],
  ['midi', 'midi'],
  ['idle-detection', 'idle-detection'],
  ['window-management', 'window-management'],
  ['storage-access', 'storage-access'],
  ['top-level-storage-access', 'top-level-storage-access'],
  ['speaker-selection', 'speaker-selection'],
  ['persistent-storage', 'persistent-storage'],
  ['local-fonts', 'local-fonts'],
  ['screen-wake-lock', 'screen-wake-lock'],
  ['display-capture', 'display-capture'],
  ['pointer-lock', 'pointerLock'],
  ['keyboard-lock', 'keyboardLock'],
  ['background-sync', 'background-sync'],
  ['periodic-background-sync', 'background-sync'],
  ['background-fetch', 'background-sync'],
  ['payment-handler', 'payment-handler'],
  ['nfc', 'nfc'],
  ['accelerometer', 'sensors'],
  ['local-network-access', 'local-network-access'],
  ['local-network', 'local-network-access'],
  ['loopback-network', 'local-network-access'],
  ['captured-surface-control', 'captured-surface-control'],
  ['web-app-installation', 'web-app-installation'],
  ['system-wake-lock', 'system-wake-lock'],
];

let requestHandler: RequestHandler | undefined;
let checkHandler: CheckHandler | undefined;

/** Origins whose pages have what the handlers of now said; a new handler is asked anew. */
const settled = new Set<string>();

export function setRequestHandler(handler: RequestHandler | null): void {
  requestHandler = handler ?? undefined;
  settled.clear();
}

export function setCheckHandler(handler: CheckHandler | null): void {
  checkHandler = handler ?? undefined;
  settled.clear();
}

/**
 * Chromium cannot ask us at the moment when a page asks it, so the app's handlers are asked
 * beforehand, when an origin's first page is loaded. Without any handler nothing is granted but what Electron
 * grants unasked of a user's gesture: writing text to the clipboard.
 */
async function isGranted(webContents: object, permission: string, url: string): Promise<boolean> {
  const details = { requestingUrl: url, isMainFrame: true };
  if (!requestHandler && !checkHandler) return permission === 'clipboard-sanitized-write';
  if (checkHandler && !checkHandler(webContents, permission, url, details)) return false;
  if (!requestHandler) return false;
  return new Promise((resolve) => {
    requestHandler?.(webContents, permission, (granted) => resolve(granted === true), details);
  });
}

function set(
  root: DevToolsSession,
  name: string,
  setting: 'granted' | 'denied',
  origin?: string,
): Promise<void> {
  return root
    .send('Browser.setPermission', { permission: { name }, setting, ...(origin ? { origin } : {}) })
    .then(
      () => undefined,
      (error: unknown) => {
        // A Chromium that does not know the permission cannot grant it either.
        if (!/Invalid PermissionDescriptor|Chromium has gone/.test(String(error))) throw error;
      },
    );
}

/** Before the first page: nothing is granted to anyone, and no page can make Chromium ask. */
export async function denyAll(root: DevToolsSession): Promise<void> {
  await Promise.all(PERMISSIONS.map(([name]) => set(root, name, 'denied')));
}

/** @param appUrl the page's URL as the app knows it */
export async function applyPermissions(
  root: DevToolsSession,
  webContents: object,
  appUrl: string,
  chromiumOrigin: string,
): Promise<void> {
  if (settled.has(chromiumOrigin)) return;
  settled.add(chromiumOrigin);
  await Promise.all(
    PERMISSIONS.map(async ([name, permission]) => {
      const granted = await isGranted(webContents, permission, appUrl);
      await set(root, name, granted ? 'granted' : 'denied', chromiumOrigin);
    }),
  );
}

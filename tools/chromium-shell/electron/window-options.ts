import { runtime } from '../host/runtime.ts';
import { notImplemented } from './not-implemented.ts';
import type { WebPreferences } from './web-contents.ts';
import type { Rectangle } from './window-bounds.ts';

export interface WindowOptions extends Partial<Rectangle> {
  minWidth?: number;
  minHeight?: number;
  show?: boolean;
  title?: string;
  backgroundColor?: string;
  fullscreen?: boolean;
  webPreferences?: WebPreferences;
  [name: string]: unknown;
}

/** Options that change nothing that can be seen here, or nothing on this platform. */
const HARMLESS = new Set([
  'x',
  'y',
  'width',
  'height',
  'minWidth',
  'minHeight',
  'show',
  'title',
  'backgroundColor',
  'fullscreen',
  'webPreferences',
  'autoHideMenuBar',
  'icon',
  'center',
  'useContentSize',
  'darkTheme',
  'paintWhenInitiallyHidden',
  'trafficLightPosition',
  'acceptFirstMouse',
]);

// What must not be weaker than Electron's default is refused rather than passed over.
const REQUIRED: Record<string, unknown> = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  nodeIntegrationInWorker: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
  experimentalFeatures: false,
};

const INDIFFERENT = new Set([
  'preload',
  'spellcheck',
  'devTools',
  'navigateOnDragDrop',
  'v8CacheOptions',
  'safeDialogs',
  'disableDialogs',
  'autoplayPolicy',
  'enableWebSQL',
  'backgroundThrottling',
]);

/** @throws {Error} by name for what would be passed over otherwise, or be weaker than Electron's default */
export function checkOptions(options: WindowOptions): void {
  for (const [name, value] of Object.entries(options)) {
    if (!HARMLESS.has(name) && value !== undefined) {
      throw notImplemented(`the option ${name} of BrowserWindow`);
    }
  }
  for (const [name, value] of Object.entries(options.webPreferences ?? {})) {
    if (value === undefined || INDIFFERENT.has(name)) continue;
    if (!(name in REQUIRED) || REQUIRED[name] !== value) {
      throw notImplemented(`webPreferences.${name} = ${String(value)}`);
    }
  }
}

/** Where Electron puts a window that says nothing else: in the middle of the screen. */
export function initialBounds({ x, y, width = 800, height = 600 }: WindowOptions): Rectangle {
  const [screen] = runtime.browser.screens;
  const area = { width: screen?.availWidth ?? 1280, height: screen?.availHeight ?? 1024 };
  return {
    x: x ?? Math.max(0, Math.round((area.width - width) / 2)),
    y: y ?? Math.max(0, Math.round((area.height - height) / 2)),
    width,
    height,
  };
}

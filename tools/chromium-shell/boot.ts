// Runs an Electron app's built code on Node and an installed Chromium: see README.md.
import inspector from 'node:inspector';
import { createRequire, registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { intercept } from './chromium/interceptor.ts';
import { app, appImplementation } from './electron/app.ts';
import { connectBrowser } from './electron/browser-events.ts';
import { switches } from './electron/command-line.ts';
import { denyDownloads } from './electron/downloads.ts';
import { electron } from './electron/index.ts';
import { denyAll } from './electron/permissions.ts';
import { decide, decideSocket } from './electron/request-policy.ts';
import { contentsOfTarget } from './electron/web-contents.ts';
import { findChromium } from './find-chromium.mjs';
import { findApp } from './host/app-package.ts';
import { type CommandLine, readCommandLine } from './host/argv.ts';
import { dressProcess } from './host/process-dress.ts';
import { runtime } from './host/runtime.ts';

function openInspector({ inspect }: CommandLine): void {
  if (!inspect) return;
  inspector.open(inspect.port, inspect.host);
  if (inspect.wait) inspector.waitForDebugger();
}

/** `electron` becomes the stand-in's own module for whoever imports or requires it. */
function provideElectron(): void {
  Object.assign(globalThis, { [Symbol.for('chromium-shell.electron')]: electron });
  const esm = new URL('./module/electron.mjs', import.meta.url).href;
  const cjs = new URL('./module/electron.cjs', import.meta.url).href;
  registerHooks({
    resolve(specifier, context, next) {
      if (!/^electron(?:\/main|\/common)?$/.test(specifier)) return next(specifier, context);
      const url = context.conditions.includes('import') ? esm : cjs;
      return { url, shortCircuit: true };
    },
  });
}

function requireDisplay(): void {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform !== 'linux' || DISPLAY || WAYLAND_DISPLAY) return;
  // In words that Playwright knows, and answers with advice.
  throw new Error('Unable to open X display: neither DISPLAY nor WAYLAND_DISPLAY is set');
}

async function startChromium(): Promise<void> {
  requireDisplay();
  const browser = await runtime.start(
    switches,
    app.getPath('sessionData'),
    (session, pageTargetId) =>
      intercept(session, pageTargetId, (paused, target) =>
        decide(paused, contentsOfTarget(target)),
      ),
  );
  runtime.gate.mayOpenSocket = decideSocket;
  connectBrowser(browser);
  const contentsOf = (frameId: string) => contentsOfTarget(frameId)?.handle;
  await Promise.all([denyAll(browser.root), denyDownloads(browser.root, contentsOf)]);
}

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  const commandLine = readCommandLine(args);
  if (commandLine.version) {
    process.stdout.write(`v${runtime.electronVersion}\n`);
    return;
  }
  const chromium = findChromium();
  if (!chromium) throw new Error('No Chromium was found; BENLE_CHROMIUM can name one');
  runtime.chromium = chromium;
  const { electronVersion } = runtime;
  process.stderr.write(
    `chromium-shell: standing in for Electron ${electronVersion} with ${chromium}\n`,
  );
  openInspector(commandLine);
  dressProcess(args, { electronVersion, chromium, runningVersion: () => runtime.chromeVersion });
  for (const [name, value] of commandLine.switches) switches.set(name, value);
  provideElectron();

  const found = findApp(commandLine.app ?? '.');
  appImplementation.setPackage(found);
  const require = createRequire(join(process.cwd(), 'electron'));
  for (const module of commandLine.preloads) require(module);
  // As in Electron, the app is not ready before its main module has been evaluated to the end.
  await import(pathToFileURL(found.entry).href);
  // Such as a second start, which has handed over and is on its way out.
  if (appImplementation.isEnding()) return;
  await startChromium();
  appImplementation.announceReady();
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  // A second one does not wait: Chromium ends with the pipe.
  process.once(signal, () => app.quit());
}

main().catch((error) => {
  console.error('chromium-shell: the app could not be started:', error);
  process.exit(1);
});

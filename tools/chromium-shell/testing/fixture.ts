import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { onTestFinished } from 'vitest';

export const BIN = fileURLToPath(new URL('../bin', import.meta.url));
export const FIXTURE = fileURLToPath(new URL('../fixture-app', import.meta.url));

/** What the fixture's main process has noted down. */
export interface Seen {
  urls: [type: string, url: string][];
  navigations: string[];
  opened: string[];
  argv: { argv: string[]; cwd: string; data: unknown }[];
  closes: number;
  downloads: string[];
  events: string[];
}

export interface Running {
  app: ElectronApplication;
  page: Page;
  stderr: () => string;
  seen: () => Promise<Seen>;
}

export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'chromium-shell-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** Starts the fixture as a project's own tests would: through Playwright, which asks for Electron. */
export async function launch(
  folder: string,
  options: { env?: Record<string, string>; args?: string[] } = {},
): Promise<Running> {
  Object.assign(process.env, { ELECTRON_OVERRIDE_DIST_PATH: BIN });
  const app = await _electron.launch({
    args: [FIXTURE, `--user-data-dir=${folder}`, ...(options.args ?? [])],
    env: { ...(process.env as Record<string, string>), ...options.env },
  });
  let stderr = '';
  app.process().stderr?.on('data', (chunk) => {
    stderr += chunk;
  });
  const page = await app.firstWindow();
  await page.waitForLoadState();
  const seen = () => app.evaluate(() => (globalThis as unknown as { seen: Seen }).seen);
  return { app, page, stderr: () => stderr, seen };
}

/** Runs with one fixture app on a fresh folder, and closes it in any case. */
export async function withFixture(
  body: (running: Running) => Promise<void>,
  options: { env?: Record<string, string> } = {},
): Promise<void> {
  const running = await launch(freshFolder(), options);
  try {
    await body(running);
  } finally {
    await running.app.close();
  }
}

/** Chromium processes that use this folder. */
export function chromiumsOn(folder: string): string[] {
  const processes = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' });
  return processes
    .split('\n')
    .filter(
      (line) =>
        line.includes(`--user-data-dir=${folder}`) && /--type=|remote-debugging-pipe/.test(line),
    );
}

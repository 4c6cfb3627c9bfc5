import { readFileSync } from 'node:fs';
import type { DevToolsSession } from '../chromium/devtools-connection.ts';
import { runtime } from '../host/runtime.ts';
import { checkPreload, isolatedWorldScript, mainWorldScript } from '../page/bundle.ts';
import { ISOLATED_WORLD, POST_BINDING } from '../page/messages.ts';

/** Installs the two scripts of a page, and renews them when the preload's file has changed. */
export class PreloadScripts {
  private readonly session: DevToolsSession;
  private readonly path: string | undefined;
  private readonly onError: (path: string, error: Error) => void;
  private source: string | undefined;
  private installed: string[] = [];

  constructor(
    session: DevToolsSession,
    path: string | undefined,
    onError: (path: string, error: Error) => void,
  ) {
    this.session = session;
    this.path = path;
    this.onError = onError;
  }

  async bind(): Promise<void> {
    await this.session.send('Runtime.addBinding', {
      name: POST_BINDING,
      executionContextName: ISOLATED_WORLD,
    });
  }

  /** Electron reads a preload anew for each page; so a rebuilt one counts from the next load. */
  async install(): Promise<void> {
    const source = this.read();
    if (this.installed.length > 0 && source === this.source) return;
    this.source = source;
    const old = this.installed;
    const info = {
      platform: process.platform,
      arch: process.arch,
      versions: { ...process.versions } as Record<string, string>,
    };
    const isolated = isolatedWorldScript(runtime.secret, info, source);
    // The page's own world first: it has to hear what the preload exposes.
    const added = await Promise.all([
      this.add(mainWorldScript(runtime.secret)),
      this.add(isolated, ISOLATED_WORLD),
      ...old.map((identifier) =>
        this.session.send('Page.removeScriptToEvaluateOnNewDocument', { identifier }),
      ),
    ]);
    this.installed = added.slice(0, 2) as string[];
  }

  private async add(source: string, worldName?: string): Promise<string> {
    const { identifier } = await this.session.send('Page.addScriptToEvaluateOnNewDocument', {
      source,
      ...(worldName ? { worldName } : {}),
    });
    return identifier;
  }

  private read(): string | undefined {
    if (this.path === undefined) return undefined;
    try {
      const source = readFileSync(this.path, 'utf8');
      checkPreload(source, this.path);
      return source;
    } catch (error) {
      this.onError(this.path, error as Error);
      return undefined;
    }
  }
}

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Element, treeOf } from '../src/main/export/formats/xml-tree.testing.ts';

/** The way to LibreOffice, as `npm test` found it. */
const { BENLE_LIBREOFFICE: soffice = 'soffice' } = process.env;

/** Longer than it ever took, twice over, on a machine that has better things to do. */
const PATIENCE = 100_000;

export interface Office {
  /** A folder for the files that it is to open. */
  readonly folder: string;
  /**
   * Opens files, all in one process, and saves what LibreOffice made of them.
   * @param kind `fodt` for documents, `fods` for sheets: OpenDocument as one XML file.
   * @param filter how a file is to be read, where there is a choice: LibreOffice's `--infilter`.
   * @throws when it complains of any of them
   */
  opened(files: readonly string[], kind: 'fodt' | 'fods', filter?: string): Element[];
  close(): void;
}

/** LibreOffice without a window, with settings of its own. */
export function startOffice(): Office {
  const folder = mkdtempSync(join(tmpdir(), 'office-'));
  const profile = pathToFileURL(join(folder, 'profile')).href;
  let count = 0;
  return {
    folder,
    opened: (files, kind, filter) => {
      count += 1;
      const out = join(folder, `opened-${count}`);
      const args = [
        ...[`-env:UserInstallation=${profile}`, '--headless', '--norestore', '--nolockcheck'],
        ...(filter === undefined ? [] : [`--infilter=${filter}`]),
        ...['--convert-to', kind, '--outdir', out, ...files],
      ];
      const options = { encoding: 'utf8', timeout: PATIENCE } as const;
      const { error, status, stdout, stderr } = spawnSync(soffice, args, options);
      if (error) throw error;
      const complaints = `${stdout}${stderr}`.match(/^Error.*$/gm);
      if (status !== 0 || complaints) throw new Error(`LibreOffice: ${status} ${complaints}`);
      return files.map((file) => {
        const name = `${basename(file, extname(file))}.${kind}`;
        return treeOf(readFileSync(join(out, name), 'utf8'));
      });
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

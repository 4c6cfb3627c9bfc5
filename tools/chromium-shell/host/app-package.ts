import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

export interface AppPackage {
  /** The app's folder, or its entry's folder if a file was given. */
  folder: string;
  entry: string;
  name: string;
  version: string;
}

interface PackageJson {
  main?: string;
  name?: string;
  productName?: string;
  version?: string;
}

function readPackage(folder: string): PackageJson {
  const file = join(folder, 'package.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as PackageJson) : {};
}

/** Finds the app as Electron does: a folder with a package.json, or a script. */
export function findApp(path: string): AppPackage {
  const full = resolve(path);
  if (!existsSync(full)) throw new Error(`Unable to find Electron app at ${full}`);
  const isFolder = statSync(full).isDirectory();
  const folder = isFolder ? full : dirname(full);
  const about = readPackage(folder);
  return {
    folder,
    entry: isFolder ? join(folder, about.main ?? 'index.js') : full,
    name: about.productName ?? about.name ?? 'Electron',
    version: about.version ?? '0.0.0',
  };
}

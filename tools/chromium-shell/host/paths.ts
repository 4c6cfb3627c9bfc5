import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

type PathName =
  | 'home'
  | 'appData'
  | 'userData'
  | 'sessionData'
  | 'temp'
  | 'exe'
  | 'module'
  | 'desktop'
  | 'documents'
  | 'downloads'
  | 'music'
  | 'pictures'
  | 'videos'
  | 'logs'
  | 'crashDumps'
  | 'assets';

function appData(): string {
  const { APPDATA, XDG_CONFIG_HOME } = process.env;
  if (process.platform === 'darwin') return join(homedir(), 'Library/Application Support');
  if (process.platform === 'win32') return APPDATA ?? join(homedir(), 'AppData/Roaming');
  return XDG_CONFIG_HOME || join(homedir(), '.config');
}

/** Electron's `app.getPath`, with its defaults. */
export class Paths {
  /** The app's name, on which userData's default rests. */
  name = 'Electron';
  private readonly chosen = new Map<string, string>();

  set(name: string, path: string): void {
    this.chosen.set(name, path);
  }

  get(name: string): string {
    return this.chosen.get(name) ?? this.usual(name as PathName);
  }

  private usual(name: PathName): string {
    switch (name) {
      case 'home':
        return homedir();
      case 'appData':
        return appData();
      case 'userData':
        return join(this.get('appData'), this.name);
      case 'sessionData':
        return this.get('userData');
      case 'temp':
        return tmpdir();
      case 'exe':
      case 'module':
        return process.execPath;
      case 'assets':
        return dirname(process.execPath);
      case 'logs':
        return join(this.get('userData'), 'logs');
      case 'crashDumps':
        return join(this.get('userData'), 'Crashpad');
      default:
        return this.usualFolder(name);
    }
  }

  private usualFolder(name: string): string {
    const folders: Record<string, string> = {
      desktop: 'Desktop',
      documents: 'Documents',
      downloads: 'Downloads',
      music: 'Music',
      pictures: 'Pictures',
      videos: 'Videos',
    };
    const folder = folders[name];
    if (!folder) throw new Error(`Failed to get '${name}' path`);
    return join(homedir(), folder);
  }
}

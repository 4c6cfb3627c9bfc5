import type { CommandLine } from 'electron';

/**
 * The switches by which Chromium moves IndexedDB from LevelDB to SQLite. It does not carry anything over: after a
 * switch of the backend a database is simply empty. The journal would bring it back, but not for nothing.
 */
const SQLITE_FEATURES = ['IdbSqliteOnDiskRollout', 'IdbSqliteBackingStore'];

/** Keeps IndexedDB on the backend that it is on. To be called before `ready`. */
export function keepStorageBackend(commandLine: CommandLine): void {
  const others = commandLine.getSwitchValue('disable-features').split(',').filter(Boolean);
  const features = new Set([...others, ...SQLITE_FEATURES]);
  commandLine.appendSwitch('disable-features', [...features].join(','));
}

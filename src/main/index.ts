import { join } from 'node:path';
import { app } from 'electron';
import { registerAppScheme } from './app-protocol.ts';
import { nameApp } from './launch.ts';
import { stayOffline } from './offline.ts';
import { guardPages } from './security.ts';
import { startApp } from './start.ts';
import { keepStorageBackend } from './storage-backend.ts';

nameApp(app);
if (app.requestSingleInstanceLock()) {
  // Every page is sandboxed, whatever its window says. Where the sandbox was switched off from outside
  // (a container, a test), this call would switch it on again and nothing would start.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  stayOffline(app.commandLine);
  keepStorageBackend(app.commandLine);
  registerAppScheme();
  guardPages(app);
  startApp({
    preload: join(import.meta.dirname, '../preload/index.cjs'),
    renderer: join(import.meta.dirname, '../renderer'),
    journalWorker: join(import.meta.dirname, 'journal-worker.js'),
    backupWorker: join(import.meta.dirname, 'backup-worker.js'),
    exportWorker: join(import.meta.dirname, 'export-worker.js'),
    importWorker: join(import.meta.dirname, 'import-worker.js'),
  });
} else {
  // The app that holds the lock has been handed our command line.
  app.quit();
}

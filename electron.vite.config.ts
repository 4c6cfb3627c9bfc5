import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const at = (path: string) => resolve(import.meta.dirname, path);

/** Everything is bundled: the built app in `out/` runs without `node_modules`. */
export default defineConfig({
  main: {
    // Its build for Node declares a `require` of its own, which cannot stand beside the one that electron-vite puts in.
    resolve: { alias: { fflate: 'fflate/browser' } },
    build: {
      externalizeDeps: false,
      rollupOptions: {
        input: {
          index: at('src/main/index.ts'),
          'journal-worker': at('src/main/journal/journal-worker.ts'),
          'backup-worker': at('src/main/backup/backup-worker.ts'),
          'export-worker': at('src/main/export/export-worker.ts'),
          'import-worker': at('src/main/import/import-worker.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      rollupOptions: {
        input: at('src/preload/index.ts'),
        // A sandboxed preload can only be CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('src/renderer'),
    publicDir: at('resources/icons'),
    plugins: [react()],
    // The main process puts a fresh nonce in its place for each page load.
    html: { cspNonce: '{{csp-nonce}}' },
    build: {
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      minify: true,
      rollupOptions: { input: at('src/renderer/index.html') },
    },
  },
});

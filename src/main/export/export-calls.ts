import { dirname } from 'node:path';
import type { BrowserWindow } from 'electron';
import type { Handlers } from '../ipc.ts';
import { askExportPath } from './ask-export-path.ts';
import type { Exports } from './exports.ts';

type ExportCalls = Pick<
  Handlers,
  'export:begin' | 'export:add' | 'export:finish' | 'export:cancel'
>;

/** What the window may ask of exports. The next dialog opens in the folder of the last export. */
export function exportCalls(exports: Exports, window: () => BrowserWindow): ExportCalls {
  let folder: string | undefined;
  return {
    'export:begin': (request) =>
      exports.begin(request, () => askExportPath(window(), request, folder)),
    'export:add': (id, annotations) => exports.add(id, annotations),
    'export:finish': async (id) => {
      const finished = await exports.finish(id);
      if (finished.ok && finished.value.kind === 'saved') folder = dirname(finished.value.path);
      return finished;
    },
    'export:cancel': async (id) => {
      await exports.cancel(id);
      return null;
    },
  };
}

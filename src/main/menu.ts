import type { MenuItemConstructorOptions } from 'electron';
import { type Command, type Theme, themeSchema } from '../shared/contract.ts';
import { texts } from '../shared/texts/main.en.ts';

type Item = MenuItemConstructorOptions;

export interface MenuContext {
  readonly platform: NodeJS.Platform;
  /** What only a developer needs, at the end of View; nothing in what is shipped. */
  readonly developerItems: readonly Item[];
  readonly theme: Theme;
  readonly send: (command: Command) => void;
  readonly chooseTheme: (theme: Theme) => void;
}

const { menu } = texts;
const separator: Item = { type: 'separator' };

/** The application menu: the usual roles, and the commands that the page carries out. */
export function menuTemplate(context: MenuContext): Item[] {
  const isMac = context.platform === 'darwin';
  return [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    fileMenu(context, isMac),
    editMenu(context),
    viewMenu(context),
    { role: 'windowMenu' },
    helpMenu(context, isMac),
  ];
}

/**
 * An item that the page carries out. Its keys are shown but not taken: they reach the page, which knows
 * whether the analyst is writing a note. (macOS asks the page first anyway.)
 */
function command(context: MenuContext, id: Command, label: string, accelerator?: string): Item {
  const item: Item = { id, label, click: () => context.send(id) };
  return accelerator ? { ...item, accelerator, registerAccelerator: false } : item;
}

function fileMenu(context: MenuContext, isMac: boolean): Item {
  return {
    label: menu.file,
    submenu: [
      command(context, 'brief', menu.brief, 'CmdOrCtrl+E'),
      separator,
      command(context, 'backup', menu.backup),
      command(context, 'restore', menu.restore),
      separator,
      command(context, 'export', menu.export),
      command(context, 'import', menu.import),
      separator,
      isMac ? { role: 'close' } : { role: 'quit' },
    ],
  };
}

function editMenu(context: MenuContext): Item {
  return {
    label: menu.edit,
    submenu: [
      command(context, 'undo', menu.undo, 'CmdOrCtrl+Z'),
      command(context, 'redo', menu.redo, 'CmdOrCtrl+Shift+Z'),
      separator,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'selectAll' },
      separator,
      command(context, 'find', menu.find, 'CmdOrCtrl+F'),
      separator,
      command(context, 'codebook', menu.codebook),
      command(context, 'repair', menu.repair),
      separator,
      command(context, 'changes', menu.changes),
      command(context, 'trash', menu.trash),
    ],
  };
}

function viewMenu(context: MenuContext): Item {
  const themes = themeSchema.options.map(
    (theme): Item => ({
      id: `theme-${theme}`,
      label: menu.themes[theme],
      type: 'radio',
      checked: theme === context.theme,
      click: () => context.chooseTheme(theme),
    }),
  );
  return {
    label: menu.view,
    submenu: [
      command(context, 'toggle-library', menu.toggleLibrary),
      command(context, 'toggle-annotations', menu.toggleAnnotations),
      separator,
      { label: menu.theme, submenu: themes },
      separator,
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      separator,
      { role: 'togglefullscreen' },
      ...context.developerItems,
    ],
  };
}

function helpMenu(context: MenuContext, isMac: boolean): Item {
  // On macOS a menu takes its keys from the page, and a question mark belongs into notes.
  const keys = command(context, 'keys', menu.keys, isMac ? undefined : '?');
  return {
    role: 'help',
    label: menu.help,
    submenu: isMac ? [keys] : [keys, separator, { role: 'about' }],
  };
}

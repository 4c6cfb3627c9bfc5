import { execFile, execFileSync } from 'node:child_process';
import { notImplemented, sealed } from './not-implemented.ts';

interface FileFilter {
  name: string;
  extensions: string[];
}

interface FileOptions {
  title?: string;
  defaultPath?: string;
  filters?: FileFilter[];
  properties?: string[];
}

interface MessageOptions {
  message: string;
  detail?: string;
  title?: string;
  type?: string;
  buttons?: string[];
  cancelId?: number;
  defaultId?: number;
  signal?: AbortSignal;
}

function hasZenity(): boolean {
  try {
    execFileSync('zenity', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** @returns what the person chose; undefined if they closed the dialog */
function zenity(name: string, args: string[], signal?: AbortSignal): Promise<string | undefined> {
  if (!hasZenity()) {
    throw notImplemented(`dialog.${name} on a machine without zenity`);
  }
  return new Promise((resolve, reject) => {
    execFile('zenity', args, signal ? { signal } : {}, (error, stdout) => {
      if (signal?.aborted) resolve(undefined);
      else if (!error) resolve(stdout.replace(/\n$/, ''));
      else if (error.code === 1) resolve(stdout.trim() || undefined);
      else reject(error);
    });
  });
}

/** Electron takes the window first, or leaves it out. */
function optionsOf<T>(args: [object, T] | [T]): T {
  return (args.length > 1 ? args[1] : args[0]) as T;
}

function fileArgs(options: FileOptions): string[] {
  const args = ['--file-selection'];
  if (options.title) args.push(`--title=${options.title}`);
  if (options.defaultPath) args.push(`--filename=${options.defaultPath}`);
  for (const { name, extensions } of options.filters ?? []) {
    args.push(
      `--file-filter=${name} | ${extensions.map((e) => (e === '*' ? '*' : `*.${e}`)).join(' ')}`,
    );
  }
  return args;
}

async function showSaveDialog(...args: [object, FileOptions] | [FileOptions]) {
  const chosen = await zenity('showSaveDialog', [...fileArgs(optionsOf(args)), '--save']);
  return { canceled: chosen === undefined, filePath: chosen ?? '' };
}

async function showOpenDialog(...args: [object, FileOptions] | [FileOptions]) {
  const options = optionsOf(args);
  const extra = ['--separator=\n'];
  if (options.properties?.includes('multiSelections')) extra.push('--multiple');
  if (options.properties?.includes('openDirectory')) extra.push('--directory');
  const chosen = await zenity('showOpenDialog', [...fileArgs(options), ...extra]);
  return { canceled: chosen === undefined, filePaths: chosen?.split('\n') ?? [] };
}

async function showMessageBox(...args: [object, MessageOptions] | [MessageOptions]) {
  const options = optionsOf(args);
  const buttons = options.buttons?.length ? options.buttons : ['OK'];
  const text = [options.message, options.detail].filter(Boolean).join('\n\n');
  const zenityArgs = ['--question', '--no-markup', '--switch', `--text=${text}`];
  if (options.title) zenityArgs.push(`--title=${options.title}`);
  for (const button of buttons) zenityArgs.push(`--extra-button=${button}`);
  const chosen = await zenity('showMessageBox', zenityArgs, options.signal);
  const response = chosen === undefined ? -1 : buttons.indexOf(chosen);
  return { response: response < 0 ? (options.cancelId ?? 0) : response, checkboxChecked: false };
}

function showErrorBox(title: string, content: string): void {
  console.error(`${title}\n${content}`);
}

/** Tests put functions of their own in the place of these, on this object. */
export const dialog = sealed('dialog', {
  showSaveDialog,
  showOpenDialog,
  showMessageBox,
  showErrorBox,
});

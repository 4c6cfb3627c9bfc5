/** What Electron's executable reads of its own command line. */
export interface CommandLine {
  /** Modules given with -r, loaded before the app. */
  preloads: string[];
  /** The app's folder or file; undefined if none was given. */
  app: string | undefined;
  switches: Map<string, string>;
  /** Asked for its version only. */
  version: boolean;
  inspect: { port: number; host: string | undefined; wait: boolean } | undefined;
}

function readSwitches(args: string[]): Map<string, string> {
  const switches = new Map<string, string>();
  for (const arg of args) {
    if (arg === '--') break;
    const match = /^--([^=]+)(?:=(.*))?$/s.exec(arg);
    if (match?.[1]) switches.set(match[1].toLowerCase(), match[2] ?? '');
  }
  return switches;
}

function readInspect(switches: Map<string, string>): CommandLine['inspect'] {
  const wait = switches.has('inspect-brk');
  const value = switches.get('inspect-brk') ?? switches.get('inspect');
  if (value === undefined) return undefined;
  const match = /^(?:(.*):)?(\d+)$/.exec(value);
  return { port: match ? Number(match[2]) : 9229, host: match?.[1], wait };
}

/** @param args as given to the executable, without the executable itself */
export function readCommandLine(args: string[]): CommandLine {
  const preloads: string[] = [];
  let app: string | undefined;
  for (let index = 0; index < args.length && app === undefined; index += 1) {
    const arg = args[index] ?? '';
    if (arg === '-r' || arg === '--require') {
      index += 1;
      const module = args[index];
      if (module === undefined) throw new Error('-r needs the name of a module');
      preloads.push(module);
    } else if (!arg.startsWith('-')) {
      app = arg;
    }
  }
  const own = app === undefined ? args : args.slice(0, args.indexOf(app));
  const version = own.includes('--version') || own.includes('-v');
  const switches = readSwitches(args);
  return { preloads, app, version, switches, inspect: readInspect(switches) };
}

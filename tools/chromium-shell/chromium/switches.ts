/** Chromium's command line as Electron's `app.commandLine` sees it: the last value of a switch counts. */
export type Switches = Map<string, string>;

// Owned by the stand-in: given to the app on the command line, they are read here and not passed on.
const OWNED = [
  /^app$/,
  /^inspect(-|$)/,
  /^remote-debugging-/,
  /^remote-allow-origins$/,
  /^user-data-dir$/,
  /^profile-directory$/,
  /^no-startup-window$/,
  /^proxy-/,
  /^no-proxy-server$/,
  /^host-resolver-rules$/,
  /^load-extension$/,
  /^headless$/,
];

const DISABLED_FEATURES = [
  'Translate',
  'OptimizationHints',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'PreconnectToSearch',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'AutofillServerCommunication',
];

const ALWAYS: [string, string][] = [
  ['no-first-run', ''],
  ['no-default-browser-check', ''],
  ['disable-background-networking', ''],
  ['disable-component-update', ''],
  ['disable-sync', ''],
  ['disable-extensions', ''],
  ['disable-default-apps', ''],
  ['disable-quic', ''],
  ['disable-breakpad', ''],
  ['disable-gpu', ''],
  ['dns-prefetch-disable', ''],
  ['hide-crash-restore-bubble', ''],
  ['password-store', 'basic'],
  ['use-mock-keychain', ''],
  // Peers would be reached over UDP, past the gate.
  ['webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
  // Keeps Chromium's warning bars about its command line out of the app's window.
  ['test-type', ''],
];

export interface LaunchSettings {
  userDataDir: string;
  /** Port of the gate, the only way out to the network. */
  gatePort: number;
  /** As given on the command line; undefined opens no port. */
  debuggingPort: string | undefined;
}

function features(appSwitches: Switches): string {
  const asked = appSwitches.get('disable-features')?.split(',').filter(Boolean) ?? [];
  return [...new Set([...asked, ...DISABLED_FEATURES])].join(',');
}

function isRoot(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0;
}

/**
 * What the app asks of name resolution. Chromium itself only ever resolves the gate, so the gate has to
 * carry the rules out; it knows the one that refuses every host.
 */
export function refusesEveryHost(appSwitches: Switches): boolean {
  const rules = appSwitches.get('host-resolver-rules');
  if (rules === undefined) return false;
  if (/^\s*MAP\s+\*\s+~NOTFOUND\s*$/i.test(rules)) return true;
  throw new Error(`chromium-shell: host-resolver-rules=${rules} is not implemented`);
}

/** Chromium's arguments: what the app asked for, and over it what the stand-in rests upon. */
export function chromiumArguments(appSwitches: Switches, settings: LaunchSettings): string[] {
  const all: Switches = new Map();
  for (const [name, value] of appSwitches) {
    if (!OWNED.some((owned) => owned.test(name))) all.set(name, value);
  }
  for (const [name, value] of ALWAYS) all.set(name, value);
  all.set('disable-features', features(appSwitches));
  if (isRoot()) all.set('no-sandbox', '');
  all.set('user-data-dir', settings.userDataDir);
  all.set('proxy-server', `http://127.0.0.1:${settings.gatePort}`);
  // Loopback addresses would pass by the proxy otherwise.
  all.set('proxy-bypass-list', '<-loopback>');
  all.set('no-startup-window', '');
  all.set('remote-debugging-pipe', '');
  if (settings.debuggingPort !== undefined) {
    all.set('remote-debugging-port', settings.debuggingPort);
  }
  return Array.from(all, ([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`));
}

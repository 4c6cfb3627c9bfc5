import type { CommandLine } from 'electron';

/**
 * Chromium's own switches against opening connections by itself, beside the session's refusals: no name
 * resolves and no proxy is looked for. To be set before `ready`. While developing, Vite's server must stay
 * in reach.
 */
export function stayOffline(commandLine: CommandLine): void {
  commandLine.appendSwitch('disable-background-networking');
  commandLine.appendSwitch('disable-component-update');
  commandLine.appendSwitch('disable-domain-reliability');
  commandLine.appendSwitch('dns-prefetch-disable');
  commandLine.appendSwitch('no-pings');
  commandLine.appendSwitch('no-proxy-server');
  if (!import.meta.env.DEV) commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
}

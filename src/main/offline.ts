import type { CommandLine } from 'electron';

/**
 * Chromium's own switches against opening connections by itself, beside the session's refusals: no name
 * resolves, no proxy is looked for, and WebRTC, which no request filter sees, has no UDP. To be set
 * before `ready`. While developing, Vite's server must stay in reach.
 */
export function stayOffline(commandLine: CommandLine): void {
  commandLine.appendSwitch('disable-background-networking');
  commandLine.appendSwitch('disable-component-update');
  commandLine.appendSwitch('disable-domain-reliability');
  commandLine.appendSwitch('dns-prefetch-disable');
  commandLine.appendSwitch('no-pings');
  commandLine.appendSwitch('no-proxy-server');
  commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp');
  if (!import.meta.env.DEV) commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
}

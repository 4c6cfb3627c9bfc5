import type { Switches } from '../chromium/switches.ts';
import { sealed } from './not-implemented.ts';

/** Chromium's switches, from the command line and from the app, until Chromium is started. */
export const switches: Switches = new Map();

/** Whether someone drives the pages from outside, as Playwright does. */
export function isUnderTest(): boolean {
  return switches.has('remote-debugging-port');
}

export const commandLine = sealed('app.commandLine', {
  appendSwitch(name: string, value?: string): void {
    switches.set(name.replace(/^--/, '').toLowerCase(), value === undefined ? '' : String(value));
  },
  // Only switches mean anything to Chromium here.
  appendArgument(_value: string): void {},
  hasSwitch: (name: string): boolean => switches.has(name.toLowerCase()),
  getSwitchValue: (name: string): string => switches.get(name.toLowerCase()) ?? '',
  removeSwitch(name: string): void {
    switches.delete(name.toLowerCase());
  },
});

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SETUP_STATE } from './paths.mjs';

/**
 * What setup remembers from one run to the next, by name.
 *
 * @returns {any} undefined when nothing (readable) was remembered: then it is found out again
 */
export function recall(name) {
  try {
    return JSON.parse(readFileSync(join(SETUP_STATE, `${name}.json`), 'utf8'));
  } catch {
    return undefined;
  }
}

/** @param {string} name @param {unknown} value */
export function remember(name, value) {
  mkdirSync(SETUP_STATE, { recursive: true });
  writeFileSync(join(SETUP_STATE, `${name}.json`), `${JSON.stringify(value, null, 2)}\n`);
}

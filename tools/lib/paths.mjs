import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, whatever folder a command was started from. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** @param {...string} parts path inside the project */
export const at = (...parts) => join(ROOT, ...parts);

/** What setup found out and wants to remember; deleting it only costs time. */
export const SETUP_STATE = at('.setup');

/** Machine-readable results of the last `npm test`. */
export const RESULTS = at('test-results');

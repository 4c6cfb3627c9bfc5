import { existsSync } from 'node:fs';
import { SetupError } from './run.mjs';
import { advice, ensureSystem, settingOf, which } from './system.mjs';

/** Where the programs are that open what the app exports, besides the search path. */
const PLACES = {
  libreoffice: [
    '/Applications/LibreOffice.app/Contents/MacOS/soffice',
    'C:\\Program Files\\LibreOffice\\program\\soffice.com',
  ],
  xmllint: [],
};

const COMMANDS = { libreoffice: ['soffice', 'libreoffice'], xmllint: ['xmllint'] };

/** @typedef {keyof typeof COMMANDS} Program */

/** @param {Program} program @returns {string | undefined} its path */
function find(program) {
  const named = process.env[settingOf(program)];
  if (named && !existsSync(named)) {
    throw new SetupError(`${settingOf(program)}: there is no ${named}`);
  }
  const found = COMMANDS[program].map((command) => which(command)).find(Boolean);
  return named ?? found ?? PLACES[program].find((place) => existsSync(place));
}

/**
 * LibreOffice and xmllint, installed now if need be and allowed.
 *
 * @returns {Promise<Record<string, string>>} environment that tells the tests where they are
 * @throws {SetupError} where they cannot be had
 */
export async function ensureOtherPrograms() {
  const programs = Object.keys(COMMANDS);
  const missing = programs.filter((program) => !find(program));
  const why = 'What the app exports is opened with LibreOffice and xmllint.';
  if (missing.length > 0) await ensureSystem(missing, why);
  const entries = programs.map((program) => {
    const path = find(program);
    if (!path) throw new SetupError(`${why}\n  ${advice([program])}`);
    return [settingOf(program), path];
  });
  return Object.fromEntries(entries);
}

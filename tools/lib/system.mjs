import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runQuietly, SetupError, say } from './run.mjs';

/** What may have to come from the system's package manager, and what the managers call it. */
const NAMES = {
  chromium: { apt: ['chromium'], dnf: ['chromium'], pacman: ['chromium'], zypper: ['chromium'] },
  xvfb: {
    apt: ['xvfb'],
    dnf: ['xorg-x11-server-Xvfb'],
    pacman: ['xorg-server-xvfb'],
    zypper: ['xorg-x11-server-Xvfb'],
  },
  xauth: {
    apt: ['xauth'],
    dnf: ['xorg-x11-xauth'],
    pacman: ['xorg-xauth'],
    zypper: ['xauth'],
  },
  // Electron's shared libraries: these four bring the rest. Newer Debian and Ubuntu renamed two.
  libraries: {
    apt: ['libgtk-3-0t64|libgtk-3-0', 'libasound2t64|libasound2', 'libnss3', 'libgbm1'],
    dnf: ['gtk3', 'alsa-lib', 'nss', 'mesa-libgbm'],
    pacman: ['gtk3', 'alsa-lib', 'nss', 'mesa'],
    zypper: ['gtk3', 'libasound2', 'mozilla-nss', 'libgbm1'],
  },
  // Of an office only what opens documents and sheets, and no windows where that can be had.
  libreoffice: {
    apt: ['libreoffice-writer-nogui|libreoffice-writer', 'libreoffice-calc-nogui|libreoffice-calc'],
    dnf: ['libreoffice-writer', 'libreoffice-calc'],
    pacman: ['libreoffice-still'],
    zypper: ['libreoffice-writer', 'libreoffice-calc'],
  },
  xmllint: {
    apt: ['libxml2-utils'],
    dnf: ['libxml2'],
    pacman: ['libxml2'],
    zypper: ['libxml2-tools'],
  },
};

const INSTALL = {
  apt: 'apt-get install -y',
  dnf: 'dnf install',
  pacman: 'pacman -S',
  zypper: 'zypper install',
};

/** @typedef {keyof typeof NAMES} Need */

/** @returns {string | undefined} full path of a program, looked up as a shell would */
export function which(name, path = process.env.PATH ?? '') {
  return path
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file));
}

/**
 * Get the system's packages for `needs`: by itself where it may (root, apt-get), else by telling the
 * user the command. It never asks for rights that it was not given.
 *
 * @param {Need[]} needs
 * @param {string} why what the packages are for, to be read by the user
 */
export async function ensureSystem(needs, why) {
  const isRoot = process.getuid?.() === 0;
  if (process.platform !== 'linux' || !isRoot || !which('apt-get')) {
    throw new SetupError(`${why}\n  ${advice(needs)}`);
  }
  say(`${why} Installing with apt-get: ${needs.join(', ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) => runQuietly('apt-get', [...APT_OPTIONS, ...args], { env });
  await apt('update'); // one unreachable list of several must not stop it
  const packages = needs.flatMap((need) => NAMES[need].apt).map(firstKnown);
  const install = ['install', '-y', '--no-install-recommends', ...packages];
  const { code, output } = packages.includes(undefined) ? UNKNOWN : await apt(...install);
  if (code === 0) return;
  process.stderr.write(output);
  throw new SetupError(`${why}\n  apt-get could not install it. ${advice(needs)}`);
}

/** Wait for another apt that is at work, and do without a terminal. */
const APT_OPTIONS = ['-qq', '-o', 'DPkg::Lock::Timeout=120', '-o', 'Dpkg::Use-Pty=0'];

const UNKNOWN = { code: 1, output: 'apt-get does not know it.\n' };

/** @returns {string | undefined} the first of `a|b` that apt could install */
function firstKnown(names) {
  return names.split('|').find((name) => {
    const policy = execFileSync('apt-cache', ['policy', name], { encoding: 'utf8' });
    const candidate = /Candidate: (.*)/.exec(policy)?.[1] ?? '(none)';
    return candidate !== '(none)' && !candidate.includes('snap'); // Ubuntu's only leads to the snap
  });
}

/** @param {Need[]} needs @returns {string} the command to type, or what to look for */
export function advice(needs, platform = process.platform, osRelease = readOsRelease()) {
  const chromium = needs.includes('chromium');
  if (platform !== 'linux') return adviceElsewhere(needs, platform);
  const family = familyOf(osRelease);
  if (family === 'ubuntu' && chromium)
    return 'Install Google Chrome, or: sudo snap install chromium';
  const manager = { ubuntu: 'apt', debian: 'apt', fedora: 'dnf', arch: 'pacman', suse: 'zypper' }[
    family
  ];
  if (!manager) return `Install with the system's package manager: ${needs.join(', ')}`;
  const packages = needs
    .flatMap((need) => NAMES[need][manager])
    .map((name) => name.split('|').at(-1));
  return `Run: sudo ${INSTALL[manager]} ${packages.join(' ')}`;
}

/** macOS has xmllint; for Windows it comes with MSYS2. */
function adviceElsewhere(needs, platform) {
  const others = needs.filter((need) => need === 'libreoffice' || need === 'xmllint');
  const isMac = platform === 'darwin';
  if (others.length > 0) {
    return isMac
      ? 'Run: brew install --cask libreoffice'
      : `Install ${others.join(' and ')}, or name them in ${others.map(settingOf).join(' and ')}.`;
  }
  if (isMac) return 'Run: brew install --cask google-chrome';
  return 'Allow the download of Electron, then: npm run setup -- --retry';
}

/** @param {Need} need @returns {string} the environment variable that can name the program */
export const settingOf = (need) => `BENLE_${need.toUpperCase()}`;

function familyOf(osRelease) {
  const lines = osRelease.matchAll(/^ID(?:_LIKE)?="?([^"\n]*)/gm);
  const ids = [...lines].flatMap(([, value]) => value.split(' '));
  const known = ['ubuntu', 'debian', 'fedora', 'rhel', 'arch', 'suse', 'opensuse'];
  const found = known.find((name) => ids.includes(name));
  return { rhel: 'fedora', opensuse: 'suse' }[found] ?? found;
}

function readOsRelease() {
  return existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
}

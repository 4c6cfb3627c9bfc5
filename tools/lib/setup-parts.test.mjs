import { expect, test } from 'vitest';
import { hasDisplay } from './display.mjs';
import { isRecent } from './electron.mjs';
import { missingIn } from './libraries.mjs';
import { firstDifference, sameRanges } from './packages.mjs';
import { advice } from './system.mjs';

const linux = { platform: 'linux', arch: 'x64' };
const lock = {
  packages: {
    '': { dependencies: { a: '1.0.0' } },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/for-mac': { version: '1.0.0', optional: true, os: ['darwin'], cpu: ['arm64'] },
    'node_modules/for-linux': { version: '1.0.0', optional: true, os: ['linux'], cpu: ['x64'] },
  },
};
const installed = (packages) => ({
  packages: {
    'node_modules/a': { version: '1.0.0' },
    'node_modules/for-linux': { version: '1.0.0' },
    ...packages,
  },
});

test('what npm installed matches the lockfile but for other platforms’ packages', () => {
  expect(firstDifference(lock, installed({}), linux)).toBeUndefined();
  expect(firstDifference(lock, installed({ 'node_modules/extra': {} }), linux)).toBeUndefined();
});

test.each([
  ['another version', { 'node_modules/a': { version: '2.0.0' } }, 'node_modules/a'],
  ['a missing package', { 'node_modules/a': undefined }, 'node_modules/a'],
  ['a copy from a Mac', { 'node_modules/for-linux': undefined }, 'node_modules/for-linux'],
])('%s is a difference', (_, packages, expected) => {
  expect(firstDifference(lock, installed(packages), linux)).toBe(expected);
});

test('package.json and the lockfile are compared by what they ask for', () => {
  const asked = { dependencies: { a: '1.0.0' } };
  expect(sameRanges({ ...asked, scripts: { x: 'y' } }, asked)).toBe(true);
  expect(sameRanges({ dependencies: { a: '1.0.1' } }, asked)).toBe(false);
  expect(sameRanges({ ...asked, devDependencies: { b: '1.0.0' } }, asked)).toBe(false);
});

test('a failed download is remembered for a day, and for the same attempt', () => {
  const failure = { attempt: '45 linux', failedAt: '2026-11-22T10:00:00Z' };
  const at = (time) => Date.parse(time);
  expect(isRecent(failure, '45 linux', at('2026-11-23T09:00:00Z'))).toBe(true);
  expect(isRecent(failure, '45 linux', at('2026-11-23T11:00:00Z'))).toBe(false);
  expect(isRecent(failure, '45 linux', at('2026-11-20T10:00:00Z'))).toBe(false);
  expect(isRecent(failure, '46 linux', at('2026-11-22T11:00:00Z'))).toBe(false);
  expect(isRecent(undefined, '45 linux', 0)).toBe(false);
});

test('ldd tells the missing libraries', () => {
  const output = [
    '\tlinux-vdso.so.1 (0x00007ffe)',
    '\tlibnss3.so => not found',
    '\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)',
    '\tlibgtk-3.so.0 => not found',
  ].join('\n');
  expect(missingIn(output)).toEqual(['libnss3.so', 'libgtk-3.so.0']);
});

test.each([
  ['Debian', 'ID=debian\n', 'Run: sudo apt-get install -y chromium xvfb'],
  ['Mint', 'ID=linuxmint\nID_LIKE="ubuntu debian"\n', /snap install chromium/],
  ['Rocky', 'ID="rocky"\nID_LIKE="rhel centos fedora"\n', /sudo dnf install chromium xorg/],
  ['Tumbleweed', 'ID="opensuse-tumbleweed"\nID_LIKE="opensuse suse"\n', /sudo zypper install/],
  ['an unknown one', 'ID=other\n', /package manager: chromium, xvfb/],
])('advice for %s is a command to type', (_, osRelease, expected) => {
  expect(advice(['chromium', 'xvfb'], 'linux', osRelease)).toMatch(expected);
});

test.each([
  [
    'Debian',
    'linux',
    'ID=debian\n',
    /apt-get install -y libreoffice-writer libreoffice-calc libxml2-utils$/,
  ],
  ['Ubuntu', 'linux', 'ID=ubuntu\n', /apt-get install -y libreoffice-writer/],
  ['Fedora', 'linux', 'ID=fedora\n', /dnf install libreoffice-writer libreoffice-calc libxml2$/],
  ['a Mac', 'darwin', '', /brew install --cask libreoffice$/],
  ['Windows', 'win32', '', /BENLE_LIBREOFFICE and BENLE_XMLLINT/],
])(
  'advice for %s says how to get the programs that open exports',
  (_, platform, osRelease, expected) => {
    expect(advice(['libreoffice', 'xmllint'], platform, osRelease)).toMatch(expected);
  },
);

test('only Linux may lack a display', () => {
  expect(hasDisplay({}, 'linux')).toBe(false);
  expect(hasDisplay({ DISPLAY: ':0' }, 'linux')).toBe(true);
  expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true);
  expect(hasDisplay({}, 'darwin')).toBe(true);
});

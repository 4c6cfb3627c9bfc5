import type { MenuItemConstructorOptions } from 'electron';
import { expect, test } from 'vitest';
import { commandSchema } from '../shared/contract.ts';
import { menuTemplate } from './menu.ts';

type Item = MenuItemConstructorOptions;

function build(platform: NodeJS.Platform) {
  const sent: string[] = [];
  const template = menuTemplate({
    platform,
    developerItems: [],
    theme: 'dark',
    send: (command) => sent.push(command),
    chooseTheme: (theme) => sent.push(theme),
  });
  return { sent, items: template.flatMap(all) };
}

function all(item: Item): Item[] {
  const below = Array.isArray(item.submenu) ? item.submenu : [];
  return [item, ...below.flatMap(all)];
}

const click = (item: Item) => (item.click as (() => void) | undefined)?.();

test.each(['win32', 'linux', 'darwin'] as const)('on %s every command has its item', (platform) => {
  const { items, sent } = build(platform);
  for (const command of commandSchema.options) {
    const item = items.find((candidate) => candidate.id === command);
    expect(item, command).toBeDefined();
    if (item) click(item);
  }
  expect(sent).toEqual(commandSchema.options);
});

test('the keys of commands are left to the page', () => {
  const shown = build('linux').items.filter((item) => item.accelerator);
  expect(shown.map((item) => item.accelerator)).toEqual([
    'CmdOrCtrl+E',
    'CmdOrCtrl+Z',
    'CmdOrCtrl+Shift+Z',
    'CmdOrCtrl+F',
    '?',
  ]);
  expect(shown.every((item) => item.registerAccelerator === false)).toBe(true);
});

test('on macOS no key that writes a character is taken', () => {
  expect(build('darwin').items.some((item) => item.accelerator === '?')).toBe(false);
});

test('the theme in use is the one that is marked', () => {
  const { items, sent } = build('linux');
  const themes = items.filter((item) => item.type === 'radio');
  expect(themes.map((item) => [item.id, item.checked])).toEqual([
    ['theme-system', false],
    ['theme-light', false],
    ['theme-dark', true],
  ]);
  themes.forEach(click);
  expect(sent).toEqual(['system', 'light', 'dark']);
});

test.each(['win32', 'linux', 'darwin'] as const)('on %s the usual roles are there', (platform) => {
  const roles = build(platform).items.map((item) => item.role);
  for (const role of ['cut', 'copy', 'paste', 'selectAll', 'togglefullscreen', 'windowMenu']) {
    expect(roles).toContain(role);
  }
  expect(roles).toContain(platform === 'darwin' ? 'appMenu' : 'quit');
  expect(roles).not.toContain('toggleDevTools');
});

import { expect, test } from 'vitest';
import { parseSettings } from './settings.ts';

test('settings that can be read are given by their names', () => {
  const settings = { 'last-article': 'article-1', 'panel-layout': { left: 20, right: 80 } };
  const rows = Object.entries(settings).map(([key, value]) => ({ key, value }));
  expect(parseSettings(rows)).toEqual(settings);
});

test.each([
  ['of another kind than expected', 'last-article', 7],
  ['out of range', 'panel-layout', { left: 101 }],
  ['of an unknown name', 'volume', 11],
  ['named like something that every object has', 'constructor', 'article-1'],
])('a setting %s is left out', (_, key, value) => {
  const good = { key: 'last-article', value: 'article-1' };
  expect(parseSettings([good, { key, value }])).toEqual({ 'last-article': 'article-1' });
});

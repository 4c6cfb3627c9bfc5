import { expect, test } from 'vitest';
import { CHANNELS, EVENTS } from '../shared/channels.ts';
import { argumentSchemas, eventSchemas } from '../shared/contract.ts';
import { checkArguments, RefusedCall } from './check-call.ts';

test('the right arguments pass', () => {
  expect(checkArguments('library:read', ['a'])).toEqual(['a']);
  expect(checkArguments('library:list', [])).toEqual([]);
  expect(checkArguments('brief:save', [{ title: '', markdown: 'x' }])).toEqual([
    { title: '', markdown: 'x' },
  ]);
});

test.each([
  ['library:list', ['more']],
  ['library:read', []],
  ['library:read', [7]],
  ['library:read', ['']],
  ['library:read', ['a'.repeat(201)]],
  ['library:read', ['a', 'b']],
  ['brief:save', [{ title: 'a' }]],
  ['brief:save', [{ title: 'a', markdown: 'b', path: '/etc/passwd' }]],
  ['brief:save', [null]],
  ['theme:choose', ['pink']],
  ['window:flushed', [{}]],
] as const)('%s refuses %j', (channel, args) => {
  expect(() => checkArguments(channel, args)).toThrow(RefusedCall);
  expect(() => checkArguments(channel, args)).toThrow(`${channel} was refused: wrong arguments`);
});

test('a refusal does not repeat what was sent', () => {
  const secret = 'secret passage';
  try {
    checkArguments('theme:choose', [secret]);
    expect.unreachable();
  } catch (error) {
    expect(String(error)).not.toContain(secret);
  }
});

test('every name of the contract has its schema', () => {
  expect(Object.keys(argumentSchemas).sort()).toEqual([...CHANNELS].sort());
  expect(Object.keys(eventSchemas).sort()).toEqual([...EVENTS].sort());
});

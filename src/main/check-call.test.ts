import { expect, test } from 'vitest';
import { FIRST_PLAN } from '../domain/brief/saved-brief.ts';
import { FIRST_TAGS } from '../domain/tag/codebook.ts';
import { CHANNELS, EVENTS } from '../shared/channels.ts';
import { argumentSchemas, eventSchemas } from '../shared/contract.ts';
import { checkArguments, RefusedCall } from './check-call.ts';

const ID = '019b0c5e-3d5c-7e7a-9c7e-3f1f0a9d2b10';

const REQUEST = {
  format: 'markdown',
  title: '',
  created: '2026-11-22',
  plan: FIRST_PLAN,
  dialect: 'commonmark',
  codebook: FIRST_TAGS,
} as const;

test('the right arguments pass', () => {
  expect(checkArguments('library:read', ['a'])).toEqual(['a']);
  expect(checkArguments('library:list', [])).toEqual([]);
  expect(checkArguments('export:begin', [REQUEST])).toEqual([REQUEST]);
});

test.each([
  ['library:list', ['more']],
  ['library:read', []],
  ['library:read', [7]],
  ['library:read', ['']],
  ['library:read', ['a'.repeat(201)]],
  ['library:read', ['a', 'b']],
  ['export:begin', [{ ...REQUEST, format: 'exe' }]],
  ['export:begin', [{ ...REQUEST, path: '/etc/passwd' }]],
  ['export:begin', [null]],
  ['export:add', ['not an id', []]],
  ['export:add', [ID, [{ id: 'a' }]]],
  ['export:finish', ['../../a.md']],
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

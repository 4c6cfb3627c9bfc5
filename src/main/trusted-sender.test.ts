import { expect, test } from 'vitest';
import { isTrustedSender } from './trusted-sender.ts';

const ours = { name: 'our window' };
const page = 'app://ben-le/index.html';

test('the main frame of our window is trusted', () => {
  expect(
    isTrustedSender({ sender: ours, senderFrame: { url: `${page}#x`, parent: null } }, ours),
  ).toBe(true);
});

test.each([
  ['another window', { name: 'other' }, { url: page, parent: null }],
  ['a frame inside', ours, { url: page, parent: {} }],
  ['a frame that is gone', ours, null],
  ['a page from elsewhere', ours, { url: 'https://example.org/index.html', parent: null }],
  ['a file', ours, { url: 'file:///index.html', parent: null }],
  ['a blank page', ours, { url: 'about:blank', parent: null }],
  ['a host that begins alike', ours, { url: 'app://ben-le.example/index.html', parent: null }],
  ['another page of the scheme', ours, { url: 'app://ben-le/other.html', parent: null }],
])('%s is not', (_, sender, senderFrame) => {
  expect(isTrustedSender({ sender, senderFrame }, ours)).toBe(false);
});

test('without a window nobody is trusted', () => {
  expect(
    isTrustedSender({ sender: undefined, senderFrame: { url: page, parent: null } }, undefined),
  ).toBe(false);
});

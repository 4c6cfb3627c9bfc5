import { expect, test } from 'vitest';
import { passageLink } from '../domain/annotation/link.ts';
import { createLinkInbox, linkAmong } from './deep-link.ts';

const first = '0191d7a0-0000-7000-8000-000000000001';
const second = '0191d7a0-0000-7000-8000-000000000002';

test('a link is found among whatever else a command line holds', () => {
  expect(linkAmong(['electron', '--no-sandbox', '.', passageLink(first)])).toBe(first);
  expect(linkAmong(['electron', `${passageLink(first).toUpperCase()}/`, '--flag'])).toBe(first);
});

test.each([
  [[]],
  [['electron', '.']],
  [['benle://annotation/']],
  [['benle://annotation/7']],
  [[`benle://article/${first}`]],
  [[`${passageLink(first)}/../../x`]],
  [[`--open=${passageLink(first)}`]],
  [[`https://annotation/${first}`]],
])('%j holds none', (args) => {
  expect(linkAmong(args)).toBeUndefined();
});

function setUp() {
  const delivered: string[] = [];
  return { delivered, inbox: createLinkInbox((id) => delivered.push(id)) };
}

test('a link waits for the page, and is taken once', () => {
  const { inbox, delivered } = setUp();
  inbox.arrive(first);
  expect(delivered).toEqual([]);
  expect(inbox.take()).toBe(first);
  expect(inbox.take()).toBeNull();
});

test('of several that wait the last counts', () => {
  const { inbox } = setUp();
  inbox.arrive(first);
  inbox.arrive(second);
  expect(inbox.take()).toBe(second);
});

test('a page that listens hears at once', () => {
  const { inbox, delivered } = setUp();
  inbox.take();
  inbox.arrive(first);
  expect(delivered).toEqual([first]);
  expect(inbox.take()).toBeNull();
});

test('a page that begins anew has to take again', () => {
  const { inbox, delivered } = setUp();
  inbox.take();
  inbox.pageRestarts();
  inbox.arrive(first);
  expect(delivered).toEqual([]);
  expect(inbox.take()).toBe(first);
});

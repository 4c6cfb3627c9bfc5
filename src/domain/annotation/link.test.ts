import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePassageLink, passageLink } from './link.ts';

const ID = '019a1b2c-3d4e-7f60-8a9b-0c1d2e3f4a5b';

test('a link leads back to the annotation that it was made for', () => {
  expect(passageLink(ID)).toBe(`benle://annotation/${ID}`);
  fc.assert(
    fc.property(fc.uuid(), (id) => {
      expect(parsePassageLink(passageLink(id))).toBe(id);
    }),
  );
});

test.each([
  ['with space around it, as it was copied', ` benle://annotation/${ID}\n`],
  ['with a slash at its end, as a browser writes it', `benle://annotation/${ID}/`],
  ['in capitals, as an e-mail program writes it', `BENLE://ANNOTATION/${ID.toUpperCase()}`],
])('a link is understood %s', (_, text) => {
  expect(parsePassageLink(text)).toBe(ID);
});

test.each([
  ['nothing', ''],
  ['another protocol', `https://annotation/${ID}`],
  ['another kind of thing', `benle://article/${ID}`],
  ['an id that is cut short', `benle://annotation/${ID.slice(0, -1)}`],
  ['an id that goes on', `benle://annotation/${ID}a`],
  ['a path below', `benle://annotation/${ID}/edit`],
  ['a query', `benle://annotation/${ID}?a=1`],
  ['a link within a sentence', `see benle://annotation/${ID}`],
  ['two lines', `benle://annotation/${ID}\nbenle://annotation/${ID}`],
])('%s is no passage link', (_, text) => {
  expect(parsePassageLink(text)).toBeUndefined();
});

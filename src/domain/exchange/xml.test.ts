import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hostileText } from './exchange.testing.ts';
import { readXml, type XmlElement } from './read-xml.ts';
import { element, textElement, writable } from './write-xml.ts';

function parse(document: string): XmlElement {
  const read = readXml(document);
  if (!read.ok) throw new Error(read.reason);
  return read.value;
}

test('text and attributes are read as they were written, but for what XML cannot hold', () => {
  fc.assert(
    fc.property(hostileText, hostileText, (text, attribute) => {
      const root = parse(element('a', { b: attribute }, [textElement('c', text)]));
      expect(root.attributes.get('b')).toBe(writable(attribute));
      expect(root.children[0]?.text).toBe(writable(text));
    }),
    { numRuns: 1_000 },
  );
});

test('what XML cannot hold is replaced, one for one, and nothing else', () => {
  expect(writable('a\u0000\u001fb\uD800c\uFFFE😀\t\r\n')).toBe(
    'a\ufffd\ufffdb\ufffdc\ufffd😀\t\r\n',
  );
});

test('a document of another tool: prefixes, CDATA, comments, references', () => {
  const root = parse(
    `<?xml version="1.0"?>\r\n<q:A xmlns:q="u" x='&#65;&#x1F600; &quot;'><!-- <B/> --><q:B>1\r\n&lt;<![CDATA[<&amp;]]>&amp;lt;</q:B><C/></q:A>`,
  );
  expect(root.name).toBe('A');
  expect(root.attributes.get('x')).toBe('A😀 "');
  expect(root.children.map(({ name, text }) => [name, text])).toEqual([
    ['B', '1\n<<&amp;&lt;'],
    ['C', ''],
  ]);
});

test('of two attributes of one name, the one without a prefix counts; halves of pairs are replaced', () => {
  const root = parse('<a xmlns:p="u" b="1" p:b="2" p:c="&#xD800;&#x1F600;"/>');
  expect([...root.attributes]).toEqual([
    ['b', '1'],
    ['c', '\ufffd😀'],
  ]);
});

test('what looks like a document type in a comment, CDATA or an instruction is text', () => {
  const root = parse(
    '<?xml version="1.0"?><!-- <!DOCTYPE a> --><?x <!DOCTYPE a>?><a><b><![CDATA[<!DOCTYPE a>]]></b><!-- <!doctype --></a>',
  );
  expect(root.children[0]?.text).toBe('<!DOCTYPE a>');
});

describe('refused is', () => {
  test.each([
    ['a document type', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'],
    ['a document type behind a comment', '<!-- <!DOCTYPE a> --><!DOCTYPE a><a/>'],
    ['a document type in small letters', '<?x ?><!doctype a><a/>'],
    ['nothing', ''],
    ['text', 'Project'],
    ['an element that does not end', '<a><b></a>'],
    ['two roots', '<a/><b/>'],
    ['a name that is a trap', '<a __proto__="x"/>'],
    ['bottomless nesting', `${'<a>'.repeat(5_000)}${'</a>'.repeat(5_000)}`],
  ])('%s', (_, document) => {
    expect(readXml(document)).toMatchObject({ ok: false });
  });
});

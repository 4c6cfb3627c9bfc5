import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { expect, test } from 'vitest';
import { parseMarkdown } from './parse-markdown.ts';

function parsedWhole(source: string) {
  const options = { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] };
  return fromMarkdown(source, options).children;
}

/** What may be open, or seem so, where a text is cut. */
const LINES = [
  '> Đầu tư công',
  '>> hai lần',
  '> - mục',
  '> ```',
  '>',
  '> ',
  '',
  '',
  '',
  'Vốn vay *ODA*',
  '# Đề mục',
  '===',
  '- mục',
  '  tiếp',
  '  > trong mục',
  '    mã',
  '\tmã',
  '1. một',
  '```',
  '  ```',
  '~~~~ vi',
  '~~~~',
  '<!-- ghi chú',
  '-->',
  '<script>',
  '</script>',
  '<div>',
  '</div>',
  '<![CDATA[',
  ']]>',
  '| a | b |',
  '| - | - |',
  '| 1 | 2 |',
  '[nhãn]: https://example.org',
  '[nhãn]',
  '> [nhãn]: https://example.com',
  '***',
  '🌏 \\',
];

test('whatever stands there, and wherever it is cut, it is parsed as if it were not', () => {
  const source = fc
    .array(fc.constantFrom(...LINES), { maxLength: 30 })
    .map((lines) => lines.join('\n'));
  fc.assert(
    fc.property(source, fc.integer({ min: 0, max: 40 }), (text, size) => {
      expect(parseMarkdown(text, size).children).toEqual(parsedWhole(text));
    }),
    { numRuns: 2_000 },
  );
});

test('a text without an end to its code is parsed in time, and whole', () => {
  const text = `\`\`\`\n${'\n\n> Đầu tư\n\n*ODA*'.repeat(3_000)}`;
  const { children } = parseMarkdown(text, 100);
  expect(children).toMatchObject([{ type: 'code', value: text.slice(4) }]);
});

test('what is parsed in pieces is where it was', () => {
  const text = Array.from(
    { length: 2_000 },
    (_, place) => `> Đoạn ${place}\n\nGhi chú ${place}\n\n`,
  );
  const { children } = parseMarkdown(text.join(''));
  expect(children).toHaveLength(4_000);
  const last = children.at(-1);
  expect(text.join('').slice(last?.position?.start.offset, last?.position?.end.offset)).toBe(
    'Ghi chú 1999',
  );
  expect(last?.position?.start).toMatchObject({ line: 7_999, column: 1 });
});

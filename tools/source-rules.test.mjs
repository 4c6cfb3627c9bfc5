import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './lib/paths.mjs';

/** Rules between rooms that no import shows: they are looked for in the text. */
const RULES = [
  {
    name: 'only platform touches the bridge to main',
    pattern: /\b(?:window|globalThis|self)\s*(?:\?\.|\.)\s*benle\b|\[['"]benle['"]\]/,
    allowed: /^src\/(?:renderer\/platform|preload|shared)\/|\.d\.ts$/,
  },
  {
    // dependency-cruiser's parser passes these over.
    name: "no import('…') in place of a type: import the type",
    pattern: /(?<!await\s)(?<!=>\s)\bimport\((['"`])[^'"`]+\1\)\s*\.\s*[A-Z]|typeof\s+import\(/,
    allowed: /\.d\.ts$/,
  },
];

/** @returns {string[]} `file:line` wherever the pattern is found in a line outside comments */
function breaches({ pattern, allowed }, files) {
  return files.flatMap(({ file, text }) =>
    allowed.test(file)
      ? []
      : text
          .split('\n')
          .map((line, index) => ({ line, at: `${file}:${index + 1}` }))
          .filter(({ line }) => !/^\s*(?:\*|\/[*/])/.test(line) && pattern.test(line))
          .map(({ at }) => at),
  );
}

const sources = readdirSync(join(ROOT, 'src'), { recursive: true })
  .map((name) => `src/${name.replaceAll('\\', '/')}`)
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({ file, text: readFileSync(join(ROOT, file), 'utf8') }));

test.each(RULES)('$name', (rule) => {
  expect(breaches(rule, sources)).toEqual([]);
});

test('the rules see what they look for', () => {
  const [bridge, typeImport] = RULES;
  const file = 'src/renderer/features/x.ts';
  const found = (rule, text) => breaches(rule, [{ file, text }]).length;
  expect(found(bridge, 'await window.benle.save(x)')).toBe(1);
  expect(found(bridge, '// as window.benle does')).toBe(0);
  expect(found(typeImport, "type X = import('lexical').LexicalNode;")).toBe(1);
  expect(found(typeImport, "vi.mock(import('x'), () => ({}) as typeof import('x'))")).toBe(1);
  expect(found(typeImport, "const { Dexie } = await import('dexie');")).toBe(0);
});

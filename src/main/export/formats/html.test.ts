import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { aPassage } from '../../../domain/brief/brief.testing.ts';
import { writeHtml } from './html.ts';
import { inputOf, written } from './written.testing.ts';

const html = String(await written(writeHtml, inputOf([aPassage({})])));
const style = new JSDOM(html).window.document.querySelector('style')?.textContent ?? '';

test('the file brings its fonts along, and nothing but them', () => {
  const addresses = [...style.matchAll(/url\(([^)]*)\)/g)].map(([, address = '']) => address);
  expect(addresses).toHaveLength(15);
  expect(new Set(addresses).size).toBe(15);
  for (const address of addresses) {
    const [kind, base64 = ''] = address.split(',');
    expect(kind).toBe('data:font/woff2;base64');
    expect(Buffer.from(base64, 'base64').subarray(0, 4).toString()).toBe('wOF2');
  }
  expect(html.length).toBeLessThan(600_000);
});

test('its style asks for the fonts that it brings, before others', () => {
  const brought = new Set([...style.matchAll(/font-family: ("[^"]+");/g)].map(([, name]) => name));
  const asked = [...style.matchAll(/--(?:serif|sans): ("[^"]+"),/g)].map(([, name]) => name);
  expect([...brought]).toEqual(asked);
});

test('their licence stands with them', () => {
  expect(style).toMatch(
    /^\/\*\nLiterata: Copyright [\s\S]+SIL Open Font License[^*]+\*\/\n@font-face/,
  );
});

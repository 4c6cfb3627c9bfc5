// @vitest-environment jsdom
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { guardCompositions } from './composition-guard.ts';

let seen: string[];
let end: () => void;

beforeEach(() => {
  seen = [];
  end = guardCompositions(window);
  document.body.innerHTML = `
    <form><input id="line"><input id="box" type="checkbox"></form>
    <textarea id="lines"></textarea><div id="article" tabindex="0"></div>`;
  for (const type of ['keydown', 'keypress', 'keyup'] as const) {
    document.body.addEventListener(type, ({ key }) => seen.push(`${type} ${key}`), {
      signal: listening.signal,
    });
  }
});

let listening = new AbortController();

afterEach(() => {
  end();
  listening.abort();
  listening = new AbortController();
});

/** Sends a key to a field. @returns whether the browser may do with it what it does by itself */
function press(id: string, key: string, init: KeyboardEventInit & { type?: string } = {}): boolean {
  const { type = 'keydown', ...rest } = init;
  const event = new KeyboardEvent(type, {
    ...{ key, code: key, bubbles: true, cancelable: true },
    ...rest,
  });
  return document.getElementById(id)?.dispatchEvent(event) ?? false;
}

const TAKEN = { keyCode: 229 };

describe.each(['line', 'lines'])('in a text field (%s)', (id) => {
  test.each(['Enter', 'Escape', 'Tab', 'ArrowDown', 'a'])('%s is seen by all', (key) => {
    expect(press(id, key)).toBe(true);
    press(id, key, { type: 'keyup' });
    expect(seen).toEqual([`keydown ${key}`, `keyup ${key}`]);
  });

  test.each(['Enter', 'Escape', 'Tab', 'ArrowDown', 'Process'])(
    '%s of a composition is seen by nobody, and does to the text what it does',
    (key) => {
      expect(press(id, key, { isComposing: true, ...TAKEN })).toBe(true);
      expect(press(id, key, { isComposing: true })).toBe(true);
      press(id, key, { type: 'keyup', isComposing: true });
      expect(seen).toEqual([]);
      press(id, 'Enter');
      expect(seen).toEqual(['keydown Enter']);
    },
  );

  test('Enter that comes after the end of its composition is seen by nobody', () => {
    press(id, 'Enter', TAKEN);
    press(id, 'Enter', { type: 'keyup' });
    expect(seen).toEqual([]);
    press(id, 'Enter');
    expect(seen).toEqual(['keydown Enter']);
  });

  test('a key that an input method passes on belongs to it until it is released', () => {
    press(id, 'Enter', { isComposing: true, ...TAKEN });
    // In a line, Enter would send the form.
    expect(press(id, 'Enter')).toBe(id === 'lines');
    expect(press(id, 'Enter', { type: 'keypress' })).toBe(id === 'lines');
    press(id, 'Enter', { repeat: true });
    press(id, 'Enter', { type: 'keyup' });
    expect(seen).toEqual([]);
    press(id, 'Enter');
    expect(seen).toEqual(['keydown Enter']);
  });

  test('another key, or another field, forgets what was held', () => {
    press(id, 'a', TAKEN);
    press(id, 'Enter');
    press(id, 'a');
    press(id, 'Escape', TAKEN);
    document.getElementById(id)?.dispatchEvent(new FocusEvent('blur'));
    press(id, 'Escape');
    expect(seen).toEqual(['keydown Enter', 'keydown a', 'keydown Escape']);
  });

  test('commands with Ctrl are given while an input method is on', () => {
    press(id, 'Process', { ...TAKEN, code: 'KeyF', ctrlKey: true });
    press(id, 'Process', { ...TAKEN, code: 'KeyF', metaKey: true });
    expect(seen).toHaveLength(2);
  });
});

test.each(['article', 'box'])(
  'where nothing is typed (%s), keys are commands though an input method is on',
  (id) => {
    press(id, 'Process', { ...TAKEN, code: 'KeyH' });
    press(id, 'Enter', TAKEN);
    expect(seen).toEqual(['keydown Process', 'keydown Enter']);
  },
);

test('ended, it keeps nothing back', () => {
  end();
  press('line', 'Enter', { isComposing: true });
  expect(seen).toEqual(['keydown Enter']);
});

/** How a key handler could get past the guard, or tell compositions in a way of its own. */
const BYPASSES: readonly (readonly [name: string, pattern: RegExp])[] = [
  [
    'listens to keys on the window',
    /(?:window|globalThis|self|defaultView\??)\s*\.\s*addEventListener\(\s*['"`]key/,
  ],
  ['listens to keys on whatever is global', /(?<![\w.)\]?])addEventListener\(\s*['"`]key/],
  ['sets a handler of the window', /(?:window|globalThis|self)\s*\.\s*onkey/],
  [
    'tells compositions by itself',
    /isComposing|keyCode|\bwhich\b\s*===|compositionstart|compositionend|onComposition/,
  ],
];

const bypassesOf = (source: string) =>
  BYPASSES.filter(([, pattern]) => pattern.test(source)).map(([name]) => name);

describe('no key handler gets past the guard', () => {
  const root = join(import.meta.dirname, '..');
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/\.test(ing)?\.tsx?$/.test(path))
    .map((path) => [path, readFileSync(join(root, path), 'utf8')] as const);

  test('in the sources of the window', () => {
    const found = sources
      .filter(([path]) => !path.endsWith('composition-guard.ts'))
      .flatMap(([path, source]) => bypassesOf(source).map((name) => `${path} ${name}`));
    expect(found).toEqual([]);
    expect(
      sources.filter(([, source]) => /onKeyDown|addEventListener\('keydown'/.test(source)).length,
    ).toBeGreaterThan(5);
  });

  test.each([
    `window.addEventListener('keydown', handler, true)`,
    `globalThis.addEventListener("keyup", handler)`,
    `addEventListener('keydown', handler)`,
    'window.onkeydown = handler',
    'if (event.nativeEvent.isComposing) return;',
    'if (event.keyCode === 13) send();',
    `field.addEventListener('compositionend', done)`,
  ])('which would find: %s', (source) => {
    expect(bypassesOf(source)).not.toEqual([]);
  });

  test.each([
    `document.addEventListener('keydown', handler)`,
    `element.current?.addEventListener('keydown', handler)`,
  ])('and lets pass: %s', (source) => {
    expect(bypassesOf(source)).toEqual([]);
  });

  test('since it is there before the window shows anything', () => {
    const main = readFileSync(join(root, 'main.tsx'), 'utf8');
    const guarded = main.indexOf('guardCompositions(window)');
    expect(guarded).toBeGreaterThan(-1);
    expect(guarded).toBeLessThan(main.indexOf('createRoot('));
  });
});

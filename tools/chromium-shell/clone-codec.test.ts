import { expect, test } from 'vitest';
import { decodeClone, encodeClone } from './page/clone-codec.ts';
import { nodeBase64 } from './page/node-base64.ts';
import { pageBase64 } from './page/page-base64.ts';

function through(value: unknown): unknown {
  const text = JSON.stringify(encodeClone(value, nodeBase64));
  return decodeClone(JSON.parse(text), pageBase64);
}

test.each([
  ['nothing', undefined],
  ['numbers', [0, -0, 1.5, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]],
  ['text that looks like a tag', ['u', ['u'], { a: ['r', 0] }]],
  ['big integers', [0n, -123456789012345678901234567890n]],
  ['dates', [new Date(0), new Date(Number.NaN)]],
  ['maps and sets', new Map<unknown, unknown>([[{ a: 1 }, new Set([undefined, 'x'])]])],
  ['bytes', [new Uint8Array([0, 255]), new Uint16Array([513]), new Float32Array([0.5])]],
  ['many bytes', new Uint8Array(200_000).fill(7)],
  ['expressions', /a\/b/giu],
  ['holes', { list: [undefined, null], deep: { deeper: [{}] } }],
])('keeps %s', (_name, value) => {
  expect(through(value)).toEqual(value);
});

test('keeps a part of a buffer as that part', () => {
  const part = new Uint8Array([1, 2, 3, 4]).subarray(1, 3);
  expect(through(part)).toEqual(new Uint8Array([2, 3]));
});

test('keeps cycles and shared objects', () => {
  const shared = { name: 'shared' };
  const value: { one: object; two: object; self?: object } = { one: shared, two: shared };
  value.self = value;
  const copy = through(value) as typeof value;
  expect(copy.one).toBe(copy.two);
  expect(copy.self).toBe(copy);
});

test('keeps errors by name and message', () => {
  const copy = through(new RangeError('too far')) as Error;
  expect(copy).toBeInstanceOf(RangeError);
  expect(copy.message).toBe('too far');
});

test('a key named __proto__ stays a key', () => {
  const value = JSON.parse('{"__proto__":{"polluted":true}}') as object;
  const copy = through(value) as { polluted?: unknown };
  expect(Object.getPrototypeOf(copy)).toBe(Object.prototype);
  expect(copy.polluted).toBeUndefined();
  expect(Object.keys(copy)).toEqual(['__proto__']);
});

test.each([
  ['functions', () => 1],
  ['symbols', Symbol('x')],
  ['promises', Promise.resolve()],
  ['weak maps', new WeakMap()],
  ['functions inside', { a: [() => 1] }],
])('refuses %s as Electron does', (_name, value) => {
  expect(() => encodeClone(value, nodeBase64)).toThrow('An object could not be cloned.');
});

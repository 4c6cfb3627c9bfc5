import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inChunks } from './in-chunks.ts';

async function gathered(pieces: Parameters<typeof inChunks>[0]): Promise<Uint8Array[]> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of inChunks(pieces)) chunks.push(chunk);
  return chunks;
}

test('the bytes stay as they are, however they are cut', async () => {
  const piece = fc.oneof(fc.string({ unit: 'grapheme' }), fc.uint8Array());
  await fc.assert(
    fc.asyncProperty(fc.array(piece), async (pieces) => {
      const expected = pieces.map((each) => Buffer.from(each as string));
      expect(Buffer.concat(await gathered(pieces))).toEqual(Buffer.concat(expected));
    }),
  );
});

test('small pieces become few, and none becomes nothing', async () => {
  const lines = Array.from({ length: 100_000 }, (_, place) => `Đầu tư ${place}\n`);
  const chunks = await gathered(lines);
  expect(Buffer.concat(chunks).toString('utf8')).toBe(lines.join(''));
  expect(chunks.length).toBeLessThan(10);
  expect(await gathered([])).toEqual([]);
  expect(await gathered(['', new Uint8Array()])).toEqual([]);
});

test('is made as it is taken: what comes of the pieces need not be held', async () => {
  let made = 0;
  const pieces = (async function* () {
    for (; made < 100; made += 1) yield new Uint8Array(100_000);
  })();
  for await (const chunk of inChunks(pieces)) {
    expect(chunk.byteLength).toBe(300_000);
    break;
  }
  expect(made).toBeLessThan(5);
});

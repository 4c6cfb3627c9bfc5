/** Large enough that the disk is asked seldom, small enough to be nothing beside what the formats hold. */
const CHUNK_BYTES = 256 * 1024;

/** The same bytes in fewer pieces; text becomes UTF-8. */
export async function* inChunks(
  pieces: Iterable<Uint8Array | string> | AsyncIterable<Uint8Array | string>,
): AsyncGenerator<Uint8Array> {
  let gathered: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of pieces) {
    const encoded = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece;
    gathered.push(encoded);
    bytes += encoded.byteLength;
    if (bytes < CHUNK_BYTES) continue;
    yield Buffer.concat(gathered);
    gathered = [];
    bytes = 0;
  }
  if (bytes > 0) yield Buffer.concat(gathered);
}

import { Zip, ZipDeflate } from 'fflate';
import { writeProject } from '../../../domain/exchange/write-project.ts';
import type { FormatWriter } from '../format.ts';

/** The earliest time that an archive can tell, in local time as they have it: the same bytes wherever and whenever. */
const NO_TIME = new Date(1980, 0, 1);
/** So much is compressed at a time. */
const CHUNK_CHARACTERS = 64 * 1024;

/** Few large pieces of many small ones. A piece ends where it ended: none breaks a character in two. */
function* gathered(pieces: Iterable<string>): Generator<string> {
  let chunk = '';
  for (const piece of pieces) {
    chunk += piece;
    if (chunk.length < CHUNK_CHARACTERS) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
}

/** A REFI-QDA project: an archive of the project's XML and the texts of its sources; see docs/formats/refi-qda.md. */
export const writeQdpx: FormatWriter = function* ({
  brief,
  annotations,
  articles,
  codebook,
  onProgress,
}) {
  const files = writeProject({
    title: brief.title,
    created: brief.created,
    annotations,
    articles,
    codebook,
    onWritten: () => onProgress(1),
  });
  let ready: Uint8Array[] = [];
  const archive = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  const encoder = new TextEncoder();
  for (const { path, pieces } of files) {
    const file = new ZipDeflate(path, { level: 6 });
    file.mtime = NO_TIME;
    archive.add(file);
    for (const piece of gathered(pieces)) {
      file.push(encoder.encode(piece));
      yield* ready;
      ready = [];
    }
    file.push(new Uint8Array(0), true);
  }
  archive.end();
  yield* ready;
};

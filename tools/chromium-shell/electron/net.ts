import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { notImplemented, sealed } from './not-implemented.ts';

/** Of Electron's network stack only what a protocol handler needs: files. */
export const net = sealed('net', {
  async fetch(input: string | URL | Request): Promise<Response> {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.protocol !== 'file:') throw notImplemented(`net.fetch of ${url.protocol}`);
    try {
      return new Response(new Uint8Array(await readFile(fileURLToPath(url))));
    } catch (error) {
      throw new Error('net::ERR_FILE_NOT_FOUND', { cause: error });
    }
  },
  isOnline: (): boolean => false,
});

import type { Base64 } from './clone-codec.ts';

// Slices, since String.fromCharCode takes its bytes as arguments and the stack is finite.
const SLICE = 0x8000;

/** For Chromium before 140, which lacks Uint8Array.prototype.toBase64, and later ones alike. */
export const pageBase64: Base64 = {
  encode(bytes) {
    let text = '';
    for (let start = 0; start < bytes.length; start += SLICE) {
      text += String.fromCharCode(...bytes.subarray(start, start + SLICE));
    }
    return btoa(text);
  },
  decode(text) {
    return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  },
};

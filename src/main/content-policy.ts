/** Where Vite leaves room for the nonce in the built page; see `html.cspNonce` in electron.vite.config.ts. */
export const NONCE_PLACEHOLDER = '{{csp-nonce}}';

/**
 * What the page may do: run and show the app's own files, nothing else. No `unsafe-*`, no remote host.
 * The nonce is for the one style sheet that react-aria-components puts into the page itself.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' data:",
    "worker-src 'self'",
    "connect-src 'none'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

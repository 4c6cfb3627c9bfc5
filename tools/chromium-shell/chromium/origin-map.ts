// Chromium will not take a scheme of ours, so an app's scheme://host becomes an https origin that no
// resolver knows (RFC 6761 keeps .invalid free) and that stays the same from start to start, since
// IndexedDB and the rest of the storage belong to it.

const ENDING = '.invalid';

export class OriginMap {
  private readonly schemes = new Set<string>();

  add(scheme: string): void {
    this.schemes.add(scheme.toLowerCase());
  }

  /** The app's URL as Chromium gets it; any other URL as it is. */
  toChromium(url: string): string {
    const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/is.exec(url);
    const scheme = match?.[1]?.toLowerCase() ?? '';
    if (!match || !this.schemes.has(scheme)) return url;
    return new URL(`https://${match[2]}.${scheme}${ENDING}${match[3]}`).href;
  }

  /** Chromium's URL as the app knows it; any other URL as it is. */
  toApp(url: string): string {
    const match = /^https:\/\/([^/?#]*)\.([a-z0-9+-]+)\.invalid(?=$|[/?#])(.*)$/s.exec(url);
    const scheme = match?.[2] ?? '';
    if (!match || !this.schemes.has(scheme)) return url;
    return `${scheme}://${match[1]}${match[3]}`;
  }

  /** Whether a URL of Chromium's is one of the app's own scheme. */
  isOwn(url: string): boolean {
    return this.toApp(url) !== url;
  }

  /** A Content-Security-Policy that names the app's scheme, as Chromium has to read it. */
  policyToChromium(policy: string): string {
    let result = policy;
    for (const scheme of this.schemes) {
      const name = scheme.replace(/[+.]/g, '\\$&');
      result = result
        .replace(
          new RegExp(`(^|[\\s;,])${name}://([a-z0-9.*-]+)`, 'gi'),
          `$1https://$2.${scheme}${ENDING}`,
        )
        .replace(
          new RegExp(`(^|[\\s;,])${name}:(?=$|[\\s;,])`, 'gi'),
          `$1https://*.${scheme}${ENDING}`,
        );
    }
    return result;
  }
}

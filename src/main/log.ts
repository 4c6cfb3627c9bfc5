/** Writes one line for whoever reads the terminal; never for the analyst. */
export function log(message: string): void {
  process.stderr.write(`[ben-le] ${message}\n`);
}

/** An unknown error in a few words for `log`. */
export function errorText(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/**
 * The operating system's own code of an error, such as `ENOSPC`, when it has one. Node's codes (`ERR_…`) speak of how
 * it was called: those are bugs.
 */
export function systemCode(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && !code.startsWith('ERR_') ? code : undefined;
}

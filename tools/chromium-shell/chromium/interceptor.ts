import { Buffer } from 'node:buffer';
import { DevToolsClosedError, type DevToolsSession } from './devtools-connection.ts';
import type { Protocol } from './devtools-types.ts';

export type Paused = Protocol.Fetch.requestPausedPayload;

export type Verdict =
  | { kind: 'continue' }
  | { kind: 'fail'; reason: Protocol.Network.ErrorReason }
  | { kind: 'respond'; status: number; headers: [string, string][]; body: Uint8Array };

/** @param pageTargetId the page on whose behalf the request is made; undefined for shared workers */
export type RequestPolicy = (paused: Paused, pageTargetId: string | undefined) => Promise<Verdict>;

async function carryOut(session: DevToolsSession, paused: Paused, verdict: Verdict): Promise<void> {
  const { requestId } = paused;
  switch (verdict.kind) {
    case 'continue':
      await session.send('Fetch.continueRequest', { requestId });
      return;
    case 'fail':
      await session.send('Fetch.failRequest', { requestId, errorReason: verdict.reason });
      return;
    default:
      await session.send('Fetch.fulfillRequest', {
        requestId,
        responseCode: verdict.status,
        responseHeaders: verdict.headers.map(([name, value]) => ({ name, value })),
        body: Buffer.from(verdict.body).toString('base64'),
      });
  }
}

/** Holds every request of a session until the policy has decided; what the policy cannot decide fails. */
export async function intercept(
  session: DevToolsSession,
  pageTargetId: string | undefined,
  policy: RequestPolicy,
): Promise<void> {
  session.on('Fetch.requestPaused', (paused) => {
    policy(paused, pageTargetId)
      .catch((error: unknown): Verdict => {
        console.error('chromium-shell: a request could not be decided:', error);
        return { kind: 'fail', reason: 'Failed' };
      })
      .then((verdict) => carryOut(session, paused, verdict))
      .catch((error: unknown) => {
        // A request whose page has gone or that was cancelled meanwhile needs no answer.
        const message = error instanceof Error ? error.message : '';
        if (error instanceof DevToolsClosedError || /Invalid InterceptionId/.test(message)) return;
        console.error('chromium-shell:', error);
      });
  });
  await session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
}

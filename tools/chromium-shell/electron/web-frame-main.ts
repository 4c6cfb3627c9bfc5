import { sealed } from './not-implemented.ts';

export interface FrameOwner {
  readonly id: number;
}

function originOf(url: string): string {
  const match = /^([a-z][a-z0-9+.-]*:\/\/[^/?#]*)/i.exec(url);
  return match?.[1]?.toLowerCase() ?? 'null';
}

/**
 * The top frame as the main process sees it.
 *
 * @param url taken when it is asked for: of a live frame the page it shows now, of a message's sender
 *   the page that sent it
 */
export function createMainFrame(owner: FrameOwner, url: () => string): object {
  const frame = {
    get url() {
      return url();
    },
    get origin() {
      return originOf(url());
    },
    parent: null,
    frames: [],
    name: '',
    frameTreeNodeId: owner.id,
    routingId: owner.id,
    processId: owner.id,
    detached: false,
    isDestroyed: () => false,
    get top(): object {
      return handle;
    },
    get framesInSubtree(): object[] {
      return [handle];
    },
  };
  const handle = sealed('WebFrameMain', frame);
  return handle;
}

import { EventEmitter } from 'node:events';
import { decodeClone, type Encoded, encodeClone } from '../page/clone-codec.ts';
import type { FromPage, ToPage } from '../page/messages.ts';
import { nodeBase64 } from '../page/node-base64.ts';
import { sealed } from './not-implemented.ts';

type Handler = (event: object, ...args: unknown[]) => unknown;

/** The page that a message came from. */
export interface Sender {
  sender: object;
  senderFrame: object;
  processId: number;
  frameId: number;
  reply(message: ToPage): void;
}

export function packArgs(args: unknown[]): Encoded {
  return encodeClone(args, nodeBase64);
}

class IpcMain extends EventEmitter {
  private readonly handlers = new Map<string, Handler>();

  handle(channel: string, handler: Handler): void {
    if (this.handlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    }
    if (typeof handler !== 'function') {
      throw new TypeError(`Expected handler to be a function, but found type '${typeof handler}'`);
    }
    this.handlers.set(channel, handler);
  }

  handleOnce(channel: string, handler: Handler): void {
    this.handle(channel, (event, ...args) => {
      this.removeHandler(channel);
      return handler(event, ...args);
    });
  }

  removeHandler(channel: string): void {
    this.handlers.delete(channel);
  }

  /** Hands a page's message to whoever listens. */
  receive(message: FromPage, from: Sender): void {
    if (message.kind !== 'send' && message.kind !== 'invoke') return;
    const args = decodeClone(message.args, nodeBase64) as unknown[];
    const event = {
      type: 'frame',
      sender: from.sender,
      senderFrame: from.senderFrame,
      processId: from.processId,
      frameId: from.frameId,
    };
    if (message.kind === 'invoke') {
      this.answer(message.id, message.channel, event, args, from);
      return;
    }
    this.emit(message.channel, { ...event, ports: [], reply: replyTo(from) }, ...args);
  }

  private async answer(
    id: number,
    channel: string,
    event: object,
    args: unknown[],
    from: Sender,
  ): Promise<void> {
    try {
      const handler = this.handlers.get(channel);
      if (!handler) throw new Error(`No handler registered for '${channel}'`);
      const value = encodeClone(await handler(event, ...args), nodeBase64);
      from.reply({ kind: 'reply', id, value });
    } catch (error) {
      // Electron prints it, too: the page gets the message only.
      console.error(`Error occurred in handler for '${channel}':`, error);
      const text = `Error invoking remote method '${channel}': ${String(error)}`;
      from.reply({ kind: 'failure', id, message: text });
    }
  }
}

function replyTo(from: Sender): (channel: string, ...args: unknown[]) => void {
  return (channel, ...args) => from.reply({ kind: 'message', channel, args: packArgs(args) });
}

/** The stand-in's own door to ipcMain, past the seal. */
export const ipcMainImplementation = new IpcMain();
// A channel may be called 'error', which an EventEmitter would throw for want of a listener.
ipcMainImplementation.on('error', () => undefined);
export const ipcMain = sealed('ipcMain', ipcMainImplementation);

import { MESSAGE, SYNC } from '@samskrift/shared';

export interface SocketEvents {
  /** A new socket has been made: nothing has been sent on it. */
  opened(): void;
  /** A sync message that carries text (step 2 or update) leaves. */
  sent(kind: 'step2' | 'update'): void;
  /** A message has come, and nobody has heard it yet. */
  coming(): void;
}

/**
 * A WebSocket that counts the sync messages it sends, so that the server's *saved* has something to be compared with.
 * The count is taken where the bytes leave, since the provider answers and broadcasts in places of its own; and what comes
 * is told where the bytes come in, before the provider's own listener, which it adds later.
 */
export function countingSocket(Base: typeof WebSocket, events: SocketEvents): typeof WebSocket {
  return class extends Base {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      events.opened();
      this.addEventListener('message', () => events.coming());
    }

    override send(data: Parameters<WebSocket['send']>[0]): void {
      // Every number of the protocol below 128 is one byte, so the two numbers are the first two bytes.
      if (data instanceof Uint8Array && data[0] === MESSAGE.sync) {
        if (data[1] === SYNC.step2) events.sent('step2');
        else if (data[1] === SYNC.update) events.sent('update');
      }
      super.send(data);
    }
  };
}

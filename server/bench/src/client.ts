import { WebSocket } from 'ws';
import type { Room } from './system.ts';

/** What a client already has: its state vector, and what it sends to a server that has less. */
export interface Content {
  readonly stateVector: Uint8Array;
  diff(stateVector: Uint8Array): Uint8Array;
}

/** The state vector of an empty document, and the update of one: no clients; no structs and no deletions. */
const EMPTY_VECTOR = new Uint8Array([0]);
const EMPTY_UPDATE = new Uint8Array([0, 0]);
export const NO_CONTENT: Content = { stateVector: EMPTY_VECTOR, diff: () => EMPTY_UPDATE };

/** How long a client waits to be in sync before the run is given up, ms. */
const SYNC_DEADLINE = 30_000;

export interface ClientOptions {
  readonly content?: Content;
  /** Every frame with the time it came (ms, `performance.now`), also those of the first sync. */
  readonly onFrame?: (frame: Buffer, at: number) => void;
}

/**
 * A client as light as it can be: it speaks the first sync, then hands over each frame as it came and sends what it is
 * given. It keeps no document, so that the load costs the same against every system.
 */
export class LoadClient {
  readonly room: Room;
  readonly socket: WebSocket;
  /** How many sync messages (step 2 and update) it has sent; what Samskrift's *saved* counts. */
  sent = 0;

  private constructor(room: Room, socket: WebSocket) {
    this.room = room;
    this.socket = socket;
  }

  /** @returns a client in sync: the server's step 2 has come and its step 1 has been answered. */
  static connect(room: Room, options: ClientOptions = {}): Promise<LoadClient> {
    const content = options.content ?? NO_CONTENT;
    const socket = new WebSocket(room.url, {
      headers: room.headers,
      perMessageDeflate: false,
      skipUTF8Validation: true,
    });
    const client = new LoadClient(room, socket);
    return new Promise((resolve, reject) => {
      let waitsFor = room.codec.syncs ? 2 : 0;
      const deadline = setTimeout(() => {
        socket.terminate();
        reject(new Error(`not in sync with ${room.url} within ${SYNC_DEADLINE} ms`));
      }, SYNC_DEADLINE);
      const done = () => {
        clearTimeout(deadline);
        resolve(client);
      };
      socket.on('error', (error) => {
        clearTimeout(deadline);
        reject(error);
      });
      socket.on('close', (code, reason) => {
        clearTimeout(deadline);
        reject(new Error(`closed by the server with ${code} ${reason.toString()}`));
      });
      socket.on('open', () => {
        for (const message of room.codec.hello(content.stateVector)) socket.send(message);
        if (waitsFor === 0) done();
      });
      socket.on('message', (data: Buffer) => {
        if (waitsFor > 0) {
          const message = room.codec.read(data);
          if (message.type === 'step1') {
            client.sent += 1;
            socket.send(room.codec.step2(content.diff(message.stateVector)));
            waitsFor -= 1;
          } else if (message.type === 'step2') {
            waitsFor -= 1;
          }
          if (waitsFor === 0) done();
        }
        options.onFrame?.(data, performance.now());
      });
    });
  }

  send(update: Uint8Array): void {
    this.sent += 1;
    this.socket.send(this.room.codec.update(update));
  }

  /** Resolves when the server has read everything sent so far: a pong comes in order after it. */
  flushed(): Promise<void> {
    return new Promise((resolve) => {
      this.socket.once('pong', () => resolve());
      this.socket.ping();
    });
  }

  close(): Promise<void> {
    if (this.socket.readyState === WebSocket.CLOSED) return Promise.resolve();
    return new Promise((resolve) => {
      this.socket.once('close', () => resolve());
      this.socket.close();
    });
  }
}

/** Connects one client a room, at most `width` at a time, so that a server's listen queue is not what is measured. */
export async function connectAll<Item>(
  items: readonly Item[],
  width: number,
  connect: (item: Item, index: number) => Promise<LoadClient>,
): Promise<LoadClient[]> {
  const clients: LoadClient[] = [];
  for (let from = 0; from < items.length; from += width) {
    const group = items.slice(from, from + width).map((item, index) => connect(item, from + index));
    clients.push(...(await Promise.all(group)));
  }
  return clients;
}

import assert from 'node:assert';
import type { Duplex } from 'node:stream';
import type { RawData, WebSocket } from 'ws';
import { type FrameEnds, FrameReader } from './frame-reader.ts';
import type { Peer, Socket } from './peer.ts';
import { readInPlace } from './read-in-place.ts';
import type { Room } from './room.ts';

/** How long a client may take to answer a close before its socket is cut. */
const CLOSE_MS = 5000;

interface Seat {
  readonly peer: Peer;
  readonly room: Room;
}

/**
 * A room's socket on `ws`. Frames are written straight to the TCP socket: `ws` would build every frame anew for every receiver,
 * and cannot take several in one write. Safe because compression is off, so `ws` itself never holds a frame back.
 */
export class WsSocket implements Socket, FrameEnds {
  readonly #ws: WebSocket;
  readonly #tcp: Duplex;
  readonly #reader: FrameReader;
  readonly #library: (chunk: Buffer) => void;
  #seat: Seat | null = null;
  #alive = true;

  constructor(ws: WebSocket, tcp: Duplex) {
    this.#ws = ws;
    this.#tcp = tcp;
    this.#reader = new FrameReader(this);
    const [library, ...others] = tcp.listeners('data');
    assert(library !== undefined && others.length === 0, 'the websocket library reads its socket by one listener');
    this.#library = library as (chunk: Buffer) => void;
    tcp.off('data', this.#library);
    const read = (bytes: Buffer) => this.#reader.read(bytes);
    tcp.on('data', read);
    readInPlace(tcp, read);
    ws.on('pong', () => {
      this.#alive = true;
    });
    // A broken frame or a reset: `close` follows and says the rest.
    ws.on('error', () => ws.terminate());
  }

  /** From now on what comes goes to the room, and the end of the socket is the peer's. */
  attend(seat: Seat, closed: () => void): void {
    this.#seat = seat;
    this.#ws.on('message', (data: RawData, isBinary) => {
      if (isBinary) this.deliver(data as Buffer);
      else seat.peer.close('malformed');
    });
    this.#ws.on('close', () => {
      closed();
      seat.room.leave(seat.peer);
    });
  }

  deliver(message: Buffer): void {
    const seat = this.#seat;
    if (seat !== null && this.#ws.readyState === this.#ws.OPEN) seat.room.receive(seat.peer, message);
  }

  forward(bytes: Buffer): void {
    // After an error the library has cut the socket, and must not be handed the rest of what was read.
    // It keeps what is no whole frame; what is read next will stand in the same place.
    if (!this.#tcp.destroyed) this.#library.call(this.#tcp, Buffer.from(bytes));
  }

  write(frames: Uint8Array): void {
    if (this.#ws.readyState === this.#ws.OPEN) this.#tcp.write(frames);
  }

  backlog(): number {
    return this.#tcp.writableLength;
  }

  close(code: number, reason: string): void {
    refuseSocket(this.#ws, { code, reason });
  }

  /** Cuts a socket that has not answered since the last sweep, and asks again. */
  sweep(): void {
    if (!this.#alive) this.#ws.terminate();
    else if (this.#ws.readyState === this.#ws.OPEN) this.#ws.ping();
    this.#alive = false;
  }
}

/** Closes with a code, and does not wait for ever for the other side to agree. */
export function refuseSocket(
  ws: WebSocket,
  { code, reason }: { readonly code: number; readonly reason: string },
): void {
  if (ws.listenerCount('error') === 0) ws.on('error', () => ws.terminate());
  ws.close(code, reason);
  const timer = setTimeout(() => ws.terminate(), CLOSE_MS);
  timer.unref();
  ws.once('close', () => clearTimeout(timer));
}

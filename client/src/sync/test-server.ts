import { CLOSE, type CloseName, type ExtensionMessage, encodeExtension, MESSAGE, SYNC } from '@samskrift/shared';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { type WebSocket, WebSocketServer } from 'ws';
import * as sync from 'y-protocols/sync';
import * as Y from 'yjs';

/** A sync message with text that a client has sent. */
export interface Received {
  readonly kind: 'step2' | 'update';
  readonly bytes: Uint8Array;
}

/**
 * A websocket server of one document for the session's tests, which says *saved* only when the test tells it to.
 * Everything received is kept, so that a test can say what left the browser and what did not.
 */
export class TestServer {
  readonly doc = new Y.Doc();
  readonly received: Received[] = [];
  /** Whether each message is reported saved as it comes. */
  autoSave = true;
  /** Closes each new socket with this code. */
  refuseWith: CloseName | null = null;
  /** Said first of all to each new socket. */
  greetWith: ExtensionMessage | null = null;
  readonly #server: WebSocketServer;
  readonly #sockets = new Map<WebSocket, { count: number }>();
  readonly #waiting = new Set<() => void>();

  static async start(port = 0): Promise<TestServer> {
    const server = new WebSocketServer({ port, host: '127.0.0.1' });
    await new Promise<void>((resolve, reject) => {
      server.once('listening', resolve);
      server.once('error', reject);
    });
    return new TestServer(server);
  }

  private constructor(server: WebSocketServer) {
    this.#server = server;
    server.on('connection', (socket) => this.#connect(socket));
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      const encoder = encoding.createEncoder();
      encoding.writeVarUint(encoder, MESSAGE.sync);
      sync.writeUpdate(encoder, update);
      for (const socket of this.#sockets.keys()) if (socket !== origin) socket.send(encoding.toUint8Array(encoder));
    });
  }

  get port(): number {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new RangeError('the test server does not listen');
    return address.port;
  }

  get url(): string {
    return `ws://127.0.0.1:${this.port}/sync`;
  }

  get clients(): number {
    return this.#sockets.size;
  }

  say(message: ExtensionMessage): void {
    for (const socket of this.#sockets.keys()) socket.send(encodeExtension(message));
  }

  /** Reports everything received so far as saved. */
  save(): void {
    for (const [socket, { count }] of this.#sockets) socket.send(encodeExtension({ type: 'saved', count }));
  }

  closeAll(name: CloseName): void {
    for (const socket of this.#sockets.keys()) socket.close(CLOSE[name], name);
  }

  /** Resolves when the condition holds after something has been received or somebody has come or gone. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise<void>((resolve) => this.#waiting.add(resolve));
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets.keys()) socket.terminate();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #connect(socket: WebSocket): void {
    if (this.refuseWith !== null) {
      socket.close(CLOSE[this.refuseWith], this.refuseWith);
      return;
    }
    const state = { count: 0 };
    this.#sockets.set(socket, state);
    socket.on('close', () => {
      this.#sockets.delete(socket);
      this.#wake();
    });
    socket.on('message', (data) => {
      if (data instanceof Buffer) this.#receive(socket, state, new Uint8Array(data));
      this.#wake();
    });
    socket.send(encodeExtension({ type: 'hello', schema: 1, ratt: 'skriva' }));
    if (this.greetWith !== null) socket.send(encodeExtension(this.greetWith));
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, MESSAGE.sync);
    sync.writeSyncStep1(encoder, this.doc);
    socket.send(encoding.toUint8Array(encoder));
    this.#wake();
  }

  #receive(socket: WebSocket, state: { count: number }, bytes: Uint8Array): void {
    const decoder = decoding.createDecoder(bytes);
    if (decoding.readVarUint(decoder) !== MESSAGE.sync) return;
    const kind = bytes[1];
    if (kind === SYNC.step2 || kind === SYNC.update) {
      state.count++;
      this.received.push({ kind: kind === SYNC.step2 ? 'step2' : 'update', bytes });
    }
    const reply = encoding.createEncoder();
    encoding.writeVarUint(reply, MESSAGE.sync);
    sync.readSyncMessage(decoder, reply, this.doc, socket);
    if (encoding.length(reply) > 1) socket.send(encoding.toUint8Array(reply));
    if (this.autoSave && kind !== SYNC.step1) socket.send(encodeExtension({ type: 'saved', count: state.count }));
  }

  #wake(): void {
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const resolve of waiting) resolve();
  }
}

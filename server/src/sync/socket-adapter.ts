import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type CloseName, type HandlingId, handlingId, isId, type Limits, SCHEMA_VERSION } from '@samskrift/shared';
import type { Logger } from 'pino';
import { type WebSocket, WebSocketServer } from 'ws';
import { evenTime } from '../http/even-time.ts';
import type { Metrics } from '../http/metrics.ts';
import type { Admission, Rooms } from './rooms.ts';
import { closeReason } from './wire.ts';
import { refuseSocket, WsSocket } from './ws-socket.ts';

export interface SyncOptions {
  readonly rooms: Rooms;
  readonly limits: Limits;
  /** Origins whose pages may open a socket. A request without an Origin is no browser's and needs only its cookie. */
  readonly origins: ReadonlySet<string>;
  readonly log: Logger;
  readonly metrics: Metrics;
}

const PATH = /^\/sync\/([^/?]+)$/;
/** A socket may have been heard just after one sweep, so its silence lasts up to two: still less than y-websocket's 30 s. */
const SWEEP_MS = 12_000;
/** Handshakes under way at once; each holds a database question. */
const MAX_HANDSHAKES = 2000;

/**
 * Puts `/sync/:handlingId` on a server, on `ws` itself and not through the HTTP router: who it is and what room is settled
 * before the websocket exists, so an unauthenticated client can send nothing that anybody reads, and an idle socket holds no
 * request. Refusals that a page should know of are told by a close code, which a browser can read, as it cannot a status.
 * @returns what ends it.
 */
export function attachSync(server: Server, options: SyncOptions): () => void {
  const { rooms, limits, log, metrics } = options;
  const ws = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    // Greater than the limit, so that a message somewhat too big is answered with its own close code and not 1009.
    maxPayload: limits.messageBytes * 2,
  });
  const sockets = new Set<WsSocket>();
  let handshakes = 0;

  async function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const url = URL.parse(request.url ?? '/', 'http://localhost');
    const name = url === null ? undefined : PATH.exec(url.pathname)?.[1];
    if (url === null || name === undefined || !isId(name)) return refuseRequest(socket, '404 Not Found');
    if (request.headers.origin !== undefined && !options.origins.has(request.headers.origin)) {
      metrics.refused('origin');
      return refuseRequest(socket, '403 Forbidden');
    }
    if (handshakes >= MAX_HANDSHAKES) return refuseRequest(socket, '503 Service Unavailable');
    const even = evenTime();
    const answer = await admitted(request, url, handlingId(name));
    if (answer === 'notFound') await even;
    if (socket.destroyed) {
      if (typeof answer !== 'string') answer.cancel();
      return;
    }
    const extended = url.searchParams.get('ext') === '1';
    let upgraded = false;
    ws.handleUpgrade(request, socket, head, (connection) => {
      upgraded = true;
      if (typeof answer === 'string') {
        // Counted where it is known whether the room's is.
        if (answer !== 'tooMany') metrics.refused(answer);
        refuseSocket(connection, closeReason(answer));
      } else sit(connection, socket, answer, extended);
    });
    // `ws` has answered a handshake that is none by itself; the room must not wait for its socket.
    if (!upgraded && typeof answer !== 'string') answer.cancel();
  }

  /** A function of its own: what lives as long as the socket must not hold on to the request it came by. */
  function sit(connection: WebSocket, tcp: Duplex, admission: Admission, extended: boolean): void {
    const adapter = new WsSocket(connection, tcp);
    sockets.add(adapter);
    const seat = admission.enter(adapter, extended);
    adapter.attend(seat, () => {
      sockets.delete(adapter);
      if (seat.room.counted) metrics.now.sockets--;
    });
  }

  async function admitted(request: IncomingMessage, url: URL, id: HandlingId): Promise<Admission | CloseName> {
    const schema = url.searchParams.get('schema');
    if (schema !== null && schema !== String(SCHEMA_VERSION)) return 'schemaVersion';
    handshakes++;
    const admission = rooms.admit(request.headers.cookie ?? '', id);
    try {
      return await withDeadline(admission, limits.authenticationMs);
    } catch (error) {
      log.error({ err: error }, 'a socket could not be admitted');
      return 'loadFailed';
    } finally {
      handshakes--;
    }
  }

  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // Until `ws` has the socket nobody else listens, and an error without a listener ends the process.
    socket.on('error', destroySelf);
    upgrade(request, socket, head).catch((error: unknown) => {
      log.error({ err: error }, 'an upgrade failed');
      socket.destroy();
    });
  };
  server.on('upgrade', onUpgrade);
  const sweep = setInterval(() => {
    rooms.sweep(new Date());
    for (const socket of sockets) socket.sweep();
  }, SWEEP_MS);
  sweep.unref();
  return () => {
    clearInterval(sweep);
    server.off('upgrade', onUpgrade);
    ws.close();
  };
}

/** An absolute deadline that no traffic can put off. What comes after it is cancelled, not forgotten. */
function withDeadline(admission: Promise<Admission | CloseName>, ms: number): Promise<Admission | CloseName> {
  return new Promise((resolve, reject) => {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      resolve('authenticationTimeout');
    }, ms);
    admission
      .then((answer) => {
        clearTimeout(timer);
        if (!late) resolve(answer);
        else if (typeof answer !== 'string') answer.cancel();
      })
      .catch((error: unknown) => {
        clearTimeout(timer);
        reject(error instanceof Error ? error : new Error(String(error)));
      });
  });
}

function destroySelf(this: Duplex): void {
  this.destroy();
}

function refuseRequest(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

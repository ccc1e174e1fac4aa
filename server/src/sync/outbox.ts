import type { Metrics } from '../http/metrics.ts';
import type { Peer } from './peer.ts';

interface Waiting {
  readonly frame: Buffer;
  readonly from: Peer;
}

/**
 * What a room has to pass on. Everything that arrives in one turn of the event loop leaves as one write a socket, and those
 * who sent nothing share one buffer: under a burst the cost is of sockets, not of sockets times messages.
 */
export class Outbox {
  readonly #peers: ReadonlySet<Peer>;
  readonly #metrics: Metrics;
  readonly #maxBacklog: number;
  #waiting: Waiting[] = [];

  constructor(peers: ReadonlySet<Peer>, metrics: Metrics, maxBacklog: number) {
    this.#peers = peers;
    this.#metrics = metrics;
    this.#maxBacklog = maxBacklog;
  }

  push(frame: Buffer, from: Peer): void {
    this.#waiting.push({ frame, from });
  }

  /** @param toAll a frame that goes to the senders too, last. */
  flush(toAll: Buffer | null): void {
    const waiting = this.#waiting;
    if (waiting.length === 0 && toAll === null) return;
    this.#waiting = [];
    const [only] = waiting;
    if (waiting.length === 1 && only !== undefined && toAll === null) {
      for (const peer of this.#peers) if (peer !== only.from) this.#write(peer, only.frame, 1);
      return;
    }
    const senders = new Set(waiting.map((entry) => entry.from));
    const shared = joined(waiting, toAll);
    for (const peer of this.#peers) {
      if (!senders.has(peer)) this.#write(peer, shared, waiting.length);
      else {
        const others = waiting.filter((entry) => entry.from !== peer);
        if (others.length > 0 || toAll !== null) this.#write(peer, joined(others, toAll), others.length);
      }
    }
  }

  #write(peer: Peer, bytes: Buffer, updates: number): void {
    if (!peer.open) return;
    // A slow socket is never buffered without limit: cut, it comes back and resynchronises.
    if (peer.backlog() > this.#maxBacklog) {
      this.#metrics.refused('tooSlow');
      peer.close('tooSlow');
      return;
    }
    this.#metrics.traffic.updatesOut += updates;
    this.#metrics.traffic.bytesOut += bytes.length;
    peer.write(bytes);
  }
}

function joined(waiting: readonly Waiting[], last: Buffer | null): Buffer {
  const frames = waiting.map((entry) => entry.frame);
  return Buffer.concat(last === null ? frames : [...frames, last]);
}

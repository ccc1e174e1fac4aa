import type { Limits } from '@samskrift/shared';
import type { Metrics } from '../http/metrics.ts';
import type { Peer } from './peer.ts';
import { type AwarenessState, awarenessFrame } from './wire.ts';

interface Waiting {
  readonly frame: Buffer;
  readonly from: Peer;
}

export interface OutboxServices {
  readonly limits: Limits;
  readonly metrics: Metrics;
}

/** From how many sockets on a room is a crowd. */
const CROWD = 20;
/** What comes this soon after the one before came together with it. */
const TOGETHER_MS = 0.2;

/**
 * What a room has to pass on. What arrives in one turn of the event loop leaves as one write a socket, and those who sent
 * nothing share one buffer: under a burst the cost is of sockets, not of sockets times messages. As long as letters come one by one, each goes at once.
 */
export class Outbox {
  readonly #peers: ReadonlySet<Peer>;
  readonly #services: OutboxServices;
  readonly #takePresence: () => readonly AwarenessState[];
  readonly #inCrowd: (flush: () => void) => void;
  readonly #flushed: () => void;
  readonly #now: () => number;
  #waiting: Waiting[] = [];
  #scheduled = false;
  #sentAt = 0;
  /** Whether the last letters came several in one turn: then the next will have company too, and waits for it. */
  #together = false;
  readonly #flushNow = (): void => {
    this.#scheduled = false;
    this.flush();
    this.#sentAt = this.#now();
    this.#flushed();
  };

  /**
   * @param takePresence what has changed of who is here, each time it is asked; it goes to the senders too, last.
   * @param inCrowd runs what it is given a little later, when a crowd has had time to write more.
   * @param flushed called after what was put off has gone, however long that was put off.
   * @param now milliseconds; a test hands in its own.
   */
  constructor(
    peers: ReadonlySet<Peer>,
    services: OutboxServices,
    takePresence: () => readonly AwarenessState[],
    inCrowd: (flush: () => void) => void,
    flushed: () => void,
    now: () => number = () => performance.now(),
  ) {
    this.#peers = peers;
    this.#services = services;
    this.#takePresence = takePresence;
    this.#inCrowd = inCrowd;
    this.#flushed = flushed;
    this.#now = now;
  }

  get isCrowd(): boolean {
    return this.#peers.size >= CROWD;
  }

  send(frame: Buffer, from: Peer): void {
    if (this.#now() - this.#sentAt < TOGETHER_MS) this.#together = true;
    if (!this.#together && !this.#scheduled && !this.isCrowd) {
      this.#writeToOthers(frame, from);
      // Not before: to many it takes longer than what makes the next one of a burst seem late.
      this.#sentAt = this.#now();
    } else {
      this.#waiting.push({ frame, from });
      this.flushSoon();
    }
  }

  /**
   * At the end of this turn of the event loop; in a crowd up to a tenth of a second later, in which several people's letters
   * become one write to each of a hundred sockets. Nobody sees the difference, and the server does half the work.
   */
  flushSoon(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    if (this.isCrowd) this.#inCrowd(this.#flushNow);
    else setImmediate(this.#flushNow);
  }

  flush(): void {
    const waiting = this.#waiting;
    const presence = this.#takePresence();
    const toAll = presence.length === 0 ? null : awarenessFrame(presence);
    if (waiting.length === 0 && toAll === null) return;
    this.#waiting = [];
    this.#together = waiting.length > 1;
    const shared = joined(waiting, null, toAll);
    for (const peer of this.#peers) {
      const own = waiting.reduce((count, { from }) => (from === peer ? count + 1 : count), 0);
      if (own === 0) this.#write(peer, shared, waiting.length);
      else if (own < waiting.length || toAll !== null)
        this.#write(peer, joined(waiting, peer, toAll), waiting.length - own);
    }
  }

  #writeToOthers(frame: Buffer, from: Peer): void {
    for (const peer of this.#peers) if (peer !== from) this.#write(peer, frame, 1);
  }

  #write(peer: Peer, bytes: Buffer, updates: number): void {
    if (!peer.open) return;
    const { limits, metrics } = this.#services;
    // A slow socket is never buffered without limit: cut, it comes back and resynchronises.
    if (peer.backlog() > limits.socketBacklogBytes) {
      metrics.refused('tooSlow');
      peer.close('tooSlow');
      return;
    }
    metrics.traffic.updatesOut += updates;
    metrics.traffic.bytesOut += bytes.length;
    peer.write(bytes);
  }
}

/** What all but `except` have sent, and `last`. */
function joined(waiting: readonly Waiting[], except: Peer | null, last: Buffer | null): Buffer {
  const frames: Buffer[] = [];
  for (const { frame, from } of waiting) if (from !== except) frames.push(frame);
  if (last !== null) frames.push(last);
  const [only] = frames;
  return only !== undefined && frames.length === 1 ? only : Buffer.concat(frames);
}

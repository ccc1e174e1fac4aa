import type { Peer } from './peer.ts';

interface Waiter {
  readonly peer: Peer;
  run(): void;
}

/** What has come to a room, in order, since somebody asked for its resting text. Empty while the text does not rest. */
export class TextWaiters {
  #waiting: Waiter[] = [];
  #bytes = 0;

  /** How much of what people have sent is kept here. */
  get bytes(): number {
    return this.#bytes;
  }

  get any(): boolean {
    return this.#waiting.length > 0;
  }

  /** @param bytes what `run` holds on to. */
  add(peer: Peer, bytes: number, run: () => void): void {
    this.#bytes += bytes;
    this.#waiting.push({ peer, run });
  }

  run(): void {
    for (const { run } of this.#take()) run();
  }

  /** The text does not come. @returns those who waited for it. */
  giveUp(): ReadonlySet<Peer> {
    return new Set(this.#take().map(({ peer }) => peer));
  }

  #take(): readonly Waiter[] {
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#bytes = 0;
    return waiting;
  }
}

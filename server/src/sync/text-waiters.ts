import type { Peer } from './peer.ts';

interface Waiter {
  readonly peer: Peer;
  run(): void;
}

/** What has come to a room, in order, since somebody asked for its resting text. Empty while the text does not rest. */
export class TextWaiters {
  #waiting: Waiter[] = [];

  get any(): boolean {
    return this.#waiting.length > 0;
  }

  add(peer: Peer, run: () => void): void {
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
    return waiting;
  }
}

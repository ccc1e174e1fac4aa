import type { Schedule } from './committer.ts';
import type { Peer } from './peer.ts';

/**
 * Tells those to whom nothing else was written in time how much of theirs is saved: whoever became due before a tick is looked
 * at again at the next. By then most have been written to for another reason, and *saved* has ridden along for nothing.
 */
export class SavedTeller {
  readonly #tickMs: number;
  readonly #schedule: Schedule;
  /** How much is to have been told, by peer. */
  #due = new Map<Peer, number>();
  #ripe = new Map<Peer, number>();
  #ticking = false;

  /** @param patienceMs how long *saved* may wait, at the most, for something else to be written to the same socket. */
  constructor(patienceMs: number, schedule: Schedule) {
    this.#tickMs = patienceMs / 2;
    this.#schedule = schedule;
  }

  add(peer: Peer, index: number): void {
    this.#due.set(peer, index);
    this.#tickSoon();
  }

  #tickSoon(): void {
    if (this.#ticking) return;
    this.#ticking = true;
    this.#schedule(this.#tickMs, () => this.#tick());
  }

  #tick(): void {
    this.#ticking = false;
    for (const [peer, index] of this.#ripe) if (peer.told < index) peer.tellSaved();
    this.#ripe.clear();
    [this.#ripe, this.#due] = [this.#due, this.#ripe];
    if (this.#ripe.size > 0) this.#tickSoon();
  }
}

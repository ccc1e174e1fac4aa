import type { Schedule } from './committer.ts';
import type { Peer } from './peer.ts';

/** Tells those to whom nothing else was written in time how much of theirs is saved. */
export class SavedTeller {
  readonly #patienceMs: number;
  readonly #schedule: Schedule;
  readonly #due = new Set<Peer>();

  /** @param patienceMs how long *saved* may wait for something else to be written to the same socket. */
  constructor(patienceMs: number, schedule: Schedule) {
    this.#patienceMs = patienceMs;
    this.#schedule = schedule;
  }

  add(peer: Peer): void {
    if (this.#due.size === 0) this.#schedule(this.#patienceMs, () => this.#tell());
    this.#due.add(peer);
  }

  #tell(): void {
    for (const peer of this.#due) peer.tellSaved();
    this.#due.clear();
  }
}

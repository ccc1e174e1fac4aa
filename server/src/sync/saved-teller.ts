import type { Schedule } from './committer.ts';
import type { Peer } from './peer.ts';

/** How long *saved* may wait for something else to be written to the same socket. */
const PATIENCE_MS = 40;

/** Tells those to whom nothing else was written in time how much of theirs is saved. */
export class SavedTeller {
  readonly #schedule: Schedule;
  readonly #due = new Set<Peer>();

  constructor(schedule: Schedule) {
    this.#schedule = schedule;
  }

  add(peer: Peer): void {
    if (this.#due.size === 0) this.#schedule(PATIENCE_MS, () => this.#tell());
    this.#due.add(peer);
  }

  #tell(): void {
    for (const peer of this.#due) peer.tellSaved();
    this.#due.clear();
  }
}

import type { AppendOutcome, RoomBatch, Store } from '../store/store.ts';

/** A room as the committer sees it. What is taken is answered by exactly one of the two others. */
export interface Committed {
  /** Whether its commits are told of in `committed`. */
  readonly counted: boolean;
  take(): RoomBatch;
  settled(batch: RoomBatch, outcome: AppendOutcome): void;
  /** The disk failed: the batch goes back in front of what has come since. */
  restore(batch: RoomBatch): void;
}

/** Time as the committer uses it; a test hands in its own. Returns what cancels. */
export type Schedule = (delayMs: number, run: () => void) => () => void;

export const byTimer: Schedule = (delayMs, run) => {
  const timer = setTimeout(run, delayMs);
  return () => clearTimeout(timer);
};

export interface CommitterEvents {
  /** One commit with something of a counted room is on disk, after so many seconds. */
  committed(seconds: number): void;
  failed(error: unknown): void;
  /** Whether the disk takes writes, told when it changes. */
  health(ok: boolean): void;
}

const RETRY_FIRST_MS = 100;
const RETRY_MOST_MS = 5000;

/**
 * Group commit: what all rooms have received within `intervalMs` becomes durable in one transaction. One commit is under way
 * at a time. A room's mark is cleared before its batch is written and set again when writing fails, so nothing that came in
 * between is forgotten; failed batches are tried again for as long as it takes.
 */
export class Committer {
  readonly #store: Store;
  readonly #intervalMs: number;
  readonly #schedule: Schedule;
  readonly #events: CommitterEvents;
  readonly #dirty = new Set<Committed>();
  #cancel: (() => void) | null = null;
  #running: Promise<void> | null = null;
  #failures = 0;

  constructor(store: Store, intervalMs: number, schedule: Schedule, events: CommitterEvents) {
    this.#store = store;
    this.#intervalMs = intervalMs;
    this.#schedule = schedule;
    this.#events = events;
  }

  get ok(): boolean {
    return this.#failures === 0;
  }

  /** The room has something to write. */
  mark(room: Committed): void {
    this.#dirty.add(room);
    if (this.#cancel === null && this.#running === null) this.#arm(this.#intervalMs);
  }

  /** Begins at once, unless one is under way or the last has failed: then what there is waits its turn. */
  commitNow(): void {
    if (this.#running !== null || !this.ok) return;
    this.#cancel?.();
    this.#cancel = null;
    void this.#begin();
  }

  /** Writes what there is now, without waiting for the interval. Resolves when that one attempt is over. */
  async flush(): Promise<void> {
    await this.#running;
    this.#cancel?.();
    this.#cancel = null;
    await this.#begin();
  }

  /** Writes what there is, once more, and stops trying. */
  async close(): Promise<void> {
    await this.flush();
    this.#cancel?.();
    this.#cancel = null;
  }

  #arm(delayMs: number): void {
    this.#cancel = this.#schedule(delayMs, () => {
      this.#cancel = null;
      void this.#begin();
    });
  }

  #begin(): Promise<void> {
    this.#running ??= this.#commit().finally(() => {
      this.#running = null;
      if (this.#dirty.size > 0 && this.#cancel === null) this.#arm(this.#nextDelay());
    });
    return this.#running;
  }

  /** Never rejects: a failed write is a state of the committer, told by its events. */
  async #commit(): Promise<void> {
    if (this.#dirty.size === 0) return;
    const rooms = [...this.#dirty];
    this.#dirty.clear();
    const batches = rooms.map((room) => room.take());
    const start = performance.now();
    let outcomes: readonly AppendOutcome[];
    try {
      outcomes = await this.#store.append(batches);
    } catch (error) {
      this.#failures++;
      this.#events.failed(error);
      for (const [index, room] of rooms.entries()) {
        room.restore(at(batches, index));
        this.#dirty.add(room);
      }
      if (this.#failures === 1) this.#events.health(false);
      return;
    }
    if (rooms.some((room) => room.counted)) this.#events.committed((performance.now() - start) / 1000);
    const recovered = this.#failures > 0;
    this.#failures = 0;
    if (recovered) this.#events.health(true);
    for (const [index, room] of rooms.entries()) room.settled(at(batches, index), at(outcomes, index));
  }

  #nextDelay(): number {
    return this.#failures === 0
      ? this.#intervalMs
      : Math.min(RETRY_FIRST_MS * 2 ** (this.#failures - 1), RETRY_MOST_MS);
  }
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new RangeError(`the store answered ${items.length} batches, not ${index + 1}`);
  return item;
}

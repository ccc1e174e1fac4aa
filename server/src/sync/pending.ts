import type { LoggedUpdate } from '../store/store.ts';
import type { Peer } from './peer.ts';

/** An update on its way to the disk, and whom to tell when it is there. */
export interface PendingUpdate extends LoggedUpdate {
  readonly peer: Peer;
  readonly index: number;
}

interface Batch {
  updates: PendingUpdate[];
  /** Messages that need no writing themselves but are acknowledged in their turn: duplicates and refusals. */
  answered: Map<Peer, number>;
}

/** What a room has accepted that is not yet durable, in order: the batch being written, and what has come since. */
export class Pending {
  #writing: Batch | null = null;
  #next: Batch = emptyBatch();

  get size(): number {
    return (this.#writing?.updates.length ?? 0) + this.#next.updates.length;
  }

  /** Whether there is something that no commit has taken. */
  get hasNew(): boolean {
    return this.#next.updates.length > 0;
  }

  push(update: PendingUpdate): void {
    this.#next.updates.push(update);
  }

  /** The message is dealt with, as soon as everything of the same socket before it is. */
  acknowledge(peer: Peer, index: number): void {
    if (this.#next.updates.length > 0) this.#next.answered.set(peer, index);
    else if (this.#writing !== null) this.#writing.answered.set(peer, index);
    else peer.acknowledge(index);
  }

  take(): readonly PendingUpdate[] {
    this.#writing = this.#next;
    this.#next = emptyBatch();
    return this.#writing.updates;
  }

  saved(): void {
    const written = this.#writing;
    this.#writing = null;
    if (written === null) return;
    const counts = written.answered;
    for (const { peer, index } of written.updates) {
      if (peer.extended && (counts.get(peer) ?? 0) < index) counts.set(peer, index);
    }
    for (const [peer, index] of counts) peer.acknowledge(index);
  }

  /** The store did not take the batch and never will. */
  refused(): readonly PendingUpdate[] {
    const refused = this.#writing;
    this.#writing = null;
    if (refused === null) return [];
    for (const [peer, index] of refused.answered) peer.acknowledge(index);
    return refused.updates;
  }

  restore(): void {
    const back = this.#writing;
    this.#writing = null;
    if (back === null) return;
    back.updates.push(...this.#next.updates);
    for (const [peer, index] of this.#next.answered) back.answered.set(peer, index);
    this.#next = back;
  }
}

function emptyBatch(): Batch {
  return { updates: [], answered: new Map() };
}

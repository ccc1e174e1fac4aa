import * as encoding from 'lib0/encoding';
import { scanUpdate } from './update-scan.ts';

/** Ranges [from, to) of clocks, sorted, not touching. */
type Ranges = [from: number, to: number][];

/**
 * What a document contains, without its contents: the clock up to which each client's structs are there, and what is deleted.
 * Answers a joining client, and tells whether what one sends is anything new, with no Y.Doc in the server's main thread.
 */
export class Digest {
  readonly stateVector = new Map<number, number>();
  readonly #deleted = new Map<number, Ranges>();
  /** Updates that build on something which has not come yet; read again whenever something comes. */
  #early: Uint8Array[] = [];

  add(update: Uint8Array): void {
    this.#take(update);
    for (let before = -1; this.#early.length > 0 && before !== this.#early.length; ) {
      before = this.#early.length;
      const early = this.#early;
      this.#early = [];
      for (const update of early) this.#take(update);
    }
  }

  /** Whether everything of an update is here already: sending it on or storing it would change nothing. */
  covers(update: Uint8Array): boolean {
    let covered = true;
    scanUpdate(update, {
      struct: (client, clock, length) => {
        covered &&= clock + length <= (this.stateVector.get(client) ?? 0);
      },
      skip: () => undefined,
      deleted: (client, clock, length) => {
        covered &&= includes(this.#deleted.get(client), clock, clock + length);
      },
    });
    return covered;
  }

  /** Whether a client with this state vector has every struct that is here; deletions move no clock and are not asked about. */
  isCoveredBy(stateVector: ReadonlyMap<number, number>): boolean {
    for (const [client, clock] of this.stateVector) if ((stateVector.get(client) ?? 0) < clock) return false;
    return this.#early.length === 0;
  }

  /** An update of nothing but the deletions. */
  deletions(): Uint8Array {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint(encoder, this.#deleted.size);
    for (const [client, ranges] of this.#deleted) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, ranges.length);
      for (const [from, to] of ranges) {
        encoding.writeVarUint(encoder, from);
        encoding.writeVarUint(encoder, to - from);
      }
    }
    return encoding.toUint8Array(encoder);
  }

  #take(update: Uint8Array): void {
    let early = false;
    scanUpdate(update, {
      struct: (client, clock, length) => {
        const known = this.stateVector.get(client) ?? 0;
        if (clock > known) early = true;
        else if (clock + length > known) this.stateVector.set(client, clock + length);
      },
      skip: () => undefined,
      deleted: (client, clock, length) => {
        const ranges = this.#deleted.get(client);
        if (ranges === undefined) this.#deleted.set(client, [[clock, clock + length]]);
        else include(ranges, clock, clock + length);
      },
    });
    if (early) this.#early.push(update);
  }
}

/** Index of the first range that ends at or after `clock`. */
function firstEndingAt(ranges: Ranges, clock: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ranges[middle]?.[1] ?? 0) < clock) low = middle + 1;
    else high = middle;
  }
  return low;
}

function includes(ranges: Ranges | undefined, from: number, to: number): boolean {
  if (from === to) return true;
  const range = ranges?.[firstEndingAt(ranges, to)];
  return range !== undefined && range[0] <= from && to <= range[1];
}

function include(ranges: Ranges, from: number, to: number): void {
  const first = firstEndingAt(ranges, from);
  let last = first;
  let [low, high] = [from, to];
  for (let range = ranges[last]; range !== undefined && range[0] <= to; range = ranges[++last]) {
    low = Math.min(low, range[0]);
    high = Math.max(high, range[1]);
  }
  ranges.splice(first, last - first, [low, high]);
}

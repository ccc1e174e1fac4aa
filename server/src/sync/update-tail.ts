const FIRST_BYTES = 256;
const EMPTY = new Uint8Array(0);

/**
 * Updates in the order they came, one after another in one buffer. An array of small arrays would cost a letter several times its
 * bytes, and the collector a search through tens of thousands of them: there are as many as people have typed since the last compaction.
 */
export class UpdateTail {
  #bytes = EMPTY;
  /** Where each update ends. */
  #ends: number[] = [];

  constructor(updates: readonly Uint8Array[]) {
    this.#grow(updates.reduce((total, update) => total + update.length, 0));
    for (const update of updates) this.push(update);
  }

  get length(): number {
    return this.#ends.length;
  }

  get bytes(): number {
    return this.#ends.at(-1) ?? 0;
  }

  push(update: Uint8Array): void {
    const start = this.bytes;
    const end = start + update.length;
    if (end > this.#bytes.length) this.#grow(Math.max(FIRST_BYTES, this.#bytes.length * 2, end));
    this.#bytes.set(update, start);
    this.#ends.push(end);
  }

  /** The updates from the `index`th on, as views that stay what they are. */
  from(index: number): Uint8Array[] {
    return this.#ends.slice(index).map((end, offset) => this.#bytes.subarray(this.#startOf(index + offset), end));
  }

  /** @returns what is left when the oldest `count` have gone. */
  without(count: number): UpdateTail {
    return new UpdateTail(this.from(count));
  }

  #startOf(index: number): number {
    return this.#ends[index - 1] ?? 0;
  }

  #grow(size: number): void {
    if (size === 0) return;
    const bytes = new Uint8Array(size);
    bytes.set(this.#bytes.subarray(0, this.bytes));
    this.#bytes = bytes;
  }
}

import assert from 'node:assert';
import * as Y from 'yjs';
import { Digest } from './digest.ts';
import { UpdateTail } from './update-tail.ts';
import { encodeStateVector } from './wire.ts';

/**
 * A room's document as bytes: one merged base and the updates since. Everything a joining client needs is answered from
 * them; nothing is made that a room with nobody joining has to carry. The base itself rests in the store while nobody asks for
 * it: a keystroke only pushes onto the tail.
 */
export class StoredText {
  /** Null while it rests. */
  #base: Uint8Array | null;
  #baseBytes: number;
  #tail: UpdateTail;
  /** Made when first asked for, then kept up lazily: the path of a keystroke only pushes onto the tail. */
  #digest: Digest | null = null;
  #digested = 0;
  #merged: { readonly bytes: Uint8Array; readonly of: number } | null = null;
  #used = true;

  constructor(base: Uint8Array, tail: readonly Uint8Array[]) {
    this.#base = base;
    this.#baseBytes = base.length;
    this.#tail = new UpdateTail(tail);
  }

  get bytes(): number {
    return this.#baseBytes + this.#tail.bytes;
  }

  /** @returns whether the base has been asked for since this was last asked. */
  takeUsed(): boolean {
    const used = this.#used;
    this.#used = false;
    return used;
  }

  /** Whether only `bytes`, `push` and `rebase` can be used until the base is back. */
  get resting(): boolean {
    return this.#base === null;
  }

  /** Lets go of what the store can give again. */
  rest(): void {
    // Given back at once: where nothing happens the collector may not come by for hours. The buffer is ours (Store.load).
    if (this.#base?.buffer instanceof ArrayBuffer) this.#base.buffer.transfer(0);
    this.#base = null;
    this.#digest = null;
    this.#digested = 0;
    this.#merged = null;
  }

  /** @param base the one in the store; a base that a compaction has put here meanwhile is at least as new. */
  wake(base: Uint8Array): void {
    if (this.#base === null) this.#setBase(base);
  }

  get tailLength(): number {
    return this.#tail.length;
  }

  get tailBytes(): number {
    return this.#tail.bytes;
  }

  push(update: Uint8Array): void {
    this.#tail.push(update);
  }

  /** Puts the store's compacted base in place of the old one and of the oldest `covered` updates. */
  rebase(base: Uint8Array, covered: number): void {
    if (this.#digest !== null) this.#digestAll();
    this.#setBase(base);
    this.#tail = this.#tail.without(covered);
    this.#digested = this.#digest === null ? 0 : this.#tail.length;
    this.#merged = null;
  }

  covers(update: Uint8Array): boolean {
    return this.#digestAll().covers(update);
  }

  stateVector(): Uint8Array {
    return encodeStateVector(this.#digestAll().stateVector);
  }

  /**
   * What a client with this state vector lacks. An empty one gets the base as it is stored, and the tail before it (Yjs keeps
   * it until what it builds on is there): merging a long base costs tens of milliseconds, and at step 2 a client is to have
   * everything. One that is up to date gets the deletions, which no state vector tells of.
   */
  answer(stateVector: ReadonlyMap<number, number>): { readonly early: Uint8Array | null; readonly step2: Uint8Array } {
    const isEmpty = stateVector.size === 0;
    if (!isEmpty && this.#digestAll().isCoveredBy(stateVector)) {
      return { early: null, step2: this.#digestAll().deletions() };
    }
    const early = this.#tail.length === 0 ? null : this.#mergedTail();
    const base = this.#whole();
    return { early, step2: isEmpty ? base : Y.diffUpdate(base, encodeStateVector(stateVector)) };
  }

  #setBase(base: Uint8Array): void {
    this.#used = true;
    this.#base = base;
    this.#baseBytes = base.length;
  }

  /** An empty text is never invented: whoever forgets to wake it fails here. */
  #whole(): Uint8Array {
    assert(this.#base !== null, 'the text rests');
    this.#used = true;
    return this.#base;
  }

  #mergedTail(): Uint8Array {
    const known = this.#merged;
    if (known?.of === this.#tail.length) return known.bytes;
    const parts = known === null ? this.#tail.from(0) : [known.bytes, ...this.#tail.from(known.of)];
    const bytes = Y.mergeUpdates(parts);
    this.#merged = { bytes, of: this.#tail.length };
    return bytes;
  }

  #digestAll(): Digest {
    this.#used = true;
    if (this.#digest === null) {
      this.#digest = new Digest();
      this.#digest.add(this.#whole());
    }
    for (const update of this.#tail.from(this.#digested)) this.#digest.add(update);
    this.#digested = this.#tail.length;
    return this.#digest;
  }
}

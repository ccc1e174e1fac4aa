import assert from 'node:assert';
import type { HandlingId, RattHandling } from '@samskrift/shared';
import type { Logger } from 'pino';
import type { Metrics } from '../http/metrics.ts';
import type { Store } from '../store/store.ts';
import type { Schedule } from './committer.ts';
import { GiveBack } from './give-back.ts';
import type { Peer } from './peer.ts';
import { Room, type RoomServices } from './room.ts';

/** A tail this long is compacted though somebody is writing: it is what a restart has to read and a joiner to merge. */
const TAIL_UPDATES = 2000;
const TAIL_BYTES = 256 * 1024;
/** How often it is looked through which texts have been asked for: those who come back after a restart come together. */
export const LOOK_MS = 500;

/** Which rooms are in memory, and which texts: when one is loaded, compacted, rests and is let go. */
export class RoomKeeper {
  readonly #store: Store;
  readonly #log: Logger;
  readonly #metrics: Metrics;
  /** One promise a room for its load: nobody is answered before it has succeeded. */
  readonly #rooms = new Map<HandlingId, Promise<Room | null>>();
  readonly #loaded = new Map<HandlingId, Room>();
  readonly #compacting = new Set<Room>();
  readonly #schedule: Schedule;
  /** Rooms whose text does not rest, looked through while there are any. */
  readonly #awake = new Set<Room>();
  readonly #waking = new Set<Room>();
  readonly #giveBack: GiveBack;
  readonly #textKept: (id: HandlingId) => void;
  #looking = false;
  #closed = false;

  constructor(
    store: Store,
    log: Logger,
    metrics: Metrics,
    schedule: Schedule,
    textKept: (id: HandlingId) => void = () => undefined,
  ) {
    this.#textKept = textKept;
    this.#store = store;
    this.#schedule = schedule;
    this.#giveBack = new GiveBack(schedule, () => this.#loaded.size === 0);
    this.#log = log;
    this.#metrics = metrics;
  }

  /** The room if it is in memory now. */
  loaded(id: HandlingId): Room | undefined {
    return this.#loaded.get(id);
  }

  /** The room, read from the store if need be; null if no such document was ever created. Rejects if the disk fails. */
  open(handling: RattHandling, services: RoomServices): Promise<Room | null> {
    const known = this.#rooms.get(handling.id);
    if (known !== undefined) return known;
    const loading = this.#load(handling, services);
    this.#rooms.set(handling.id, loading);
    return loading;
  }

  /** How many updates of each text in memory no compaction has covered. */
  tails(): ReadonlyMap<HandlingId, number> {
    return new Map([...this.#loaded].map(([id, room]) => [id, room.text.tailLength]));
  }

  peers(wanted: (peer: Peer) => boolean): { readonly room: Room; readonly peer: Peer }[] {
    return [...this.#loaded.values()].flatMap((room) => [...room.peers].filter(wanted).map((peer) => ({ room, peer })));
  }

  unpin(room: Room): void {
    room.pins--;
    if (!room.text.resting) this.#attend(room);
    this.evaluate(room);
  }

  /**
   * Decides what becomes of a room. It is let go when [1] nobody is in it, [2] nothing is pending on the disk, [3] no join, seal
   * or compaction is under way, and [4] its tail has been compacted, or could not be: what is in the log is durable anyway.
   */
  evaluate(room: Room): void {
    if (this.#compacting.has(room) || this.#loaded.get(room.id) !== room) return;
    const { tailLength, tailBytes } = room.text;
    const long = tailLength > TAIL_UPDATES || tailBytes > TAIL_BYTES;
    const quiet = isQuiet(room);
    if (room.state === 'open' && (long || (quiet && tailLength > 0)) && !this.#closed) void this.#compact(room);
    else if (quiet) this.#unload(room);
  }

  /** Reads the base of a resting text. */
  wake(room: Room): void {
    if (!this.#waking.has(room)) void this.#wake(room);
  }

  /** No compaction begins any more. */
  close(): void {
    this.#closed = true;
  }

  async #load(handling: RattHandling, services: RoomServices): Promise<Room | null> {
    try {
      const stored = await this.#store.load(handling.id);
      if (stored === null) {
        this.#rooms.delete(handling.id);
        return null;
      }
      const room = new Room(handling, stored, services);
      if (this.#loaded.size === 0) this.#giveBack.someone();
      this.#loaded.set(handling.id, room);
      if (room.counted) this.#metrics.now.rooms++;
      return room;
    } catch (error) {
      // The next one who comes tries again; a failed load must never be remembered as an empty text.
      this.#rooms.delete(handling.id);
      throw error;
    }
  }

  /** Never rejects. */
  async #wake(room: Room): Promise<void> {
    this.#waking.add(room);
    room.pins++;
    try {
      const stored = await this.#store.load(room.id);
      assert(stored !== null, 'a room is made of a stored document');
      room.woken(stored.base);
    } catch (error) {
      this.#log.error({ err: error }, 'a resting text could not be read');
      room.notWoken();
    }
    this.#waking.delete(room);
    this.unpin(room);
  }

  #attend(room: Room): void {
    this.#awake.add(room);
    if (this.#looking) return;
    this.#looking = true;
    this.#schedule(LOOK_MS, () => this.#look());
  }

  #look(): void {
    this.#looking = false;
    for (const room of this.#awake) {
      if (this.#loaded.get(room.id) !== room) this.#awake.delete(room);
      else if (room.pins === 0 && room.pending.size === 0 && !room.text.takeUsed()) {
        room.text.rest();
        this.#awake.delete(room);
      }
    }
    const [any] = this.#awake;
    if (any !== undefined && !this.#closed) this.#attend(any);
  }

  /** Never rejects. */
  async #compact(room: Room): Promise<void> {
    this.#compacting.add(room);
    let covered = 0;
    try {
      const compacted = await this.#store.compact(room.id);
      if (compacted !== null) this.#textKept(room.id);
      covered = compacted?.covered ?? 0;
      if (compacted !== null && room.state !== 'sealed') {
        room.text.rebase(compacted.base, compacted.covered);
        this.#attend(room);
      }
    } catch (error) {
      this.#log.error({ err: error }, 'compaction failed');
    }
    this.#compacting.delete(room);
    // What is on its way to the disk cannot be covered yet: its commit asks again, and until then it would be in vain.
    if (covered > 0) this.evaluate(room);
    else if (isQuiet(room)) this.#unload(room);
  }

  #unload(room: Room): void {
    this.#rooms.delete(room.id);
    this.#loaded.delete(room.id);
    room.text.rest();
    if (room.counted) this.#metrics.now.rooms--;
    if (this.#loaded.size === 0) this.#giveBack.nobody();
  }
}

function isQuiet(room: Room): boolean {
  return room.peers.size === 0 && room.pending.size === 0 && room.pins === 0;
}

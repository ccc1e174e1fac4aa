import type { HandlingId } from '@samskrift/shared';
import type { Logger } from 'pino';
import type { SealRequest, Snapshot, Store } from '../store/store.ts';
import type { Committer } from './committer.ts';
import type { Room } from './room.ts';
import type { RoomKeeper } from './room-keeper.ts';
import { StoredText } from './stored-text.ts';

export type SealOutcome =
  | { readonly outcome: 'sealed'; readonly snapshot: Snapshot }
  | { readonly outcome: 'alreadySealed' | 'missing' | 'storageFailed' };

interface StandstillServices {
  readonly store: Store;
  readonly committer: Committer;
  readonly keeper: RoomKeeper;
  readonly log: Logger;
  readonly textKept: (id: HandlingId) => void;
  /** The handling's room; null if there is no such handling. */
  room(id: HandlingId): Promise<Room | null>;
  rightsChanged(id: HandlingId): Promise<void>;
}

/** What is done to a text while nothing enters it: a seal, a change of läge, a clean copy. */
export class Standstill {
  readonly #services: StandstillServices;

  constructor(services: StandstillServices) {
    this.#services = services;
  }

  /**
   * Seals the text as it stands at this instant: what was accepted before is flushed and in the snapshot, what comes after is
   * refused to its sender. If the disk fails, nothing is sealed and writing goes on.
   */
  async seal(request: SealRequest): Promise<SealOutcome> {
    const { store, keeper, log, textKept } = this.#services;
    const room = await this.#services.room(request.handlingId);
    if (room === null) return { outcome: 'missing' };
    if (room.state !== 'open') return { outcome: 'alreadySealed' };
    room.pins++;
    room.beginSeal();
    try {
      if (!(await this.#flushed(room))) throw new Error('the log could not be written before the seal');
      const sealed = await store.seal(request);
      if (sealed.outcome === 'sealed') {
        room.sealed(sealed.snapshot.entry, sealed.snapshot.state);
        textKept(room.id);
      } else await this.learn(room);
      return sealed;
    } catch (error) {
      log.error({ err: error }, 'seal failed');
      room.reopen();
      return { outcome: 'storageFailed' };
    } finally {
      keeper.unpin(room);
    }
  }

  /**
   * Does something to a handling while its text stands still: what was accepted before is on disk, and what comes meanwhile
   * waits and meets the right of afterwards. @returns 'busy' while somebody else does; rejects as `work` does.
   */
  async still<Result>(id: HandlingId, work: () => Promise<Result>): Promise<Result | 'busy' | 'storageFailed'> {
    const room = await this.#services.room(id);
    if (room === null) return work();
    if (room.state === 'sealing') return 'busy';
    if (room.state === 'sealed') {
      try {
        return await work();
      } finally {
        await this.#services.rightsChanged(id);
      }
    }
    room.pins++;
    const sealed = room.state === 'sealed';
    if (!sealed) room.beginSeal();
    try {
      return (await this.#flushed(room)) ? await work() : 'storageFailed';
    } finally {
      await this.#services.rightsChanged(id);
      if (!sealed) room.reopen();
      this.#services.keeper.unpin(room);
    }
  }

  /** The store holds a seal, or less than this room shows: the room takes over what is stored. Never rejects. */
  async learn(room: Room): Promise<void> {
    const { store, keeper, log } = this.#services;
    room.pins++;
    try {
      const snapshot = await store.snapshot(room.id);
      const stored = snapshot === null ? await store.load(room.id) : null;
      if (snapshot !== null) room.sealed(snapshot.entry, snapshot.state);
      if (stored !== null) {
        room.text = new StoredText(stored.base, stored.tail);
        for (const peer of room.peers) peer.close('loadFailed');
      }
    } catch (error) {
      log.error({ err: error }, 'a text could not be read again');
      for (const peer of room.peers) peer.close('loadFailed');
    }
    keeper.unpin(room);
  }

  async #flushed(room: Room): Promise<boolean> {
    await this.#services.committer.flush();
    return room.pending.size === 0;
  }
}

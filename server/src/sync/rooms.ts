import type { CloseName, HandlingId, Limits, NamndId, PersonId, RattHandling } from '@samskrift/shared';
import { handlingId, ratt, SCHEMA_VERSION } from '@samskrift/shared';
import type { Logger } from 'pino';
import { createMetrics, type Metrics } from '../http/metrics.ts';
import type { SealRequest, Store } from '../store/store.ts';
import { byTimer, Committer, type Schedule } from './committer.ts';
import { CROWD_WAIT_MS, CrowdTurn } from './crowd-turn.ts';
import type { Gate, Participant } from './gate.ts';
import { Peer, type Socket } from './peer.ts';
import { Rate } from './rate.ts';
import type { Room, RoomServices } from './room.ts';
import { RoomKeeper } from './room-keeper.ts';
import { SavedTeller } from './saved-teller.ts';
import { SharedAnswers } from './shared-answers.ts';
import { type SealOutcome, Standstill } from './standstill.ts';
import { isUnseen } from './unseen.ts';
import { awarenessFrame } from './wire.ts';

export interface RoomsOptions {
  readonly store: Store;
  readonly gate: Gate;
  readonly limits: Limits;
  readonly log: Logger;
  readonly metrics: Metrics;
  /** How long accepted updates may wait for others to share their commit. */
  readonly commitIntervalMs?: number;
  readonly schedule?: Schedule;
  /** A text has been compacted or sealed: told afterwards, and must return at once. */
  readonly textKept?: (id: HandlingId) => void;
  /** A person has come into a room: told once a socket, and must return at once. */
  readonly entered?: (handling: HandlingId, person: PersonId) => void;
}

/** A socket that may come in: the room is kept in memory until `enter` or `cancel` is called, once. */
export interface Admission {
  enter(socket: Socket, extended: boolean): { readonly peer: Peer; readonly room: Room };
  cancel(): void;
}

/**
 * How long what is accepted waits for company on its way to the disk. An update that others have seen may be lost if the
 * process dies within this and a commit; 50 ms is the promise.
 */
const COMMIT_INTERVAL_MS = 45;
/** How long *saved* waits for company: long enough for the next letter of somebody else in the room. */
const SAVED_PATIENCE_MS = 200;
const EMPTY_AWARENESS = awarenessFrame([]);

/** All rooms of this process: who may come in and stay, what is durable, and the instant of a seal. */
export class Rooms {
  readonly #gate: Gate;
  readonly #limits: Limits;
  readonly #log: Logger;
  readonly #metrics: Metrics;
  readonly #committer: Committer;
  readonly #crowd: CrowdTurn;
  readonly #saved: SavedTeller;
  readonly #savedDue = (peer: Peer, index: number): void => this.#saved.add(peer, index);
  readonly #services: RoomServices;
  /** For rooms that are not counted: the same, with counters that nobody reads. */
  readonly #unseen: RoomServices;
  readonly #keeper: RoomKeeper;
  readonly #standstill: Standstill;
  readonly #entered: NonNullable<RoomsOptions['entered']>;
  /** Counts changes of rights: an admission that one of them has overtaken asks again. */
  #rightsEpoch = 0;
  readonly #participants: SharedAnswers<Participant | null>;
  readonly #handlingar: SharedAnswers<RattHandling | null>;
  #closed = false;

  constructor(options: RoomsOptions) {
    this.#gate = options.gate;
    this.#participants = new SharedAnswers((cookie) => this.#gate.participant(cookie));
    this.#handlingar = new SharedAnswers((id) => this.#gate.handling(handlingId(id)));
    this.#limits = options.limits;
    this.#log = options.log;
    this.#metrics = options.metrics;
    const schedule = options.schedule ?? byTimer;
    const textKept = options.textKept ?? (() => undefined);
    this.#entered = options.entered ?? (() => undefined);
    this.#keeper = new RoomKeeper(options.store, options.log, options.metrics, schedule, textKept);
    const interval = options.commitIntervalMs ?? COMMIT_INTERVAL_MS;
    this.#saved = new SavedTeller(SAVED_PATIENCE_MS, schedule);
    this.#committer = new Committer(options.store, interval, schedule, {
      committed: (seconds) => this.#metrics.commit(seconds),
      failed: (error) => {
        this.#metrics.commitFailed();
        this.#log.error({ err: error }, 'commit failed');
      },
      health: (ok) => this.#tellStorage(ok),
    });
    this.#standstill = new Standstill({
      store: options.store,
      committer: this.#committer,
      keeper: this.#keeper,
      log: options.log,
      textKept,
      room: (id) => this.#roomOf(id),
      rightsChanged: (id) => this.rightsChanged(id),
    });
    this.#crowd = new CrowdTurn(CROWD_WAIT_MS, schedule, () => this.#committer.commitNow());
    this.#services = {
      limits: options.limits,
      metrics: options.metrics,
      schema: SCHEMA_VERSION,
      inCrowd: (run) => this.#crowd.add(run),
      storageOk: () => this.#committer.ok,
      mark: (room) => this.#committer.mark(room),
      wake: (room) => this.#keeper.wake(room),
      evaluate: (room) => this.#keeper.evaluate(room),
      changedElsewhere: (room) => void this.#standstill.learn(room),
    };
    this.#unseen = { ...this.#services, metrics: createMetrics() };
  }

  storageOk(): boolean {
    return this.#committer.ok;
  }

  /** How much of each text in memory no compaction has covered. */
  tails(): ReadonlyMap<HandlingId, number> {
    return this.#keeper.tails();
  }

  /** Who it is and what room, or why not. What one may not see is answered as what does not exist. */
  async admit(cookie: string, id: HandlingId): Promise<Admission | CloseName> {
    for (;;) {
      const epoch = this.#rightsEpoch;
      const participant = await this.#participants.get(cookie);
      if (participant === null) return 'unauthenticated';
      const handling = await this.#handlingar.get(id);
      if (handling === null) return 'notFound';
      // Before the room: how long it takes to read, and whether it can be, would tell that it is there.
      if (epoch === this.#rightsEpoch && ratt(participant, handling, new Date()) === 'ingen') return 'notFound';
      const room = await this.#open(handling);
      if (room === null) return 'notFound';
      room.pins++;
      if (epoch === this.#rightsEpoch && !this.#closed) {
        room.handling = handling;
        const admission = this.#admission(room, participant);
        if (typeof admission !== 'string') return admission;
        this.#keeper.unpin(room);
        return admission;
      }
      this.#keeper.unpin(room);
      if (this.#closed) return 'serverRestarts';
    }
  }

  /** @see Standstill.seal */
  seal(request: SealRequest): Promise<SealOutcome> {
    return this.#standstill.seal(request);
  }

  /** @see Standstill.still */
  still<Result>(id: HandlingId, work: () => Promise<Result>): Promise<Result | 'busy' | 'storageFailed'> {
    return this.#standstill.still(id, work);
  }

  /** What a nämnd has decided for itself has changed: everybody in its rooms gets the right they now have. */
  async namndChanged(id: NamndId): Promise<void> {
    this.#rightsMoved();
    const open = this.#keeper.peers(() => true).filter(({ room }) => room.handling.namndId === id);
    await Promise.all([...new Set(open.map(({ room }) => room.id))].map((room) => this.rightsChanged(room)));
  }

  /** The handling's owner, shares or state have changed: everybody in its room gets the right they now have. */
  async rightsChanged(id: HandlingId): Promise<void> {
    this.#rightsMoved();
    const room = this.#keeper.loaded(id);
    if (room === undefined) return;
    await this.#orClose([...room.peers], async () => {
      const handling = await this.#gate.handling(id);
      if (handling !== null) room.handling = handling;
      for (const peer of room.peers) {
        room.setRatt(peer, handling === null ? 'ingen' : room.rattOf(peer.participant, new Date()));
        peer.tell({ type: 'event', event: 'changed' });
      }
    });
  }

  /** The person's uppdrag or account have changed. */
  async personChanged(id: PersonId): Promise<void> {
    this.#rightsMoved();
    await this.#askAgain(this.#keeper.peers((peer) => peer.person === id));
  }

  async #askAgain(theirs: readonly { readonly room: Room; readonly peer: Peer }[]): Promise<void> {
    await this.#orClose(
      theirs.map(({ peer }) => peer),
      async () => {
        for (const { room, peer } of theirs) {
          const participant = await this.#gate.again(peer.participant);
          if (participant === null) peer.close('unauthenticated');
          else {
            peer.participant = participant;
            room.setRatt(peer, room.rattOf(participant, new Date()));
          }
        }
      },
    );
  }

  sessionEnded(sessionId: string): void {
    this.#rightsMoved();
    for (const { peer } of this.#keeper.peers((other) => other.participant.sessionId === sessionId))
      peer.close('unauthenticated');
  }

  /** Something about the handling that is not its text has changed: extended clients fetch it again. */
  changed(id: HandlingId): void {
    for (const peer of this.#keeper.loaded(id)?.peers ?? []) peer.tell({ type: 'event', event: 'changed' });
  }

  /**
   * To be called every 12 seconds. Says something to sockets that have heard nothing (y-websocket reconnects after 30 s of
   * silence), and lets an uppdrag that ends today, and a session whose time is out, end here too.
   */
  sweep(now: Date): void {
    for (const { room, peer } of this.#keeper.peers(() => true)) {
      if (!peer.heard) peer.write(EMPTY_AWARENESS);
      peer.heard = false;
      room.setRatt(peer, room.rattOf(peer.participant, now));
    }
    const out = this.#keeper.peers((peer) => peer.participant.sessionEnds <= now.getTime());
    if (out.length > 0) void this.#askAgain(out);
  }

  /** Flushes what is pending, closes every socket with «server restarts», and takes no more. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#keeper.close();
    this.#crowd.turn();
    await this.#committer.close();
    for (const { peer } of this.#keeper.peers(() => true)) peer.close('serverRestarts');
  }

  async #roomOf(id: HandlingId): Promise<Room | null> {
    const handling = await this.#gate.handling(id);
    return handling === null ? null : this.#open(handling);
  }

  #open(handling: RattHandling): Promise<Room | null> {
    return this.#keeper.open(handling, isUnseen(handling) ? this.#unseen : this.#services);
  }

  #admission(room: Room, participant: Participant): Admission | CloseName {
    const allowed = room.rattOf(participant, new Date());
    if (allowed === 'ingen') return 'notFound';
    let theirs = 0;
    for (const peer of room.peers) if (peer.person === participant.id) theirs++;
    if (theirs >= this.#limits.socketsPerPersonAndRoom) {
      (room.counted ? this.#services : this.#unseen).metrics.refused('tooMany');
      return 'tooMany';
    }
    return {
      enter: (socket, extended) => {
        const rate = new Rate(this.#limits.updateBurst, performance.now());
        const peer = new Peer(socket, participant, allowed, extended, rate, this.#savedDue);
        room.join(peer);
        if (room.counted) this.#metrics.now.sockets++;
        this.#keeper.unpin(room);
        this.#entered(room.id, participant.id);
        return { peer, room };
      },
      cancel: () => this.#keeper.unpin(room),
    };
  }

  #rightsMoved(): void {
    this.#rightsEpoch++;
    this.#participants.forget();
    this.#handlingar.forget();
  }

  #tellStorage(ok: boolean): void {
    for (const { peer } of this.#keeper.peers(() => true)) peer.tell({ type: 'storage', ok });
  }

  /** If it cannot be found out what they may do, they may do nothing: they come back, and are asked again. */
  async #orClose(peers: readonly Peer[], work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#log.error({ err: error }, 'rights could not be read');
      for (const peer of peers) peer.close('loadFailed');
    }
  }
}

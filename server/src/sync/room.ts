import { type HandlingId, type RattHandling, type Refusal, ratt } from '@samskrift/shared';
import type { RefusedReason } from '../http/metrics.ts';
import type { AppendOutcome, RoomBatch, StoredDocument, StoredSeal } from '../store/store.ts';
import { Malformed } from './byte-reader.ts';
import type { Committed } from './committer.ts';
import type { Participant } from './gate.ts';
import { Outbox, type OutboxServices } from './outbox.ts';
import type { Peer } from './peer.ts';
import { Pending } from './pending.ts';
import { Presence } from './presence.ts';
import { copied, type IncomingUpdate, type RoomState, sealedState } from './room-state.ts';
import { StoredText } from './stored-text.ts';
import { TextWaiters } from './text-waiters.ts';
import { isUnseen } from './unseen.ts';
import { scanUpdate } from './update-scan.ts';
import { awarenessFrame, type Incoming, readIncoming, syncFrame } from './wire.ts';

/** What a room needs of the engine around it. */
export interface RoomServices extends OutboxServices {
  /** The schema version that extended clients are told. */
  readonly schema: number;
  storageOk(): boolean;
  /** The room has something to be committed. */
  mark(room: Committed): void;
  /** Runs this a little later, together with what other crowds have, and then commits what is marked. */
  inCrowd(run: () => void): void;
  /** Something about the room has changed that may call for compaction or unloading. */
  evaluate(room: Room): void;
  /** The room's text rests and somebody asks for it: `woken` or `notWoken` follows. */
  wake(room: Room): void;
  /** The store takes no more though the room did not know: what it holds is to be shown. */
  changedElsewhere(room: Room): void;
}

/** One handling's room: a relay with a durable log. Holds no Y.Doc; decides by right and state alone what enters. */
export class Room implements Committed {
  readonly id: HandlingId;
  readonly counted: boolean;
  readonly peers = new Set<Peer>();
  readonly pending = new Pending();
  text: StoredText;
  handling: RattHandling;
  /** Joins and seals under way, which keep the room in memory though nobody is in it. */
  pins = 0;
  readonly #services: RoomServices;
  readonly #presence = new Presence<Peer>();
  readonly #outbox: Outbox;
  readonly #waiting = new TextWaiters();
  #state: RoomState;

  constructor(handling: RattHandling, stored: StoredDocument, services: RoomServices) {
    this.id = handling.id;
    this.counted = !isUnseen(handling);
    this.handling = handling;
    this.text = new StoredText(stored.base, stored.tail);
    this.#services = services;
    this.#outbox = new Outbox(
      this.peers,
      services,
      () => this.#presence.takeChanged(),
      (flush) => services.inCrowd(flush),
      () => this.#markPending(),
    );
    this.#state = stored.sealed === null ? { name: 'open' } : sealedState(stored.sealed);
  }

  get state(): RoomState['name'] {
    return this.#state.name;
  }

  rattOf(participant: Participant, now: Date): Peer['ratt'] {
    const handling = this.#state.name === 'sealed' ? { ...this.handling, forseglad: true } : this.handling;
    return ratt(participant, handling, now);
  }

  join(peer: Peer): void {
    this.peers.add(peer);
    peer.tell({ type: 'hello', schema: this.#services.schema, ratt: peer.ratt });
    if (this.#state.name === 'sealed') peer.tell({ type: 'sealed', sealed: this.#state.sealed });
    if (!this.#services.storageOk()) peer.tell({ type: 'storage', ok: false });
    const states = this.#presence.states();
    if (states.length > 0) peer.write(awarenessFrame(states));
  }

  leave(peer: Peer): void {
    peer.open = false;
    if (!this.peers.delete(peer)) return;
    this.#presence.leave(peer);
    this.#outbox.flushSoon();
    this.#services.evaluate(this);
  }

  /** One message of a peer. Whatever is wrong with it closes that peer and touches nothing else. */
  receive(peer: Peer, message: Uint8Array): void {
    if (!peer.open) return;
    const { limits, metrics } = this.#services;
    metrics.traffic.bytesIn += message.length;
    if (message.length > limits.messageBytes) this.#refuse(peer, 'messageTooBig');
    else if (!peer.rate.take(performance.now(), limits.updatesPerSecond, limits.updateBurst))
      this.#refuse(peer, 'tooFast');
    else {
      try {
        const incoming = readIncoming(message, limits.awarenessBytes);
        if (incoming.type === 'step2' || incoming.type === 'update') scanUpdate(incoming.update, null);
        this.#take(peer, incoming);
      } catch (error) {
        if (!(error instanceof Malformed)) throw error;
        this.#refuse(peer, 'malformed');
      }
    }
  }

  /** The person's right is now this; applies at once to what comes next. */
  setRatt(peer: Peer, now: Peer['ratt']): void {
    if (now === peer.ratt) return;
    peer.ratt = now;
    if (now === 'ingen') {
      this.#refuse(peer, 'notFound');
      return;
    }
    peer.tell({ type: 'access', ratt: now });
    // What was refused while the right was less is asked for again.
    if (now === 'skriva') this.#ask(peer);
  }

  /** From this instant nothing enters, until sealed() or reopen(). */
  beginSeal(): void {
    this.#state = { name: 'sealing', held: [] };
    this.#markPending();
  }

  reopen(): void {
    const held = this.#state.name === 'sealing' ? this.#state.held : [];
    this.#state = { name: 'open' };
    for (const { peer, incoming, index } of held) this.#takeUpdate(peer, incoming, index);
  }

  /** The text is this state for ever. Whatever was held, or reached only the room's memory, is refused to its sender. */
  sealed(entry: StoredSeal, text: Uint8Array): void {
    const held = this.#state.name === 'sealing' ? this.#state.held : [];
    const state = sealedState(entry);
    this.#state = state;
    this.text = new StoredText(text.slice(), []);
    this.#waiting.run();
    this.#outbox.flush();
    for (const peer of this.peers) {
      peer.tell({ type: 'sealed', sealed: state.sealed });
      this.setRatt(peer, this.rattOf(peer.participant, new Date()));
    }
    for (const { peer, index } of held) this.#refuseUpdate(peer, index, 'sealed');
  }

  /** The base is here again. */
  woken(base: Uint8Array): void {
    this.text.wake(base);
    this.#waiting.run();
  }

  /** The store could not give the base back: those who asked come back, and ask again. */
  notWoken(): void {
    for (const peer of this.#waiting.giveUp()) if (peer.open) this.#refuse(peer, 'loadFailed');
  }

  take(): RoomBatch {
    return { handlingId: this.id, updates: this.pending.take() };
  }

  settled(_batch: RoomBatch, outcome: AppendOutcome): void {
    if (outcome === 'saved') {
      this.pending.saved();
      // A lone writer has nobody's letters for *saved* to ride along with.
      if (this.peers.size === 1) for (const peer of this.peers) peer.tellSaved();
    } else if (outcome === 'missing') {
      // Our fault: a room is only made of a stored document. Nobody may go on believing that it is written to.
      this.pending.refused();
      for (const peer of this.peers) this.#refuse(peer, 'loadFailed');
    } else {
      const reason = outcome === 'closed' ? 'readOnly' : 'sealed';
      for (const { peer, index } of this.pending.refused()) this.#refuseUpdate(peer, index, reason);
      this.#services.changedElsewhere(this);
    }
    this.#services.evaluate(this);
  }

  restore(): void {
    this.pending.restore();
  }

  #take(peer: Peer, incoming: Incoming): void {
    switch (incoming.type) {
      case 'step1':
        this.#withText(peer, () => this.#answer(peer, incoming.stateVector));
        break;
      case 'awareness':
        if (this.#presence.receive(peer, incoming.states)) this.#outbox.flushSoon();
        else this.#refuse(peer, 'forgedAwareness');
        break;
      case 'queryAwareness':
        peer.write(awarenessFrame(this.#presence.states()));
        break;
      case 'step2':
      case 'update':
        this.#services.metrics.traffic.updatesIn++;
        this.#takeInTurn(peer, incoming, ++peer.received);
        break;
    }
  }

  /** What a writer writes needs no base; but *saved* counts in order, so nothing overtakes what waits for one. */
  #takeInTurn(peer: Peer, incoming: IncomingUpdate, index: number): void {
    const needsText = incoming.type === 'step2' || !this.#mayWrite(peer) || this.#waiting.any;
    // While a slow disk is waited for, nobody may fill the memory with what no right and no limit has looked at.
    const held = this.#waiting.bytes + incoming.update.length;
    if (!needsText || !this.text.resting) this.#takeUpdate(peer, incoming, index);
    else if (held > this.#services.limits.documentBytes) this.#refuse(peer, 'tooFast');
    else {
      const copy = copied(incoming);
      this.#withText(peer, () => this.#takeUpdate(peer, copy, index), copy.update.length);
    }
  }

  #withText(peer: Peer, run: () => void, bytes = 0): void {
    if (!this.text.resting) {
      run();
      return;
    }
    this.#waiting.add(peer, bytes, run);
    this.#services.wake(this);
  }

  #mayWrite(peer: Peer): boolean {
    return peer.ratt === 'skriva' && this.#state.name === 'open';
  }

  #takeUpdate(peer: Peer, incoming: IncomingUpdate, index: number): void {
    if (this.#state.name === 'sealing') {
      this.#state.held.push({ peer, index, incoming: copied(incoming) });
      return;
    }
    const mayWrite = this.#mayWrite(peer);
    const size = this.text.bytes + incoming.update.length;
    if ((incoming.type === 'step2' || !mayWrite) && this.text.covers(incoming.update)) {
      this.pending.acknowledge(peer, index);
    } else if (!mayWrite) {
      this.#refuseUpdate(peer, index, this.#state.name === 'sealed' ? 'sealed' : 'readOnly');
    } else if (size > this.#services.limits.documentBytes) {
      this.#refuseUpdate(peer, index, 'documentTooBig');
    } else {
      this.#accept(peer, incoming.update, index);
      const warn = this.#services.limits.documentWarnBytes;
      if (size > warn && size - incoming.update.length <= warn)
        for (const other of this.peers) other.tell({ type: 'event', event: 'documentLarge' });
    }
  }

  #accept(peer: Peer, bytes: Uint8Array, index: number): void {
    const frame = syncFrame('update', bytes);
    const update = frame.subarray(frame.length - bytes.length);
    this.text.push(update);
    this.pending.push({ author: peer.person, bytes: update, peer, index });
    // In a crowd it is committed when it goes to the others: no sooner has anybody seen it than it is on its way to the disk.
    if (!this.#outbox.isCrowd) this.#services.mark(this);
    this.#outbox.send(frame, peer);
  }

  #markPending(): void {
    if (this.pending.hasNew) this.#services.mark(this);
  }

  #answer(peer: Peer, stateVector: ReadonlyMap<number, number>): void {
    const { early, step2 } = this.text.answer(stateVector);
    const frame = syncFrame('step2', step2);
    peer.write(early === null ? frame : Buffer.concat([syncFrame('update', early), frame]));
    // Asked only now: reading through a long base for its state vector must not stand between a reader and the text.
    if (!peer.asked && peer.ratt === 'skriva') setImmediate(() => this.#ask(peer));
  }

  #ask(peer: Peer): void {
    if (!peer.open || this.#state.name === 'sealed') return;
    this.#withText(peer, () => {
      peer.asked = true;
      peer.write(syncFrame('step1', this.text.stateVector()));
    });
  }

  #refuseUpdate(peer: Peer, index: number, reason: Refusal): void {
    this.#services.metrics.refused(reason);
    peer.tell({ type: 'refused', index, reason });
    this.pending.acknowledge(peer, index);
    // A plain client cannot be told, and after a text too big everything later of the same socket would hang in the air.
    if (!peer.extended || reason === 'documentTooBig') peer.close(reason);
  }

  #refuse(peer: Peer, name: RefusedReason & Parameters<Peer['close']>[0]): void {
    this.#services.metrics.refused(name);
    peer.close(name);
    this.leave(peer);
  }
}

import type { CloseName, ExtensionMessage, PersonId, Ratt } from '@samskrift/shared';
import type { Participant } from './gate.ts';
import type { Rate } from './rate.ts';
import { closeReason, extensionFrame, savedWith } from './wire.ts';

/** A socket as the rooms know it. What is written is whole websocket frames, one or several. */
export interface Socket {
  write(frames: Uint8Array): void;
  /** Bytes written that the network has not yet taken. */
  backlog(): number;
  close(code: number, reason: string): void;
}

const NOTHING = new Uint8Array(0);

/** One socket in one room: who it is, what it may do now, and how far what it has sent is saved. */
export class Peer {
  participant: Participant;
  ratt: Ratt;
  /** Whether the client asked for the extension messages. */
  readonly extended: boolean;
  readonly rate: Rate;
  /** Step 2 and update messages received: the numbers that *saved* and *refused* speak of. */
  received = 0;
  /** Whether the server has asked for what the client has and it lacks (step 1). */
  asked = false;
  open = true;
  /** Written to since the last sweep; a socket that hears nothing for half a minute reconnects (y-websocket). */
  heard = true;
  readonly #socket: Socket;
  readonly #savedDue: (peer: Peer, index: number) => void;
  #acknowledged = 0;
  #told = 0;

  constructor(
    socket: Socket,
    participant: Participant,
    ratt: Ratt,
    extended: boolean,
    rate: Rate,
    savedDue: (peer: Peer, index: number) => void,
  ) {
    this.#socket = socket;
    this.participant = participant;
    this.ratt = ratt;
    this.extended = extended;
    this.rate = rate;
    this.#savedDue = savedDue;
  }

  get person(): PersonId {
    return this.participant.id;
  }

  get name(): string {
    return this.participant.namn;
  }

  write(frames: Uint8Array): void {
    if (!this.open) return;
    this.heard = true;
    if (!this.extended || this.#told === this.#acknowledged) this.#socket.write(frames);
    else {
      this.#told = this.#acknowledged;
      this.#socket.write(savedWith(this.#told, frames));
    }
  }

  /** How many of its messages it has been told are saved. */
  get told(): number {
    return this.#told;
  }

  backlog(): number {
    return this.#socket.backlog();
  }

  tell(message: ExtensionMessage): void {
    if (this.extended) this.write(extensionFrame(message));
  }

  /**
   * Everything up to and with the `index`th message is on disk, or was answered otherwise. It is told with the next thing that is
   * written to this socket, or by tellSaved, which `savedDue` is to call soon: a write of its own for each commit costs as much as delivering an update.
   */
  acknowledge(index: number): void {
    if (index <= this.#acknowledged) return;
    this.#acknowledged = index;
    if (this.extended) this.#savedDue(this, index);
  }

  tellSaved(): void {
    if (this.#told !== this.#acknowledged) this.write(NOTHING);
  }

  close(name: CloseName): void {
    if (!this.open) return;
    this.open = false;
    const { code, reason } = closeReason(name);
    this.#socket.close(code, reason);
  }
}

import * as Y from 'yjs';
import { type Content, LoadClient, NO_CONTENT } from './client.ts';
import { EditWriter, readMarks } from './edit.ts';
import type { Room } from './system.ts';

const WRITER_CLOCK_ID = 5000;

/** One room of the storm: what its writer has sent, what the others have seen, and what the server has called saved. */
export class StormRoom {
  readonly room: Room;
  /** Marks that at least one other client has received, with the time they were sent. */
  readonly seen = new Map<string, number>();
  /** The writer's sync messages in order; null is one without a mark (its first step 2, the first text). */
  readonly #sent: (string | null)[] = [];
  readonly #base: Uint8Array[] = [];
  readonly #updates: Uint8Array[] = [];
  readonly #editor: EditWriter;
  #writer: LoadClient | null = null;
  #saved = 0;
  #contentOfAll: Content = NO_CONTENT;
  #contentOfWriter: Content = NO_CONTENT;

  constructor(room: Room, index: number) {
    this.room = room;
    this.#editor = new EditWriter(WRITER_CLOCK_ID + index, 0);
  }

  /** Takes a seat; the first one's is the writer's. The end of a killed server is no fault of the client. */
  async join(seat: number): Promise<LoadClient> {
    const client = await LoadClient.connect(this.room, {
      onFrame: seat === 0 ? (frame) => this.#readAsWriter(frame) : (frame) => this.#readAsOther(frame),
    });
    if (seat === 0) {
      this.#writer = client;
      for (let message = 0; message < client.sent; message += 1) this.#sent.push(null);
    }
    return client;
  }

  /** The writer writes the room's first text. */
  fill(bytes: number): void {
    this.#send(this.#editor.insert('x'.repeat(bytes)), null);
  }

  edit(): void {
    const { update, id } = this.#editor.next(performance.now());
    this.#send(update, id);
  }

  sentIds(): readonly string[] {
    return this.#sent.filter((id) => id !== null);
  }

  /** The edits the server has said are on its disk. */
  savedIds(): readonly string[] {
    return this.#sent.slice(0, this.#saved).filter((id) => id !== null);
  }

  /** When the server is gone: what each client now holds. The others lack what had not reached them. */
  settle(): void {
    const marks = this.#sent.slice(this.#sent.length - this.#updates.length);
    const last = marks.findLastIndex((id) => id === null || this.seen.has(id));
    this.#contentOfAll = contentOf([...this.#base, ...this.#updates.slice(0, last + 1)]);
    this.#contentOfWriter = contentOf([...this.#base, ...this.#updates]);
  }

  content(ofWriter: boolean): Content {
    return ofWriter ? this.#contentOfWriter : this.#contentOfAll;
  }

  #send(update: Uint8Array, id: string | null): void {
    this.#updates.push(update);
    this.#sent.push(id);
    this.#writer?.send(update);
  }

  #readAsWriter(frame: Buffer): void {
    const message = this.room.codec.read(frame);
    if (message.type === 'saved') this.#saved = message.count;
    else if (message.type === 'step2') this.#base.push(message.update);
  }

  #readAsOther(frame: Buffer): void {
    readMarks(frame, ({ id, sentAt }) => this.seen.set(id, sentAt));
  }
}

function contentOf(updates: readonly Uint8Array[]): Content {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  const whole = Y.encodeStateAsUpdate(doc);
  const answers = new Map<string, Uint8Array>();
  return {
    stateVector: Y.encodeStateVector(doc),
    diff(stateVector) {
      const key = Buffer.from(stateVector).toString('latin1');
      const answer = answers.get(key) ?? Y.diffUpdate(whole, stateVector);
      answers.set(key, answer);
      return answer;
    },
  };
}

/**
 * The edits of the load: an insertion whose text carries a mark of its own. A server may merge updates or put several in
 * one frame; the text of an insertion stays whole whatever the framing, so counting marks counts delivered updates.
 */
import * as encoding from 'lib0/encoding';

/** The name of the Y.Text the load writes in; no server under measurement looks at it. */
export const ROOT = 'bench';

const SIGN = '~#~';
const SIGN_BYTES = Buffer.from(SIGN, 'latin1');
const TIME_LENGTH = 6;
const WRITER_LENGTH = 2;
/** Bytes, and UTF-16 units, of one mark; also how far one edit moves its writer's Yjs clock. */
export const MARK_LENGTH = SIGN.length + TIME_LENGTH + WRITER_LENGTH;
const TICKS_PER_MS = 100;
const CONTENT_STRING = 4;
const HAS_ORIGIN = 0x80;

/** A delivered edit: when it was sent, ms on this process's clock, by whom, and its mark, unique in its room. */
export interface Mark {
  readonly sentAt: number;
  readonly writer: number;
  readonly id: string;
}

/** A mark's text; `writer` is 0–1295 and two edits of a writer are at least 10 µs apart. */
function markText(sentAt: number, writer: number): string {
  const time = Math.floor(sentAt * TICKS_PER_MS).toString(36);
  return SIGN + time.padStart(TIME_LENGTH, '0') + writer.toString(36).padStart(WRITER_LENGTH, '0');
}

/** Calls `seen` for every mark in a frame, in order. */
export function readMarks(frame: Buffer, seen: (mark: Mark) => void): void {
  let at = frame.indexOf(SIGN_BYTES);
  while (at !== -1) {
    const start = at + SIGN.length;
    const id = frame.toString('latin1', start, start + TIME_LENGTH + WRITER_LENGTH);
    seen({
      sentAt: Number.parseInt(id.slice(0, TIME_LENGTH), 36) / TICKS_PER_MS,
      writer: Number.parseInt(id.slice(TIME_LENGTH), 36),
      id,
    });
    at = frame.indexOf(SIGN_BYTES, start);
  }
}

/**
 * One Yjs client that types at the end of its own run, without a Y.Doc: each update is one ContentString whose origin is
 * the client's last character, encoded as Yjs' update format 1 has it.
 */
export class EditWriter {
  readonly #clientId: number;
  readonly #number: number;
  #clock = 0;
  #lastTick = 0;

  constructor(clientId: number, number: number) {
    this.#clientId = clientId;
    this.#number = number;
  }

  /** @param now ms on this process's clock; a tick already used is moved on, so that every mark is one of a kind. */
  next(now: number): { readonly update: Uint8Array; readonly id: string } {
    this.#lastTick = Math.max(Math.floor(now * TICKS_PER_MS), this.#lastTick + 1);
    const text = markText(this.#lastTick / TICKS_PER_MS + 0.001, this.#number);
    return { update: this.insert(text), id: text.slice(SIGN.length) };
  }

  /** An update that types `text` (ASCII) at the end of this writer's run. */
  insert(text: string): Uint8Array {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, this.#clientId);
    encoding.writeVarUint(encoder, this.#clock);
    if (this.#clock === 0) {
      encoding.writeUint8(encoder, CONTENT_STRING);
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarString(encoder, ROOT);
    } else {
      encoding.writeUint8(encoder, CONTENT_STRING | HAS_ORIGIN);
      encoding.writeVarUint(encoder, this.#clientId);
      encoding.writeVarUint(encoder, this.#clock - 1);
    }
    encoding.writeVarString(encoder, text);
    encoding.writeVarUint(encoder, 0);
    this.#clock += text.length;
    return encoding.toUint8Array(encoder);
  }
}

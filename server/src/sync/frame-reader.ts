/** A frame's first byte: a binary message in one piece, a ping, a pong. */
const WHOLE_BINARY = 0x82;
const PING = 0x89;
const PONG = 0x8a;
const MASKED = 0x80;
const MASK_BYTES = 4;
const CONTROL_BYTES = 125;
/** The length in a header's second byte that says: it follows in two bytes, in eight. */
const TWO_BYTES = 126;
const EIGHT_BYTES = 127;

/** Where what is read goes; one object that the socket has anyway, for there are thousands. */
export interface FrameEnds {
  /** A letter's message; its bytes are good until this returns. */
  deliver(message: Buffer): void;
  /** What is the library's to read. */
  forward(bytes: Buffer): void;
}

interface Frame {
  readonly start: number;
  readonly length: number;
}

/**
 * Takes what a letter comes as, one masked binary frame that lies whole in what was read, out of a socket by itself. Everything
 * else goes to the websocket library, which keeps the protocol and its errors, and after whatever could be one of those all that
 * follows. The library's stream was a twentieth of what a letter costs (docs/prestanda.md). Frames: RFC 6455 § 5.2.
 */
export class FrameReader {
  readonly #ends: FrameEnds;
  /** A header that was cut in two. */
  #cut: Buffer | null = null;
  /** Bytes still to come of what the library has the beginning of; without end once it has been left the socket. */
  #owed = 0;

  constructor(ends: FrameEnds) {
    this.#ends = ends;
  }

  read(chunk: Buffer): void {
    const bytes = this.#cut === null ? chunk : Buffer.concat([this.#cut, chunk]);
    this.#cut = null;
    let at = 0;
    while (at < bytes.length) at = this.#owed > 0 ? this.#pay(bytes, at) : this.#next(bytes, at);
  }

  /** Deals with the frame that begins at `at`. @returns where to go on. */
  #next(bytes: Buffer, at: number): number {
    const first = bytes[at];
    const payload = first === WHOLE_BINARY || first === PING || first === PONG ? payloadOf(bytes, at) : 'other';
    if (payload === 'cut') {
      this.#cut = Buffer.from(bytes.subarray(at));
      return bytes.length;
    }
    if (payload === 'other' || (first !== WHOLE_BINARY && payload.length > CONTROL_BYTES)) {
      this.#owed = Number.POSITIVE_INFINITY;
      return at;
    }
    const { start, length } = payload;
    const end = start + length;
    if (first !== WHOLE_BINARY || end > bytes.length) {
      this.#owed = end - at;
      return at;
    }
    const mask = start - MASK_BYTES;
    for (let i = 0; i < length; i++) bytes[start + i] = (bytes[start + i] ?? 0) ^ (bytes[mask + (i & 3)] ?? 0);
    this.#ends.deliver(bytes.subarray(start, end));
    return end;
  }

  #pay(bytes: Buffer, at: number): number {
    const end = Math.min(at + this.#owed, bytes.length);
    this.#owed -= end - at;
    this.#ends.forward(bytes.subarray(at, end));
    return end;
  }
}

/** Where the payload of the masked frame at `at` lies; `cut` if its header is not all here, `other` if it has no mask. */
function payloadOf(bytes: Buffer, at: number): Frame | 'cut' | 'other' {
  const second = bytes[at + 1];
  if (second === undefined) return 'cut';
  const short = second - MASKED;
  if (short < 0) return 'other';
  if (short < TWO_BYTES) return { start: at + 2 + MASK_BYTES, length: short };
  const lengthEnd = at + (short === EIGHT_BYTES ? 10 : 4);
  if (lengthEnd > bytes.length) return 'cut';
  const length = short === EIGHT_BYTES ? Number(bytes.readBigUInt64BE(at + 2)) : bytes.readUInt16BE(at + 2);
  return { start: lengthEnd + MASK_BYTES, length };
}

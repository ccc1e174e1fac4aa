import { isUtf8 } from 'node:buffer';

/** The bytes are not what the protocol says: the peer's fault, whoever sent them. */
export class Malformed extends Error {
  constructor(what: string) {
    super(what);
    this.name = 'Malformed';
  }
}

/** Deepest nesting of a JSON or `any` value; more makes a receiver's recursion overflow. */
const MAX_DEPTH = 64;
const NOT_ASCII = 0x80;
const BRACE_OPEN = 0x7b;
const BRACE_CLOSE = 0x7d;
const BRACKET_OPEN = 0x5b;
const BRACKET_CLOSE = 0x5d;

/**
 * Reads lib0's encoding from hostile bytes. Unlike lib0 it can never see past the end of its own bytes (lib0 makes views on
 * the whole ArrayBuffer, which for a socket's chunk holds other people's messages), and never allocates by a length it was told.
 */
export class ByteReader {
  readonly #bytes: Uint8Array;
  position = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get left(): number {
    return this.#bytes.length - this.position;
  }

  byte(): number {
    const value = this.#bytes[this.position];
    if (value === undefined) throw new Malformed('ends too early');
    this.position++;
    return value;
  }

  varUint(): number {
    const first = this.byte();
    if (first < 0x80) return first;
    let value = first & 0x7f;
    let multiplier = 0x80;
    for (;;) {
      const next = this.byte();
      value += (next & 0x7f) * multiplier;
      if (value > Number.MAX_SAFE_INTEGER) throw new Malformed('number too large');
      if (next < 0x80) return value;
      multiplier *= 0x80;
    }
  }

  /** A view of the next `length` bytes. */
  take(length: number): Uint8Array {
    if (length > this.left) throw new Malformed('ends too early');
    const view = this.#bytes.subarray(this.position, this.position + length);
    this.position += length;
    return view;
  }

  /** A varString's bytes, which must be UTF-8: TextDecoder is fatal in lib0, so anything else throws at every receiver. */
  text(): Uint8Array {
    const view = this.take(this.varUint());
    if (!isUtf8(view)) throw new Malformed('not UTF-8');
    return view;
  }

  /**
   * Passes over a varString. Most are a letter or two of ASCII, not worth a view and a call into the runtime.
   * @returns its length in UTF-16 units.
   */
  passText(): number {
    const start = this.position;
    const length = this.varUint();
    const end = this.position + length;
    let at = this.position;
    while (at < end && (this.#bytes[at] ?? NOT_ASCII) < NOT_ASCII) at++;
    if (at !== end) {
      this.position = start;
      return utf16Length(this.text());
    }
    this.position = end;
    return length;
  }

  /** Passes over a string of JSON, parsed once so that what is relayed can be parsed by everyone. */
  json(): void {
    const view = this.text();
    let depth = 0;
    for (const byte of view) {
      if (byte === BRACE_OPEN || byte === BRACKET_OPEN) depth++;
      else if (byte === BRACE_CLOSE || byte === BRACKET_CLOSE) depth--;
      if (depth > MAX_DEPTH) throw new Malformed('nested too deep');
    }
    try {
      JSON.parse(new TextDecoder().decode(view));
    } catch (error) {
      if (error instanceof SyntaxError) throw new Malformed('not JSON');
      throw error;
    }
  }

  /** Passes over one value of lib0's `any` encoding (lib0/encoding.js writeAny). */
  any(depth = 0): void {
    if (depth > MAX_DEPTH) throw new Malformed('nested too deep');
    const type = this.byte();
    switch (type) {
      case 127: // undefined
      case 126: // null
      case 121: // false
      case 120: // true
        return;
      case 125:
        this.#varInt();
        return;
      case 124:
        this.take(4);
        return;
      case 123:
      case 122:
        this.take(8);
        return;
      case 119:
        this.passText();
        return;
      case 118:
        for (let count = this.varUint(); count > 0; count--) {
          this.passText();
          this.any(depth + 1);
        }
        return;
      case 117:
        for (let count = this.varUint(); count > 0; count--) this.any(depth + 1);
        return;
      case 116:
        this.take(this.varUint());
        return;
      default:
        throw new Malformed('unknown value');
    }
  }

  #varInt(): void {
    let byte = this.byte();
    let value = byte & 0x3f;
    let multiplier = 0x40;
    while (byte >= 0x80) {
      byte = this.byte();
      value += (byte & 0x7f) * multiplier;
      multiplier *= 0x80;
      if (value > Number.MAX_SAFE_INTEGER) throw new Malformed('number too large');
    }
  }
}

/** Every UTF-8 sequence is one UTF-16 unit, those of four bytes two. */
function utf16Length(utf8: Uint8Array): number {
  let length = 0;
  for (const byte of utf8) {
    if ((byte & 0xc0) !== 0x80) length += byte >= 0xf0 ? 2 : 1;
  }
  return length;
}

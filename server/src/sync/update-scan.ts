import { ByteReader, Malformed } from './byte-reader.ts';

/** What a scan reports. Lengths are clocks (UTF-16 units for text). */
export interface UpdateVisitor {
  struct(client: number, clock: number, length: number): void;
  /** Clocks that the update knows to be missing in it. */
  skip(client: number, clock: number, length: number): void;
  deleted(client: number, clock: number, length: number): void;
}

const REF = { gc: 0, deleted: 1, json: 2, binary: 3, string: 4, embed: 5, format: 6, type: 7, any: 8, skip: 10 };
const HAS_ORIGIN = 0x80;
const HAS_RIGHT_ORIGIN = 0x40;
const HAS_PARENT_SUB = 0x20;
const TYPE_XML_ELEMENT = 3;
const TYPE_XML_TEXT = 6;

/**
 * Reads a Yjs update (version 1) through to its last byte without making anything of it; where this passes, `Y.applyUpdate`
 * decodes it at every receiver. Refused besides: things of no length, which make Yjs throw, and subdocuments and
 * types other than XML elements and texts, which make every open editor of the room throw. Format: yjs src/utils/encoding.js, src/structs/*.
 * @throws Malformed
 */
export function scanUpdate(update: Uint8Array, visitor: UpdateVisitor | null): void {
  const reader = new ByteReader(update);
  for (let clients = reader.varUint(); clients > 0; clients--) scanClient(reader, visitor);
  for (let clients = reader.varUint(); clients > 0; clients--) {
    const client = reader.varUint();
    for (let ranges = reader.varUint(); ranges > 0; ranges--) {
      const clock = reader.varUint();
      const length = reader.varUint();
      if (length === 0) throw new Malformed('deletion of no length');
      if (clock + length > Number.MAX_SAFE_INTEGER) throw new Malformed('clock too large');
      visitor?.deleted(client, clock, length);
    }
  }
  if (reader.left !== 0) throw new Malformed('goes on after its end');
}

function scanClient(reader: ByteReader, visitor: UpdateVisitor | null): void {
  let structs = reader.varUint();
  // Yjs allocates an array by this number before it reads the first struct.
  if (structs > reader.left) throw new Malformed('more structs than bytes');
  const client = reader.varUint();
  let clock = reader.varUint();
  for (; structs > 0; structs--) {
    const info = reader.byte();
    const ref = info & 0x1f;
    const length = scanStruct(reader, info, ref, client, clock);
    if (length === 0) throw new Malformed('struct of no length');
    if (clock + length > Number.MAX_SAFE_INTEGER) throw new Malformed('clock too large');
    if (ref === REF.skip) visitor?.skip(client, clock, length);
    else visitor?.struct(client, clock, length);
    clock += length;
  }
}

/** @returns the struct's length in clocks. */
function scanStruct(reader: ByteReader, info: number, ref: number, client: number, clock: number): number {
  if (ref === REF.gc || ref === REF.skip) {
    // Yjs reads the flags of these two in one place and not in another.
    if (info !== ref) throw new Malformed('flags where there are none');
    return reader.varUint();
  }
  if ((info & HAS_ORIGIN) !== 0) scanId(reader, client, clock);
  if ((info & HAS_RIGHT_ORIGIN) !== 0) scanId(reader, client, clock);
  if ((info & (HAS_ORIGIN | HAS_RIGHT_ORIGIN)) === 0) {
    if (reader.varUint() === 1) reader.passText();
    else scanId(reader, client, clock);
    if ((info & HAS_PARENT_SUB) !== 0) reader.passText();
  }
  return scanContent(reader, ref);
}

function scanContent(reader: ByteReader, ref: number): number {
  switch (ref) {
    case REF.deleted:
      return reader.varUint();
    case REF.json: {
      const length = reader.varUint();
      for (let left = length; left > 0; left--) scanJsonOrUndefined(reader);
      return length;
    }
    case REF.binary:
      reader.take(reader.varUint());
      return 1;
    case REF.string:
      return reader.passText();
    case REF.embed:
      reader.json();
      return 1;
    case REF.format:
      reader.passText();
      reader.json();
      return 1;
    case REF.type: {
      const type = reader.varUint();
      if (type === TYPE_XML_ELEMENT) reader.passText();
      else if (type !== TYPE_XML_TEXT) throw new Malformed('a type no text is made of');
      return 1;
    }
    case REF.any: {
      const length = reader.varUint();
      for (let left = length; left > 0; left--) reader.any();
      return length;
    }
    default:
      throw new Malformed('unknown content');
  }
}

function scanJsonOrUndefined(reader: ByteReader): void {
  const start = reader.position;
  if (Buffer.from(reader.text()).toString() === 'undefined') return;
  reader.position = start;
  reader.json();
}

/** What a struct builds on. Yjs does not look whether a client's own is there already, and throws at every receiver if not. */
function scanId(reader: ByteReader, client: number, clock: number): void {
  const otherClient = reader.varUint();
  const otherClock = reader.varUint();
  if (otherClient === client && otherClock >= clock) throw new Malformed('builds on what comes after it');
}

import type { HandlingId, PersonId } from '@samskrift/shared';
import * as decoding from 'lib0/decoding';
import type { LoggedUpdate, RoomBatch } from './store.ts';
import { varUintLength, writeVarUint } from './var-uint.ts';

/**
 * One row of the log: one batch or several after another. A batch is its authors once each, then every update with its
 * author's place in that list: varUint n, n × varString; varUint m, m × (varUint author, varUint8Array update). Ids are taken
 * as they were written: importing shared's checks would load all of it into the log's thread.
 */
export function decodeLogRow(row: Uint8Array): LoggedUpdate[] {
  const decoder = decoding.createDecoder(row);
  const updates: LoggedUpdate[] = [];
  while (decoding.hasContent(decoder)) updates.push(...decodeBatch(decoder));
  return updates;
}

function decodeBatch(decoder: decoding.Decoder): LoggedUpdate[] {
  const authors: PersonId[] = [];
  for (let left = decoding.readVarUint(decoder); left > 0; left--)
    authors.push(decoding.readVarString(decoder) as PersonId);
  const updates: LoggedUpdate[] = [];
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    const author = authors[decoding.readVarUint(decoder)];
    if (author === undefined) throw new RangeError('log row: author out of range');
    updates.push({ author, bytes: decoding.readVarUint8Array(decoder) });
  }
  return updates;
}

/** One room's part of a commit, as it goes into the room's log. */
export interface EncodedRow {
  readonly handlingId: HandlingId;
  readonly row: Uint8Array;
}

export function decodeBatches(bytes: Uint8Array): EncodedRow[] {
  const decoder = decoding.createDecoder(bytes);
  const text = asBuffer(bytes);
  const batches: EncodedRow[] = [];
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    const handlingId = readId(decoder, text);
    batches.push({ handlingId, row: decoding.readVarUint8Array(decoder) });
  }
  return batches;
}

/** The handlingar of decodeBatches without their rows: all that most commits are asked for. */
export function decodeIds(bytes: Uint8Array): HandlingId[] {
  const decoder = decoding.createDecoder(bytes);
  const text = asBuffer(bytes);
  const ids: HandlingId[] = [];
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    ids.push(readId(decoder, text));
    const row = decoding.readVarUint(decoder);
    decoder.pos += row;
  }
  return ids;
}

const asBuffer = ({ buffer, byteOffset, length }: Uint8Array): Buffer => Buffer.from(buffer, byteOffset, length);

/** A text decoder is many times slower, and this runs once a room and commit. */
function readId(decoder: decoding.Decoder, text: Buffer): HandlingId {
  const length = decoding.readVarUint(decoder);
  const start = decoder.pos;
  decoder.pos += length;
  return text.toString('latin1', start, decoder.pos) as HandlingId;
}

/** The inverse of decodeBatches. */
export function encodeRows(rows: readonly EncodedRow[]): Uint8Array {
  const size = rows.reduce(
    (sum, { handlingId, row }) => sum + sized(handlingId.length) + sized(row.length),
    VAR_UINT_MAX,
  );
  const writer = new Writer(Buffer.from(new ArrayBuffer(size)));
  writer.varUint(rows.length);
  for (const { handlingId, row } of rows) {
    writer.ascii(handlingId);
    writer.varUint(row.length);
    writer.bytes(row);
  }
  return writer.written();
}

/**
 * All batches of one commit in one buffer of their own, to be transferred to the store's thread: varUint n, n × (varString
 * handling, varUint8Array row). Measured first and written once; this runs for every commit of every room.
 */
export function encodeBatches(batches: readonly RoomBatch[]): Uint8Array<ArrayBuffer> {
  const rows = batches.map(({ handlingId, updates }) => ({ handlingId, row: measure(updates) }));
  const size = rows.reduce(
    (sum, { handlingId, row }) => sum + sized(handlingId.length) + sized(row.length),
    VAR_UINT_MAX,
  );
  const writer = new Writer(Buffer.from(new ArrayBuffer(size)));
  writer.varUint(rows.length);
  for (const { handlingId, row } of rows) {
    writer.ascii(handlingId);
    writer.varUint(row.length);
    writeRow(writer, row);
  }
  return writer.written();
}

/** The inverse of decodeLogRow, as one batch. */
export function encodeLogRow(updates: readonly LoggedUpdate[]): Uint8Array {
  const row = measure(updates);
  const writer = new Writer(Buffer.from(new ArrayBuffer(row.length)));
  writeRow(writer, row);
  return writer.written();
}

function writeRow(writer: Writer, { updates, authors }: MeasuredRow): void {
  writer.varUint(authors.length);
  for (const author of authors) writer.ascii(author);
  writer.varUint(updates.length);
  for (const update of updates) {
    writer.varUint(authors.indexOf(update.author));
    writer.varUint(update.bytes.length);
    writer.bytes(update.bytes);
  }
}

const VAR_UINT_MAX = 8;

interface MeasuredRow {
  readonly updates: readonly LoggedUpdate[];
  readonly authors: readonly PersonId[];
  /** Bytes of the encoded row. */
  readonly length: number;
}

function measure(updates: readonly LoggedUpdate[]): MeasuredRow {
  const authors: PersonId[] = [];
  let length = varUintLength(updates.length);
  for (const { author, bytes } of updates) {
    let index = authors.indexOf(author);
    if (index === -1) {
      index = authors.push(author) - 1;
      length += varUintLength(author.length) + author.length;
    }
    length += varUintLength(index) + varUintLength(bytes.length) + bytes.length;
  }
  return { updates, authors, length: length + varUintLength(authors.length) };
}

const sized = (length: number): number => VAR_UINT_MAX + length;

class Writer {
  readonly #buffer: Buffer<ArrayBuffer>;
  #at = 0;

  constructor(buffer: Buffer<ArrayBuffer>) {
    this.#buffer = buffer;
  }

  varUint(value: number): void {
    this.#at = writeVarUint(this.#buffer, this.#at, value);
  }

  /** Ids are ASCII (shared ids.ts), so their length is their bytes'. */
  ascii(text: string): void {
    this.varUint(text.length);
    this.#at += this.#buffer.write(text, this.#at, 'latin1');
  }

  bytes(bytes: Uint8Array): void {
    this.#buffer.set(bytes, this.#at);
    this.#at += bytes.length;
  }

  written(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#buffer.buffer, 0, this.#at);
  }
}

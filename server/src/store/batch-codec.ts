import type { HandlingId, PersonId } from '@samskrift/shared';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { LoggedUpdate, RoomBatch } from './store.ts';

/**
 * One row of the log: the authors of the batch once each, then every update with its author's place in that list.
 * varUint n, n × varString; varUint m, m × (varUint author, varUint8Array update).
 */
function encodeLogRow(updates: readonly LoggedUpdate[]): Uint8Array {
  const encoder = encoding.createEncoder();
  const authors = [...new Set(updates.map((update) => update.author))];
  encoding.writeVarUint(encoder, authors.length);
  for (const author of authors) encoding.writeVarString(encoder, author);
  encoding.writeVarUint(encoder, updates.length);
  for (const update of updates) {
    encoding.writeVarUint(encoder, authors.indexOf(update.author));
    encoding.writeVarUint8Array(encoder, update.bytes);
  }
  return encoding.toUint8Array(encoder);
}

/** Ids are taken as they were written by encodeLogRow: importing shared's checks would load all of it into the log's thread. */
export function decodeLogRow(row: Uint8Array): LoggedUpdate[] {
  const decoder = decoding.createDecoder(row);
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

/** All batches of one commit in one buffer: one transfer to the store's thread, whatever the number of rooms. */
export function encodeBatches(batches: readonly RoomBatch[]): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, batches.length);
  for (const batch of batches) {
    encoding.writeVarString(encoder, batch.handlingId);
    encoding.writeVarUint8Array(encoder, encodeLogRow(batch.updates));
  }
  return encoding.toUint8Array(encoder);
}

export function decodeBatches(bytes: Uint8Array): { handlingId: HandlingId; row: Uint8Array }[] {
  const decoder = decoding.createDecoder(bytes);
  const batches: { handlingId: HandlingId; row: Uint8Array }[] = [];
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    batches.push({
      handlingId: decoding.readVarString(decoder) as HandlingId,
      row: decoding.readVarUint8Array(decoder),
    });
  }
  return batches;
}

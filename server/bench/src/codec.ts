/** What the systems' wires have in common, as the load needs it, and one codec for each. */
import { EXTENSION, MESSAGE, SYNC } from '@samskrift/shared';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

export type Incoming =
  | { readonly type: 'step1'; readonly stateVector: Uint8Array }
  | { readonly type: 'step2' | 'update'; readonly update: Uint8Array }
  | { readonly type: 'saved'; readonly count: number }
  | { readonly type: 'other' };

export interface Codec {
  /** Whether the server takes part in the sync; the bare relay does not, and there is nothing to wait for. */
  readonly syncs: boolean;
  /** What a client says first. */
  hello(stateVector: Uint8Array): readonly Uint8Array[];
  step2(update: Uint8Array): Uint8Array;
  update(update: Uint8Array): Uint8Array;
  read(frame: Uint8Array): Incoming;
}

const OTHER: Incoming = { type: 'other' };

function syncMessage(step: number, bytes: Uint8Array, document: string | null): Uint8Array {
  const encoder = encoding.createEncoder();
  if (document !== null) encoding.writeVarString(encoder, document);
  encoding.writeVarUint(encoder, MESSAGE.sync);
  encoding.writeVarUint(encoder, step);
  encoding.writeVarUint8Array(encoder, bytes);
  return encoding.toUint8Array(encoder);
}

function readSync(decoder: decoding.Decoder): Incoming {
  const step = decoding.readVarUint(decoder);
  const bytes = decoding.readVarUint8Array(decoder);
  if (step === SYNC.step1) return { type: 'step1', stateVector: bytes };
  return { type: step === SYNC.step2 ? 'step2' : 'update', update: bytes };
}

/** y-websocket's wire, with Samskrift's *saved* (docs/protokoll.md). */
export const plainCodec: Codec = {
  syncs: true,
  hello: (stateVector) => [syncMessage(SYNC.step1, stateVector, null)],
  step2: (update) => syncMessage(SYNC.step2, update, null),
  update: (update) => syncMessage(SYNC.update, update, null),
  read(frame) {
    const decoder = decoding.createDecoder(frame);
    const type = decoding.readVarUint(decoder);
    if (type === MESSAGE.sync) return readSync(decoder);
    if (type === EXTENSION.saved) return { type: 'saved', count: decoding.readVarUint(decoder) };
    return OTHER;
  },
};

export const relayCodec: Codec = { ...plainCodec, syncs: false, hello: () => [] };

const HOCUSPOCUS_TOKEN = 0;
const HOCUSPOCUS_SYNC_REPLY = 4;

/** Hocuspocus' wire: every message begins with the document's name, and the first is a token. */
export function hocuspocusCodec(document: string): Codec {
  const token = encoding.createEncoder();
  encoding.writeVarString(token, document);
  encoding.writeVarUint(token, MESSAGE.auth);
  encoding.writeVarUint(token, HOCUSPOCUS_TOKEN);
  encoding.writeVarString(token, '');
  return {
    syncs: true,
    hello: (stateVector) => [encoding.toUint8Array(token), syncMessage(SYNC.step1, stateVector, document)],
    step2: (update) => syncMessage(SYNC.step2, update, document),
    update: (update) => syncMessage(SYNC.update, update, document),
    read(frame) {
      const decoder = decoding.createDecoder(frame);
      decoding.readVarString(decoder);
      const type = decoding.readVarUint(decoder);
      return type === MESSAGE.sync || type === HOCUSPOCUS_SYNC_REPLY ? readSync(decoder) : OTHER;
    },
  };
}

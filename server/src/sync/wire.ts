import {
  CLOSE,
  type CloseName,
  EXTENSION,
  type ExtensionMessage,
  encodeExtension,
  MESSAGE,
  SYNC,
} from '@samskrift/shared';
import * as encoding from 'lib0/encoding';
import { varUintLength, writeVarUint } from '../store/var-uint.ts';
import { ByteReader, Malformed } from './byte-reader.ts';

/** A client's message, its outer form checked; what is inside an update or a state is the reader's of that. */
export type Incoming =
  | { readonly type: 'step1'; readonly stateVector: Map<number, number> }
  | { readonly type: 'step2' | 'update'; readonly update: Uint8Array }
  | { readonly type: 'awareness'; readonly states: readonly AwarenessState[] }
  | { readonly type: 'queryAwareness' };

/** One client's state in an awareness message; `json` is `null` (the word) when the client has gone. */
export interface AwarenessState {
  readonly client: number;
  readonly clock: number;
  readonly json: string;
}

/** Awareness states in one message; a client echoes those of everybody it has seen. */
const MAX_STATES = 2000;

/**
 * @param maxStateBytes the greatest size of one awareness state.
 * @throws Malformed
 */
export function readIncoming(message: Uint8Array, maxStateBytes: number): Incoming {
  const reader = new ByteReader(message);
  const incoming = readBody(reader, reader.byte(), maxStateBytes);
  if (reader.left !== 0) throw new Malformed('goes on after its end');
  return incoming;
}

function readBody(reader: ByteReader, type: number, maxStateBytes: number): Incoming {
  switch (type) {
    case MESSAGE.sync: {
      const step = reader.byte();
      const body = reader.take(reader.varUint());
      if (step === SYNC.update) return { type: 'update', update: body };
      if (step === SYNC.step2) return { type: 'step2', update: body };
      if (step === SYNC.step1) return { type: 'step1', stateVector: readStateVector(body) };
      throw new Malformed('unknown sync message');
    }
    case MESSAGE.awareness:
      return { type: 'awareness', states: readStates(reader.take(reader.varUint()), maxStateBytes) };
    case MESSAGE.queryAwareness:
      return { type: 'queryAwareness' };
    default:
      throw new Malformed('unknown message');
  }
}

function readStateVector(bytes: Uint8Array): Map<number, number> {
  const reader = new ByteReader(bytes);
  const stateVector = new Map<number, number>();
  for (let left = reader.varUint(); left > 0; left--) stateVector.set(reader.varUint(), reader.varUint());
  if (reader.left !== 0) throw new Malformed('goes on after its end');
  return stateVector;
}

function readStates(bytes: Uint8Array, maxStateBytes: number): AwarenessState[] {
  const reader = new ByteReader(bytes);
  const states: AwarenessState[] = [];
  const count = reader.varUint();
  if (count > MAX_STATES) throw new Malformed('too many states');
  for (let left = count; left > 0; left--) {
    const client = reader.varUint();
    const clock = reader.varUint();
    const json = reader.text();
    if (json.length > maxStateBytes) throw new Malformed('state too large');
    states.push({ client, clock, json: Buffer.from(json.buffer, json.byteOffset, json.length).toString() });
  }
  if (reader.left !== 0) throw new Malformed('goes on after its end');
  return states;
}

export function encodeStateVector(stateVector: ReadonlyMap<number, number>): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, stateVector.size);
  for (const [client, clock] of stateVector) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, clock);
  }
  return encoding.toUint8Array(encoder);
}

/** A sync message as a whole websocket frame. Written by hand: one is made for every keystroke of everybody. */
export function syncFrame(step: keyof typeof SYNC, body: Uint8Array): Buffer {
  const prefix = 2 + varUintLength(body.length);
  const header = headerLength(prefix + body.length);
  const bytes = Buffer.allocUnsafe(header + prefix + body.length);
  writeHeader(bytes, header, prefix + body.length);
  bytes[header] = MESSAGE.sync;
  bytes[header + 1] = SYNC[step];
  bytes.set(body, writeVarUint(bytes, header + 2, body.length));
  return bytes;
}

/** An awareness message as a whole websocket frame. */
export function awarenessFrame(states: readonly AwarenessState[]): Buffer {
  const body = encoding.createEncoder();
  encoding.writeVarUint(body, states.length);
  for (const state of states) {
    encoding.writeVarUint(body, state.client);
    encoding.writeVarUint(body, state.clock);
    encoding.writeVarString(body, state.json);
  }
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.awareness);
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(body));
  return frame(encoding.toUint8Array(encoder));
}

export function extensionFrame(message: ExtensionMessage): Buffer {
  return frame(encodeExtension(message));
}

/** The frame of a *saved*, and these frames after it. Written by hand: most that is written to a writer brings one. */
export function savedWith(count: number, frames: Uint8Array): Buffer {
  const body = varUintLength(EXTENSION.saved) + varUintLength(count);
  const bytes = Buffer.allocUnsafe(2 + body + frames.length);
  writeHeader(bytes, 2, body);
  bytes.set(frames, writeVarUint(bytes, writeVarUint(bytes, 2, EXTENSION.saved), count));
  return bytes;
}

/** The reason that goes with a close code: its name, for people who read a console. */
export function closeReason(name: CloseName): { readonly code: number; readonly reason: string } {
  return { code: CLOSE[name], reason: name };
}

/** One unmasked binary websocket frame (RFC 6455 §5.2): made once, the same bytes for every socket. */
function frame(body: Uint8Array): Buffer {
  const header = headerLength(body.length);
  const bytes = Buffer.allocUnsafe(header + body.length);
  writeHeader(bytes, header, body.length);
  bytes.set(body, header);
  return bytes;
}

function headerLength(length: number): number {
  if (length < 126) return 2;
  return length < 65_536 ? 4 : 10;
}

function writeHeader(bytes: Buffer, header: number, length: number): void {
  bytes[0] = 0x82;
  if (header === 2) bytes[1] = length;
  else if (header === 4) {
    bytes[1] = 126;
    bytes.writeUInt16BE(length, 2);
  } else {
    bytes[1] = 127;
    bytes.writeUInt32BE(Math.floor(length / 2 ** 32), 2);
    bytes.writeUInt32BE(length % 2 ** 32, 6);
  }
}

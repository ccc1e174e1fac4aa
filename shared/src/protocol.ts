/**
 * The wire of `/sync/:handlingId`: the plain y-websocket protocol (numbers 0–3, one message a frame) plus the extension
 * messages below, which the server sends only to a client that asks with `?ext=1&schema=N`. Everything goes from server to
 * client; a client says nothing but y-websocket. Described for other implementers in docs/protokoll.md.
 */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { RATTER, type Ratt } from './ratt.ts';

/** Message types of y-websocket (y-protocols PROTOCOL.md). */
export const MESSAGE = { sync: 0, awareness: 1, auth: 2, queryAwareness: 3 } as const;
/** Sub-types of a sync message. */
export const SYNC = { step1: 0, step2: 1, update: 2 } as const;

/** Message types of the extension. Numbers are never used again for something else. */
export const EXTENSION = {
  hello: 100,
  saved: 101,
  access: 102,
  sealed: 103,
  event: 104,
  refused: 105,
  storage: 106,
} as const;

/**
 * Why the server closed a socket. 4400–4499: coming back will not help until something else has changed, and y-websocket
 * does not; 4500–4599: come back later, with what was typed.
 */
export const CLOSE = {
  malformed: 4400,
  unauthenticated: 4401,
  readOnly: 4403,
  notFound: 4404,
  schemaVersion: 4409,
  messageTooBig: 4413,
  documentTooBig: 4414,
  sealed: 4423,
  forgedAwareness: 4431,
  loadFailed: 4500,
  serverRestarts: 4503,
  authenticationTimeout: 4508,
  tooMany: 4529,
  tooFast: 4530,
  tooSlow: 4532,
} as const;
export type CloseName = keyof typeof CLOSE;

/** Why the server did not take a sync message. */
export const REFUSAL = ['readOnly', 'sealed', 'documentTooBig'] as const;
export type Refusal = (typeof REFUSAL)[number];

/** What a `event` may say: fetch the handling again, or the document nears its greatest size. */
export const EVENTS = ['changed', 'documentLarge'] as const;
export type EventName = (typeof EVENTS)[number];

/** The bounds of the wire; a server may be started with others. Bytes, counts, milliseconds. */
export const LIMITS = {
  /** One websocket message. Greater than any pasted text and than a long offline session's step 2. */
  messageBytes: 4 * 1024 * 1024,
  /** Messages a second and socket, on average; a fast typist makes about 20 updates and as many awareness messages. */
  updatesPerSecond: 200,
  /** Messages that may come at once after a pause. */
  updateBurst: 1000,
  /** Sockets one person may have in one room: tabs and devices. */
  socketsPerPersonAndRoom: 20,
  /** The merged document from which writers are warned, and where it stops growing. */
  documentWarnBytes: 12 * 1024 * 1024,
  documentBytes: 16 * 1024 * 1024,
  /** One client's awareness state as JSON. */
  awarenessBytes: 8 * 1024,
  /** Unsent bytes at which a slow socket is cut; it resynchronises when it comes back. */
  socketBacklogBytes: 16 * 1024 * 1024,
  /** From the upgrade request to an authenticated socket. */
  authenticationMs: 10_000,
} as const;
export type Limits = { readonly [Name in keyof typeof LIMITS]: number };

/** Who sealed a handling, when (ISO 8601, UTC) and the SHA-256 of the canonical text, hex. */
export interface Sealed {
  readonly person: string;
  readonly time: string;
  readonly sha256: string;
}

export type ExtensionMessage =
  /** First on every extended socket: the server's schema version and what the person may do. */
  | { readonly type: 'hello'; readonly schema: number; readonly ratt: Ratt }
  /** So many of the sync messages 1 (step 2 and update) that this socket has sent are on disk, or refused and said so. */
  | { readonly type: 'saved'; readonly count: number }
  | { readonly type: 'access'; readonly ratt: Ratt }
  | { readonly type: 'sealed'; readonly sealed: Sealed }
  | { readonly type: 'event'; readonly event: EventName }
  /** The `index`th (from 1) sync message of this socket was not taken. */
  | { readonly type: 'refused'; readonly index: number; readonly reason: Refusal }
  /** Whether the server can write to its disk; until it can again, nothing new is *saved*. */
  | { readonly type: 'storage'; readonly ok: boolean };

export function encodeExtension(message: ExtensionMessage): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, EXTENSION[message.type]);
  switch (message.type) {
    case 'hello':
      encoding.writeVarUint(encoder, message.schema);
      encoding.writeVarUint(encoder, RATTER.indexOf(message.ratt));
      break;
    case 'saved':
      encoding.writeVarUint(encoder, message.count);
      break;
    case 'access':
      encoding.writeVarUint(encoder, RATTER.indexOf(message.ratt));
      break;
    case 'sealed':
      encoding.writeVarString(encoder, message.sealed.person);
      encoding.writeVarString(encoder, message.sealed.time);
      encoding.writeVarString(encoder, message.sealed.sha256);
      break;
    case 'event':
      encoding.writeVarUint(encoder, EVENTS.indexOf(message.event));
      break;
    case 'refused':
      encoding.writeVarUint(encoder, message.index);
      encoding.writeVarUint(encoder, REFUSAL.indexOf(message.reason));
      break;
    case 'storage':
      encoding.writeVarUint(encoder, message.ok ? 1 : 0);
      break;
  }
  return encoding.toUint8Array(encoder);
}

/**
 * Reads the body of an extension message, its number already read.
 * @returns null where number or body is not of this version, so that an older client passes over what it cannot know.
 */
export function readExtension(number: number, decoder: decoding.Decoder): ExtensionMessage | null {
  switch (number) {
    case EXTENSION.hello: {
      const schema = decoding.readVarUint(decoder);
      const ratt = RATTER[decoding.readVarUint(decoder)];
      return ratt === undefined ? null : { type: 'hello', schema, ratt };
    }
    case EXTENSION.saved:
      return { type: 'saved', count: decoding.readVarUint(decoder) };
    case EXTENSION.access: {
      const ratt = RATTER[decoding.readVarUint(decoder)];
      return ratt === undefined ? null : { type: 'access', ratt };
    }
    case EXTENSION.sealed: {
      const person = decoding.readVarString(decoder);
      const time = decoding.readVarString(decoder);
      return { type: 'sealed', sealed: { person, time, sha256: decoding.readVarString(decoder) } };
    }
    case EXTENSION.event: {
      const event = EVENTS[decoding.readVarUint(decoder)];
      return event === undefined ? null : { type: 'event', event };
    }
    case EXTENSION.refused: {
      const index = decoding.readVarUint(decoder);
      const reason = REFUSAL[decoding.readVarUint(decoder)];
      return reason === undefined ? null : { type: 'refused', index, reason };
    }
    case EXTENSION.storage:
      return { type: 'storage', ok: decoding.readVarUint(decoder) === 1 };
    default:
      return null;
  }
}

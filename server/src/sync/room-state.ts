import type { Sealed } from '@samskrift/shared';
import type { StoredSeal } from '../store/store.ts';
import type { Peer } from './peer.ts';
import type { Incoming } from './wire.ts';

export type IncomingUpdate = Extract<Incoming, { readonly update: Uint8Array }>;

/** A message that waits for the outcome of a seal. */
export interface HeldUpdate {
  readonly peer: Peer;
  readonly incoming: IncomingUpdate;
  readonly index: number;
}

/** While `sealing`, messages wait for the outcome: they belong to the text only if it is not sealed after all. */
export type RoomState =
  | { readonly name: 'open' }
  | { readonly name: 'sealing'; readonly held: HeldUpdate[] }
  | { readonly name: 'sealed'; readonly sealed: Sealed };

/** A seal whose entry cannot be read is a seal all the same. */
export function sealedState(entry: StoredSeal): Extract<RoomState, { readonly name: 'sealed' }> {
  if (entry === 'unreadable') return { name: 'sealed', sealed: { person: '', time: '', sha256: '' } };
  return { name: 'sealed', sealed: { person: entry.person, time: entry.time, sha256: entry.textSha256 } };
}

/** All sockets are read into one buffer: what waits is a copy. Not by `slice`, which of a `Buffer` is a view. */
export function copied({ type, update }: IncomingUpdate): IncomingUpdate {
  return { type, update: new Uint8Array(update) };
}

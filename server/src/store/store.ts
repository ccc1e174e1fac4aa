import type { HandlingId, NamndId, PersonId } from '@samskrift/shared';

/** One update as it came from a client, and who sent it (versions name their authors by it). */
export interface LoggedUpdate {
  readonly author: PersonId;
  readonly bytes: Uint8Array;
}

/** The updates of one room that are to become durable together. */
export interface RoomBatch {
  readonly handlingId: HandlingId;
  readonly updates: readonly LoggedUpdate[];
}

/** Everything stored of one document: `base` is a whole Yjs update, `tail` what has been logged since, oldest first. */
export interface StoredDocument {
  readonly base: Uint8Array;
  readonly tail: readonly Uint8Array[];
  /** Null for an open document. */
  readonly sealed: StoredSeal | null;
}

export interface SealRequest {
  readonly handlingId: HandlingId;
  readonly namndId: NamndId;
  readonly personId: PersonId;
  /** The name as it is to be read for ever, whatever the account is called later. */
  readonly person: string;
  readonly dnr: string;
  readonly titel: string;
  readonly typ: string;
  /** ISO 8601, UTC. */
  readonly time: string;
}

/** One entry of a nämnd's chain (`nr` from 1). Hashes are SHA-256 in hex; the first entry's `previous` is 64 zeros. */
export interface SealEntry extends SealRequest {
  readonly nr: number;
  readonly textSha256: string;
  readonly stateSha256: string;
  readonly previous: string;
  readonly hash: string;
}

/** What a stored seal says; `unreadable` when its words have been tampered with. Sealed it is all the same. */
export type StoredSeal = SealEntry | 'unreadable';

/** A sealed text: its entry, the canonical JSON of the text and the Yjs state it was read from. */
export interface Snapshot {
  readonly entry: SealEntry;
  readonly text: string;
  readonly state: Uint8Array;
}

/** A sealed text as it is stored, before anything of it is believed. */
export interface SealedText extends Omit<Snapshot, 'entry'> {
  readonly entry: StoredSeal;
}

/** What does not hold in a chain: the entry by its number, and what about it, in Swedish for the page and the command. */
export interface ChainFault {
  readonly nr: number;
  readonly handlingId: HandlingId | null;
  readonly titel: string;
  readonly what: string;
}

export interface ChainReport {
  readonly namndId: NamndId;
  readonly entries: number;
  /** Hash of the last entry, null for an empty chain. */
  readonly last: string | null;
  readonly faults: readonly ChainFault[];
}

/** A text as it stands, and as a document that has it from the start: nothing of who wrote what, nor of what was taken away. */
export interface CleanCopy {
  /** The canonical JSON that is hashed at sealing. */
  readonly text: string;
  /** A whole Yjs update by one neutral client. */
  readonly base: Uint8Array;
}

/** `closed`: what is no longer arbetsmaterial takes nothing, though it is not sealed. */
export type AppendOutcome = 'saved' | 'sealed' | 'closed' | 'missing';

/**
 * Where documents live. Every implementation passes contract.ts. A promise that rejects means the disk failed: nothing of
 * that call is stored, and it may be tried again.
 */
export interface Store {
  /** Stores a new document with its first text. Rejects if it is already there. */
  create(handlingId: HandlingId, seed: Uint8Array): Promise<void>;
  /** @returns bytes that are the caller's own, buffer and all; null if no such document was ever created. */
  load(handlingId: HandlingId): Promise<StoredDocument | null>;
  /** Makes all batches durable in one transaction; one outcome a batch, in their order. A sealed document takes nothing. */
  append(batches: readonly RoomBatch[]): Promise<readonly AppendOutcome[]>;
  /**
   * Replaces base and tail by one base with garbage collected, covering the log as it stood at some instant of the call.
   * @returns the new base, the caller's own, and how many of the oldest tail updates it covers; null if there was nothing to cover.
   */
  compact(handlingId: HandlingId): Promise<{ readonly base: Uint8Array; readonly covered: number } | null>;
  /** Seals the document as the log stands: snapshot, entry in the chain, no append ever after; all or nothing. */
  seal(
    request: SealRequest,
  ): Promise<
    { readonly outcome: 'sealed'; readonly snapshot: Snapshot } | { readonly outcome: 'alreadySealed' | 'missing' }
  >;
  snapshot(handlingId: HandlingId): Promise<SealedText | null>;
  /** @returns null if no such document was ever created. */
  cleanCopy(handlingId: HandlingId): Promise<CleanCopy | null>;
  /** Recomputes every chain from the stored bytes. */
  verify(): Promise<readonly ChainReport[]>;
  close(): Promise<void>;
}

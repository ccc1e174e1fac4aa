import type { HandlingId, NamndId } from '@samskrift/shared';
import { cleanCopy, compactDocument } from './document-bytes.ts';
import { FIRST_PREVIOUS, makeSnapshot, type StoredSnapshot, verifyChain } from './seal-entry.ts';
import type { AppendOutcome, RoomBatch, SealRequest, Snapshot, Store } from './store.ts';

interface Entry {
  base: Uint8Array;
  tail: Uint8Array[];
  snapshot: Snapshot | null;
}

/** The store without a disk, for tests: same contract, nothing durable. */
export function createMemoryStore(): Store {
  const documents = new Map<HandlingId, Entry>();
  const chains = new Map<NamndId, { snapshot: Snapshot; post: string }[]>();

  function append(batch: RoomBatch): AppendOutcome {
    const entry = documents.get(batch.handlingId);
    if (entry === undefined) return 'missing';
    if (entry.snapshot !== null) return 'sealed';
    entry.tail.push(...batch.updates.map((update) => update.bytes.slice()));
    return 'saved';
  }

  function seal(request: SealRequest): Awaited<ReturnType<Store['seal']>> {
    const entry = documents.get(request.handlingId);
    if (entry === undefined) return { outcome: 'missing' };
    if (entry.snapshot !== null) return { outcome: 'alreadySealed' };
    const chain = chains.get(request.namndId) ?? [];
    const state = compactDocument(entry.base, entry.tail);
    const made = makeSnapshot(request, state, chain.length + 1, chain.at(-1)?.snapshot.entry.hash ?? FIRST_PREVIOUS);
    chains.set(request.namndId, [...chain, made]);
    documents.set(request.handlingId, { base: state, tail: [], snapshot: made.snapshot });
    return { outcome: 'sealed', snapshot: made.snapshot };
  }

  return {
    async create(id, seed) {
      if (documents.has(id)) throw new RangeError(`document exists: ${id}`);
      documents.set(id, { base: seed.slice(), tail: [], snapshot: null });
    },
    async load(id) {
      const entry = documents.get(id);
      return entry === undefined
        ? null
        : { base: entry.base.slice(), tail: [...entry.tail], sealed: entry.snapshot?.entry ?? null };
    },
    append: async (batches) => batches.map(append),
    async compact(id) {
      const entry = documents.get(id);
      if (entry === undefined || entry.snapshot !== null || entry.tail.length === 0) return null;
      const covered = entry.tail.length;
      entry.base = compactDocument(entry.base, entry.tail);
      entry.tail = [];
      return { base: entry.base.slice(), covered };
    },
    seal: async (request) => seal(request),
    snapshot: async (id) => documents.get(id)?.snapshot ?? null,
    cleanCopy: async (id) => {
      const entry = documents.get(id);
      return entry === undefined ? null : cleanCopy(entry.base, entry.tail);
    },
    verify: async () =>
      [...chains].map(([namndId, chain]) =>
        verifyChain(
          namndId,
          chain.map(
            ({ snapshot, post }): StoredSnapshot => ({
              ...snapshot.entry,
              post,
              text: snapshot.text,
              state: snapshot.state,
              served: documents.get(snapshot.entry.handlingId)?.base ?? null,
            }),
          ),
          { entries: chain.length, hash: chain.at(-1)?.snapshot.entry.hash ?? FIRST_PREVIOUS },
        ),
      ),
    close: async () => undefined,
  };
}

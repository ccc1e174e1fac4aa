import type { DatabaseSync } from 'node:sqlite';
import type { HandlingId, NamndId } from '@samskrift/shared';
import { decodeBatches, decodeLogRow } from './batch-codec.ts';
import { compactDocument } from './document-bytes.ts';
import { FIRST_PREVIOUS, makeSnapshot, readEntry, type StoredSnapshot, verifyChain } from './seal-entry.ts';
import { inTransaction } from './sqlite-connection.ts';
import type { AppendOutcome, ChainReport, SealRequest, Snapshot, StoredDocument } from './store.ts';

interface DocumentRow {
  readonly bas: Uint8Array;
  readonly post: string | null;
  readonly hash: string | null;
}
interface LogRow {
  readonly rad: number;
  readonly uppdateringar: Uint8Array;
}
interface SigillRow {
  readonly nr: number;
  readonly namnd_id: string;
  readonly handling_id: string;
  readonly post: string;
  readonly hash: string;
  readonly text: string;
  readonly tillstand: Uint8Array;
  readonly bas: Uint8Array | null;
}

/** How often a compaction or a seal begins again because the log grew while it worked outside the transaction. */
const ATTEMPTS = 20;

/** The operations of the store on one connection, synchronous: they run in a thread of their own. */
export function sqliteOperations(database: DatabaseSync) {
  const insertDocument = database.prepare('INSERT INTO dokument (handling_id, bas) VALUES (?, ?)');
  const selectDocument = database.prepare(
    'SELECT bas, post, hash FROM dokument LEFT JOIN sigill USING (handling_id) WHERE handling_id = ?',
  );
  const selectState = database.prepare(
    `SELECT EXISTS (SELECT 1 FROM dokument WHERE handling_id = ?1) AS finns,
            EXISTS (SELECT 1 FROM sigill WHERE handling_id = ?1) AS forseglad`,
  );
  const selectLog = database.prepare('SELECT rad, uppdateringar FROM logg WHERE handling_id = ? ORDER BY rad');
  const selectLastRow = database.prepare('SELECT max(rad) AS rad FROM logg WHERE handling_id = ?');
  const insertLog = database.prepare('INSERT INTO logg (handling_id, tid, uppdateringar) VALUES (?, ?, ?)');
  const deleteLog = database.prepare('DELETE FROM logg WHERE handling_id = ? AND rad <= ?');
  const updateBase = database.prepare('UPDATE dokument SET bas = ? WHERE handling_id = ?');
  const selectLastEntry = database.prepare('SELECT nr, hash FROM sigill WHERE namnd_id = ? ORDER BY nr DESC LIMIT 1');
  const insertSigill = database.prepare(
    'INSERT INTO sigill (namnd_id, nr, handling_id, post, hash, text, tillstand) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const selectSigill = database.prepare('SELECT post, hash, text, tillstand FROM sigill WHERE handling_id = ?');
  const selectChains = database.prepare(
    'SELECT namnd_id, antal, kedja.hash FROM kedja UNION SELECT namnd_id, 0, ? FROM sigill WHERE namnd_id NOT IN (SELECT namnd_id FROM kedja) ORDER BY namnd_id',
  );
  const selectChain = database.prepare(
    'SELECT sigill.*, bas FROM sigill LEFT JOIN dokument USING (handling_id) WHERE namnd_id = ? ORDER BY nr',
  );

  function readStored(id: HandlingId): { row: DocumentRow; log: LogRow[]; tail: Uint8Array[] } | null {
    // One read transaction: base and log are of the same instant, though another connection may compact between them.
    database.exec('BEGIN');
    try {
      const row = selectDocument.get(id) as DocumentRow | undefined;
      if (row === undefined) return null;
      const log = selectLog.all(id) as unknown as LogRow[];
      return {
        row,
        log,
        tail: log.flatMap((entry) => decodeLogRow(entry.uppdateringar).map((update) => update.bytes)),
      };
    } finally {
      database.exec('COMMIT');
    }
  }

  function appendOne(id: HandlingId, row: Uint8Array, time: number): AppendOutcome {
    const state = selectState.get(id) as { finns: number; forseglad: number };
    if (state.finns === 0) return 'missing';
    if (state.forseglad === 1) return 'sealed';
    insertLog.run(id, time, row);
    return 'saved';
  }

  return {
    create(id: HandlingId, seed: Uint8Array): void {
      inTransaction(database, () => insertDocument.run(id, seed));
    },

    load(id: HandlingId): StoredDocument | null {
      const stored = readStored(id);
      if (stored === null) return null;
      const { post, hash, bas } = stored.row;
      return {
        base: bas,
        tail: stored.tail,
        sealed: post === null || hash === null ? null : readEntry({ post, hash }),
      };
    },

    append(batches: Uint8Array, time: number): AppendOutcome[] {
      return inTransaction(database, () =>
        decodeBatches(batches).map(({ handlingId, row }) => appendOne(handlingId, row, time)),
      );
    },

    compact(id: HandlingId): { base: Uint8Array; covered: number } | null {
      const stored = readStored(id);
      const last = stored?.log.at(-1);
      if (stored === null || last === undefined || stored.row.post !== null) return null;
      const base = compactDocument(stored.row.bas, stored.tail);
      inTransaction(database, () => {
        updateBase.run(base, id);
        deleteLog.run(id, last.rad);
      });
      return { base, covered: stored.tail.length };
    },

    seal(request: SealRequest): { outcome: 'sealed'; snapshot: Snapshot } | { outcome: 'alreadySealed' | 'missing' } {
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        const stored = readStored(request.handlingId);
        if (stored === null) return { outcome: 'missing' };
        if (stored.row.post !== null) return { outcome: 'alreadySealed' };
        // The document is read outside the write transaction: a long text must not hold up every other room's commit.
        const state = compactDocument(stored.row.bas, stored.tail);
        const snapshot = inTransaction(database, () => {
          const last = selectLastRow.get(request.handlingId) as { rad: number | null };
          if (last.rad !== (stored.log.at(-1)?.rad ?? null)) return null;
          const end = selectLastEntry.get(request.namndId) as { nr: number; hash: string } | undefined;
          const made = makeSnapshot(request, state, (end?.nr ?? 0) + 1, end?.hash ?? FIRST_PREVIOUS);
          const { entry, text } = made.snapshot;
          updateBase.run(state, request.handlingId);
          deleteLog.run(request.handlingId, last.rad ?? 0);
          insertSigill.run(request.namndId, entry.nr, request.handlingId, made.post, entry.hash, text, state);
          return made.snapshot;
        });
        if (snapshot !== null) return { outcome: 'sealed', snapshot };
      }
      throw new Error(`the log of ${request.handlingId} never stood still for its seal`);
    },

    snapshot(id: HandlingId): Snapshot | null {
      const row = selectSigill.get(id) as Pick<SigillRow, 'post' | 'hash' | 'text' | 'tillstand'> | undefined;
      return row === undefined ? null : { entry: readEntry(row), text: row.text, state: row.tillstand };
    },

    verify(): ChainReport[] {
      const chains = selectChains.all(FIRST_PREVIOUS) as { namnd_id: NamndId; antal: number; hash: string }[];
      return chains.map(({ namnd_id, antal, hash }) =>
        verifyChain(namnd_id, storedSnapshots(namnd_id), { entries: antal, hash }),
      );
    },

    close(): void {
      database.close();
    },
  };

  function* storedSnapshots(namndId: NamndId): Generator<StoredSnapshot> {
    for (const row of selectChain.iterate(namndId) as Iterable<SigillRow>) {
      const { nr, handling_id, post, hash, text, tillstand, bas } = row;
      yield { nr, namndId: row.namnd_id, handlingId: handling_id, post, hash, text, state: tillstand, served: bas };
    }
  }
}

export type SqliteOperations = ReturnType<typeof sqliteOperations>;

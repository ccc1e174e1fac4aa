import type { DatabaseSync } from 'node:sqlite';
import type { HandlingId } from '@samskrift/shared';
import { decodeBatches } from './batch-codec.ts';
import { readEntry } from './entry.ts';
import { inTransaction } from './sqlite-connection.ts';
import { documentReader } from './sqlite-document.ts';
import type { AppendOutcome, StoredDocument } from './store.ts';

/**
 * What a keystroke and an opened page wait for. Nothing here imports the text schema: its thread is to be ready before the
 * first client is back after a restart.
 */
export function logOperations(database: DatabaseSync) {
  const read = documentReader(database);
  const insertDocument = database.prepare('INSERT INTO dokument (handling_id, bas) VALUES (?, ?)');
  const insertLog = database.prepare(
    `INSERT INTO logg (handling_id, tid, uppdateringar) SELECT ?1, ?2, ?3
       WHERE EXISTS (SELECT 1 FROM dokument WHERE handling_id = ?1)
         AND NOT EXISTS (SELECT 1 FROM sigill WHERE handling_id = ?1)`,
  );
  const selectState = database.prepare('SELECT EXISTS (SELECT 1 FROM dokument WHERE handling_id = ?) AS finns');

  function appendOne(id: HandlingId, row: Uint8Array, time: number): AppendOutcome {
    if (insertLog.run(id, time, row).changes === 1) return 'saved';
    const state = selectState.get(id) as { finns: number };
    return state.finns === 0 ? 'missing' : 'sealed';
  }

  return {
    create(id: HandlingId, seed: Uint8Array): void {
      inTransaction(database, () => insertDocument.run(id, seed));
    },

    load(id: HandlingId): StoredDocument | null {
      const stored = read(id);
      if (stored === null) return null;
      const { base, tail, seal } = stored;
      return { base, tail, sealed: seal === null ? null : readEntry(seal) };
    },

    append(batches: Uint8Array, time: number): AppendOutcome[] {
      return inTransaction(database, () =>
        decodeBatches(batches).map(({ handlingId, row }) => appendOne(handlingId, row, time)),
      );
    },

    close(): void {
      database.close();
    },
  };
}

export type LogOperations = ReturnType<typeof logOperations>;

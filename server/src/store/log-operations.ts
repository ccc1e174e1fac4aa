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
  const selectState = database.prepare(
    `SELECT EXISTS (SELECT 1 FROM dokument WHERE handling_id = ?1) AS finns,
            EXISTS (SELECT 1 FROM sigill WHERE handling_id = ?1) AS forseglad`,
  );
  const insertLog = database.prepare('INSERT INTO logg (handling_id, tid, uppdateringar) VALUES (?, ?, ?)');

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

import type { DatabaseSync } from 'node:sqlite';
import type { HandlingId } from '@samskrift/shared';
import { readEntry } from './entry.ts';
import { GroupCipher } from './group-cipher.ts';
import { journalWriter } from './journal.ts';
import { inTransaction } from './sqlite-connection.ts';
import { documentReader } from './sqlite-document.ts';
import type { AppendOutcome, StoredDocument } from './store.ts';

/**
 * What a keystroke and an opened page wait for. Nothing here imports the text schema: its thread is to be ready before the
 * first client is back after a restart.
 */
export function logOperations(database: DatabaseSync, masterKey: Uint8Array | null) {
  const cipher = new GroupCipher(database, masterKey);
  const read = documentReader(database, cipher);
  const insertDocument = database.prepare('INSERT INTO dokument (handling_id, bas) VALUES (?, ?)');
  const journal = journalWriter(database, cipher);

  return {
    create(id: HandlingId, seed: Uint8Array): void {
      inTransaction(database, () => insertDocument.run(id, cipher.sealBase(cipher.groupOf(id), id, seed)));
    },

    load(id: HandlingId): StoredDocument | null {
      const stored = read(id);
      if (stored === null) return null;
      const { base, tail, seal } = stored;
      return { base, tail, sealed: seal === null ? null : readEntry(seal) };
    },

    /** @returns null where every batch was saved: a list of fifty times the same word costs both threads more than it says. */
    append(batches: Uint8Array, time: number): AppendOutcome[] | null {
      return journal.append(batches, time);
    },

    close(): void {
      database.close();
    },
  };
}

export type LogOperations = ReturnType<typeof logOperations>;

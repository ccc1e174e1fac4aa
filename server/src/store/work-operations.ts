import assert from 'node:assert';
import type { DatabaseSync } from 'node:sqlite';
import type { HandlingId, NamndId } from '@samskrift/shared';
import { cleanCopy, compactDocument } from './document-bytes.ts';
import { readEntry } from './entry.ts';
import { GroupCipher } from './group-cipher.ts';
import { spreader } from './journal.ts';
import { FIRST_PREVIOUS, makeSnapshot, type StoredSnapshot, verifyChain } from './seal-entry.ts';
import { inTransaction } from './sqlite-connection.ts';
import { documentReader } from './sqlite-document.ts';
import type { ChainReport, CleanCopy, SealedText, SealRequest, Snapshot } from './store.ts';

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

/** How often a seal begins again because the log grew while it worked outside the transaction. */
const ATTEMPTS = 20;

/** What takes its time: compaction, sealing and verification make documents of bytes. */
export function workOperations(database: DatabaseSync, masterKey: Uint8Array | null) {
  const cipher = new GroupCipher(database, masterKey);
  const read = documentReader(database, cipher);
  const spread = spreader(database);
  const selectLastRow = database.prepare('SELECT max(rad) AS rad FROM logg WHERE handling_id = ?');
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

  return {
    compact(id: HandlingId): { base: Uint8Array; covered: number } | null {
      const stored = read(id);
      if (stored === null || stored.lastRow === null || stored.seal !== null) return null;
      const { lastRow, group } = stored;
      const base = compactDocument(stored.base, stored.tail);
      inTransaction(database, () => {
        updateBase.run(cipher.sealBase(group, id, base), id);
        deleteLog.run(id, lastRow);
      });
      return { base, covered: stored.tail.length };
    },

    seal(request: SealRequest): { outcome: 'sealed'; snapshot: Snapshot } | { outcome: 'alreadySealed' | 'missing' } {
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        const stored = read(request.handlingId);
        if (stored === null) return { outcome: 'missing' };
        if (stored.seal !== null) return { outcome: 'alreadySealed' };
        assert(stored.group === null, 'nobody seals a draft of a partigrupp (ratt.ts farJustera)');
        // The document is read outside the write transaction: a long text must not hold up every other room's commit.
        const state = compactDocument(stored.base, stored.tail);
        const snapshot = inTransaction(database, () => {
          spread();
          const last = selectLastRow.get(request.handlingId) as { rad: number | null };
          if (last.rad !== stored.lastRow) return null;
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

    snapshot(id: HandlingId): SealedText | null {
      const row = selectSigill.get(id) as Pick<SigillRow, 'post' | 'hash' | 'text' | 'tillstand'> | undefined;
      return row === undefined ? null : { entry: readEntry(row), text: row.text, state: row.tillstand };
    },

    cleanCopy(id: HandlingId): CleanCopy | null {
      const stored = read(id);
      return stored === null ? null : cleanCopy(stored.base, stored.tail);
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

export type WorkOperations = ReturnType<typeof workOperations>;

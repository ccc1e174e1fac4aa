import type { DatabaseSync } from 'node:sqlite';
import type { HandlingId } from '@samskrift/shared';
import { GroupKeys, isEncrypted } from '../kryptering/group-keys.ts';
import { baseOf, originOf, titleOf, updateOf } from '../kryptering/purposes.ts';
import { decodeLogRow } from './batch-codec.ts';
import { compactDocument } from './document-bytes.ts';
import { spreader } from './journal.ts';
import { inTransaction, openConnection } from './sqlite-connection.ts';

interface GroupRow {
  readonly id: HandlingId;
  readonly grupp: string;
  readonly titel: string;
  /** The text it began as a copy of; null for most. */
  readonly ursprung: string | null;
  /** Null where there is no text, which no handling of ours lacks. */
  readonly bas: Uint8Array | null;
}

/** The file's `user_version` from when the words were written anew until the old ones are gone; otherwise 0. */
export const NOT_WRITTEN_OVER = 1;

export interface Rekeyed {
  readonly groups: number;
  readonly handlingar: number;
}

/**
 * Encrypts what is not encrypted yet: a store from before partigrupper had keys. The pages of the file that held the words are
 * written over.
 */
export function encryptOld(file: string, masterKey: Uint8Array): Rekeyed {
  return withFile(file, (database) => {
    const keys = new GroupKeys(database, masterKey);
    return rewrite(database, keys, keys, () => undefined);
  });
}

/**
 * Gives every partigrupp a new key, wrapped by `next`, and writes all its words anew; no older key is left. The server is not to
 * run. All of it happens, or nothing.
 * @throws CipherError where `masterKey` is not the store's.
 */
export function rotateKeys(file: string, masterKey: Uint8Array, next: Uint8Array): Rekeyed {
  return withFile(file, (database) => {
    const after = new GroupKeys(database, next);
    const last = database.prepare('SELECT partigrupp_id AS grupp, max(version) AS version FROM gruppnyckel GROUP BY 1');
    const forget = database.prepare('DELETE FROM gruppnyckel WHERE partigrupp_id = ? AND version <= ?');
    return rewrite(database, new GroupKeys(database, masterKey), after, () => {
      const old = last.all() as unknown as { grupp: string; version: number }[];
      for (const { grupp } of old) after.renew(grupp);
      return () => {
        for (const { grupp, version } of old) forget.run(grupp, version);
      };
    });
  });
}

function withFile(file: string, work: (database: DatabaseSync) => Rekeyed): Rekeyed {
  const database = openConnection(file);
  try {
    const done = work(database);
    writeOver(database);
    return done;
  } finally {
    database.close();
  }
}

/** What was deleted lies in free pages and in the write-ahead log until it is written over. */
function writeOver(database: DatabaseSync): void {
  database.exec('VACUUM');
  database.exec('PRAGMA user_version = 0');
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
}

/** Does what a process that died after its rewriting, whose mark is in the file, had left to do. */
export function finishRewriting(file: string): void {
  withFile(file, () => ({ groups: 0, handlingar: 0 }));
}

/** @param begin runs first in the transaction; what it returns, last. */
function rewrite(
  database: DatabaseSync,
  before: GroupKeys,
  after: GroupKeys,
  begin: () => (() => void) | undefined,
): Rekeyed {
  const spread = spreader(database);
  const select = database.prepare(
    `SELECT h.id, h.agare_id AS grupp, h.titel, d.bas, u.text AS ursprung FROM handling AS h
     LEFT JOIN dokument AS d ON d.handling_id = h.id LEFT JOIN ursprung AS u ON u.handling_id = h.id
     WHERE h.agare_typ = 'partigrupp' AND NOT EXISTS (SELECT 1 FROM sigill WHERE sigill.handling_id = h.id)`,
  );
  const selectLog = database.prepare('SELECT uppdateringar FROM logg WHERE handling_id = ? ORDER BY rad');
  const updateTitle = database.prepare('UPDATE handling SET titel = ? WHERE id = ?');
  const updateOrigin = database.prepare('UPDATE ursprung SET text = ? WHERE handling_id = ?');
  const updateBase = database.prepare('UPDATE dokument SET bas = ? WHERE handling_id = ?');
  const deleteLog = database.prepare('DELETE FROM logg WHERE handling_id = ?');

  return inTransaction(database, () => {
    const end = begin();
    spread();
    const rows = select.all() as unknown as GroupRow[];
    for (const row of rows) {
      const { id, grupp } = row;
      const open = (purpose: string, bytes: Uint8Array): Uint8Array =>
        isEncrypted(bytes) ? before.decrypt(grupp, purpose, bytes) : bytes;
      const rewritten = (purpose: string, text: string): string => {
        const bytes = Buffer.from(text, 'base64');
        const words = isEncrypted(bytes) ? open(purpose, bytes) : Buffer.from(text);
        return Buffer.from(after.encrypt(grupp, purpose, words)).toString('base64');
      };
      updateTitle.run(rewritten(titleOf(id), row.titel), id);
      if (row.ursprung !== null) updateOrigin.run(rewritten(originOf(id), row.ursprung), id);
      if (row.bas === null) continue;
      const log = selectLog.all(id) as unknown as { uppdateringar: Uint8Array }[];
      const tail = log.flatMap(({ uppdateringar }) =>
        decodeLogRow(uppdateringar).map(({ bytes }) => open(updateOf(id), bytes)),
      );
      const base = compactDocument(open(baseOf(id), row.bas), tail);
      updateBase.run(after.encrypt(grupp, baseOf(id), base), id);
      deleteLog.run(id);
    }
    end?.();
    database.exec(`PRAGMA user_version = ${NOT_WRITTEN_OVER}`);
    return { groups: new Set(rows.map(({ grupp }) => grupp)).size, handlingar: rows.length };
  });
}

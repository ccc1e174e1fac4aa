import type { DatabaseSync } from 'node:sqlite';
import type { HandlingId } from '@samskrift/shared';
import { decodeLogRow } from './batch-codec.ts';
import type { GroupCipher } from './group-cipher.ts';
import { spreader } from './journal.ts';
import { inTransaction } from './sqlite-connection.ts';

/** A document as its rows stand: base, log and seal of one instant. */
export interface DocumentRows {
  readonly base: Uint8Array;
  /** Updates since the base, oldest first. */
  readonly tail: readonly Uint8Array[];
  /** The last row of the log, null for an empty one. */
  readonly lastRow: number | null;
  /** The seal's entry, as hashed, and its hash; null for an open document. */
  readonly seal: { readonly post: string; readonly hash: string } | null;
  /** The partigrupp that owns it, null for any other owner. */
  readonly group: string | null;
}

/** @returns reads one document, decrypted where it is a group's; null if it was never created. */
export function documentReader(database: DatabaseSync, cipher: GroupCipher): (id: HandlingId) => DocumentRows | null {
  const selectDocument = database.prepare(
    'SELECT bas, post, hash FROM dokument LEFT JOIN sigill USING (handling_id) WHERE handling_id = ?',
  );
  const selectLog = database.prepare('SELECT rad, uppdateringar FROM logg WHERE handling_id = ? ORDER BY rad');
  const selectJournal = database.prepare('SELECT EXISTS (SELECT 1 FROM journal) AS finns');
  const spread = spreader(database);
  return (id) => {
    if ((selectJournal.get() as { finns: number }).finns === 1) inTransaction(database, spread);
    // One read transaction: base and log are of the same instant, though another connection may compact between them.
    database.exec('BEGIN');
    try {
      const row = selectDocument.get(id) as { bas: Uint8Array; post: string | null; hash: string | null } | undefined;
      if (row === undefined) return null;
      const log = selectLog.all(id) as unknown as { rad: number; uppdateringar: Uint8Array }[];
      const group = cipher.groupOf(id);
      return {
        base: cipher.openBase(group, id, row.bas),
        tail: log.flatMap((entry) =>
          decodeLogRow(entry.uppdateringar).map(({ bytes }) => cipher.openUpdate(group, id, bytes)),
        ),
        lastRow: log.at(-1)?.rad ?? null,
        seal: row.post === null || row.hash === null ? null : { post: row.post, hash: row.hash },
        group,
      };
    } finally {
      database.exec('COMMIT');
    }
  };
}

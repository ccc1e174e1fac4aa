import type { DatabaseSync } from 'node:sqlite';
import type { HandlingId } from '@samskrift/shared';
import { decodeBatches, decodeIds, type EncodedRow, encodeRows } from './batch-codec.ts';
import type { GroupCipher } from './group-cipher.ts';
import { inTransaction } from './sqlite-connection.ts';
import type { AppendOutcome } from './store.ts';

/** So many commits, or bytes, lie in the journal before they are spread: a restart reads them all before its first document. */
const SPREAD_COMMITS = 64;
const SPREAD_BYTES = 1024 * 1024;
/** SQLITE_CONSTRAINT_TRIGGER (https://sqlite.org/rescode.html). */
const REFUSED_BY_TRIGGER = 1811;

/**
 * The commits as they came, one row each whatever rooms they hold: a keystroke's way to the disk is two pages and no index.
 * Nobody reads it but the spreader.
 */
export function journalWriter(database: DatabaseSync, cipher: GroupCipher) {
  const insert = database.prepare('INSERT INTO journal (tid, handlingar, rader) VALUES (?, ?, ?)');
  const judge = database.prepare(
    `SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM dokument WHERE handling_id = ?1) THEN 'missing'
                 WHEN EXISTS (SELECT 1 FROM sigill WHERE handling_id = ?1) THEN 'sealed'
                 WHEN EXISTS (SELECT 1 FROM handling WHERE id = ?1 AND lage <> 'arbetsmaterial') THEN 'closed'
                 ELSE 'saved' END AS utfall`,
  );
  const spread = spreader(database);
  /** Documents that have been written to, with the group whose they are; none ever disappears, and what has been sealed since, the journal's trigger refuses. */
  const known = new Map<HandlingId, string | null>();
  let commits = 0;
  let bytes = 0;

  function write(time: number, ids: readonly HandlingId[], whole: Uint8Array): void {
    insert.run(time, JSON.stringify(ids), whole);
    commits++;
    bytes += whole.length;
  }

  function encrypted(rows: readonly EncodedRow[]): Uint8Array {
    return encodeRows(
      rows.map(({ handlingId, row }) => {
        const group = known.get(handlingId) ?? null;
        return group === null ? { handlingId, row } : { handlingId, row: cipher.sealRow(group, handlingId, row) };
      }),
    );
  }

  /** One statement is its own transaction, at half the cost of one that is begun and committed. @returns false where something is sealed or closed. */
  function writtenAtOnce(time: number, ids: readonly HandlingId[], batches: Uint8Array): boolean {
    const open = ids.every((id) => known.get(id) === null);
    try {
      write(time, ids, open ? batches : encrypted(decodeBatches(batches)));
      return true;
    } catch (error) {
      if (!isRefusedByTrigger(error)) throw error;
      known.clear();
      return false;
    }
  }

  function writtenOneByOne(time: number, rows: readonly EncodedRow[]): AppendOutcome[] {
    const outcomes = rows.map(({ handlingId }) => (judge.get(handlingId) as { utfall: AppendOutcome }).utfall);
    const saved = rows.filter((_, index) => outcomes[index] === 'saved');
    for (const { handlingId } of saved) known.set(handlingId, cipher.groupOf(handlingId));
    const ids = saved.map(({ handlingId }) => handlingId);
    if (saved.length > 0) write(time, ids, encrypted(saved));
    return outcomes;
  }

  return {
    /** Begins and ends its own transaction. @returns one outcome a batch, or null where all are saved; what is sealed, closed or missing is left out of what is written. */
    append(batches: Uint8Array, time: number): AppendOutcome[] | null {
      if (commits >= SPREAD_COMMITS || bytes > SPREAD_BYTES) {
        inTransaction(database, spread);
        commits = 0;
        bytes = 0;
      }
      const ids = decodeIds(batches);
      if (ids.every((id) => known.has(id)) && writtenAtOnce(time, ids, batches)) return null;
      return inTransaction(database, () => writtenOneByOne(time, decodeBatches(batches)));
    },
  };
}

/**
 * Puts what lies in the journal into the log of each document, one row a document, and empties the journal. Whoever reads the
 * log does this first, so that what it reads is everything. To be called within a write transaction.
 */
export function spreader(database: DatabaseSync): () => void {
  const select = database.prepare('SELECT nr, tid, rader FROM journal ORDER BY nr');
  const insert = database.prepare('INSERT INTO logg (handling_id, tid, uppdateringar) VALUES (?, ?, ?)');
  const empty = database.prepare('DELETE FROM journal');
  return () => {
    const commits = select.all() as unknown as { nr: number; tid: number; rader: Uint8Array }[];
    const last = commits.at(-1);
    if (last === undefined) return;
    const logs = new Map<HandlingId, Uint8Array[]>();
    for (const { rader } of commits) {
      for (const { handlingId, row } of decodeBatches(rader)) {
        const log = logs.get(handlingId);
        if (log === undefined) logs.set(handlingId, [row]);
        else log.push(row);
      }
    }
    for (const [id, rows] of logs) insert.run(id, last.tid, Buffer.concat(rows));
    empty.run();
  };
}

function isRefusedByTrigger(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === REFUSED_BY_TRIGGER;
}

import type { DatabaseSync } from 'node:sqlite';
import type { HandlingId } from '@samskrift/shared';
import { decodeBatches, encodeRows } from './batch-codec.ts';
import type { AppendOutcome } from './store.ts';

/** So many commits, or bytes, lie in the journal before they are spread: a restart reads them all before its first document. */
const SPREAD_COMMITS = 64;
const SPREAD_BYTES = 1024 * 1024;

/**
 * The commits as they came, one row each whatever rooms they hold: a keystroke's way to the disk is two pages and no index.
 * Nobody reads it but the spreader. To be called within a write transaction.
 */
export function journalWriter(database: DatabaseSync) {
  const insert = database.prepare('INSERT INTO journal (tid, handlingar, rader) VALUES (?, ?, ?)');
  const version = database.prepare('PRAGMA data_version');
  const judge = database.prepare(
    `SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM dokument WHERE handling_id = ?1) THEN 'missing'
                 WHEN EXISTS (SELECT 1 FROM sigill WHERE handling_id = ?1) THEN 'sealed'
                 ELSE 'saved' END AS utfall`,
  );
  const spread = spreader(database);
  /** Documents that take writes, as long as no other connection has written anything: a seal is another connection's. */
  const open = new Set<HandlingId>();
  let judgedAt: unknown = null;
  let commits = 0;
  let bytes = 0;

  function verdict(id: HandlingId): AppendOutcome {
    if (open.has(id)) return 'saved';
    const { utfall } = judge.get(id) as { utfall: AppendOutcome };
    if (utfall === 'saved') open.add(id);
    return utfall;
  }

  return {
    /** @returns one outcome a batch; what is sealed or missing is left out of what is written. */
    append(batches: Uint8Array, time: number): AppendOutcome[] {
      const now = version.get()?.data_version;
      if (now !== judgedAt) open.clear();
      judgedAt = now;
      const rows = decodeBatches(batches);
      const outcomes = rows.map(({ handlingId }) => verdict(handlingId));
      const saved = rows.filter((_, index) => outcomes[index] === 'saved');
      if (saved.length === 0) return outcomes;
      const whole = saved.length === rows.length ? batches : encodeRows(saved);
      insert.run(time, JSON.stringify(saved.map(({ handlingId }) => handlingId)), whole);
      bytes += whole.length;
      if (++commits >= SPREAD_COMMITS || bytes > SPREAD_BYTES) {
        spread();
        commits = 0;
        bytes = 0;
      }
      return outcomes;
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

import { DatabaseSync } from 'node:sqlite';

/** How long a connection waits for another's transaction. Those are milliseconds; only a hanging disk reaches this. */
const BUSY_MS = 5000;

/** A connection as every thread of ours opens it: a commit is on disk when it returns (WAL, synchronous FULL). */
export function openConnection(file: string): DatabaseSync {
  const database = new DatabaseSync(file);
  database.exec(`
    PRAGMA busy_timeout = ${BUSY_MS};
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA foreign_keys = ON;
  `);
  return database;
}

/** Runs `work` in one write transaction: all of it, or nothing where it throws. */
export function inTransaction<Result>(database: DatabaseSync, work: () => Result): Result {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    // SQLite itself has rolled back after some errors (disk full, I/O); a second ROLLBACK would hide the first cause.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

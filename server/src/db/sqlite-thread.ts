/** The thread that owns the SQLite connection: what it does to the disk never stops the event loop of the server. */
import assert from 'node:assert';
import type { StatementSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import { addSecretFunctions } from '../nycklar/sql-functions.ts';
import { openConnection } from '../store/sqlite-connection.ts';
import { serveThread } from '../store/thread-server.ts';
import type { SqlOperations, SqlThreadData } from './sqlite-dialect.ts';

const STATEMENTS_KEPT = 300;
const { file, masterKey } = workerData as SqlThreadData;
const database = openConnection(file);
addSecretFunctions(database, masterKey);
const statements = new Map<string, StatementSync>();

function prepared(sql: string): StatementSync {
  const known = statements.get(sql);
  if (known !== undefined) return known;
  const fresh = database.prepare(sql);
  if (statements.size >= STATEMENTS_KEPT) statements.clear();
  statements.set(sql, fresh);
  return fresh;
}

const operations: SqlOperations = {
  run(sql, parameters) {
    const statement = prepared(sql);
    if (statement.columns().length > 0) return { rows: statement.all(...parameters), changes: 0 };
    return { rows: [], changes: Number(statement.run(...parameters).changes) };
  },
  close: () => database.close(),
};

assert(parentPort !== null, 'runs as a worker thread');
serveThread(parentPort, operations);

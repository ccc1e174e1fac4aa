/** The thread that owns the SQLite connection: what it does to the disk never stops the event loop of the server. */
import type { StatementSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import { openConnection } from '../store/sqlite-connection.ts';
import type { SqlAnswer, SqlQuestion } from './sqlite-dialect.ts';

const STATEMENTS_KEPT = 300;
const { file } = workerData as { readonly file: string };
const database = openConnection(file);
const statements = new Map<string, StatementSync>();

function prepared(sql: string): StatementSync {
  const known = statements.get(sql);
  if (known !== undefined) return known;
  const fresh = database.prepare(sql);
  if (statements.size >= STATEMENTS_KEPT) statements.clear();
  statements.set(sql, fresh);
  return fresh;
}

function answer(question: SqlQuestion): SqlAnswer {
  try {
    const statement = prepared(question.sql);
    const parameters = [...question.parameters];
    if (statement.columns().length > 0) {
      return { id: question.id, ok: true, rows: statement.all(...parameters), changes: 0 };
    }
    return { id: question.id, ok: true, rows: [], changes: Number(statement.run(...parameters).changes) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const errcode = 'errcode' in error && typeof error.errcode === 'number' ? error.errcode : 0;
    return { id: question.id, ok: false, message: error.message, errcode };
  }
}

if (parentPort === null) throw new Error('sqlite-thread runs only as a worker');
const port = parentPort;
port.on('message', (message: SqlQuestion | 'close') => {
  if (message === 'close') {
    database.close();
    port.close();
  } else {
    port.postMessage(answer(message));
  }
});

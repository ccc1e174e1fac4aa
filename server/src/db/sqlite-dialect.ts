import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import {
  CompiledQuery,
  type DatabaseConnection,
  type DatabaseIntrospector,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';

type SqlValue = null | number | bigint | string | Uint8Array;

export interface SqlQuestion {
  readonly id: number;
  readonly sql: string;
  readonly parameters: readonly SqlValue[];
}

export type SqlAnswer =
  | { readonly id: number; readonly ok: true; readonly rows: readonly unknown[]; readonly changes: number }
  | { readonly id: number; readonly ok: false; readonly message: string; readonly errcode: number };

/** What SQLite refused; `errcode` is its extended result code (https://sqlite.org/rescode.html). */
export class SqliteError extends Error {
  readonly errcode: number;

  constructor(message: string, errcode: number) {
    super(message);
    this.name = 'SqliteError';
    this.errcode = errcode;
  }
}

/** A row with the same unique value is there already (SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_UNIQUE). */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof SqliteError && (error.errcode === 1555 || error.errcode === 2067);
}

/** The disk failed, not the question (SQLITE_READONLY, IOERR, CORRUPT, FULL, CANTOPEN and their kin). */
export function isStorageFailure(error: unknown): boolean {
  return error instanceof SqliteError && [8, 10, 11, 13, 14].includes(error.errcode & 0xff);
}

class SqliteThread implements DatabaseConnection {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, PromiseWithResolvers<Extract<SqlAnswer, { ok: true }>>>();
  #next = 0;
  #dead: Error | null = null;

  constructor(file: string) {
    this.#worker = new Worker(new URL('./sqlite-thread.ts', import.meta.url), { workerData: { file } });
    this.#worker.on('message', (answer: SqlAnswer) => {
      const waiting = this.#waiting.get(answer.id);
      if (waiting === undefined) throw new RangeError(`an answer to nothing asked: ${answer.id}`);
      this.#waiting.delete(answer.id);
      if (answer.ok) waiting.resolve(answer);
      else waiting.reject(new SqliteError(answer.message, answer.errcode));
    });
    this.#worker.on('error', (error: unknown) => this.#die(error instanceof Error ? error : new Error(String(error))));
    this.#worker.on('exit', () => this.#die(new SqliteError('the database thread has ended', 14)));
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (this.#dead !== null) throw this.#dead;
    const id = this.#next++;
    const waiting = Promise.withResolvers<Extract<SqlAnswer, { ok: true }>>();
    this.#waiting.set(id, waiting);
    const question: SqlQuestion = { id, sql: query.sql, parameters: query.parameters as readonly SqlValue[] };
    this.#worker.postMessage(question);
    const answer = await waiting.promise;
    return { rows: answer.rows as R[], numAffectedRows: BigInt(answer.changes) };
  }

  // biome-ignore lint/correctness/useYield: the interface asks for a generator, and nothing here streams rows
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new RangeError('streaming is not supported');
  }

  async close(): Promise<void> {
    if (this.#dead !== null) return;
    const ended = once(this.#worker, 'exit');
    this.#worker.postMessage('close');
    await ended;
  }

  #die(error: Error): void {
    this.#dead ??= error;
    for (const waiting of this.#waiting.values()) waiting.reject(this.#dead);
    this.#waiting.clear();
  }
}

/** One connection in one thread; Kysely's own mutex gives a transaction the connection to itself. */
class SqliteThreadDriver implements Driver {
  readonly #file: string;
  #thread: SqliteThread | null = null;

  constructor(file: string) {
    this.#file = file;
  }

  async init(): Promise<void> {
    this.#thread = new SqliteThread(this.#file);
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    if (this.#thread === null) throw new RangeError('the driver is not initialised');
    return this.#thread;
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    // A deferred transaction that turns into a writer fails at once when another connection has written meanwhile.
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'));
  }

  async releaseConnection(): Promise<void> {
    // There is one connection, and it stays open.
  }

  async destroy(): Promise<void> {
    await this.#thread?.close();
  }
}

class TransactionalSqliteAdapter extends SqliteAdapter {
  /** SQLite rolls back DDL too: a migration that is cut off leaves nothing half made. */
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** `node:sqlite` for Kysely, in a thread of its own: WAL, synchronous FULL, foreign keys on. */
export function sqliteDialect(file: string): Dialect {
  return {
    createDriver: () => new SqliteThreadDriver(file),
    createAdapter: () => new TransactionalSqliteAdapter(),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    // biome-ignore lint/suspicious/noExplicitAny: Kysely's own signature
    createIntrospector: (db: Kysely<any>): DatabaseIntrospector => new SqliteIntrospector(db),
  };
}

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
import { ThreadClient, ThreadError } from '../store/thread-client.ts';

type SqlValue = null | number | bigint | string | Uint8Array;

/** What the thread does; a type, not an interface, so that it has the index signature of Operations. */
export type SqlOperations = {
  run(sql: string, parameters: readonly SqlValue[]): { readonly rows: readonly unknown[]; readonly changes: number };
  close(): void;
};

/** What the thread is started with. */
export interface SqlThreadData {
  readonly file: string;
  readonly masterKey: Uint8Array | null;
}

/** A row with the same unique value is there already (SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_UNIQUE). */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof ThreadError && (error.errcode === 1555 || error.errcode === 2067);
}

/** The disk failed, not the question (SQLITE_READONLY, IOERR, CORRUPT, FULL, CANTOPEN and their kin), or its thread has ended. */
export function isStorageFailure(error: unknown): boolean {
  if (!(error instanceof ThreadError)) return false;
  return error.code === 'THREAD_ENDED' || [8, 10, 11, 13, 14].includes(error.errcode & 0xff);
}

class SqliteThread implements DatabaseConnection {
  readonly #thread: ThreadClient<SqlOperations>;

  constructor(data: SqlThreadData) {
    this.#thread = new ThreadClient(new URL('./sqlite-thread.ts', import.meta.url), data);
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, changes } = await this.#thread.call('run', [query.sql, query.parameters as readonly SqlValue[]]);
    return { rows: rows as R[], numAffectedRows: BigInt(changes) };
  }

  // biome-ignore lint/correctness/useYield: the interface asks for a generator, and nothing here streams rows
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new RangeError('streaming is not supported');
  }

  async close(): Promise<void> {
    if (this.#thread.ended) return;
    await this.#thread.call('close', []);
    await this.#thread.end();
  }
}

/** One connection in one thread; Kysely's own mutex gives a transaction the connection to itself. */
class SqliteThreadDriver implements Driver {
  readonly #data: SqlThreadData;
  #thread: SqliteThread | null = null;

  constructor(data: SqlThreadData) {
    this.#data = data;
  }

  async init(): Promise<void> {
    this.#thread = new SqliteThread(this.#data);
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
export function sqliteDialect(data: SqlThreadData): Dialect {
  return {
    createDriver: () => new SqliteThreadDriver(data),
    createAdapter: () => new TransactionalSqliteAdapter(),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    // biome-ignore lint/suspicious/noExplicitAny: Kysely's own signature
    createIntrospector: (db: Kysely<any>): DatabaseIntrospector => new SqliteIntrospector(db),
  };
}

import { Kysely, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { MIGRATIONS, migrationProvider } from './migrations.ts';
import type { Database } from './schema.ts';
import { sqliteDialect } from './sqlite-dialect.ts';

export type Db = Kysely<Database>;

/** The file has been written by a later version, whose tables this one does not know. */
export class StoreNewerError extends Error {
  readonly migration: string;

  constructor(migration: string) {
    super(`the store has the migration ${migration}, which this program does not know`);
    this.name = 'StoreNewerError';
    this.migration = migration;
  }
}

/**
 * Opens the database file, making it and its tables where they are missing.
 * @throws StoreNewerError for a file of a later version; ThreadError where the disk fails. Nothing stays open then.
 */
export async function openDb(file: string): Promise<Db> {
  const db = new Kysely<Database>({ dialect: sqliteDialect(file) });
  try {
    await migrate(db);
    return db;
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

async function migrate(db: Db): Promise<void> {
  const migrator = new Migrator({ db, provider: migrationProvider });
  const known = await sql<{ name: string }>`SELECT name FROM sqlite_master WHERE name = 'kysely_migration'`.execute(db);
  if (known.rows.length > 0) {
    const run = await sql<{ name: string }>`SELECT name FROM kysely_migration ORDER BY name`.execute(db);
    const newer = run.rows.find((row) => !Object.hasOwn(MIGRATIONS, row.name));
    if (newer !== undefined) throw new StoreNewerError(newer.name);
  }
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

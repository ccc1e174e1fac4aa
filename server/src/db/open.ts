import { Kysely, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { migrationProvider, STATEMENTS } from './migrations.ts';
import type { Database } from './schema.ts';
import { sqliteDialect } from './sqlite-dialect.ts';
import { checkTables, type MasterRow, StoreNewerError } from './store-fault.ts';

export type Db = Kysely<Database>;

/**
 * Opens the database file, making it and its tables where they are missing.
 * @throws StoreNewerError for a file of a later version; StoreShapeError for one of a build between versions; ThreadError where the disk fails. Nothing stays open then.
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
  const run = await migrationsRun(db);
  const newer = run.find((name) => !Object.hasOwn(STATEMENTS, name));
  if (newer !== undefined) throw new StoreNewerError(newer);
  // The migrator asks ten questions to find that there is nothing to do.
  if (Object.keys(STATEMENTS).some((name) => !run.includes(name))) {
    const { error } = await new Migrator({ db, provider: migrationProvider }).migrateToLatest();
    if (error !== undefined) throw error;
  }
  const made = await sql<MasterRow>`SELECT name, sql FROM sqlite_master WHERE type = 'table'`.execute(db);
  checkTables(made.rows);
}

async function migrationsRun(db: Db): Promise<readonly string[]> {
  const known = await sql<{ name: string }>`SELECT name FROM sqlite_master WHERE name = 'kysely_migration'`.execute(db);
  if (known.rows.length === 0) return [];
  const run = await sql<{ name: string }>`SELECT name FROM kysely_migration ORDER BY name`.execute(db);
  return run.rows.map(({ name }) => name);
}

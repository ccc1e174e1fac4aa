import { Kysely, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { migrationProvider, STATEMENTS } from './migrations.ts';
import type { Database } from './schema.ts';
import { sqliteDialect } from './sqlite-dialect.ts';
import { checkTables, type MasterRow, StoreNewerError, WrongKeyError } from './store-fault.ts';

export type Db = Kysely<Database>;

/**
 * Opens the database file, making it and its tables where they are missing, and encrypting what a partigrupp wrote before groups
 * had keys.
 * @param masterKey 32 bytes; what the groups' keys are wrapped by.
 * @throws StoreNewerError for a file of a later version; StoreShapeError for one of a build between versions; WrongKeyError for another master key than the file's; ThreadError where the disk fails. Nothing stays open then.
 */
export async function openDb(file: string, masterKey: Uint8Array): Promise<Db> {
  const db = new Kysely<Database>({ dialect: sqliteDialect({ file, masterKey }) });
  try {
    await migrate(db);
    await prepareSecrets(db, file, masterKey);
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
    // What was made beside each other is numbered before it is known in which order it comes into a program.
    const migrator = new Migrator({ db, provider: migrationProvider, allowUnorderedMigrations: true });
    const { error } = await migrator.migrateToLatest();
    if (error !== undefined) throw error;
  }
  const made = await sql<MasterRow>`SELECT name, sql FROM sqlite_master WHERE type = 'table'`.execute(db);
  checkTables(made.rows);
}

async function prepareSecrets(db: Db, file: string, masterKey: Uint8Array): Promise<void> {
  const closed = await sql`SELECT 1 FROM gruppnyckel WHERE NOT nyckel_passar(partigrupp_id) LIMIT 1`.execute(db);
  if (closed.rows.length > 0) throw new WrongKeyError();
  const plain = await sql`SELECT 1 FROM handling AS h WHERE agare_typ = 'partigrupp' AND titel NOT GLOB 'R0NNM*'
    AND NOT EXISTS (SELECT 1 FROM sigill WHERE handling_id = h.id) LIMIT 1`.execute(db);
  const version = await sql<{ user_version: number }>`PRAGMA user_version`.execute(db);
  const unfinished = version.rows[0]?.user_version !== 0;
  if (plain.rows.length === 0 && !unfinished) return;
  // Not imported above: it makes documents of bytes, and hardly any start needs that.
  const { encryptOld, finishRewriting } = await import('../store/rekey.ts');
  if (plain.rows.length > 0) encryptOld(file, masterKey);
  else finishRewriting(file);
}

async function migrationsRun(db: Db): Promise<readonly string[]> {
  const known = await sql<{ name: string }>`SELECT name FROM sqlite_master WHERE name = 'kysely_migration'`.execute(db);
  if (known.rows.length === 0) return [];
  const run = await sql<{ name: string }>`SELECT name FROM kysely_migration ORDER BY name`.execute(db);
  return run.rows.map(({ name }) => name);
}

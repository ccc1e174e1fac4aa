import { DatabaseSync } from 'node:sqlite';
import { STATEMENTS } from './migrations.ts';

/** The file has been written by a later version, whose tables this one does not know. */
export class StoreNewerError extends Error {
  readonly migration: string;

  constructor(migration: string) {
    super(`the store has the migration ${migration}, which this program does not know`);
    this.name = 'StoreNewerError';
    this.migration = migration;
  }
}

/** The file names the migrations of this program, but was made by other statements than theirs: a build between versions. */
class StoreShapeError extends Error {
  readonly table: string;

  constructor(table: string) {
    super(`the table ${table} of the store is missing or not this program's`);
    this.name = 'StoreShapeError';
    this.table = table;
  }
}

/** The partigrupper's keys in the file are wrapped by another master key. */
export class WrongKeyError extends Error {
  constructor() {
    super('the master key is not the store’s');
    this.name = 'WrongKeyError';
  }
}

/** What to tell whoever started a program on a file that is not for it; null for any other error. */
export function storeFault(file: string, error: unknown): string | null {
  if (error instanceof StoreNewerError)
    return `Databasen ${file} har skrivits av en nyare Samskrift (${error.migration}): kör den versionen.`;
  if (error instanceof StoreShapeError)
    return `Databasen ${file} är gjord av en annan utgåva av Samskrift: tabellen ${error.table} saknas eller har en annan form. Kör den utgåvan, eller flytta undan mappen och börja om.`;
  if (error instanceof WrongKeyError)
    return `Databasen ${file} är krypterad med en annan huvudnyckel: sätt MASTER_KEY till den som databasen hade. Inget har ändrats.`;
  return null;
}

/** The rows of `sqlite_master`, as far as they are asked for. */
export interface MasterRow {
  readonly name: string;
  readonly sql: string | null;
}

/**
 * Compares a file's tables with those the migrations make. Triggers are not looked at: what is missing of them is no reason not
 * to start, and what was done without them verify finds.
 * @throws StoreShapeError for the first that differs.
 */
export function checkTables(rows: readonly MasterRow[]): void {
  const made = new Map(rows.map(({ name, sql }) => [name, plain(sql ?? '')]));
  for (const [name, sql] of ownTables()) if (made.get(name) !== sql) throw new StoreShapeError(name);
}

/** The tables as the migrations leave them: each may change what one before has made, and what that gives SQLite knows. */
function ownTables(): Map<string, string> {
  const scratch = new DatabaseSync(':memory:');
  for (const statement of Object.values(STATEMENTS).flat()) scratch.exec(statement);
  const rows = scratch
    .prepare("SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
    .all();
  scratch.close();
  return new Map((rows as unknown as MasterRow[]).map(({ name, sql }) => [name, plain(sql ?? '')]));
}

/** SQLite keeps a statement as it was written; how its lines were broken is not its shape. */
function plain(sql: string): string {
  return sql.replaceAll(/\s+/g, ' ');
}

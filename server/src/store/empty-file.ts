import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openDb } from '../db/open.ts';
import { GroupKeys } from '../nycklar/group-keys.ts';

/** For tests: the master key of every store they make. */
export const TEST_KEY = new Uint8Array(32).fill(7);

/** For tests: a file with the program's own tables, in a folder of its own. */
export async function emptyFile(): Promise<string> {
  const file = join(mkdtempSync(join(tmpdir(), 'samskrift-')), 'samskrift.db');
  const db = await openDb(file, TEST_KEY);
  await db.destroy();
  return file;
}

/** The same file, where the handlingar of these ids are a partigrupp's. */
export async function groupFile(...ids: readonly string[]): Promise<string> {
  const file = await emptyFile();
  const database = new DatabaseSync(file);
  database.exec('PRAGMA foreign_keys = OFF');
  const insert = database.prepare(
    `INSERT INTO handling (id, arende_id, namnd_id, typ, mall, titel, agare_typ, agare_id, skapad, skapad_av)
     VALUES (?, 'a', 'n', 'reservation', 'm', 'R0NNMQ==', 'partigrupp', 'grupp', '2026-11-22', 'elsa')`,
  );
  new GroupKeys(database, TEST_KEY).renew('grupp');
  for (const id of ids) insert.run(id);
  database.close();
  return file;
}

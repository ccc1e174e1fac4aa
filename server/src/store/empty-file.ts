import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDb } from '../db/open.ts';

/** For tests: a file with the program's own tables, in a folder of its own. */
export async function emptyFile(): Promise<string> {
  const file = join(mkdtempSync(join(tmpdir(), 'samskrift-')), 'samskrift.db');
  const db = await openDb(file);
  await db.destroy();
  return file;
}

import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { handlingId, personId } from '@samskrift/shared';
import { describe, expect, it } from 'vitest';
import { openDb } from '../db/open.ts';
import { WrongKeyError } from '../db/store-fault.ts';
import { readHandlingar } from '../handlingar/handling-rader.ts';
import { CipherError } from '../kryptering/cipher.ts';
import { storedWords, writtenDocument } from './contract.ts';
import { emptyFile, TEST_KEY } from './empty-file.ts';
import { NOT_WRITTEN_OVER, rotateKeys } from './rekey.ts';
import { openSqliteStore } from './sqlite-store.ts';

const NEXT = new Uint8Array(32).fill(8);
const SECRETS = ['Bokbusshemligheten', 'grundord', 'loggord', 'journalord'];
const id = handlingId('hemlig');

/** A file as the version before left it: a group's title, first text, log and journal in plain words. */
async function oldFile(): Promise<string> {
  const file = await emptyFile();
  const database = new DatabaseSync(file);
  const triggers = database.prepare("SELECT name, sql FROM sqlite_master WHERE name GLOB '*_klartext*'").all();
  for (const { name } of triggers) database.exec(`DROP TRIGGER ${String(name)}`);
  database.exec(`
    INSERT INTO user (id, name, email, emailVerified, createdAt, updatedAt) VALUES ('olle', 'Olle', 'o@e.se', 1, '', '');
    INSERT INTO namnd VALUES ('n', 'Kulturnämnden');
    INSERT INTO arende (id, dnr, titel, namnd_id, skapad, skapad_av) VALUES ('a', 'KUN 2026/1', 'Biblioteket', 'n', '2026', 'olle');
    INSERT INTO partigrupp (id, namn, namnd_id, parti_id) VALUES ('grupp', 'Listan', 'n', 'p'), ('tom', 'Tomma', 'n', 'q');
    INSERT INTO handling (id, arende_id, namnd_id, typ, mall, titel, agare_typ, agare_id, skapad, skapad_av) VALUES
      ('oppen', 'a', 'n', 'tjansteutlatande', 'm', 'En öppen titel', 'forvaltning', 'f', '2026', 'olle');
  `);
  // Written while the handling is not there yet, or is nobody's: as it was before, in plain bytes.
  const store = openSqliteStore(file, null);
  const { seed, updates } = writtenDocument(['grundord']);
  const base = writtenDocument(['grundord', 'loggord', 'journalord']);
  await store.create(id, seed);
  const log = (bytes: readonly Uint8Array[]) => bytes.map((one) => ({ author: personId('olle'), bytes: one }));
  await store.append([{ handlingId: id, updates: log(base.updates.slice(0, updates.length + 1)) }]);
  await store.load(id);
  await store.append([{ handlingId: id, updates: log(base.updates.slice(updates.length + 1)) }]);
  await store.close();
  database.exec(`INSERT INTO handling (id, arende_id, namnd_id, typ, mall, titel, agare_typ, agare_id, skapad, skapad_av)
    VALUES ('hemlig', 'a', 'n', 'reservation', 'm', 'Bokbusshemligheten', 'partigrupp', 'grupp', '2026', 'olle')`);
  for (const { sql } of triggers) database.exec(String(sql));
  database.close();
  return file;
}

function readable(file: string): string[] {
  const bytes = Buffer.concat([file, `${file}-wal`].map((name) => readIfThere(name)));
  return SECRETS.filter((word) => bytes.includes(word));
}

function readIfThere(name: string): Buffer {
  try {
    return readFileSync(name);
  } catch {
    return Buffer.alloc(0);
  }
}

async function read(file: string, key: Uint8Array): Promise<{ titel: string | undefined; words: string }> {
  const db = await openDb(file, key);
  const [rad] = await readHandlingar(db, { id });
  await db.destroy();
  const store = openSqliteStore(file, key);
  const stored = await store.load(id);
  await store.close();
  return { titel: rad?.beskrivning.titel, words: storedWords(stored?.base ?? new Uint8Array(), stored?.tail) };
}

const WHOLE = { titel: 'Bokbusshemligheten', words: 'grundord loggord journalord' };

describe('the keys of a store', () => {
  it('[Q5] a store from before is encrypted when it is opened: nothing is lost, and nothing stays readable', async () => {
    const file = await oldFile();
    expect(readable(file)).toEqual(SECRETS);
    expect(await read(file, TEST_KEY)).toEqual(WHOLE);
    expect(readable(file)).toEqual([]);
    const database = new DatabaseSync(file);
    expect({ ...database.prepare("SELECT titel FROM handling WHERE id = 'oppen'").get() }).toEqual({
      titel: 'En öppen titel',
    });
    database.close();
  });

  it('[Q5] a process that died before the old words were written over has left it to the next start', async () => {
    const file = await oldFile();
    await read(file, TEST_KEY);
    const database = new DatabaseSync(file);
    database.exec(`CREATE TABLE bort (b TEXT); INSERT INTO bort VALUES ('${'Bokbusshemligheten '.repeat(900)}'); DROP TABLE bort;
      PRAGMA user_version = ${NOT_WRITTEN_OVER}; PRAGMA wal_checkpoint(TRUNCATE)`);
    database.close();
    expect(readable(file)).toEqual(['Bokbusshemligheten']);
    expect(await read(file, TEST_KEY)).toEqual(WHOLE);
    expect(readable(file)).toEqual([]);
  });

  it('[Q6] rotated, everything is under a new key and a new master key, and the old one opens nothing', async () => {
    const file = await oldFile();
    await read(file, TEST_KEY);
    const before = readFileSync(file);
    expect(rotateKeys(file, TEST_KEY, NEXT)).toEqual({ groups: 1, handlingar: 1 });
    expect(readFileSync(file)).not.toEqual(before);
    expect(await read(file, NEXT)).toEqual(WHOLE);
    await expect(read(file, TEST_KEY)).rejects.toThrow(WrongKeyError);
    const database = new DatabaseSync(file);
    const versions = database.prepare('SELECT version FROM gruppnyckel').all();
    database.close();
    expect(versions.map(({ version }) => version)).toEqual([2]);
    expect(readable(file)).toEqual([]);
  });

  it('[Q6] a rotation that fails half way leaves everything as it was', async () => {
    const file = await oldFile();
    await read(file, TEST_KEY);
    const database = new DatabaseSync(file);
    database.exec(
      "CREATE TRIGGER sabotage BEFORE DELETE ON gruppnyckel BEGIN SELECT raise(ABORT, 'the disk is full'); END",
    );
    expect(() => rotateKeys(file, TEST_KEY, NEXT)).toThrow('the disk is full');
    expect(() => rotateKeys(file, NEXT, NEXT)).toThrow(CipherError);
    database.exec('DROP TRIGGER sabotage');
    database.close();
    expect(await read(file, TEST_KEY)).toEqual(WHOLE);
  });

  it('[Q4] the tables take no words of a group in plain, and no other owner', async () => {
    const file = await oldFile();
    await read(file, TEST_KEY);
    const database = new DatabaseSync(file);
    const tried = [
      `INSERT INTO handling (id, arende_id, namnd_id, typ, mall, titel, agare_typ, agare_id, skapad, skapad_av)
       SELECT 'ny', arende_id, namnd_id, typ, mall, 'Klartext', agare_typ, agare_id, skapad, skapad_av
       FROM handling WHERE id = 'hemlig'`,
      "UPDATE handling SET titel = 'Klartext' WHERE id = 'hemlig'",
      "UPDATE dokument SET bas = x'0000' WHERE handling_id = 'hemlig'",
      "UPDATE handling SET agare_typ = 'namnd' WHERE id = 'hemlig'",
      "UPDATE handling SET agare_id = 'annan' WHERE id = 'oppen'",
    ];
    for (const statement of tried) expect(() => database.exec(statement), statement).toThrow(/not encrypted|owner/);
    database.close();
  });

  it('[Q3] a base that was changed in the file does not load; a changed title says that it cannot be read', async () => {
    const file = await oldFile();
    await read(file, TEST_KEY);
    const database = new DatabaseSync(file);
    database.exec(
      "UPDATE dokument SET bas = CAST(substr(bas, 1, length(bas) - 1) || x'00' AS BLOB) WHERE handling_id = 'hemlig'",
    );
    database.exec("UPDATE handling SET titel = 'R0NNMQAAAAHHHHHH' WHERE id = 'hemlig'");
    database.close();
    const db = await openDb(file, TEST_KEY);
    const titles = (await readHandlingar(db, 'alla')).map(({ beskrivning }) => beskrivning.titel);
    await db.destroy();
    expect(titles.sort()).toEqual(['En öppen titel', 'Titeln går inte att läsa']);
    const store = openSqliteStore(file, TEST_KEY);
    await expect(store.load(id)).rejects.toThrow('not what was encrypted');
    await store.close();
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { STANDARDINSTALLNINGAR } from '@samskrift/shared';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bokfor } from '../akter/bokfor.ts';
import { installningarFor, writeInstallningar } from '../organisation/installningar.ts';
import { TEST_KEY } from '../store/empty-file.ts';
import { ThreadError } from '../store/thread-client.ts';
import { STATEMENTS } from './migrations.ts';
import { type Db, openDb } from './open.ts';
import { isStorageFailure, isUniqueViolation } from './sqlite-dialect.ts';

describe('the database', () => {
  let folder: string;
  let db: Db;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'samskrift-db-'));
    db = await openDb(join(folder, 'samskrift.db'), TEST_KEY);
  });
  afterEach(async () => {
    await db.destroy();
    rmSync(folder, { recursive: true });
  });

  const pragma = async (name: string) => {
    const found = await sql.raw<Record<string, unknown>>(`PRAGMA ${name}`).execute(db);
    return Object.values(found.rows[0] ?? {})[0];
  };

  it('[D1] a commit is on disk when it returns, and keys hold', async () => {
    expect(await pragma('journal_mode')).toBe('wal');
    expect(await pragma('synchronous')).toBe(2);
    expect(await pragma('foreign_keys')).toBe(1);
    const orphan = db.insertInto('forvaltning').values({ id: 'f', namn: 'F', namnd_id: 'finns-inte' }).execute();
    await expect(orphan).rejects.toThrow('FOREIGN KEY');
  });

  it('[D2] a transaction has the connection to itself, and what it threw out of leaves nothing', async () => {
    const gate = Promise.withResolvers<void>();
    const failing = db.transaction().execute(async (trx) => {
      await trx.insertInto('namnd').values({ id: 'a', namn: 'A' }).execute();
      await gate.promise;
      throw new RangeError('regret');
    });
    const outside = db.insertInto('namnd').values({ id: 'b', namn: 'B' }).execute();
    gate.resolve();
    await expect(failing).rejects.toThrow('regret');
    await outside;
    expect(await db.selectFrom('namnd').select('id').execute()).toEqual([{ id: 'b' }]);
  });

  it('[D3] what SQLite refuses is told apart: there already, the disk, the question', async () => {
    const insert = () => db.insertInto('namnd').values({ id: 'a', namn: 'A' }).execute();
    await insert();
    const again = await insert().catch((error: unknown) => error);
    expect([isUniqueViolation(again), isStorageFailure(again)]).toEqual([true, false]);
    const wrong = await sql`SELECT nonsense`.execute(db).catch((error: unknown) => error);
    expect(wrong).toBeInstanceOf(ThreadError);
    expect([isUniqueViolation(wrong), isStorageFailure(wrong)]).toEqual([false, false]);
    expect(isStorageFailure(new ThreadError('disk I/O error', 'ERR_SQLITE_ERROR', 778))).toBe(true);
    expect(isStorageFailure(new ThreadError('database or disk is full', 'ERR_SQLITE_ERROR', 13))).toBe(true);
  });

  it('[D4] opening it again runs no migration twice and loses nothing', async () => {
    await db.insertInto('namnd').values({ id: 'a', namn: 'Kulturnämnden' }).execute();
    await db.destroy();
    db = await openDb(join(folder, 'samskrift.db'), TEST_KEY);
    expect(await db.selectFrom('namnd').selectAll().execute()).toEqual([{ id: 'a', namn: 'Kulturnämnden' }]);
  });

  it('[D6] a file that has run a later migration than one it lacks gets that one too', async () => {
    const file = join(folder, 'oordnad.db');
    await (await openDb(file, TEST_KEY)).destroy();
    const old = new DatabaseSync(file);
    old.exec(`DROP TABLE nyckel; DROP TABLE paborjad_inloggning; DROP INDEX account_identitet; DROP INDEX account_person;
      DELETE FROM kysely_migration WHERE name = '009-inloggning'`);
    old.close();
    const opened = await openDb(file, TEST_KEY);
    expect(await opened.selectFrom('nyckel').selectAll().execute()).toEqual([]);
    await opened.destroy();
  });

  it('[D6] a file of the version before gets what is new, and keeps what it has', async () => {
    await db.insertInto('namnd').values({ id: 'a', namn: 'Kulturnämnden' }).execute();
    await db.destroy();
    const file = join(folder, 'gammal.db');
    const old = new DatabaseSync(file);
    for (const statement of STATEMENTS['001-grund'] ?? []) old.exec(statement);
    old.exec(`
      CREATE TABLE kysely_migration (name varchar(255) NOT NULL PRIMARY KEY, timestamp varchar(255) NOT NULL);
      INSERT INTO kysely_migration VALUES ('001-grund', '2026-11-20T12:00:00.000Z');
      INSERT INTO namnd VALUES ('a', 'Kulturnämnden'), ('b', 'Byggnadsnämnden');
      INSERT INTO partigrupp VALUES ('ga', 'Landsbygdslistan', 'a'), ('gb', 'Landsbygdslistan', 'b'), ('ca', 'Centrum', 'a');
      INSERT INTO user VALUES ('p', 'Olle', 'olle@exempel.se', 1, NULL, '2026', '2026');
      INSERT INTO uppdrag VALUES ('p', 'ledamot', 'partigrupp', 'ga', '2026-01-01', NULL);
    `);
    old.close();
    db = await openDb(file, TEST_KEY);
    expect(await db.selectFrom('partigrupp').select(['id', 'parti_id']).orderBy('id').execute()).toEqual([
      { id: 'ca', parti_id: 'ca' },
      { id: 'ga', parti_id: 'ga' },
      { id: 'gb', parti_id: 'ga' },
    ]);
    expect(await db.selectFrom('uppdrag').select(['person_id', 'organ_id']).execute()).toEqual([
      { person_id: 'p', organ_id: 'ga' },
    ]);
    expect((await sql`SELECT count(*) AS n FROM journal`.execute(db)).rows).toEqual([{ n: 0 }]);
    expect(await db.selectFrom('namnd').select('namn').orderBy('id').execute()).toEqual([
      { namn: 'Kulturnämnden' },
      { namn: 'Byggnadsnämnden' },
    ]);
  });

  it('[O17] a file from before has every mall on, and what its nämnd had decided stays', async () => {
    const file = join(folder, 'installningar.db');
    const old = new DatabaseSync(file);
    const before = Object.keys(STATEMENTS).filter((name) => name < '013');
    for (const name of before) for (const statement of STATEMENTS[name] ?? []) old.exec(statement);
    old.exec(`CREATE TABLE kysely_migration (name varchar(255) NOT NULL PRIMARY KEY, timestamp varchar(255) NOT NULL);
      INSERT INTO kysely_migration SELECT value, '2026-11-20T12:00:00.000Z' FROM json_each('${JSON.stringify(before)}');
      INSERT INTO namnd VALUES ('a', 'Kulturnämnden');
      INSERT INTO installning VALUES ('a', 'sammantrade', 1, 0, 1, 'alla', 'KUN');`);
    old.close();
    await db.destroy();
    db = await openDb(file, TEST_KEY);
    const decided = { ...STANDARDINSTALLNINGAR, sarskiltUttalande: false, dnrPrefix: 'KUN' } as const;
    const stored = { ...decided, paragrafnumrering: 'sammantrade', inlamnatSynsFor: 'alla' } as const;
    expect(await installningarFor(db, 'a')).toEqual(stored);
    await writeInstallningar(db, 'a', { ...stored, avstangdaMallar: ['tjansteutlatande-aldre'] });
    expect(await installningarFor(db, 'a')).toEqual({ ...stored, avstangdaMallar: ['tjansteutlatande-aldre'] });
    // A later version had one more mall, or this one has one less.
    await sql`UPDATE installning SET avstangda_mallar = '["borttagen"]'`.execute(db);
    expect(await installningarFor(db, 'a')).toEqual(stored);
    await expect(sql`UPDATE installning SET avstangda_mallar = '{}'`.execute(db)).rejects.toThrow('CHECK');
  });

  it('[D7] what the log of acts says can be neither changed nor taken away', async () => {
    await bokfor(db, { akt: 'exporterad', tid: new Date(), personId: null, detalj: { antal: 3 } });
    await expect(db.updateTable('akt').set({ tid: '1999' }).execute()).rejects.toThrow('append only');
    await expect(db.deleteFrom('akt').execute()).rejects.toThrow('append only');
    expect(await db.selectFrom('akt').select(['akt', 'detalj']).execute()).toEqual([
      { akt: 'exporterad', detalj: '{"antal":3}' },
    ]);
  });

  it('[D5] bytes come back as they went in', async () => {
    const bas = new Uint8Array([0, 1, 127, 128, 255]);
    await db.insertInto('dokument').values({ handling_id: 'h', bas }).execute();
    expect((await db.selectFrom('dokument').select('bas').executeTakeFirstOrThrow()).bas).toEqual(bas);
  });
});

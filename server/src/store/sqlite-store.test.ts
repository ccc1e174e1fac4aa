import { DatabaseSync } from 'node:sqlite';
import { handlingId, personId } from '@samskrift/shared';
import { describe, expect, it } from 'vitest';
import { runSavingContract, runStoreContract, sealRequest, writtenDocument } from './contract.ts';
import { emptyFile, groupFile, TEST_KEY } from './empty-file.ts';
import { openSqliteStore } from './sqlite-store.ts';

runStoreContract('the store on SQLite', async () => openSqliteStore(await emptyFile(), TEST_KEY));
runSavingContract('[Q2] the store on SQLite, of a partigrupp’s documents,', async () =>
  openSqliteStore(await groupFile('h1'), TEST_KEY),
);

describe('the journal', () => {
  const rooms = ['h1', 'h2', 'h3'].map(handlingId);
  const author = personId('elsa');

  it('[P8] a commit is one row whatever rooms it holds, and is in every room’s log before anybody reads it', async () => {
    const file = await emptyFile();
    const database = new DatabaseSync(file);
    const rows = (table: string) => Number(database.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.n);
    let store = openSqliteStore(file, TEST_KEY);
    for (const id of rooms) await store.create(id, writtenDocument([]).seed);
    const commit = (nr: number) =>
      store.append(
        rooms.map((id, room) => ({ handlingId: id, updates: [{ author, bytes: Uint8Array.of(room, nr) }] })),
      );
    for (let nr = 0; nr < 200; nr++) {
      expect(await commit(nr)).toEqual(['saved', 'saved', 'saved']);
      expect(rows('journal')).toBeLessThan(65);
    }
    expect(rows('journal')).toBeGreaterThan(0);
    expect(rows('logg')).toBeLessThan(200);
    await store.close();
    store = openSqliteStore(file, TEST_KEY);
    for (const [room, id] of rooms.entries()) {
      expect((await store.load(id))?.tail).toEqual(Array.from({ length: 200 }, (_, nr) => Uint8Array.of(room, nr)));
    }
    expect(rows('journal')).toBe(0);
    await store.close();
    database.close();
  });

  it('[P3] a document sealed between two commits takes no more, and the others of the commit do', async () => {
    const store = openSqliteStore(await emptyFile(), TEST_KEY);
    const { updates } = writtenDocument(['ett']);
    for (const id of rooms) await store.create(id, writtenDocument([]).seed);
    const commit = () =>
      store.append(rooms.map((id) => ({ handlingId: id, updates: updates.map((bytes) => ({ author, bytes })) })));
    expect(await commit()).toEqual(['saved', 'saved', 'saved']);
    await store.seal(sealRequest(handlingId('h2')));
    expect(await commit()).toEqual(['saved', 'sealed', 'saved']);
    expect((await store.load(handlingId('h3')))?.tail).toHaveLength(2 * updates.length);
    expect((await store.snapshot(handlingId('h2')))?.text).toContain('ett');
    await store.close();
  });
});

describe('the store on SQLite, sealed', () => {
  const id = handlingId('h1');

  async function sealedFile(): Promise<string> {
    const file = await emptyFile();
    const store = openSqliteStore(file, TEST_KEY);
    for (const name of ['h0', 'h1', 'h2']) {
      await store.create(handlingId(name), writtenDocument([]).seed);
      const { updates } = writtenDocument(['Nämnden', 'beslutar', name]);
      const author = sealRequest(id).personId;
      await store.append([{ handlingId: handlingId(name), updates: updates.map((bytes) => ({ author, bytes })) }]);
      await store.seal(sealRequest(handlingId(name)));
    }
    await store.close();
    return file;
  }

  it('[J7] is sealed after a restart, with the same bytes', async () => {
    const file = await sealedFile();
    const store = openSqliteStore(file, TEST_KEY);
    expect((await store.load(id))?.sealed).toMatchObject({ nr: 2 });
    expect((await store.snapshot(id))?.text).toContain('Nämnden beslutar h1');
    expect((await store.verify()).map((report) => report.faults)).toEqual([[]]);
    await store.close();
  });

  it('[J4] cannot be changed or removed by any statement', async () => {
    const database = new DatabaseSync(await sealedFile());
    const refused = [
      "UPDATE sigill SET text = 'annat'",
      'DELETE FROM sigill',
      "REPLACE INTO dokument (handling_id, bas) VALUES ('h1', x'0000')",
      "UPDATE dokument SET bas = x'0000' WHERE handling_id = 'h1'",
      "DELETE FROM dokument WHERE handling_id = 'h1'",
      "INSERT INTO logg (handling_id, tid, uppdateringar) VALUES ('h1', 0, x'00')",
      `INSERT INTO journal (tid, handlingar, rader) VALUES (0, '["h9","h1"]', x'00')`,
      "INSERT INTO sigill SELECT namnd_id, 9, 'h9', post, hash, text, tillstand FROM sigill WHERE nr = 1",
      "REPLACE INTO sigill SELECT namnd_id, nr, handling_id, post, hash, 'annat', tillstand FROM sigill WHERE nr = 1",
    ];
    for (const statement of refused) expect(() => database.exec(statement), statement).toThrow();
    database.close();
  });

  it('[J5] names every single byte that was changed behind the triggers', async () => {
    const file = await sealedFile();
    const database = new DatabaseSync(file);
    const triggers = database.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").all() as {
      name: string;
    }[];
    for (const { name } of triggers) database.exec(`DROP TRIGGER ${name}`);
    const flipped = (value: string | Uint8Array): string | Uint8Array => {
      const bytes = Buffer.from(value as string);
      const at = Math.floor(bytes.length / 2);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      return typeof value === 'string' ? bytes.toString() : bytes;
    };
    const store = openSqliteStore(file, TEST_KEY);
    for (const [table, column] of [
      ['sigill', 'post'],
      ['sigill', 'hash'],
      ['sigill', 'text'],
      ['sigill', 'tillstand'],
      ['dokument', 'bas'],
    ] as const) {
      const before = database.prepare(`SELECT ${column} AS v FROM ${table} WHERE handling_id = 'h1'`).get() as {
        v: string | Uint8Array;
      };
      const put = database.prepare(`UPDATE ${table} SET ${column} = ? WHERE handling_id = 'h1'`);
      put.run(flipped(before.v));
      const [report] = await store.verify();
      expect(
        report?.faults.map((fault) => fault.nr),
        `${table}.${column}`,
      ).toContain(2);
      expect(report?.faults.some((fault) => fault.nr === 1)).toBe(false);
      put.run(before.v);
      expect((await store.verify())[0]?.faults, `${table}.${column} put back`).toEqual([]);
    }
    database.exec("UPDATE kedja SET hash = 'annan'");
    expect((await store.verify())[0]?.faults).toHaveLength(1);
    database.exec('UPDATE kedja SET hash = (SELECT hash FROM sigill WHERE nr = 3)');
    database.exec("DELETE FROM sigill WHERE handling_id = 'h1'");
    expect((await store.verify())[0]?.faults.map((fault) => fault.what)).toContain('post 2 saknas i kedjan');
    database.exec('DELETE FROM sigill');
    expect((await store.verify())[0]?.faults[0]?.what).toContain('3 poster har förseglats');
    database.close();
    await store.close();
  });
});

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { handlingId, jsonFromYdoc, namndId, personId, STANDARDINSTALLNINGAR } from '@samskrift/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { lockDataDir } from '../data-dir.ts';
import { openDb } from '../db/open.ts';
import { seedDemo } from '../demo/seed.ts';
import { writeInstallningar } from '../organisation/installningar.ts';
import { TEST_KEY } from '../store/empty-file.ts';
import { openSqliteStore } from '../store/sqlite-store.ts';

const TEXT = `Förvaltningens förslag till beslut

Kulturnämnden godkänner förvaltningens förslag.

Sammanfattning

Biblioteket i Björkvik får nya öppet-
tider under våren.
`;

const MASTER_KEY = Buffer.from(TEST_KEY).toString('hex');

describe('the commands', () => {
  const dir = mkdtempSync(join(tmpdir(), 'samskrift cli '));
  const file = join(dir, 'samskrift.db');
  type Name = 'verify' | 'import' | 'rotate-keys';
  const command = (
    name: Name,
    args: readonly string[] = [],
    data = dir,
    keys: Record<string, string> = { MASTER_KEY },
  ) => {
    const script = join(import.meta.dirname, `${name}.ts`);
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
      cwd: dir,
      env: { ...process.env, ...keys, DATA_DIR: data },
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  };
  const put = (name: string, content: string | Uint8Array): string => {
    writeFileSync(join(dir, name), content);
    return name;
  };

  beforeAll(async () => {
    const db = await openDb(file, TEST_KEY);
    await seedDemo(db, new Date('2026-11-22T08:00:00Z'));
    const row = await db
      .selectFrom('handling')
      .selectAll()
      .where('agare_typ', '=', 'forvaltning')
      .executeTakeFirstOrThrow();
    await db.destroy();
    const store = openSqliteStore(file, TEST_KEY);
    const sealed = await store.seal({
      handlingId: handlingId(row.id),
      namndId: namndId(row.namnd_id),
      personId: personId(row.skapad_av),
      person: 'Per Östberg',
      dnr: 'KUN 2026/1',
      titel: row.titel,
      typ: row.typ,
      time: '2026-11-22T09:00:00.000Z',
    });
    await store.close();
    expect(sealed.outcome).toBe('sealed');
  });
  afterAll(() => rmSync(dir, { recursive: true }));

  it('[K6] verify ends with 0 where every chain holds', () => {
    const { status, stdout } = command('verify');
    expect(stdout).toMatch(/Kulturnämnden: 1 förseglade, kedjan håller, sista kontrollsumma [0-9a-f]{64}/);
    expect(status).toBe(0);
  });

  it('[K7] verify says where there is no store, and makes none', () => {
    const { status, stderr } = command('verify', [], join(dir, 'ingen'));
    expect(stderr).toContain('Det finns ingen databas');
    expect(status).toBe(66);
  });

  it('[K8] import shows each change beside its original, and the avsnitt', () => {
    const { status, stdout } = command('import', [put('forslag.txt', TEXT)]);
    expect(stdout).toContain('  - öppet-/tider\n  + öppettider\n');
    expect(stdout).toMatch(/^1\. Förvaltningens förslag till beslut \[/m);
    expect(stdout).toMatch(/^2\. Sammanfattning \[/m);
    expect(stdout).toContain('Handling: tjansteutlatande, mall «Svar på remiss»');
    expect(status).toBe(0);
  });

  it('[K9] import creates the handling in the ärende with the text, by a person who may', async () => {
    const { arende, epost } = await target();
    const { status, stdout } = command('import', [put('forslag.txt', TEXT), '--arende', arende, '--person', epost]);
    expect(status).toBe(0);
    const id = /handling ([0-9a-f-]{36})/.exec(stdout)?.[1] ?? '';
    const store = openSqliteStore(file, TEST_KEY);
    const stored = await store.load(handlingId(id));
    await store.close();
    const doc = new Y.Doc();
    Y.applyUpdate(doc, stored?.base ?? new Uint8Array());
    expect(JSON.stringify(jsonFromYdoc(doc))).toContain('nya öppettider under våren');
  });

  it('[H36] import makes no utlåtande for a partigrupp', async () => {
    const { arende } = await target();
    const olle = 'olle-hedman@demo.invalid';
    const { status, stderr } = command('import', [put('forslag.txt', TEXT), '--arende', arende, '--person', olle]);
    expect(stderr).toContain('En partigrupp har inte den sortens handling.');
    expect(status).toBeGreaterThan(0);
  });

  it('[O16] import takes another mall of the kind where the nämnd does not use the likest, and says so', async () => {
    const { arende, epost } = await target();
    const decide = async (avstangdaMallar: string[]) => {
      const db = await openDb(file, TEST_KEY);
      await writeInstallningar(db, 'kulturnamnden', { ...STANDARDINSTALLNINGAR, avstangdaMallar });
      await db.destroy();
    };
    await decide(['tjansteutlatande-svar', 'tjansteutlatande-aldre']);
    const { status, stdout } = command('import', [put('forslag.txt', TEXT), '--arende', arende, '--person', epost]);
    await decide([]);
    expect(status).toBe(0);
    expect(stdout).toContain(
      'Kulturnämnden använder inte mallen «Svar på remiss». Handlingen har i stället «Tjänsteutlåtande med konsekvenser».',
    );
    const id = /handling ([0-9a-f-]{36})/.exec(stdout)?.[1] ?? '';
    const db = await openDb(file, TEST_KEY);
    const made = await db.selectFrom('handling').select('mall').where('id', '=', id).executeTakeFirst();
    await db.destroy();
    expect(made).toEqual({ mall: 'tjansteutlatande-konsekvens' });
  });

  it('[K9] import refuses an ärende that the person cannot see, in the words of one that is not there', async () => {
    const { epost } = await target();
    const { status, stderr } = command('import', [
      put('forslag.txt', TEXT),
      '--arende',
      'XXX 2026/9',
      '--person',
      epost,
    ]);
    expect(stderr).toContain('inget ärende XXX 2026/9');
    expect(status).toBe(1);
  });

  it.each([
    ['nothing', [], 64, 'Ingen fil är angiven'],
    ['an unknown option', ['--x'], 64, 'går inte att förstå'],
    ['an ärende without a person', ['a.txt', '--arende', 'KUN 2026/1'], 64, 'kräver --person'],
    ['a file that is not there', ['saknas.txt'], 66, 'finns inte'],
    ['a directory', ['.'], 66, 'är en mapp'],
    ['an empty file', [put('tom.txt', '')], 66, 'Filen är tom'],
    ['binary', [put('bild.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13))], 66, 'inte en textfil'],
    ['50 MB', [put('stor.txt', 'a'.repeat(50_000_000))], 66, 'större än 2 MB'],
  ])('[K10] import answers %s with its own message and exit code', (_what, args, code, words) => {
    const { status, stdout, stderr } = command('import', args);
    expect(stderr).toContain(words);
    expect(stdout).toBe('');
    expect(status).toBe(code);
  });

  it('[Q6] rotate-keys gives every group a new key under the new master key, and says what to do then', () => {
    const next = 'ab'.repeat(32);
    const { status, stdout, stderr } = command('rotate-keys', [], dir, { MASTER_KEY, MASTER_KEY_NEW: next });
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(
      /^Klart: 2 partigrupper har nya nycklar, 2 handlingar är omkrypterade\.\nStarta nu med .+\n$/,
    );
    expect(command('rotate-keys').stderr).toMatch(/^Databasen .+ är krypterad med en annan huvudnyckel.+\n$/);
    const back = command('rotate-keys', [], dir, { MASTER_KEY: next, MASTER_KEY_NEW: MASTER_KEY });
    expect(back.status).toBe(0);
  });

  it.each([
    ['no key', {}, 78, 'MASTER_KEY saknas'],
    ['half a key', { MASTER_KEY: 'ab' }, 78, 'MASTER_KEY ska vara 64'],
    ['half a new key', { MASTER_KEY, MASTER_KEY_NEW: 'ab' }, 78, 'MASTER_KEY_NEW ska vara 64'],
  ])('[Q6] rotate-keys with %s changes nothing', (_what, keys, code, words) => {
    const { status, stdout, stderr } = command('rotate-keys', [], dir, keys);
    expect(stderr).toContain(words);
    expect([stdout, status]).toEqual(['', code]);
  });

  it('[Q6] rotate-keys is refused while a server runs on the store', () => {
    const unlock = lockDataDir(dir);
    const { status, stderr } = command('rotate-keys');
    unlock();
    expect(stderr).toContain('används av en annan Samskrift');
    expect(status).toBe(1);
  });

  it('[K6] verify ends with 1 and names the entry whose text has been changed', () => {
    const database = new DatabaseSync(file);
    database.exec(`DROP TRIGGER sigill_ej_andra; UPDATE sigill SET text = replace(text, 'a', 'b')`);
    database.close();
    const { status, stdout } = command('verify');
    expect(stdout).toContain('kedjan HÅLLER INTE');
    expect(stdout).toMatch(/post 1 \(handling .+\): den förseglade texten har ändrats/);
    expect(status).toBe(1);
  });

  it('[K13] verify and import say in one line that a store is another build’s', async () => {
    const { arende, epost } = await target();
    const database = new DatabaseSync(file);
    database.exec('DROP TABLE kedja');
    database.close();
    const verified = command('verify');
    expect(verified.stdout).toMatch(/^Databasen .+ tabellen kedja saknas .+\n$/);
    expect(verified.status).toBe(1);
    const imported = command('import', [put('forslag.txt', TEXT), '--arende', arende, '--person', epost]);
    expect(imported.stderr).toMatch(/^Databasen .+ tabellen kedja saknas .+\n$/);
    expect(imported.status).toBe(1);
  });

  async function target(): Promise<{ readonly arende: string; readonly epost: string }> {
    const db = await openDb(file, TEST_KEY);
    const arende = await db
      .selectFrom('arende')
      .where('namnd_id', '=', 'kulturnamnden')
      .select('dnr')
      .executeTakeFirstOrThrow();
    const person = await db
      .selectFrom('user')
      .innerJoin('uppdrag', 'uppdrag.person_id', 'user.id')
      .where('roll', '=', 'handlaggare')
      .select('email')
      .executeTakeFirstOrThrow();
    await db.destroy();
    return { arende: arende.dnr, epost: person.email };
  }
});

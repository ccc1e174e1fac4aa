import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import {
  ArendeMedHandlingarSchema,
  ArendeSchema,
  HandelseSchema,
  HandlingSchema,
  STANDARDINSTALLNINGAR,
} from '@samskrift/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STATEMENTS } from '../db/migrations.ts';
import { openDb } from '../db/open.ts';
import { type AppBed, felOf, openAppBed } from '../http/testbed.ts';
import { writeInstallningar } from '../organisation/installningar.ts';
import { TEST_KEY } from '../store/empty-file.ts';

/** Rules N: what an ärende is, who changes it, and what of it is told to whom. */
describe('ärenden', () => {
  let bed: AppBed;
  beforeAll(async () => {
    bed = await openAppBed();
  });
  afterAll(() => bed.close());

  const REMISS = {
    titel: 'Remiss om badplatser',
    namndId: 'kulturnamnden',
    slag: 'remiss',
    remissFran: 'Länsstyrelsen',
    sistaDag: '2026-12-24',
    handlaggareId: 'anna-lindqvist',
    sammantrade: '2026-12-15',
  };
  const send = async (person: string, method: string, path: string, body?: unknown) =>
    (await bed.login(person)).send(method, path, body);
  const read = async (person: string, id: string) =>
    ArendeMedHandlingarSchema.parse(await (await (await bed.login(person)).get(`/api/arenden/${id}`)).json());
  const create = async (dnr: string, more: object = {}) =>
    ArendeSchema.parse(await (await send('maja-nilsson', 'POST', '/api/arenden', { ...REMISS, dnr, ...more })).json());
  const timeline = async (person: string, id: string) =>
    HandelseSchema.array().parse(await (await (await bed.login(person)).get(`/api/arenden/${id}/tidslinje`)).json());
  const handling = async (person: string, arende: string, typ: string, agare: object, titel = 'Ett förslag') => {
    const mall = typ === 'reservation' ? 'reservation' : 'tjansteutlatande-svar';
    const made = await send(person, 'POST', `/api/arenden/${arende}/handlingar`, { typ, mall, titel, agare });
    return HandlingSchema.parse(await made.json());
  };
  const GRUPP = { typ: 'partigrupp', id: 'landsbygdslistan' };
  const FORVALTNING = { typ: 'forvaltning', id: 'kulturforvaltningen' };

  it('[N1] a diarienummer written in another way is the same, and refused where it is used in the nämnd', async () => {
    expect(await create('kun2026/0301')).toMatchObject({ dnr: 'KUN 2026/301' });
    for (const dnr of ['KUN 2026/301', 'KUN2026/301']) {
      const again = await send('maja-nilsson', 'POST', '/api/arenden', { ...REMISS, dnr });
      expect(await felOf(again)).toMatchObject({ status: 409, fel: 'finnsRedan' });
    }
    await bed.services.db.insertInto('namnd').values({ id: 'annan', namn: 'Annan nämnd' }).execute();
    await bed.services.db
      .insertInto('arende')
      .values({ ...ROW, id: 'annat', dnr: 'KUN 2026/301', namnd_id: 'annan' })
      .execute();
  });

  it('[N2] the next diarienummer and the förvaltning are told to who may lay up an ärende, and to nobody else', async () => {
    const underlag = await (await bed.login('maja-nilsson')).get('/api/namnder/kulturnamnden/underlag');
    expect(await underlag.json()).toMatchObject({
      dnr: `KUN ${new Date().getFullYear()}/302`,
      personal: [
        { namn: 'Anna Lindqvist' },
        { namn: 'Eva Sandström' },
        { namn: 'Karim Haddad' },
        { namn: 'Per Östberg' },
        { namn: 'Rut Nyberg' },
      ],
    });
    for (const person of ['olle-hedman', 'lina-moberg', 'ulla-berglund'])
      expect((await (await bed.login(person)).get('/api/namnder/kulturnamnden/underlag')).status).toBe(404);
  });

  it('[N3] an ärende is created whole, and what does not hold together is refused with what is wrong', async () => {
    const made = await create('KUN 2026/310');
    expect(made).toMatchObject({
      slag: 'remiss',
      lage: 'oppnat',
      remiss: { fran: 'Länsstyrelsen', sistaDag: '2026-12-24' },
      handlaggare: { id: 'anna-lindqvist', namn: 'Anna Lindqvist' },
      sammantrade: '2026-12-15',
    });
    for (const wrong of [
      { remissFran: ' ' },
      { sistaDag: '2026-02-30' },
      { slag: 'skrivelse' },
      { handlaggareId: 'olle-hedman' },
      { handlaggareId: 'finns-inte' },
      { slag: 'nagot' },
    ]) {
      const answer = await send('maja-nilsson', 'POST', '/api/arenden', { ...REMISS, dnr: 'KUN 2026/311', ...wrong });
      expect(await felOf(answer), JSON.stringify(wrong)).toMatchObject({ status: 400, fel: 'ogiltig' });
    }
  });

  it('[N4] the förvaltning and the secretary change an ärende, others read, and what is not mentioned stays', async () => {
    const { id } = await create('KUN 2026/320');
    const changed = await send('anna-lindqvist', 'PATCH', `/api/arenden/${id}`, { titel: 'Nya badplatser' });
    expect(await changed.json()).toMatchObject({ titel: 'Nya badplatser', remiss: { fran: 'Länsstyrelsen' } });
    for (const person of ['goran-ek', 'olle-hedman', 'sofia-berg']) {
      expect(await read(person, id)).toMatchObject({ titel: 'Nya badplatser', farAndra: false });
      expect(await felOf(await send(person, 'PATCH', `/api/arenden/${id}`, { titel: 'Min' }))).toMatchObject({
        status: 403,
        fel: 'ejTillaten',
      });
    }
    expect((await send('ulla-berglund', 'PATCH', `/api/arenden/${id}`, { titel: 'Min' })).status).toBe(404);
    const taken = await send('anna-lindqvist', 'PATCH', `/api/arenden/${id}`, { dnr: 'kun2026/114' });
    expect(await felOf(taken)).toMatchObject({ status: 409, fel: 'finnsRedan' });
    const other = await send('anna-lindqvist', 'PATCH', `/api/arenden/${id}`, { slag: 'skrivelse' });
    expect(await other.json()).toMatchObject({ slag: 'skrivelse', remiss: null });
  });

  it('[N5] a state is reached only from where the table allows it', async () => {
    const { id } = await create('KUN 2026/330');
    const to = async (lage: string) => (await send('maja-nilsson', 'PATCH', `/api/arenden/${id}`, { lage })).status;
    expect(await to('beslutat')).toBe(400);
    expect(await to('till_sammantrade')).toBe(200);
    expect(await to('till_sammantrade')).toBe(200);
    expect(await to('beslutat')).toBe(200);
    expect(await read('olle-hedman', id)).toMatchObject({ lage: 'beslutat' });
  });

  it('[N6] official handlingar are numbered in their order', async () => {
    const { id } = await create('KUN 2026/340');
    const first = await handling('anna-lindqvist', id, 'tjansteutlatande', FORVALTNING);
    const second = await handling('karim-haddad', id, 'tjansteutlatande', FORVALTNING);
    expect([first.nummer, second.nummer]).toEqual(['KUN 2026/340-1', 'KUN 2026/340-2']);
  });

  it('[N7] with and without a group’s handlingar everybody else sees the same numbers, counts, lists, times and acts', async () => {
    const [{ id: med }, { id: utan }] = [await create('KUN 2026/350'), await create('KUN 2026/351')];
    await handling('anna-lindqvist', med, 'tjansteutlatande', FORVALTNING);
    await handling('anna-lindqvist', utan, 'tjansteutlatande', FORVALTNING);
    const before = await Promise.all(['goran-ek', 'maja-nilsson', 'karim-haddad'].map((person) => read(person, med)));
    const secret = await handling('lina-moberg', med, 'reservation', GRUPP, 'Hemlig bokbuss');
    expect(secret.nummer).toBeNull();
    for (const [index, person] of ['goran-ek', 'maja-nilsson', 'karim-haddad'].entries()) {
      expect(await read(person, med)).toEqual(before[index]);
      expect(JSON.stringify(await timeline(person, med))).not.toMatch(/bokbuss|Lina/);
    }
    await handling('anna-lindqvist', med, 'tjansteutlatande', FORVALTNING);
    await handling('anna-lindqvist', utan, 'tjansteutlatande', FORVALTNING);
    const seen = async (id: string) => {
      const { lista, handlingar } = await read('karim-haddad', id);
      const acts = (await timeline('karim-haddad', id)).map(({ akt, person }) => ({ akt, person }));
      return { handlingar, acts, nummer: lista.map(({ nummer }) => nummer?.replace(/35\d/, '')) };
    };
    expect(await seen(med)).toEqual(await seen(utan));
    expect((await read('olle-hedman', med)).handlingar).toBe(1);
    expect(JSON.stringify(await timeline('olle-hedman', med))).toContain('Hemlig bokbuss');
  });

  it('[N8] the timeline tells what happened, newest last; a group’s acts only to its members, also of what it has shared', async () => {
    const { id } = await create('KUN 2026/360');
    await send('anna-lindqvist', 'PATCH', `/api/arenden/${id}`, { lage: 'beredning', handlaggareId: 'karim-haddad' });
    const made = await handling('karim-haddad', id, 'tjansteutlatande', FORVALTNING, 'Svaret');
    await send('per-ostberg', 'POST', `/api/handlingar/${made.id}/justera`);
    expect(await timeline('olle-hedman', id)).toMatchObject([
      { akt: 'arendeSkapat', person: 'Maja Nilsson', handling: null },
      {
        akt: 'arendeAndrat',
        person: 'Anna Lindqvist',
        detalj: { falt: 'handlaggareId', fran: 'Anna Lindqvist', till: 'Karim Haddad' },
      },
      { akt: 'arendeAndrat', detalj: { falt: 'lage', fran: 'oppnat', till: 'beredning' } },
      { akt: 'handlingSkapad', person: 'Karim Haddad', handling: { titel: 'Svaret' } },
      { akt: 'forseglad', person: 'Per Östberg', handling: { titel: 'Svaret' } },
    ]);
    const secret = await handling('lina-moberg', id, 'reservation', GRUPP, 'Hemlig bokbuss');
    await send('lina-moberg', 'PUT', `/api/handlingar/${secret.id}/delningar/maja-nilsson`, { ratt: 'lasa' });
    expect((await read('maja-nilsson', id)).lista).toHaveLength(2);
    expect(await timeline('maja-nilsson', id)).toHaveLength(5);
    expect(await timeline('olle-hedman', id)).toHaveLength(6);
    expect((await (await bed.login('ulla-berglund')).get(`/api/arenden/${id}/tidslinje`)).status).toBe(404);
    expect(await timeline('olle-hedman', 'biblioteksplan')).toMatchObject([
      { akt: 'arendeSkapat', person: 'Anna Lindqvist' },
      { akt: 'handlingSkapad', person: 'Lina Moberg' },
    ]);
  });

  it('[N9] an ärende is mine as its handläggare, and where I have created a handling that I may see', async () => {
    const { id } = await create('KUN 2026/370');
    const mine = async (person: string) => (await read(person, id)).mitt;
    expect([await mine('anna-lindqvist'), await mine('karim-haddad'), await mine('olle-hedman')]).toEqual([
      true,
      false,
      false,
    ]);
    await handling('olle-hedman', id, 'reservation', GRUPP);
    expect([await mine('olle-hedman'), await mine('lina-moberg'), await mine('goran-ek')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('[N19] where the nämnd has its own letters a new or changed diarienummer begins with them; an old one stays', async () => {
    const old = await create('KUN 2026/390');
    await writeInstallningar(bed.services.db, 'kulturnamnden', { ...STANDARDINSTALLNINGAR, dnrPrefix: 'KFN' });
    const wrong = {
      ...{ status: 400, fel: 'ogiltig' },
      meddelande: 'Nämndens diarienummer börjar med KFN. Skriv det som KFN 2026/123.',
    };
    const made = await send('maja-nilsson', 'POST', '/api/arenden', { ...REMISS, dnr: 'KUN 2026/391' });
    expect(await felOf(made)).toEqual(wrong);
    const patch = (andring: object) => send('maja-nilsson', 'PATCH', `/api/arenden/${old.id}`, andring);
    expect(await felOf(await patch({ dnr: 'KUN 2026/392' }))).toEqual(wrong);
    expect(await (await patch({ dnr: 'KUN 2026/390', titel: 'Badplatser' })).json()).toMatchObject({
      ...{ dnr: 'KUN 2026/390', titel: 'Badplatser' },
    });
    const underlag = async () => (await send('maja-nilsson', 'GET', '/api/namnder/kulturnamnden/underlag')).json();
    const year = new Date().getFullYear();
    expect(await underlag()).toMatchObject({ dnr: `KFN ${year}/1` });
    expect(await create(`kfn${year}/7`)).toMatchObject({ dnr: `KFN ${year}/7` });
    expect(await underlag()).toMatchObject({ dnr: `KFN ${year}/8` });
    await writeInstallningar(bed.services.db, 'kulturnamnden', STANDARDINSTALLNINGAR);
  });

  it('[N10] a file from before gets its handlingar numbered and its diarienummer written in one way', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'samskrift-arenden-'));
    const file = join(folder, 'gammal.db');
    const old = new DatabaseSync(file);
    const before = Object.keys(STATEMENTS).filter((name) => name < '006');
    for (const name of before) for (const statement of STATEMENTS[name] ?? []) old.exec(statement);
    old.exec(`PRAGMA foreign_keys = ON;
      CREATE TABLE kysely_migration (name varchar(255) NOT NULL PRIMARY KEY, timestamp varchar(255) NOT NULL);
      INSERT INTO kysely_migration SELECT value, '2026-11-20T12:00:00.000Z' FROM json_each('${JSON.stringify(before)}');
      INSERT INTO user (id, name, email, emailVerified, createdAt, updatedAt) VALUES ('p', 'Olle', 'o@e.se', 1, '', '');
      INSERT INTO namnd VALUES ('n', 'Kulturnämnden');
      INSERT INTO arende VALUES ('a', 'KUN2026/1', 'A', 'n', '2026-01-01', 'p'), ('b', 'KUN 2026/2', 'B', 'n', '2026-01-01', 'p'),
        ('c', 'KUN2026/2', 'C', 'n', '2026-01-01', 'p');`);
    const insert = old.prepare(
      "INSERT INTO handling (id, arende_id, namnd_id, typ, mall, titel, agare_typ, agare_id, skapad, skapad_av) VALUES (?, 'a', 'n', 'reservation', 'm', 'T', ?, 'x', ?, 'p')",
    );
    insert.run('h3', 'namnd', '2026-03');
    insert.run('h1', 'forvaltning', '2026-01');
    insert.run('hemlig', 'partigrupp', '2026-02');
    old.close();
    const db = await openDb(file, TEST_KEY);
    expect(await db.selectFrom('handling').select(['id', 'nummer']).orderBy('id').execute()).toEqual([
      { id: 'h1', nummer: 1 },
      { id: 'h3', nummer: 2 },
      { id: 'hemlig', nummer: null },
    ]);
    expect(await db.selectFrom('arende').select(['dnr', 'lage', 'slag']).orderBy('id').execute()).toEqual([
      { dnr: 'KUN 2026/1', lage: 'oppnat', slag: 'ovrigt' },
      { dnr: 'KUN 2026/2', lage: 'oppnat', slag: 'ovrigt' },
      { dnr: 'KUN2026/2', lage: 'oppnat', slag: 'ovrigt' },
    ]);
    await expect(db.deleteFrom('arende').where('id', '=', 'a').execute()).rejects.toThrow('FOREIGN KEY');
    await db.destroy();
    rmSync(folder, { recursive: true, force: true });
  });
});

const ROW = { titel: 'Annat', skapad: '2026-01-01T00:00:00.000Z', skapad_av: 'maja-nilsson' };

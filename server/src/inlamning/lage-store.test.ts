import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { LAGEN, LAGESAKTER, lageEfter } from '@samskrift/shared';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { STATEMENTS } from '../db/migrations.ts';
import { openDb } from '../db/open.ts';
import { type AppBed, felOf, openAppBed } from '../http/testbed.ts';
import { TEST_KEY } from '../store/empty-file.ts';
import { openSqliteStore } from '../store/sqlite-store.ts';

let bed: AppBed;
beforeAll(async () => {
  bed = await openAppBed();
});
afterAll(() => bed.close());

const ROW = {
  arende_id: 'konstrunda',
  namnd_id: 'kulturnamnden',
  typ: 'tjansteutlatande',
  mall: 'tjansteutlatande-svar',
  titel: 'T',
  agare_typ: 'forvaltning',
  agare_id: 'kulturforvaltningen',
  skapad: '2026-01-01',
  skapad_av: 'anna-lindqvist',
  nummer: null,
  lage_sedan: null,
} as const;

it('[Y4] the store refuses every step that the table does not have, whichever program takes it', async () => {
  const { db } = bed.services;
  for (const fran of LAGEN) {
    for (const till of LAGEN) {
      const id = `${fran}-${till}`;
      await db
        .insertInto('handling')
        .values({ ...ROW, id, lage: fran })
        .execute();
      const moving = db.updateTable('handling').set({ lage: till }).where('id', '=', id).execute();
      const told = await moving.then(
        () => 'taken',
        (error: unknown) => String(error),
      );
      const allowed = fran === till || LAGESAKTER.some((akt) => lageEfter(fran, akt) === till);
      expect([id, told]).toEqual([id, allowed ? 'taken' : expect.stringContaining('no such step')]);
    }
  }
});

it('[Y4] a seal moves its handling in its own transaction, and nothing but archiving moves it after', async () => {
  const { db, dataDir } = { ...bed.services, dataDir: bed.dataDir };
  const per = await bed.login('per-ostberg');
  const id = 'biblioteksplan-utlatande';
  const lageOf = async () =>
    (await db.selectFrom('handling').select('lage').where('id', '=', id).executeTakeFirstOrThrow()).lage;
  expect(await lageOf()).toBe('arbetsmaterial');
  const store = openSqliteStore(`${dataDir}/samskrift.db`, null);
  const sealed = await store.seal({
    handlingId: id as never,
    namndId: 'kulturnamnden' as never,
    personId: 'per-ostberg' as never,
    person: 'Per Östberg',
    dnr: 'KUN 2026/114',
    titel: 'Biblioteksplan 2027–2030',
    typ: 'tjansteutlatande',
    time: '2026-11-22T12:00:00.000Z',
  });
  await store.close();
  expect([sealed.outcome, await lageOf()]).toEqual(['sealed', 'justerad']);
  const maja = await bed.login('maja-nilsson');
  const move = async (akt: string) => maja.send('POST', `/api/handlingar/${id}/lage`, { akt });
  expect(await felOf(await move('skickaUt'))).toMatchObject({ status: 409, fel: 'felLage' });
  expect(await felOf(await move('arkivera'))).toMatchObject({
    status: 409,
    meddelande: expect.stringContaining('Avsluta'),
  });
  expect(await felOf(await move('justera'))).toMatchObject({ status: 400 });
  await per.send('PATCH', '/api/arenden/biblioteksplan', { lage: 'avslutat' });
  expect(await (await move('arkivera')).json()).toMatchObject({ lage: 'arkiverad', ratt: 'lasa' });
});

it('[Y13] each act on a läge is in the log with the person and the time, and in the timeline of the ärende', async () => {
  const anna = await bed.login('anna-lindqvist');
  const maja = await bed.login('maja-nilsson');
  const path = '/api/handlingar/konstrunda-utlatande';
  const before = new Date().toISOString();
  expect((await anna.send('POST', `${path}/lage`, { akt: 'lamnaIn' })).status).toBe(200);
  expect((await anna.send('POST', `${path}/lage`, { akt: 'taTillbaka' })).status).toBe(200);
  expect((await anna.send('POST', `${path}/lage`, { akt: 'lamnaIn' })).status).toBe(200);
  expect(await felOf(await anna.send('POST', `${path}/lage`, { akt: 'skickaUt' }))).toMatchObject({ status: 403 });
  expect((await maja.send('POST', `${path}/lage`, { akt: 'skickaUt' })).status).toBe(200);
  expect(await felOf(await anna.send('POST', `${path}/lage`, { akt: 'taTillbaka' }))).toMatchObject({ fel: 'felLage' });
  const acts = await bed.services.db
    .selectFrom('akt')
    .where('akt', '=', 'lageAndrat')
    .where('handling_id', '=', 'konstrunda-utlatande')
    .selectAll()
    .execute();
  expect(acts.map(({ person_id, detalj }) => [person_id, JSON.parse(detalj)])).toEqual([
    ['anna-lindqvist', { fran: 'arbetsmaterial', till: 'inlamnad' }],
    ['anna-lindqvist', { fran: 'inlamnad', till: 'arbetsmaterial' }],
    ['anna-lindqvist', { fran: 'arbetsmaterial', till: 'inlamnad' }],
    ['maja-nilsson', { fran: 'inlamnad', till: 'utskickad' }],
  ]);
  for (const { tid } of acts) expect(tid.localeCompare(before)).toBeGreaterThan(-1);
  const sofia = await bed.login('sofia-berg');
  const timeline = (await (await sofia.get('/api/arenden/konstrunda/tidslinje')).json()) as { akt: string }[];
  expect(timeline.filter(({ akt }) => akt === 'lageAndrat')).toHaveLength(4);
});

it('[Y13] a group’s own act is the group’s; the registration is told to those who see the copy', async () => {
  const olle = await bed.login('olle-hedman');
  const answer = await olle.send('POST', '/api/handlingar/bokbuss-reservation/inlamning', {});
  const { id } = (await answer.json()) as { id: string };
  const acts = async (person: string) => {
    const browser = await bed.login(person);
    const { akter } = (await (await browser.get('/api/akter')).json()) as { akter: { akt: string }[] };
    const told = (await (await browser.get('/api/arenden/biblioteksplan/tidslinje')).json()) as { akt: string }[];
    const own = ['kopiaInlamnad', 'inlamnad'];
    return [akter, told].map((list) => list.map(({ akt }) => akt).filter((akt) => own.includes(akt)));
  };
  expect(await acts('lina-moberg')).toEqual([
    ['inlamnad', 'kopiaInlamnad'],
    ['kopiaInlamnad', 'inlamnad'],
  ]);
  expect(await acts('maja-nilsson')).toEqual([['inlamnad'], ['inlamnad']]);
  expect(await acts('sofia-berg')).toEqual([[], []]);
  const maja = await bed.login('maja-nilsson');
  const inkommet = (await (await maja.get('/api/inkommet')).json()) as { id: string }[];
  expect(inkommet.map((one) => one.id)).toContain(id);
  const sofia = await bed.login('sofia-berg');
  const hennes = (await (await sofia.get('/api/inkommet')).json()) as { id: string }[];
  expect(hennes.map((one) => one.id)).not.toContain(id);
});

it('[Y17] a file from before has what is sealed as justerad and the rest as arbetsmaterial', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'samskrift-lage-'));
  const file = join(folder, 'gammal.db');
  const old = new DatabaseSync(file);
  const before = Object.keys(STATEMENTS).filter((name) => name < '007');
  for (const name of before) for (const statement of STATEMENTS[name] ?? []) old.exec(statement);
  old.exec(`CREATE TABLE kysely_migration (name varchar(255) NOT NULL PRIMARY KEY, timestamp varchar(255) NOT NULL);
    INSERT INTO kysely_migration SELECT value, '2026-11-20T12:00:00.000Z' FROM json_each('${JSON.stringify(before)}');
    INSERT INTO user (id, name, email, emailVerified, createdAt, updatedAt) VALUES ('p', 'Olle', 'o@e.se', 1, '', '');
    INSERT INTO namnd VALUES ('n', 'Kulturnämnden');
    INSERT INTO arende (id, dnr, titel, namnd_id, skapad, skapad_av) VALUES ('a', 'KUN 2026/1', 'A', 'n', '', 'p');
    INSERT INTO handling (id, arende_id, namnd_id, typ, mall, titel, agare_typ, agare_id, skapad, skapad_av)
      VALUES ('oppen', 'a', 'n', 't', 'm', 'T', 'namnd', 'n', '', 'p'), ('last', 'a', 'n', 't', 'm', 'T', 'namnd', 'n', '', 'p');
    INSERT INTO dokument VALUES ('last', x'00');
    INSERT INTO sigill VALUES ('n', 1, 'last', '{"time":"2026-01-01T00:00:00Z"}', 'h', '', x'00');`);
  old.close();
  const db = await openDb(file, TEST_KEY);
  expect(await db.selectFrom('handling').select(['id', 'lage']).orderBy('id').execute()).toEqual([
    { id: 'last', lage: 'justerad' },
    { id: 'oppen', lage: 'arbetsmaterial' },
  ]);
  await db.destroy();
  rmSync(folder, { recursive: true, force: true });
});

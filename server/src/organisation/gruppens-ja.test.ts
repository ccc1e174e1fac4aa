import { type Vantande, VantelageSchema } from '@samskrift/shared';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AppBed, openAppBed } from '../http/testbed.ts';

const HEMLIG = '/api/handlingar/bokbuss-reservation';
const ULLA = {
  personId: 'ulla-berglund',
  roll: 'ledamot',
  organTyp: 'partigrupp',
  organId: 'landsbygdslistan',
  fran: '2026-01-01',
};

describe('a group lets nobody in but by its own yes', () => {
  let bed: AppBed;
  beforeEach(async () => {
    bed = await openAppBed();
  });
  afterEach(() => bed.close());

  const as = async (person: string, method: string, path: string, body?: object) => {
    const browser = await bed.login(person);
    return method === 'GET' ? browser.get(path) : browser.send(method, path, body ?? {});
  };
  const ge = (nytt: object) => as('ulla-berglund', 'POST', '/api/admin/uppdrag', nytt);
  const vantande = async (person: string): Promise<Vantande[]> =>
    VantelageSchema.parse(await (await as(person, 'GET', '/api/partigrupper/vantande')).json()).fragade;
  const svara = (person: string, svar: 'ja' | 'nej', nyckel: object = ULLA) =>
    as(person, 'POST', '/api/partigrupper/svar', { ...nyckel, svar });
  const ser = async (person: string) => (await as(person, 'GET', HEMLIG)).status;

  it('[O14] an administrator who puts herself into a group sees nothing of it until its gruppledare has said yes', async () => {
    expect(await (await ge({ ...ULLA, till: null })).json()).toMatchObject({ vantar: true });
    expect(await ser('ulla-berglund')).toBe(404);
    expect(await vantande('asa-wikander')).toEqual([
      {
        ...ULLA,
        namn: 'Ulla Berglund',
        epost: 'ulla-berglund@demo.invalid',
        organ: 'Landsbygdslistan i Kulturnämnden',
        skal: 'nytt',
        vagAndrad: false,
      },
    ]);
    for (const annan of ['ulla-berglund', 'olle-hedman', 'lina-moberg', 'goran-ek', 'maja-nilsson', 'anna-lindqvist']) {
      expect(await vantande(annan), annan).toEqual([]);
      expect((await svara(annan, 'ja')).status, annan).toBe(404);
    }
    expect(await ser('ulla-berglund')).toBe(404);
    expect(await (await svara('asa-wikander', 'ja')).json()).toEqual({ fragade: [], vantarPa: [] });
    expect(await ser('ulla-berglund')).toBe(200);
    expect((await svara('asa-wikander', 'ja')).status).toBe(404);
  });

  it('[O14] a no is for good, and an uppdrag that is opened again asks again', async () => {
    await ge({ ...ULLA, till: null });
    expect((await svara('asa-wikander', 'nej')).status).toBe(200);
    expect(await ser('ulla-berglund')).toBe(404);
    const igen = await as('ulla-berglund', 'PATCH', '/api/admin/uppdrag', { ...ULLA, till: null });
    expect(await igen.json()).toMatchObject({ vantar: true, till: null });
    expect([await ser('ulla-berglund'), (await vantande('asa-wikander')).length]).toEqual([404, 1]);
    const akter = await bed.services.db
      .selectFrom('akt')
      .select('akt')
      .where('akt', 'in', ['medlemGodkand', 'medlemNekad'])
      .execute();
    expect(akter).toEqual([{ akt: 'medlemNekad' }]);
  });

  it('[O18] an administrator who ends everybody’s uppdrag, blocks them, or says that she left last, comes in no sooner', async () => {
    const { db } = bed.services;
    const alla = await db
      .selectFrom('uppdrag')
      .select(['person_id as personId', 'roll', 'organ_typ as organTyp', 'organ_id as organId', 'fran'])
      .where('organ_id', 'like', 'landsbygdslistan%')
      .execute();
    for (const nyckel of alla)
      expect((await as('ulla-berglund', 'POST', '/api/admin/uppdrag/avsluta', nyckel)).status).toBe(200);
    await db
      .insertInto('uppdrag')
      .values({
        person_id: 'ulla-berglund',
        roll: 'gruppledare',
        organ_typ: 'partigrupp',
        organ_id: 'landsbygdslistan',
        fran: '2020-01-01',
        till: '2021-01-01',
      })
      .execute();
    const idag = new Date().toISOString().slice(0, 10);
    const langre = { ...ULLA, roll: 'gruppledare', fran: '2020-01-01', till: idag };
    expect((await as('ulla-berglund', 'PATCH', '/api/admin/uppdrag', langre)).status).toBe(200);
    expect(await (await ge({ ...ULLA, personId: 'karim-haddad', till: null })).json()).toMatchObject({ vantar: true });
    expect(await ser('karim-haddad')).toBe(404);
    expect(await vantande('ulla-berglund')).toEqual([]);
    expect(await vantande('asa-wikander')).toMatchObject([{ personId: 'karim-haddad' }]);
    for (const { personId } of alla) await as('ulla-berglund', 'PUT', `/api/admin/konton/${personId}/sparr`);
    expect(await vantande('ulla-berglund')).toEqual([]);
    expect(await ser('karim-haddad')).toBe(404);
  });

  it('[O14] a partikansli too, and a list; but the first in a new group and every other organ wait for nobody', async () => {
    const kansli = { ...ULLA, roll: 'politisk_sekreterare', organTyp: 'partikansli' };
    expect(await (await ge({ ...kansli, till: null })).json()).toMatchObject({ vantar: true });
    expect(await ser('ulla-berglund')).toBe(404);

    const rader = [
      'Namn;E-post;Parti;Nämnd;Roll;Från;Till',
      'Ulla Berglund;ulla-berglund@demo.invalid;LL;Kulturnämnden;Ledamot;2026-02-02;',
    ];
    const innehall = Buffer.from(rader.join('\r\n')).toString('base64');
    expect((await as('ulla-berglund', 'POST', '/api/admin/forteckning', { innehall })).status).toBe(200);
    expect(await ser('ulla-berglund')).toBe(404);
    expect((await vantande('asa-wikander')).map(({ organTyp }) => organTyp)).toEqual(['partigrupp']);
    expect((await vantande('henrik-dahl')).map(({ organTyp }) => organTyp)).toEqual(['partikansli']);

    const { db } = bed.services;
    await db.insertInto('parti').values({ id: 'nya', namn: 'Nya partiet', forkortning: 'NP' }).execute();
    await db
      .insertInto('partigrupp')
      .values({ id: 'nya', namn: 'Nya partiet', namnd_id: 'kulturnamnden', parti_id: 'nya' })
      .execute();
    expect(await (await ge({ ...ULLA, organId: 'nya', till: null })).json()).toMatchObject({ vantar: false });
    const karim = { ...ULLA, personId: 'karim-haddad', till: null };
    expect(await (await ge({ ...karim, organId: 'nya' })).json()).toMatchObject({ vantar: true });
    const nya = [rader[0], 'Ny Första;ny@exempel.se;BP;Kulturnämnden;Ledamot;2026-02-02;'];
    await as('ulla-berglund', 'POST', '/api/admin/forteckning', {
      innehall: Buffer.from(nya.join('\r\n')).toString('base64'),
    });
    const ny = await db
      .selectFrom('uppdrag')
      .innerJoin('user', 'user.id', 'uppdrag.person_id')
      .where('user.email', '=', 'ny@exempel.se')
      .select(['organ_typ', 'vantar'])
      .orderBy('organ_typ')
      .execute();
    expect(ny).toEqual([
      { organ_typ: 'namnd', vantar: 0 },
      { organ_typ: 'partigrupp', vantar: 1 },
    ]);
  });
});

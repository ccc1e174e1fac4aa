import { type Vantande, VantelageSchema } from '@samskrift/shared';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AppBed, openAppBed } from '../http/testbed.ts';
import { readGruppledare } from '../samarbete/gruppledare.ts';
import { cookieOf, kodOf, LOSENORD } from './testbed.ts';

const HEMLIG = '/api/handlingar/bokbuss-reservation';
const OLLE = '/api/admin/konton/olle-hedman';

describe('an administrator who takes over a member’s account', () => {
  let bed: AppBed;
  beforeEach(async () => {
    bed = await openAppBed();
  });
  afterEach(() => bed.close());

  const ulla = async (method: string, path: string, body?: object) =>
    (await bed.login('ulla-berglund')).send(method, path, body);
  const lank = async (path = OLLE) =>
    kodOf(((await (await ulla('POST', `${path}/lank`)).json()) as { lank: string }).lank);
  const valj = async (kod: string) =>
    bed.browser(cookieOf(await bed.browser().send('POST', '/api/losenord', { kod, losenord: LOSENORD })));
  type Browser = Awaited<ReturnType<typeof valj>>;
  const laget = async (browser: Browser) =>
    VantelageSchema.parse(await (await browser.get('/api/partigrupper/vantande')).json());
  const vantande = async (person: string) => (await laget(await bed.login(person))).fragade;
  const vantarPa = async (browser: Browser) => (await laget(browser)).vantarPa;
  const svara = async (
    person: string,
    svar: 'ja' | 'nej',
    { namn: _, epost: __, organ: ___, skal: ____, vagAndrad: _____, ...n }: Vantande,
  ) => (await bed.login(person)).send('POST', '/api/partigrupper/svar', { ...n, svar });

  it('[A48] by a link that was shown: reads nothing of the group until its gruppledare has said yes to the person', async () => {
    const { db } = bed.services;
    await db
      .insertInto('nyckel')
      .values({
        id: 'en-nyckel',
        person_id: 'olle-hedman',
        namn: 'Min',
        publik: new Uint8Array(1),
        raknare: 0,
        skapad: '',
      })
      .execute();
    const times = { createdAt: '', updatedAt: '' };
    const rad = { id: 'k', accountId: 's', providerId: 'oidc:x', userId: 'olle-hedman', password: null };
    await db
      .insertInto('account')
      .values({ ...rad, ...times })
      .execute();
    const kod = await lank();
    expect((await (await bed.login('olle-hedman')).get(HEMLIG)).status).toBe(200);
    const olle = await valj(kod);
    expect((await olle.get(HEMLIG)).status).toBe(404);
    expect(await vantarPa(olle)).toEqual(['Landsbygdslistan i Kulturnämnden']);
    expect(await db.selectFrom('nyckel').select('id').execute()).toEqual([]);
    expect(await db.selectFrom('account').select('providerId').where('userId', '=', 'olle-hedman').execute()).toEqual([
      { providerId: 'credential' },
    ]);

    const [fragan] = await vantande('asa-wikander');
    const epost = 'olle-hedman@demo.invalid';
    expect(fragan).toMatchObject({ personId: 'olle-hedman', skal: 'konto', epost, vagAndrad: true });
    if (fragan === undefined) throw new RangeError('nobody is asked');
    expect((await svara('lina-moberg', 'ja', fragan)).status).toBe(404);
    expect((await svara('asa-wikander', 'ja', fragan)).status).toBe(200);
    expect((await olle.get(HEMLIG)).status).toBe(200);
    expect(await vantarPa(olle)).toEqual([]);
  });

  it('[A48] a no ends the uppdrag and leaves that account without a say in who comes after', async () => {
    await bed.login('asa-wikander');
    const olle = await valj(await lank());
    const [fragan] = await vantande('asa-wikander');
    if (fragan === undefined) throw new RangeError('nobody is asked');
    await svara('asa-wikander', 'nej', fragan);
    expect([(await olle.get(HEMLIG)).status, (await vantande('asa-wikander')).length]).toEqual([404, 0]);
    const idag = new Date().toISOString().slice(0, 10);
    const kvar = await bed.services.db
      .selectFrom('uppdrag')
      .select(['organ_typ', 'vantar', 'till'])
      .where('person_id', '=', 'olle-hedman')
      .orderBy('organ_typ')
      .execute();
    expect(kvar).toEqual([
      { organ_typ: 'namnd', vantar: 0, till: null },
      { organ_typ: 'partigrupp', vantar: 1, till: idag },
    ]);
  });

  it('[A48] a key that the intruder adds is gone when the member comes in again by a link of their own, and the group is asked', async () => {
    await bed.login('asa-wikander');
    const { db } = bed.services;
    await valj(await lank());
    const [id, publik] = ['intruder', new Uint8Array(1)];
    await db
      .insertInto('nyckel')
      .values({ id, person_id: 'olle-hedman', namn: 'En', publik, raknare: 0, skapad: '' })
      .execute();
    const own = await lank();
    // As one that went by mail.
    await db.updateTable('engangslank').set({ visad: 0 }).execute();
    const olle = await valj(own);
    expect(await db.selectFrom('nyckel').select('id').execute()).toEqual([]);
    expect(await vantarPa(olle)).toEqual(['Landsbygdslistan i Kulturnämnden']);
  });

  it('[A48] by an address that was changed: the next password asks the group, the old one and one’s own change do not', async () => {
    const first = await lank();
    await bed.services.db.updateTable('engangslank').set({ visad: 0 }).execute();
    const olle = await valj(first);
    expect((await olle.get(HEMLIG)).status).toBe(200);
    await ulla('PATCH', OLLE, { namn: 'Olle Hedman', epost: 'ulla.hemma@exempel.se' });
    expect((await olle.get(HEMLIG)).status).toBe(200);
    const nytt = 'ett helt annat lösenord';
    expect((await olle.send('PUT', '/api/mig/losenord', { gammalt: LOSENORD, nytt })).status).toBe(200);
    expect((await olle.get(HEMLIG)).status).toBe(200);

    const second = await lank();
    // As one that went by mail, to the address that is Ulla's.
    await bed.services.db.updateTable('engangslank').set({ visad: 0 }).execute();
    expect((await (await valj(second)).get(HEMLIG)).status).toBe(404);
    expect((await olle.get('/api/mig')).status).toBe(401);
    expect(await vantande('asa-wikander')).toMatchObject([{ epost: 'ulla.hemma@exempel.se', skal: 'konto' }]);
  });

  it('[A48] a share of a group’s text is taken back, and the group’s log says so; shares of others’ texts stay', async () => {
    const asa = await bed.login('asa-wikander');
    await asa.send('PUT', '/api/handlingar/bokbuss-reservation/delningar/karim-haddad', { ratt: 'lasa' });
    const anna = await bed.login('anna-lindqvist');
    const egen = await bed.services.db
      .selectFrom('handling')
      .select('id')
      .where('agare_typ', '=', 'forvaltning')
      .where('lage', '=', 'arbetsmaterial')
      .limit(1)
      .executeTakeFirstOrThrow();
    await anna.send('PUT', `/api/handlingar/${egen.id}/delningar/karim-haddad`, { ratt: 'lasa' });
    const delade = () =>
      bed.services.db.selectFrom('delning').select('handling_id').where('person_id', '=', 'karim-haddad').execute();
    expect(await delade()).toHaveLength(2);
    const karim = await valj(await lank('/api/admin/konton/karim-haddad'));
    expect((await karim.get(HEMLIG)).status).toBe(404);
    expect(await delade()).toEqual([{ handling_id: egen.id }]);
    const log = (await (await asa.get('/api/akter?handlingId=bokbuss-reservation')).json()) as { akter: object[] };
    expect(log.akter[0]).toMatchObject({ akt: 'rattTagen', person: 'Karim Haddad', detalj: { genom: 'konto' } });
  });

  it('[A48] one after the other: whoever is last waits too, and nobody is left to let the others in', async () => {
    const alla = ['asa-wikander', 'olle-hedman', 'lina-moberg', 'henrik-dahl', 'nils-akerman', 'birgitta-lund'];
    const browsers = [];
    for (const id of alla) await bed.login(id);
    for (const id of alla) browsers.push(await valj(await lank(`/api/admin/konton/${id}`)));
    for (const [nr, browser] of browsers.entries()) {
      expect((await browser.get(HEMLIG)).status, alla[nr]).toBe(404);
      expect((await laget(browser)).fragade, alla[nr]).toEqual([]);
    }
    const ledare = await readGruppledare(bed.services.db, 'kulturnamnden', new Date());
    expect([...ledare.keys()].sort()).toEqual(['bjorkvikspartiet', 'kustpartiet']);
  });

  it('[A48] in a party that is being set up whoever comes in first vouches for the others, written or not', async () => {
    const { db } = bed.services;
    const medlemmar = ['karim-haddad', 'maja-nilsson'];
    await db.insertInto('parti').values({ id: 'nya', namn: 'Nya partiet', forkortning: 'NP' }).execute();
    await db
      .insertInto('partigrupp')
      .values({ id: 'nya', namn: 'Nya partiet', namnd_id: 'kulturnamnden', parti_id: 'nya' })
      .execute();
    for (const person_id of medlemmar)
      await db
        .insertInto('uppdrag')
        .values({
          person_id,
          roll: 'ledamot',
          organ_typ: 'partigrupp',
          organ_id: 'nya',
          fran: '2026-01-01',
          till: null,
        })
        .execute();
    expect(await vantarPa(await valj(await lank('/api/admin/konton/karim-haddad')))).toEqual([]);
    const maja = await valj(await lank('/api/admin/konton/maja-nilsson'));
    expect(await vantarPa(maja)).toEqual(['Nya partiet i Kulturnämnden']);
    expect(await vantande('karim-haddad')).toMatchObject([{ personId: 'maja-nilsson' }]);
    // Given anew, the uppdrag waits as a new one, and whoever answers is warned all the same.
    await db.updateTable('uppdrag').set({ skal: 'nytt' }).where('person_id', '=', 'maja-nilsson').execute();
    expect(await vantande('karim-haddad')).toMatchObject([{ skal: 'nytt', vagAndrad: true }]);
  });
});

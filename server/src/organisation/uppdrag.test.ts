import { handlingId } from '@samskrift/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { openSocketBed, type SocketBed } from '../http/socket-testbed.ts';
import { type AppBed, felOf, openAppBed } from '../http/testbed.ts';
import { syncMessage } from '../sync/messages.ts';

const HANDLING = handlingId('biblioteksplan-utlatande');
const KARIM = {
  personId: 'karim-haddad',
  roll: 'handlaggare',
  organTyp: 'forvaltning',
  organId: 'kulturforvaltningen',
  fran: '2026-01-01',
};

describe('uppdrag', () => {
  let bed: AppBed;
  let ulla: Awaited<ReturnType<AppBed['login']>>;
  let sockets: SocketBed;
  beforeAll(async () => {
    bed = await openAppBed();
    ulla = await bed.login('ulla-berglund');
    sockets = await openSocketBed(bed);
  });
  afterAll(async () => {
    await bed.close();
    sockets.stop();
  });

  const send = (method: string, path: string, body: object) => ulla.send(method, `/api/admin/uppdrag${path}`, body);
  const cookieOf = (personId: string) => sockets.cookieOf(personId);
  const join = (cookie: string) => sockets.join(cookie, HANDLING);
  const written = (words: string): Uint8Array => {
    const doc = new Y.Doc();
    doc.getXmlFragment('text').insert(0, [new Y.XmlText(words)]);
    return Y.encodeStateAsUpdate(doc);
  };

  it('[O4] an uppdrag that is ended closes the open socket at once, what was accepted stays, and given anew it opens', async () => {
    const cookie = await cookieOf('karim-haddad');
    const karim = await join(cookie);
    karim.send(syncMessage('update', written('Karim hann skriva detta.')));
    await karim.heard('saved');
    const since = performance.now();
    expect((await send('POST', '/avsluta', KARIM)).status).toBe(200);
    expect(await karim.closed()).toBe('notFound');
    expect(performance.now() - since).toBeLessThan(1_000);
    const { base, tail } = (await bed.services.store.load(HANDLING)) ?? { base: new Uint8Array(), tail: [] };
    const kept = new Y.Doc();
    for (const update of [base, ...tail.map((entry) => ('update' in entry ? entry.update : entry))]) {
      Y.applyUpdate(kept, update as Uint8Array);
    }
    expect(kept.getXmlFragment('text').toString()).toContain('Karim hann skriva detta.');
    expect((await bed.browser(cookie).get(`/api/handlingar/${HANDLING}`)).status).toBe(404);

    const idag = new Date().toISOString().slice(0, 10);
    expect((await send('POST', '', { ...KARIM, fran: idag, till: null })).status).toBe(200);
    await join(cookie);
  });

  it('[O4] from writing to reading: told at once, and what comes next is refused', async () => {
    const eva = { ...KARIM, personId: 'eva-sandstrom', roll: 'avdelningschef' };
    const ledamot = { ...eva, organTyp: 'namnd', organId: 'kulturnamnden', roll: 'ledamot', till: null };
    expect((await send('POST', '', ledamot)).status).toBe(200);
    const anna = await bed.login('anna-lindqvist');
    await anna.send('PUT', `/api/handlingar/${HANDLING}/delningar/eva-sandstrom`, { ratt: 'lasa' });
    const client = await join(await cookieOf('eva-sandstrom'));
    expect((await send('PATCH', '', { ...eva, till: '2026-02-01' })).status).toBe(200);
    await client.heard('access');
    client.send(syncMessage('update', written('för sent')));
    await client.heard('refused');
    expect(client.extensions('access').at(-1)?.ratt).toBe('lasa');
  });

  it('[O3] what overlaps, is not there or has ended is refused with what to do', async () => {
    const anna = { ...KARIM, personId: 'anna-lindqvist', till: null };
    const nekad = async (method: string, path: string, body: object) => felOf(await send(method, path, body));
    expect(await nekad('POST', '', { ...anna, fran: '2027-01-01' })).toMatchObject({
      status: 409,
      meddelande: expect.stringContaining('har redan det uppdraget från och med 2026-01-01. Ändra'),
    });
    const framover = { ...anna, roll: 'avdelningschef', fran: '2027-03-01' };
    expect((await send('POST', '', framover)).status).toBe(200);
    expect(await nekad('POST', '', { ...framover, fran: '2027-01-01' })).toMatchObject({
      meddelande: expect.stringMatching(/från och med 2027-03-01\. Sätt en sista dag före 2027-03-01, eller/),
    });
    const { till: _, ...nyckel } = framover;
    expect((await send('POST', '/avsluta', nyckel)).status).toBe(200);
    expect(await nekad('POST', '', { ...anna, personId: 'borta' })).toMatchObject({ status: 404 });
    expect(await nekad('POST', '', { ...anna, organId: 'borta' })).toMatchObject({ status: 404 });
    expect(await nekad('POST', '', { ...anna, roll: 'ordforande' })).toMatchObject({
      status: 400,
      meddelande: 'Den rollen finns inte där. Välj en annan roll.',
    });
    expect(await nekad('PATCH', '', { ...anna, till: '2025-12-31' })).toMatchObject({
      status: 400,
      meddelande: 'Den sista dagen kan inte vara före den första.',
    });
    expect(await nekad('PATCH', '', { ...anna, fran: '2026-05-05' })).toMatchObject({ status: 409 });
    const borta = { ...anna, roll: 'registrator', organTyp: 'namnd', organId: 'kulturnamnden' };
    expect(await nekad('PATCH', '', borta)).toMatchObject({ status: 404 });
    expect(await nekad('POST', '/avsluta', KARIM)).toMatchObject({ status: 409, fel: 'finnsRedan' });
  });

  it('[O19] one that has not begun is taken away, never holds, and can be given anew', async () => {
    const blivande = { ...KARIM, personId: 'lina-moberg', organTyp: 'partikansli', organId: 'landsbygdslistan' };
    const uppdrag = { ...blivande, roll: 'politisk_sekreterare', fran: '2199-01-01' };
    expect((await send('POST', '', { ...uppdrag, till: null })).status).toBe(200);
    expect(await (await send('POST', '/avsluta', uppdrag)).json()).toMatchObject({ till: '2199-01-01' });
    const kvar = await ulla.get('/api/admin/uppdrag?organTyp=partikansli&organId=landsbygdslistan');
    expect(await kvar.text()).not.toContain('2199');
    expect(await felOf(await send('POST', '/avsluta', uppdrag))).toMatchObject({ status: 404 });
    expect((await send('POST', '', { ...uppdrag, till: null })).status).toBe(200);
  });

  it('[O3] persons are found by a part of the name or the e-mail, in any case', async () => {
    const found = async (sok: string) =>
      (await (await ulla.get(`/api/admin/uppdrag/personer?sok=${encodeURIComponent(sok)}`)).json()) as object[];
    expect(await found('ÅSA')).toEqual([
      { id: 'asa-wikander', namn: 'Åsa Wikander', epost: 'asa-wikander@demo.invalid' },
    ]);
    expect(await found('asa-wik')).toHaveLength(1);
  });

  it('[O10] each uppdrag that was given or ended is in the log, with whose it is', async () => {
    const rader = await bed.services.db
      .selectFrom('akt')
      .selectAll()
      .where('akt', 'in', ['uppdragGivet', 'uppdragAvslutat'])
      .execute();
    expect(rader.map((rad) => [rad.akt, JSON.parse(rad.detalj).person])).toEqual([
      ['uppdragAvslutat', 'karim-haddad'],
      ['uppdragGivet', 'karim-haddad'],
      ['uppdragGivet', 'eva-sandstrom'],
      ['uppdragAvslutat', 'eva-sandstrom'],
      ['uppdragGivet', 'anna-lindqvist'],
      ['uppdragAvslutat', 'anna-lindqvist'],
      ['uppdragGivet', 'lina-moberg'],
      ['uppdragAvslutat', 'lina-moberg'],
      ['uppdragGivet', 'lina-moberg'],
    ]);
    for (const rad of rader) expect(rad.person_id).toBe('ulla-berglund');
  });
});

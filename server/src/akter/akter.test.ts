import { AktlistaSchema, TillgangSchema } from '@samskrift/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openSocketBed } from '../http/socket-testbed.ts';
import { type AppBed, felOf, openAppBed } from '../http/testbed.ts';
import { toCsv } from './csv.ts';

const SECRET = 'bokbuss-reservation';
const OPEN = 'biblioteksplan-utlatande';

/** Rules U (the log of acts). */
describe('the log of acts', () => {
  let bed: AppBed;
  beforeAll(async () => {
    bed = await openAppBed();
  });
  afterAll(() => bed.close());

  const log = async (person: string, query = '') =>
    AktlistaSchema.parse(await (await (await bed.login(person)).get(`/api/akter${query}`)).json());
  const about = async (person: string, handling: string) => (await log(person, `?handlingId=${handling}`)).akter;

  it('[U1] an act about a group’s handling is seen by those who may see it, whoever they are, and by nobody else', async () => {
    const olle = await bed.login('olle-hedman');
    await olle.get(`/api/handlingar/${SECRET}`);
    await olle.send('PATCH', `/api/handlingar/${SECRET}`, { titel: 'Behåll bokbussen i hela kommunen' });
    await olle.send('PUT', `/api/handlingar/${SECRET}/delningar/lina-moberg`, { ratt: 'skriva' });
    await olle.send('DELETE', `/api/handlingar/${SECRET}/delningar/lina-moberg`);
    const seen = (await about('asa-wikander', SECRET)).map(({ akt, person }) => [akt, person]);
    expect(seen).toEqual([
      ['rattTagen', 'Olle Hedman'],
      ['rattGiven', 'Olle Hedman'],
      ['titelAndrad', 'Olle Hedman'],
      ['handlingOppnad', 'Olle Hedman'],
    ]);
    for (const outsider of ['ulla-berglund', 'maja-nilsson', 'goran-ek', 'anna-lindqvist']) {
      expect(await about(outsider, SECRET), outsider).toEqual([]);
      expect(JSON.stringify(await log(outsider)), outsider).not.toMatch(/bokbuss/i);
      const olles = (await log(outsider, '?person=Olle')).akter.filter((akt) => akt.akt !== 'inloggad');
      expect(olles, outsider).toEqual([]);
    }
  });

  it('[U2] what others may not see changes nothing in what they are shown', async () => {
    const maja = await bed.login('maja-nilsson');
    const before = await (await maja.get('/api/akter')).text();
    const olle = await bed.login('olle-hedman');
    for (let i = 0; i < 3; i++) await olle.send('PATCH', `/api/handlingar/${SECRET}`, { titel: `Bokbussen ${i}` });
    expect(await (await maja.get('/api/akter')).text()).toBe(before);
  });

  it('[U3] an opening is written down once a day, and the log is asked by act, person and time', async () => {
    const anna = await bed.login('anna-lindqvist');
    for (let i = 0; i < 3; i++) await anna.get(`/api/handlingar/${OPEN}`);
    const karim = await bed.login('karim-haddad');
    await karim.get(`/api/handlingar/${OPEN}`);
    const opened = await log('anna-lindqvist', `?akt=handlingOppnad&handlingId=${OPEN}`);
    expect(opened.akter.map((akt) => akt.person)).toEqual(['Karim Haddad', 'Anna Lindqvist']);
    expect((await log('anna-lindqvist', '?person=LINDQ&akt=handlingOppnad')).akter).toHaveLength(1);
    const long = new Date(Date.now() + 60_000).toISOString();
    expect((await log('anna-lindqvist', `?fran=${long}`)).akter).toEqual([]);
    expect((await log('anna-lindqvist', `?till=2020-01-01T00:00:00Z`)).akter).toEqual([]);
    for (const bad of ['?akt=hittepa', '?fran=igar', '?hoppa=-1'])
      expect(await felOf(await anna.get(`/api/akter${bad}`))).toMatchObject({ status: 400, fel: 'ogiltig' });
  });

  it('[U3] whoever opens it by a bare socket, again and again, is written down once, in the group’s own log', async () => {
    const sockets = await openSocketBed(bed);
    const cookie = await sockets.cookieOf('lina-moberg');
    const open = await Promise.all(Array.from({ length: 5 }, () => sockets.join(cookie, SECRET)));
    await bed.services.oppningar.klart();
    const oppnad = async (person: string) =>
      (await log('asa-wikander', `?akt=handlingOppnad&handlingId=${SECRET}&person=${person}`)).akter;
    expect(await oppnad('Lina')).toHaveLength(1);
    await (await bed.login('lina-moberg')).get(`/api/handlingar/${SECRET}`);
    expect(await oppnad('Lina')).toHaveLength(1);
    const stranger = await sockets.open(await sockets.cookieOf('maja-nilsson'), SECRET);
    expect(await stranger.closed()).toBe('notFound');
    expect(await oppnad('Maja')).toEqual([]);
    for (const client of open) client.close();
    sockets.stop();
  });

  it('[U3] pages follow one another without losing or doubling a line', async () => {
    const anna = await bed.login('anna-lindqvist');
    for (let i = 0; i < 60; i++) await anna.send('PATCH', `/api/handlingar/${OPEN}`, { titel: `Biblioteksplan ${i}` });
    const first = await log('anna-lindqvist', '?akt=titelAndrad');
    const second = await log('anna-lindqvist', '?akt=titelAndrad&hoppa=50');
    expect([first.akter.length, first.fler, second.akter.length, second.fler]).toEqual([50, true, 10, false]);
  });

  it('[U4] [H34] an act about no handling is for administrators, the dataskyddsombud and the person who did it, and its count for that person', async () => {
    const maja = await bed.login('maja-nilsson');
    await maja.get('/api/akter.csv');
    const counts = async (person: string) => (await log(person, '?akt=exporterad')).akter.map(({ detalj }) => detalj);
    expect(await counts('maja-nilsson')).toEqual([{ antal: expect.any(Number) }]);
    expect(await counts('ulla-berglund')).toEqual([{}]);
    const exports = async (person: string) => (await log(person, '?akt=exporterad')).akter.map((akt) => akt.person);
    expect(await exports('maja-nilsson')).toEqual(['Maja Nilsson']);
    expect(await exports('ulla-berglund')).toEqual(['Maja Nilsson']);
    expect(await exports('goran-ek')).toEqual([]);
    await bed.services.db
      .insertInto('uppdrag')
      .values({
        person_id: 'petra-soder',
        roll: 'dataskyddsombud',
        organ_typ: 'namnd',
        organ_id: 'kulturnamnden',
        fran: '2026-01-01',
        till: null,
      })
      .execute();
    expect(await exports('petra-soder')).toEqual(['Maja Nilsson']);
  });

  it('[U5] the file opens in a spreadsheet program as what it is: every line, no formula', async () => {
    const answer = await (await bed.login('olle-hedman')).get('/api/akter.csv?akt=rattGiven');
    expect(answer.headers.get('content-type')).toContain('text/csv');
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = new TextDecoder().decode(bytes).trimEnd().split('\r\n');
    expect(lines[0]).toBe('Tid (UTC);Vad;Person;Diarienummer;Handling;Uppgifter');
    expect(lines[1]).toMatch(/;rattGiven;Olle Hedman;.*;Bokbussen 2;till: Lina Moberg, ratt: skriva$/);
    const titel = '=HYPERLINK("http://exempel.se";"a")';
    const handling = { id: 'h', titel };
    const akt = { tid: 't', akt: 'titelAndrad' as const, person: '+46', handling, arende: null, detalj: {} };
    expect(toCsv([akt]).split('\r\n')[1]).toBe(`t;titelAndrad;'+46;;"'=HYPERLINK(""http://exempel.se"";""a"")";`);
  });

  it('[U6] «Vem har tillgång?» names everybody whom the right lets in, and why; to others the handling does not exist', async () => {
    const olle = await bed.login('olle-hedman');
    await olle.send('PUT', `/api/handlingar/${SECRET}/delningar/goran-ek`, { ratt: 'lasa' });
    const answer = await (await bed.login('lina-moberg')).get(`/api/handlingar/${SECRET}/tillgang`);
    const named = z.array(TillgangSchema).parse(await answer.json());
    expect(named.map(({ namn, ratt }) => [namn, ratt])).toEqual([
      ['Göran Ek', 'lasa'],
      ['Henrik Dahl', 'skriva'],
      ['Lina Moberg', 'skriva'],
      ['Olle Hedman', 'skriva'],
      ['Åsa Wikander', 'skriva'],
    ]);
    expect(named[0]?.skal).toEqual([{ kalla: 'delning' }]);
    expect(named[4]?.skal).toEqual([{ kalla: 'uppdrag', roll: 'gruppledare', organ: 'Landsbygdslistan', till: null }]);
    for (const { personId, ratt } of named) {
      const asked = await (await bed.login(personId)).get(`/api/handlingar/${SECRET}`);
      expect(await asked.json()).toMatchObject({ ratt });
    }
    await olle.send('DELETE', `/api/handlingar/${SECRET}/delningar/goran-ek`);
    const outside = await (await bed.login('goran-ek')).get(`/api/handlingar/${SECRET}/tillgang`);
    expect(await felOf(outside)).toMatchObject({ status: 404, fel: 'finnsInte' });
  });
});

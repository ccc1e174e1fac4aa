import { ArendeMedHandlingarSchema, handlingId } from '@samskrift/shared';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { openSocketBed, type SocketBed } from '../http/socket-testbed.ts';
import { type AppBed, openAppBed } from '../http/testbed.ts';
import { syncMessage } from '../sync/messages.ts';

const ARENDE = '/api/arenden/biblioteksplan';
const UTLATANDE = 'biblioteksplan-utlatande';
const HEMLIG = 'bokbuss-reservation';

describe('jäv', () => {
  let bed: AppBed;
  let sockets: SocketBed;
  beforeEach(async () => {
    bed = await openAppBed();
    sockets = await openSocketBed(bed);
  });
  afterEach(async () => {
    await bed.close();
    sockets.stop();
  });

  const ask = async (person: string, method: string, path: string, body?: object) =>
    (await bed.login(person)).send(method, path, body);
  const jav = (av: string, method: 'PUT' | 'DELETE', person: string) => ask(av, method, `${ARENDE}/jav/${person}`);
  const ser = async (person: string, id: string) => (await ask(person, 'GET', `/api/handlingar/${id}`)).status;
  const arendet = async (person: string) =>
    ArendeMedHandlingarSchema.parse(await (await ask(person, 'GET', ARENDE)).json());

  it('[N17] who is jävig is out of the open room within a second, what was saved stays, and comes back when it is taken away', async () => {
    const cookie = await sockets.cookieOf('olle-hedman');
    const olle = await sockets.join(cookie, HEMLIG);
    const doc = new Y.Doc();
    doc.getText('anteckning').insert(0, 'Hann skriva detta.');
    olle.send(syncMessage('update', Y.encodeStateAsUpdate(doc)));
    await olle.heard('saved');
    const since = performance.now();
    expect((await jav('maja-nilsson', 'PUT', 'olle-hedman')).status).toBe(200);
    expect(await olle.closed()).toBe('notFound');
    expect(performance.now() - since).toBeLessThan(1_000);
    const stored = await bed.services.store.load(handlingId(HEMLIG));
    const kept = new Y.Doc();
    for (const update of [stored?.base, ...(stored?.tail ?? [])]) if (update !== undefined) Y.applyUpdate(kept, update);
    expect(kept.getText('anteckning').toString()).toBe('Hann skriva detta.');

    expect([await ser('olle-hedman', HEMLIG), await ser('asa-wikander', HEMLIG)]).toEqual([404, 200]);
    const seen = await arendet('olle-hedman');
    expect([seen.lista, seen.mojligaAgare, seen.javiga]).toEqual([
      [],
      [],
      [{ id: 'olle-hedman', namn: 'Olle Hedman' }],
    ]);
    const ny = {
      typ: 'reservation',
      mall: 'reservation',
      titel: 'Ny',
      agare: { typ: 'partigrupp', id: 'landsbygdslistan' },
    };
    expect((await ask('olle-hedman', 'POST', `${ARENDE}/handlingar`, ny)).status).toBe(403);

    expect((await jav('goran-ek', 'DELETE', 'olle-hedman')).status).toBe(200);
    expect(await ser('olle-hedman', HEMLIG)).toBe(200);
  });

  it('[N17] an officer too: the one who wrote it sees it no more, and changes nothing in the ärende', async () => {
    expect(await ser('anna-lindqvist', UTLATANDE)).toBe(200);
    await jav('goran-ek', 'PUT', 'anna-lindqvist');
    expect(await ser('anna-lindqvist', UTLATANDE)).toBe(404);
    expect((await arendet('anna-lindqvist')).farAndra).toBe(false);
    expect((await ask('anna-lindqvist', 'PATCH', ARENDE, { titel: 'Annas' })).status).toBe(403);
  });

  it('[N18] one’s own jäv one reports oneself; that of others, and taking away, is the ordförande’s and the secretary’s', async () => {
    for (const person of ['anna-lindqvist', 'olle-hedman', 'sofia-berg', 'per-ostberg'])
      expect((await jav(person, 'PUT', 'asa-wikander')).status, person).toBe(403);
    expect((await jav('ulla-berglund', 'PUT', 'asa-wikander')).status).toBe(404);
    expect((await jav('goran-ek', 'PUT', 'borta')).status).toBe(404);
    expect((await jav('asa-wikander', 'PUT', 'asa-wikander')).status).toBe(200);
    expect((await jav('asa-wikander', 'DELETE', 'asa-wikander')).status).toBe(403);
    expect((await jav('maja-nilsson', 'PUT', 'asa-wikander')).status).toBe(200);
    expect((await jav('maja-nilsson', 'DELETE', 'asa-wikander')).status).toBe(200);
    const tidslinje = (await (await ask('sofia-berg', 'GET', `${ARENDE}/tidslinje`)).json()) as { akt: string }[];
    expect(tidslinje.filter(({ akt }) => akt.startsWith('jav'))).toMatchObject([
      { akt: 'javAnmalt', person: 'Åsa Wikander', detalj: { person: 'Åsa Wikander' } },
      { akt: 'javHavt', person: 'Maja Nilsson', detalj: { person: 'Åsa Wikander' } },
    ]);
  });

  it('[N18] a gruppledare who is jävig is not asked whether the group will write a text with another', async () => {
    const foresla = await ask('olle-hedman', 'POST', `/api/handlingar/${HEMLIG}/samarbete`, {
      grupper: ['bjorkvikspartiet'],
    });
    expect(foresla.status).toBe(200);
    const fragor = async () => (await (await ask('stina-falk', 'GET', '/api/inbjudningar')).json()) as object[];
    expect(await fragor()).toHaveLength(1);
    await jav('stina-falk', 'PUT', 'stina-falk');
    expect(await fragor()).toEqual([]);
    expect((await ask('stina-falk', 'PUT', `/api/handlingar/${HEMLIG}/samarbete/svar`, { svar: 'ja' })).status).toBe(
      404,
    );
  });
});

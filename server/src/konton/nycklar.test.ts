import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { felOf, ORIGIN } from '../http/testbed.ts';
import { type Oddity, SoftwareKey } from './nyckel-testbed.ts';
import { cookieOf, type KontoBed, LOSENORD, openKontoBed } from './testbed.ts';

/** ORIGIN is an IP address, which cannot have keys: they are localhost's. */
const RP = 'localhost';

describe('keys', () => {
  let bed: KontoBed;
  let bo: { readonly id: string; readonly cookie: string };
  beforeEach(async () => {
    bed = await openKontoBed();
    bo = await account('Bo Ek', 'bo@exempel.se');
  });
  afterEach(() => bed.close());

  async function account(namn: string, epost: string) {
    const { kod, id } = await bed.invite(namn, epost);
    const cookie = cookieOf(await bed.browser().send('POST', '/api/losenord', { kod, losenord: LOSENORD }));
    return { id, cookie };
  }
  /** Asks for a challenge; what is answered belongs to the cookie that came with it. */
  async function begin(path: string, cookie = '') {
    const answer = await bed.browser(cookie).send('POST', path);
    const own = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const asked = (await answer.json()) as { challenge: string; user: { id: string }; [more: string]: unknown };
    return { answer, asked, cookie: [cookie, own].filter((one) => one !== '').join('; ') };
  }
  const add = async (key: SoftwareKey, cookie = bo.cookie, odd: Oddity = {}, namn = 'Min telefon') => {
    const begun = await begin('/api/mig/nycklar/borja', cookie);
    const body = { namn, svar: key.create(begun.asked, odd) };
    return bed.browser(begun.cookie).send('POST', '/api/mig/nycklar', body);
  };
  const enter = async (key: SoftwareKey, odd: Oddity = {}) => {
    bed.clock.now += 60_000;
    const { asked, cookie } = await begin('/api/inloggning/nyckel/borja');
    const svar = key.get(asked, odd);
    return { answer: await bed.browser(cookie).send('POST', '/api/inloggning/nyckel', { svar }), svar, cookie };
  };
  const key = () => new SoftwareKey(ORIGIN, RP);
  const refused = { status: 401, fel: 'felNyckel' };
  const lastAct = async () =>
    bed.services.db.selectFrom('akt').select(['akt', 'person_id', 'detalj']).orderBy('nr', 'desc').executeTakeFirst();
  const sessionOf = (answer: Response) =>
    answer.headers
      .getSetCookie()
      .find((one) => one.startsWith('samskrift.session_token='))
      ?.split(';')[0];

  it('[A36] a person adds a key, logs in by it without writing anything, and it is written in the log', async () => {
    const mine = key();
    const { asked } = await begin('/api/mig/nycklar/borja', bo.cookie);
    expect(asked).toMatchObject({
      rp: { id: RP },
      user: { name: 'bo@exempel.se', displayName: 'Bo Ek' },
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    const added = await add(mine);
    expect(added.status).toBe(201);
    expect(await lastAct()).toEqual({ akt: 'nyckelTillagd', person_id: bo.id, detalj: '{}' });
    const { answer } = await enter(mine);
    expect(await answer.json()).toEqual({ id: bo.id });
    const session = sessionOf(answer) ?? '';
    expect(await (await bed.browser(session).get('/api/mig')).json()).toMatchObject({ namn: 'Bo Ek' });
    expect(await lastAct()).toEqual({ akt: 'inloggad', person_id: bo.id, detalj: '{"genom":"nyckel"}' });
    const list = (await (await bed.browser(bo.cookie).get('/api/mig/nycklar')).json()) as { anvand: string }[];
    expect(list).toEqual([
      {
        id: mine.id.toString('base64url'),
        namn: 'Min telefon',
        skapad: expect.any(String),
        anvand: new Date(bed.clock.now).toISOString(),
      },
    ]);
  });

  it('[A37] a key is added only soon after a login', async () => {
    bed.clock.now += 10 * 60_000 + 1;
    expect(await felOf(await bed.browser(bo.cookie).send('POST', '/api/mig/nycklar/borja'))).toMatchObject({
      status: 403,
      fel: 'loggaInIgen',
    });
    // A login is dated by the real clock.
    bed.clock.now = Date.now();
    const again = cookieOf(await bed.logIn('bo@exempel.se'));
    expect((await add(key(), again)).status).toBe(201);
  });

  it('[A38] another’s key is not to be seen, named or removed, nor added a second time by somebody else', async () => {
    const mine = key();
    await add(mine);
    const mia = await account('Mia Lind', 'mia@exempel.se');
    const path = `/api/mig/nycklar/${mine.id.toString('base64url')}`;
    expect(await (await bed.browser(mia.cookie).get('/api/mig/nycklar')).json()).toEqual([]);
    for (const [method, body] of [['PATCH', { namn: 'Min' }], ['DELETE']] as const)
      expect(await felOf(await bed.browser(mia.cookie).send(method, path, body))).toMatchObject({ status: 404 });
    expect(await felOf(await add(mine, mia.cookie))).toMatchObject({ status: 409, fel: 'finnsRedan' });
    expect((await enter(mine, { userHandle: Buffer.from(bo.id).toString('base64url') })).answer.status).toBe(200);
  });

  it('[A38] what one person has begun another does not finish', async () => {
    const mia = await account('Mia Lind', 'mia@exempel.se');
    const begun = await begin('/api/mig/nycklar/borja', bo.cookie);
    const temporary = begun.cookie.split('; ')[1] ?? '';
    const body = { namn: 'Telefon', svar: key().create(begun.asked) };
    const answer = await bed.browser(`${mia.cookie}; ${temporary}`).send('POST', '/api/mig/nycklar', body);
    expect(await felOf(answer)).toMatchObject({ status: 400 });
  });

  it('[A38] a key gets another name, and a removed one lets nobody in', async () => {
    const mine = key();
    await add(mine);
    const path = `/api/mig/nycklar/${mine.id.toString('base64url')}`;
    const browser = bed.browser(bo.cookie);
    expect(await (await browser.send('PATCH', path, { namn: ' Säkerhetsnyckel ' })).json()).toMatchObject({
      namn: 'Säkerhetsnyckel',
    });
    expect(await felOf(await browser.send('PATCH', path, { namn: '‮' }))).toMatchObject({ status: 400 });
    expect((await browser.send('DELETE', path)).status).toBe(200);
    expect(await lastAct()).toMatchObject({ akt: 'nyckelBorttagen', person_id: bo.id });
    expect(await felOf((await enter(mine)).answer)).toMatchObject(refused);
  });

  it('[A39] a blocked person’s key is as one that is not there; opened, it works again', async () => {
    const mine = key();
    await add(mine);
    const stranger = await felOf((await enter(key())).answer);
    await bed.admin.send('PUT', `/api/admin/konton/${bo.id}/sparr`);
    const { answer } = await enter(mine);
    expect(sessionOf(answer)).toBeUndefined();
    expect(await felOf(answer)).toEqual(stranger);
    expect(stranger).toMatchObject(refused);
    expect(await lastAct()).toEqual({
      akt: 'inloggningMisslyckad',
      person_id: null,
      detalj: '{"genom":"nyckel"}',
    });
    await bed.admin.send('DELETE', `/api/admin/konton/${bo.id}/sparr`);
    expect((await enter(mine)).answer.status).toBe(200);
  });

  it('[A40] a challenge is answered once, within ten minutes, by the browser that asked, and for what it was asked', async () => {
    const mine = key();
    await add(mine);
    const { svar, cookie, answer } = await enter(mine);
    expect(answer.status).toBe(200);
    const send = async (by: string, body: unknown) =>
      felOf(await bed.browser(by).send('POST', '/api/inloggning/nyckel', { svar: body }));
    expect(await send(cookie, svar)).toMatchObject(refused);
    const begun = await begin('/api/inloggning/nyckel/borja');
    expect(await send(begun.cookie, svar)).toMatchObject(refused);
    const other = await begin('/api/inloggning/nyckel/borja');
    expect(await send('', mine.get(other.asked))).toMatchObject(refused);
    const adding = await begin('/api/mig/nycklar/borja', bo.cookie);
    expect(await send(adding.cookie, mine.get(adding.asked))).toMatchObject(refused);
    bed.clock.now += 60_000;
    const slow = await begin('/api/inloggning/nyckel/borja');
    bed.clock.now += 10 * 60_000;
    expect(await send(slow.cookie, mine.get(slow.asked))).toMatchObject(refused);
    expect(await bed.services.db.selectFrom('paborjad_inloggning').select('slag').execute()).toHaveLength(1);
  });

  it.each<[string, Oddity]>([
    ['from another site', { origin: 'https://elak.exempel' }],
    ['from another port', { origin: 'http://127.0.0.1:4601' }],
    ['for another site', { rpId: 'elak.exempel' }],
    ['without a finger or a code', { unverified: true }],
    ['to another challenge', { challenge: Buffer.alloc(32).toString('base64url') }],
    ['of a copied key, whose counter has gone back', { counter: 0 }],
    ['that says that it is another’s', { userHandle: Buffer.from('nagon-annan').toString('base64url') }],
  ])('[A40] an answer %s lets nobody in and adds nothing', async (_, odd) => {
    const mine = key();
    expect((await add(mine)).status).toBe(201);
    expect((await enter(mine)).answer.status).toBe(200);
    const { answer, svar } = await enter(mine, odd);
    expect(sessionOf(answer)).toBeUndefined();
    expect(await felOf(answer)).toMatchObject(refused);
    expect(bed.log.join('')).not.toContain(svar.response.signature);
    const made = !('counter' in odd || 'userHandle' in odd);
    const again = cookieOf(await bed.logIn('bo@exempel.se'));
    if (made) expect(await felOf(await add(key(), again, odd))).toMatchObject({ status: 400, fel: 'ogiltig' });
    expect(await bed.services.db.selectFrom('nyckel').select('id').execute()).toHaveLength(1);
  });

  it('[A41] both ends of the login by key are stopped after ten tries a minute', async () => {
    bed.clock.now += 60_000;
    const svar = key().get({ challenge: 'x' });
    for (const [path, body] of [['/api/inloggning/nyckel/borja'], ['/api/inloggning/nyckel', { svar }]] as const) {
      for (let tries = 0; tries < 10; tries += 1)
        expect((await bed.browser().send('POST', path, body)).status).not.toBe(429);
      expect(await felOf(await bed.browser().send('POST', path, body))).toMatchObject({ status: 429 });
    }
  });
});

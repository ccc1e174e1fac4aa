import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { felOf, ORIGIN } from '../http/testbed.ts';
import { ADMIN, cookieOf, type KontoBed, LOSENORD, openKontoBed } from './testbed.ts';

describe('changes of accounts', () => {
  let bed: KontoBed;
  beforeEach(async () => {
    bed = await openKontoBed();
  });
  afterEach(() => bed.close());

  const meId = async (browser = bed.admin) => ((await (await browser.get('/api/mig')).json()) as { id: string }).id;
  const lastActs = async (count: number) =>
    (await bed.services.db.selectFrom('akt').select(['akt', 'detalj']).orderBy('nr', 'desc').limit(count).execute())
      .map(({ akt, detalj }) => ({ akt, ...(JSON.parse(detalj) as object) }))
      .reverse();

  it('[A42] an administrator changes a person’s name and address; what is on its way to the old one is ended', async () => {
    const { kod, id } = await bed.invite('Bo Ek', 'bo@exempel.se');
    const path = `/api/admin/konton/${id}`;
    const changed = await bed.admin.send('PATCH', path, { namn: ' Bo Ekman ', epost: 'BO.ekman@exempel.se' });
    expect(await changed.json()).toMatchObject({ id, namn: 'Bo Ekman', epost: 'bo.ekman@exempel.se' });
    expect(await lastActs(1)).toEqual([{ akt: 'personAndrad', person: id, falt: 'namn epost' }]);
    expect((await bed.browser().send('POST', '/api/losenord', { kod, losenord: LOSENORD })).status).toBe(410);
    const acts = await bed.acts();
    await bed.admin.send('PATCH', path, { namn: 'Bo Ekman', epost: 'bo.ekman@exempel.se' });
    expect(await bed.acts()).toEqual(acts);
    const taken = await bed.admin.send('PATCH', path, { namn: 'Bo', epost: ADMIN.epost });
    expect(await felOf(taken)).toMatchObject({ status: 409, fel: 'finnsRedan' });
    for (const body of [
      { namn: '', epost: 'bo@exempel.se' },
      { namn: 'Bo', epost: 'bo' },
    ])
      expect((await bed.admin.send('PATCH', path, body)).status).toBe(400);
    expect((await bed.admin.send('PATCH', '/api/admin/konton/ingen', ADMIN)).status).toBe(404);
  });

  it('[A42] the new address is the one to log in by, and a changed name leaves links and logins as they are', async () => {
    const { kod, id } = await bed.invite('Bo Ek', 'bo@exempel.se');
    const path = `/api/admin/konton/${id}`;
    await bed.admin.send('PATCH', path, { namn: 'Bo Ekman', epost: 'bo@exempel.se' });
    const bo = await bed.choose(kod);
    await bed.admin.send('PATCH', path, { namn: 'Bo Ekman', epost: 'ekman@exempel.se' });
    expect(await (await bo.get('/api/mig')).json()).toMatchObject({ namn: 'Bo Ekman', epost: 'ekman@exempel.se' });
    expect((await bed.logIn('bo@exempel.se')).status).toBe(401);
    expect((await bed.logIn('ekman@exempel.se')).status).toBe(200);
  });

  it('[A43] an administrator makes another one and takes it back, at once and in the log', async () => {
    const { kod, id } = await bed.invite('Bo Ek', 'bo@exempel.se');
    const bo = await bed.choose(kod);
    const path = `/api/admin/konton/${id}/administrator`;
    expect((await bo.get('/api/admin/konton')).status).toBe(404);
    expect(await (await bed.admin.send('PUT', path)).json()).toMatchObject({ id, administrator: true });
    expect((await bo.get('/api/admin/konton')).status).toBe(200);
    await bed.admin.send('PUT', path);
    expect(await (await bed.admin.send('DELETE', path)).json()).toMatchObject({ id, administrator: false });
    expect((await bo.get('/api/admin/konton')).status).toBe(404);
    expect(await lastActs(2)).toEqual([
      { akt: 'administratorGiven', person: id },
      { akt: 'administratorTagen', person: id },
    ]);
    await bed.admin.send('PUT', `/api/admin/konton/${id}/sparr`);
    expect((await bed.admin.send('PUT', path)).status).toBe(409);
    for (const method of ['PUT', 'DELETE'])
      expect((await bed.admin.send(method, '/api/admin/konton/ingen/administrator')).status).toBe(404);
  });

  it('[A43] there is always an administrator who can log in', async () => {
    const mine = `/api/admin/konton/${await meId()}`;
    const refused = { status: 409, meddelande: expect.stringContaining('någon annan till administratör först') };
    expect(await felOf(await bed.admin.send('DELETE', `${mine}/administrator`))).toMatchObject(refused);
    const { kod, id } = await bed.invite('Bo Ek', 'bo@exempel.se');
    const bo = await bed.choose(kod);
    await bed.admin.send('PUT', `/api/admin/konton/${id}/administrator`);
    const both = await Promise.all([
      bed.admin.send('PUT', `/api/admin/konton/${id}/sparr`),
      bo.send('PUT', `${mine}/sparr`),
    ]);
    expect(both.length).toBe(2);
    const open = bed.services.db.selectFrom('user').select('id').where('administrator', '=', 1);
    expect(await open.where('sparrad', 'is', null).execute()).toHaveLength(1);
  });

  it('[A43] a blocked administrator does not count', async () => {
    const { kod, id } = await bed.invite('Bo Ek', 'bo@exempel.se');
    await bed.choose(kod);
    await bed.admin.send('PUT', `/api/admin/konton/${id}/administrator`);
    await bed.admin.send('PUT', `/api/admin/konton/${id}/sparr`);
    const mine = `/api/admin/konton/${await meId()}/administrator`;
    expect((await bed.admin.send('DELETE', mine)).status).toBe(409);
    await bed.admin.send('DELETE', `/api/admin/konton/${id}/sparr`);
    expect((await bed.admin.send('DELETE', mine)).status).toBe(200);
    expect((await bed.admin.get('/api/admin/konton')).status).toBe(404);
  });

  it('[A45] one changes one’s own password by the old one; one’s other logins and links end, and it is written down', async () => {
    const { kod, id } = await bed.invite('Bo Ek', 'bo@exempel.se');
    const bo = await bed.choose(kod);
    const other = bed.browser(cookieOf(await bed.logIn('bo@exempel.se')));
    await bed.admin.send('POST', `/api/admin/konton/${id}/lank`);
    const change = (gammalt: string, nytt: string) => bo.send('PUT', '/api/mig/losenord', { gammalt, nytt });
    expect(await felOf(await change('inte det gamla', 'fyra andra små ord'))).toMatchObject({
      status: 403,
      meddelande: 'Det gamla lösenordet stämmer inte.',
    });
    expect(await lastActs(1)).toEqual([{ akt: 'inloggningMisslyckad', genom: 'losenordsbyte' }]);
    expect((await change(LOSENORD, 'kort')).status).toBe(400);
    expect(await felOf(await change(LOSENORD, 'aaaaaaaaaaaa'))).toMatchObject({ status: 400 });
    expect(await felOf(await change(LOSENORD, LOSENORD))).toMatchObject({
      status: 400,
      meddelande: 'Det är lösenordet du redan har. Välj ett annat.',
    });
    expect((await other.get('/api/mig')).status).toBe(200);
    expect(await (await change(LOSENORD, 'fyra andra små ord')).json()).toEqual({ avslutade: 1 });
    expect((await bo.get('/api/mig')).status).toBe(200);
    expect((await other.get('/api/mig')).status).toBe(401);
    expect(await bed.services.db.selectFrom('engangslank').selectAll().execute()).toEqual([]);
    expect(await lastActs(1)).toEqual([{ akt: 'losenordValt', genom: 'byte' }]);
    expect((await bed.logIn('bo@exempel.se')).status).toBe(401);
    expect((await bed.logIn('bo@exempel.se', 'fyra andra små ord')).status).toBe(200);
    const rows = JSON.stringify(await bed.services.db.selectFrom('akt').selectAll().execute());
    expect(rows + bed.log.join('')).not.toMatch(/inte det gamla|fyra andra/);
  });

  it('[A45] who has no password has none to change, and guessing the old one is stopped after ten tries a minute', async () => {
    const change = () => bed.admin.send('PUT', '/api/mig/losenord', { gammalt: 'x', nytt: 'fyra andra små ord' });
    for (let tries = 0; tries < 9; tries += 1) expect((await change()).status).toBe(403);
    await bed.services.db.deleteFrom('account').execute();
    expect(await felOf(await change())).toMatchObject({ status: 409, meddelande: expect.stringContaining('länk') });
    expect(await felOf(await change())).toMatchObject({ status: 429 });
  });

  it('[A50] a name has one space between its words, when one is invited and when one is renamed', async () => {
    const { id } = await bed.invite('  Bo \u00a0 Ek ', 'bo@exempel.se');
    const named = async () => (await (await bed.admin.get('/api/personer?sok=ek')).json()) as { namn: string }[];
    expect((await named()).map(({ namn }) => namn)).toEqual(['Bo Ek']);
    await bed.admin.send('PATCH', `/api/admin/konton/${id}`, { namn: 'Bo   Ek  Alm', epost: 'bo@exempel.se' });
    expect((await named()).map(({ namn }) => namn)).toEqual(['Bo Ek Alm']);
  });

  it('[A46] a blocked person is not among those to share with', async () => {
    const { id } = await bed.invite('Bo Ek', 'bo@exempel.se');
    const found = async () => (await bed.admin.get('/api/personer?sok=bo')).json();
    expect(await found()).toEqual([{ id, namn: 'Bo Ek', epost: 'bo@exempel.se' }]);
    await bed.admin.send('PUT', `/api/admin/konton/${id}/sparr`);
    expect(await found()).toEqual([]);
  });

  it('[A47] what a request says of its own address counts only as far as our own proxies reach', async () => {
    const glomt = (one: KontoBed, forwarded: string) =>
      one.services.app.request(
        `${ORIGIN}/api/losenord/glomt`,
        {
          method: 'POST',
          headers: { origin: ORIGIN, 'content-type': 'application/json', 'x-forwarded-for': forwarded },
          body: JSON.stringify({ epost: 'bo@exempel.se' }),
        },
        {},
      );
    const tries = async (one: KontoBed, forwarded: (at: number) => string) => {
      one.clock.now += 60_000;
      const answers: number[] = [];
      for (let at = 0; at < 11; at += 1) answers.push((await glomt(one, forwarded(at))).status);
      return answers.at(-1);
    };
    expect(await tries(bed, (at) => `10.0.0.${at}`)).toBe(429);
    const behind = await openKontoBed({ trustProxy: 1 });
    expect(await tries(behind, (at) => `10.0.0.${at}`)).toBe(202);
    expect(await tries(behind, (at) => `10.0.0.${at}, 192.0.2.7`)).toBe(429);
    expect(await tries(behind, (at) => `[2001:db8::7]:${4000 + at}`)).toBe(429);
    expect(await tries(behind, (at) => `inte en adress ${at}`)).toBe(429);
    await behind.close();
    const two = await openKontoBed({ trustProxy: 2 });
    expect(await tries(two, (at) => `10.0.0.${at}, 192.0.2.7, 198.51.100.1`)).toBe(429);
    expect(await tries(two, (at) => `192.0.2.${at}, 198.51.100.1`)).toBe(202);
    const password = (at: number) =>
      two.services.app.request(
        `${ORIGIN}/api/auth/sign-in/email`,
        {
          method: 'POST',
          headers: {
            origin: ORIGIN,
            'content-type': 'application/json',
            'x-forwarded-for': `${at}.0.2.1, 198.51.100.1`,
          },
          body: JSON.stringify({ email: 'bo@exempel.se', password: 'fel' }),
        },
        {},
      );
    for (let at = 1; at < 13; at += 1) expect((await password(at)).status).toBe(401);
    await two.close();
  });
});

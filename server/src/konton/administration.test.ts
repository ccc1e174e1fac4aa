import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { felOf } from '../http/testbed.ts';
import { ADMIN, cookieOf, type KontoBed, openKontoBed } from './testbed.ts';

describe('the administration of accounts', () => {
  let bed: KontoBed;
  beforeEach(async () => {
    bed = await openKontoBed();
  });
  afterEach(() => bed.close());

  it('[A19] blocked: out at once, in with nothing, told as a wrong password; opened: in again', async () => {
    const { kod, id } = await bed.invite('Bo Ek', 'bo@exempel.se');
    const bo = await bed.choose(kod);
    expect((await bo.get('/api/mig')).status).toBe(200);
    const path = `/api/admin/konton/${id}/sparr`;
    expect(await (await bed.admin.send('PUT', path)).json()).toMatchObject({ id, sparrad: expect.any(String) });
    expect((await bo.get('/api/mig')).status).toBe(401);
    const blocked = await bed.logIn('bo@exempel.se');
    expect(blocked.headers.getSetCookie()).toEqual([]);
    const wrong = await felOf(await bed.logIn('ingen@exempel.se', 'ett fel lösenord'));
    expect(await felOf(blocked)).toEqual(wrong);
    expect((await bed.admin.send('POST', `/api/admin/konton/${id}/lank`)).status).toBe(409);
    expect(await (await bed.admin.send('DELETE', path)).json()).toMatchObject({ id, sparrad: null });
    // What was ended stays so.
    expect((await bo.get('/api/mig')).status).toBe(401);
    expect((await bed.logIn('bo@exempel.se')).status).toBe(200);
  });

  it('[A19] nobody blocks their own account, and none that is not there', async () => {
    const { id } = (await (await bed.admin.get('/api/mig')).json()) as { id: string };
    expect(await felOf(await bed.admin.send('PUT', `/api/admin/konton/${id}/sparr`))).toMatchObject({
      status: 403,
      meddelande: 'Du kan inte spärra ditt eget konto.',
    });
    expect((await bed.admin.get('/api/mig')).status).toBe(200);
    expect((await bed.admin.send('PUT', '/api/admin/konton/finns-inte/sparr')).status).toBe(404);
  });

  it('[A25] for anybody but administrators there are no accounts to see, invite, block or open', async () => {
    const { kod } = await bed.invite('Bo Ek', 'bo@exempel.se');
    const bo = await bed.choose(kod);
    const { id } = (await (await bed.admin.get('/api/mig')).json()) as { id: string };
    const asked: readonly (readonly [string, string])[] = [
      ['POST', '/api/admin/konton'],
      ['POST', `/api/admin/konton/${id}/lank`],
      ['PUT', `/api/admin/konton/${id}/sparr`],
      ['DELETE', `/api/admin/konton/${id}/sparr`],
    ];
    expect((await bo.get('/api/admin/konton')).status).toBe(404);
    for (const [method, path] of asked) {
      const body = { namn: 'Ny', epost: 'ny@exempel.se' };
      expect(await felOf(await bo.send(method, path, body))).toMatchObject({ status: 404, fel: 'finnsInte' });
      expect((await bed.browser().send(method, path, body)).status).toBe(401);
    }
    expect(await (await bed.admin.get('/api/admin/konton')).json()).toMatchObject([
      { namn: ADMIN.namn, administrator: true, harLosenord: true },
      { namn: 'Bo Ek', epost: 'bo@exempel.se', uppdrag: 0, administrator: false, sparrad: null, harLosenord: true },
    ]);
    const again = await bed.admin.send('POST', '/api/admin/konton', { namn: 'Bo', epost: ' BO@exempel.se ' });
    expect(await felOf(again)).toMatchObject({ status: 409, fel: 'finnsRedan' });
  });

  it('[A20] one sees and ends one’s own logins, and nobody else’s', async () => {
    const { kod } = await bed.invite('Bo Ek', 'bo@exempel.se');
    const bo = await bed.choose(kod);
    const other = bed.browser(cookieOf(await bed.logIn('bo@exempel.se')));
    const third = bed.browser(cookieOf(await bed.logIn('bo@exempel.se')));
    type Rad = { id: string; denna: boolean };
    const list = async (one: typeof bo) => (await (await one.get('/api/mig/inloggningar')).json()) as Rad[];
    expect((await list(bo)).map(({ denna }) => denna).sort()).toEqual([false, false, true]);
    const mine = (await list(other)).find(({ denna }) => denna)?.id ?? '';
    expect((await bed.admin.send('DELETE', `/api/mig/inloggningar/${mine}`)).status).toBe(404);
    expect((await other.get('/api/mig')).status).toBe(200);
    expect((await bo.send('DELETE', `/api/mig/inloggningar/${mine}`)).status).toBe(200);
    expect((await other.get('/api/mig')).status).toBe(401);
    expect((await third.get('/api/mig')).status).toBe(200);
    expect(await (await bo.send('DELETE', '/api/mig/inloggningar')).json()).toEqual({ avslutade: 1 });
    expect((await third.get('/api/mig')).status).toBe(401);
    expect((await bed.admin.get('/api/mig')).status).toBe(200);
    expect(await list(bo)).toHaveLength(1);
  });

  it('[A24] what is done with accounts is in the log of acts, and nothing of what was typed', async () => {
    const { kod, id } = await bed.invite('Bo Ek', 'bo@exempel.se');
    const bo = await bed.choose(kod);
    await bed.logIn('bo@exempel.se', 'hemligt men fel');
    await bed.logIn('bo@exempel.se');
    await bo.send('DELETE', '/api/mig/inloggningar');
    await bo.send('POST', '/api/auth/sign-out');
    await bed.admin.send('PUT', `/api/admin/konton/${id}/sparr`);
    await bed.admin.send('PUT', `/api/admin/konton/${id}/sparr`);
    await bed.admin.send('DELETE', `/api/admin/konton/${id}/sparr`);
    await bed.admin.send('POST', `/api/admin/konton/${id}/lank`);
    expect(await bed.acts()).toEqual([
      ...['losenordValt', 'inloggad', 'inbjuden', 'losenordValt', 'inloggad'],
      ...['inloggningMisslyckad', 'inloggad', 'sessionAvslutad', 'utloggad'],
      ...['kontoSparrat', 'kontoOppnat', 'losenordslankSkapad'],
    ]);
    const rows = JSON.stringify(await bed.services.db.selectFrom('akt').selectAll().execute());
    for (const typed of ['hemligt', 'exempel.se', 'Bo Ek', kod]) expect(rows).not.toContain(typed);
  });

  it('[A21] unused for twelve hours a session ends; used it goes on, but for seven days at most', async () => {
    const hour = 60 * 60 * 1000;
    const status = async () => (await bed.admin.get('/api/mig')).status;
    const began = bed.clock.now;
    bed.clock.now = began + 11 * hour;
    expect(await status()).toBe(200);
    bed.clock.now = began + 22 * hour;
    expect(await status()).toBe(200);
    const [row] = await bed.services.db.selectFrom('session').select(['updatedAt', 'expiresAt']).execute();
    expect(Date.parse(row?.updatedAt ?? '')).toBe(bed.clock.now);
    expect(Date.parse(row?.expiresAt ?? '')).toBe(bed.clock.now + 12 * hour);
    bed.clock.now = began + 34 * hour;
    expect(await status()).toBe(401);
    bed.clock.now = began + 33 * hour;
    for (let hours = 33; hours < 7 * 24; hours += 11) {
      bed.clock.now = began + hours * hour;
      expect(await status()).toBe(200);
    }
    bed.clock.now = began + 7 * 24 * hour;
    expect(await status()).toBe(401);
  });

  it('[A21] better-auth ends an unused session too, and its cookie lives as long as a session may', async () => {
    const { db } = bed.services;
    const { kod } = await bed.invite('Bo Ek', 'bo@exempel.se');
    await bed.choose(kod);
    const answer = await bed.logIn('bo@exempel.se');
    expect(answer.headers.getSetCookie()[0]).toContain(`Max-Age=${7 * 24 * 60 * 60}`);
    const bo = bed.browser(cookieOf(answer));
    expect(await (await bo.get('/api/auth/get-session')).json()).toMatchObject({ user: { name: 'Bo Ek' } });
    await db
      .updateTable('session')
      .set({ expiresAt: new Date(Date.now() - 1).toISOString() })
      .execute();
    expect(await (await bo.get('/api/auth/get-session')).json()).toBeNull();
  });
});

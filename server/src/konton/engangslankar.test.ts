import { createHash, randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { felOf } from '../http/testbed.ts';
import { cookieOf, type KontoBed, kodOf, LOSENORD, openKontoBed } from './testbed.ts';

const HOUR = 60 * 60 * 1000;

describe('one-time links', () => {
  let bed: KontoBed;
  beforeEach(async () => {
    bed = await openKontoBed();
  });
  afterEach(() => bed.close());

  const use = (kod: string, more: object = {}) =>
    bed.browser().send('POST', '/api/losenord', { kod, losenord: LOSENORD, ...more });
  const refused = { status: 410, fel: 'lankenGallerInte' };

  it('[A13] a link works once; used, guessed and changed it is the same 410, also for two at the same instant', async () => {
    const { kod } = await bed.invite('Bo Ek', 'bo@exempel.se');
    const stored = await bed.services.db.selectFrom('engangslank').selectAll().execute();
    expect(stored.map(({ hash }) => hash)).toEqual([createHash('sha256').update(kod).digest('hex')]);
    expect(JSON.stringify(stored)).not.toContain(kod);
    expect(bed.log.join('')).not.toContain(kod);

    const guesses = [randomBytes(32).toString('base64url'), '', kod.slice(1), stored[0]?.hash ?? ''];
    for (const guess of guesses) expect(await felOf(await use(guess))).toMatchObject(refused);
    const both = await Promise.all([use(kod), use(kod)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 410]);
    expect(await felOf(await use(kod))).toMatchObject(refused);
    expect(await felOf(await bed.browser().send('POST', '/api/losenord/lank', { kod }))).toMatchObject(refused);
  });

  it('[A13] an invitation lives seven days, a new one ends the one before, and a password’s link lives an hour', async () => {
    const first = await bed.invite('Bo Ek', 'bo@exempel.se');
    const link = async () => {
      const answer = await bed.admin.send('POST', `/api/admin/konton/${first.id}/lank`);
      return kodOf(((await answer.json()) as { lank: string }).lank);
    };
    const second = await link();
    expect((await use(first.kod)).status).toBe(410);
    bed.clock.now += 7 * 24 * HOUR;
    expect((await use(second)).status).toBe(410);
    bed.clock.now -= 1000;
    expect((await use(second)).status).toBe(200);
    bed.clock.now -= 7 * 24 * HOUR - 2 * 60_000;
    const reset = await link();
    bed.clock.now += HOUR;
    expect((await use(reset)).status).toBe(410);
    bed.clock.now -= 1000;
    expect((await use(reset)).status).toBe(200);
  });

  it('[A13] a blocked person’s link is as one that is not there', async () => {
    const { kod, id } = await bed.invite('Bo Ek', 'bo@exempel.se');
    await bed.services.db.updateTable('user').set({ sparrad: 'nu' }).where('id', '=', id).execute();
    expect(await felOf(await use(kod))).toMatchObject(refused);
  });

  it('[A14] what is sent along with a form makes nobody an administrator, another person or open', async () => {
    const extra = {
      administrator: true,
      sparrad: null,
      id: 'vald',
      person_id: 'vald',
      syfte: 'forstaStart',
      uppdrag: 9,
    };
    const invited = await bed.admin.send('POST', '/api/admin/konton', { namn: 'Bo', epost: 'bo@exempel.se', ...extra });
    const { konto, lank } = (await invited.json()) as { konto: { id: string }; lank: { lank: string } };
    expect(konto).toMatchObject({ administrator: false, uppdrag: 0 });
    const answer = await use(kodOf(lank.lank), { ...extra, namn: 'Någon Annan', epost: 'annan@exempel.se' });
    const mig = await (await bed.browser(cookieOf(answer)).get('/api/mig')).json();
    expect(mig).toMatchObject({ id: konto.id, namn: 'Bo', epost: 'bo@exempel.se', administrator: false });
    const admins = bed.services.db.selectFrom('user').select('name').where('administrator', '=', 1);
    expect(await admins.execute()).toEqual([{ name: 'Ada Första' }]);
  });

  it('[A14] the first link makes no second administrator, and asks for name and address', async () => {
    const { db } = bed.services;
    const kod = 'k'.repeat(43);
    const hash = createHash('sha256').update(kod).digest('hex');
    const giltigTill = new Date(bed.clock.now + HOUR).toISOString();
    await db
      .insertInto('engangslank')
      .values({ hash, syfte: 'forstaStart', person_id: null, skapad: giltigTill, giltig_till: giltigTill })
      .execute();
    expect((await use(kod)).status).toBe(400);
    expect((await use(kod, { namn: 'Två', epost: 'tva@exempel.se' })).status).toBe(410);
    expect(await db.selectFrom('user').select('name').execute()).toHaveLength(1);
  });

  it.each([
    ['kort', 'Lösenordet ska vara minst 12 tecken.'],
    ['x'.repeat(129), 'Lösenordet får vara högst 128 tecken.'],
    ['aaaaaaaaaaaa', 'Lösenordet ska ha minst 5 olika tecken.'],
    ['121212343434', 'Lösenordet ska ha minst 5 olika tecken.'],
  ])('[A15] the password %s is refused, and the link is not used up', async (losenord, meddelande) => {
    const { kod } = await bed.invite('Bo Ek', 'bo@exempel.se');
    expect(await felOf(await use(kod, { losenord }))).toEqual({ status: 400, fel: 'ogiltig', meddelande });
    expect((await use(kod)).status).toBe(200);
    expect((await bed.logIn('bo@exempel.se')).status).toBe(200);
  });

  it('[A18] a chosen password ends the other sessions, and the session is not one that was there before', async () => {
    const { kod, id } = await bed.invite('Bo Ek', 'bo@exempel.se');
    const first = await bed.choose(kod);
    const before = cookieOf(await bed.logIn('bo@exempel.se'));
    const link = await bed.admin.send('POST', `/api/admin/konton/${id}/lank`);
    const reset = kodOf(((await link.json()) as { lank: string }).lank);
    const answer = await bed
      .browser(before)
      .send('POST', '/api/losenord', { kod: reset, losenord: 'ett annat långt ord' });
    const after = cookieOf(answer);
    expect(after).not.toBe(before);
    expect((await first.get('/api/mig')).status).toBe(401);
    expect((await bed.browser(before).get('/api/mig')).status).toBe(401);
    expect((await bed.browser(after).get('/api/mig')).status).toBe(200);
    expect((await bed.logIn('bo@exempel.se')).status).toBe(401);
    const again = await bed.browser(after).send('POST', '/api/auth/sign-in/email', {
      email: 'bo@exempel.se',
      password: 'ett annat långt ord',
    });
    expect(cookieOf(again)).not.toBe(after);
  });

  it('[A23] using links is stopped after ten tries a minute, each entrance for itself', async () => {
    const paths: readonly (readonly [string, object])[] = [
      ['/api/losenord', { kod: 'fel', losenord: LOSENORD }],
      ['/api/losenord/lank', { kod: 'fel' }],
      ['/api/losenord/glomt', { epost: 'nagon@exempel.se' }],
    ];
    bed.clock.now += 60_000;
    for (const [path, body] of paths) {
      for (let i = 0; i < 10; i++) expect((await bed.browser().send('POST', path, body)).status).not.toBe(429);
      const answer = await felOf(await bed.browser().send('POST', path, body));
      expect(answer).toMatchObject({ status: 429, fel: 'forManga' });
      expect(answer.meddelande).toMatch(/^För många försök/);
    }
    bed.clock.now += 60_000;
    for (const [path, body] of paths) expect((await bed.browser().send('POST', path, body)).status).not.toBe(429);
  });
});

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { felOf, ORIGIN, openAppBed } from '../http/testbed.ts';
import { type Claims, DancingBrowser, openOidcBed, startProvider } from './oidc-testbed.ts';
import { cookieOf, type KontoBed } from './testbed.ts';

const BO = { email: 'bo@exempel.se', email_verified: true };

describe('the city’s own login, against the provider of the package oidc-provider', () => {
  const persons = new Map<string, Claims>();
  let provider: Awaited<ReturnType<typeof startProvider>>;
  let bed: KontoBed;
  beforeAll(async () => {
    provider = await startProvider(persons);
  });
  afterAll(() => provider.close());
  beforeEach(async () => {
    persons.clear();
    persons.set('sub-bo', BO);
    bed = await openOidcBed(provider.issuer);
  });
  afterEach(() => bed.close());

  const acts = async () =>
    (await bed.services.db.selectFrom('akt').select(['akt', 'person_id', 'detalj']).orderBy('nr').execute())
      .map(({ akt, person_id, detalj }) => ({ akt, person: person_id, ...(JSON.parse(detalj) as object) }))
      .slice(-3);
  const later = () => {
    bed.clock.now += 60_000;
  };

  it('[A28] an invited person logs in by it, with no password, and comes to where they were going', async () => {
    const { id } = await bed.invite('Bo Ek', 'bo@exempel.se');
    const browser = new DancingBrowser(bed);
    const end = await browser.logIn('sub-bo', '/arenden/ett?a=1');
    expect(end.href).toBe(`${ORIGIN}/logga-in?klar=true&till=${encodeURIComponent('/arenden/ett?a=1')}`);
    expect(await browser.who()).toBe('Bo Ek');
    expect(await acts()).toEqual([
      expect.objectContaining({ akt: 'inbjuden' }),
      { akt: 'identitetKopplad', person: id },
      { akt: 'inloggad', person: id, genom: 'oidc' },
    ]);
    const asked = new URL(browser.visited.find((one) => one.includes('code_challenge')) ?? '');
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(asked.searchParams.get(name)).toMatch(/^[\w-]{43}$/);
    expect(asked.searchParams.get('code_challenge_method')).toBe('S256');
    expect(await (await bed.browser().get('/api/inloggning')).json()).toMatchObject({ oidc: 'Stadens konto' });
  });

  it('[A28] nothing of the provider’s is kept or logged: no token, no code, no state', async () => {
    await bed.invite('Bo Ek', 'bo@exempel.se');
    const browser = new DancingBrowser(bed);
    await browser.logIn('sub-bo');
    const back = new URL(browser.visited.findLast((one) => one.includes('/svar?')) ?? '');
    const rows = await bed.services.db
      .selectFrom('account')
      .selectAll()
      .where('providerId', 'like', 'oidc:%')
      .execute();
    expect(rows).toEqual([
      expect.objectContaining({ accountId: 'sub-bo', providerId: `oidc:${provider.issuer.href}`, idToken: null }),
    ]);
    expect(rows[0]).toMatchObject({ accessToken: null, refreshToken: null, password: null });
    const log = bed.log.join('');
    for (const name of ['code', 'state']) expect(log).not.toContain(back.searchParams.get(name) ?? '-');
    expect(log).not.toMatch(/eyJ|bo@exempel|sub-bo/);
    expect(await bed.services.db.selectFrom('paborjad_inloggning').selectAll().execute()).toEqual([]);
  });

  it('[A29] nobody gets an account by logging in, and is told whom to ask', async () => {
    const before = await bed.services.db.selectFrom('user').select('id').execute();
    const browser = new DancingBrowser(bed);
    expect((await browser.logIn('sub-bo')).href).toBe(`${ORIGIN}/logga-in?fel=ingetKonto`);
    expect(await browser.who()).toBeNull();
    expect(await bed.services.db.selectFrom('user').select('id').execute()).toEqual(before);
    expect((await acts()).at(-1)).toEqual({
      akt: 'inloggningMisslyckad',
      person: null,
      genom: 'oidc',
      skal: 'ingetKonto',
    });
  });

  it.each([
    ['false', { email_verified: false }],
    ['missing', {}],
    ['a word', { email_verified: 'kanske' }],
    ['missing with its address', { email: undefined, email_verified: true }],
  ])('[A29] an address that is not verified (%s) enters no account', async (_, said) => {
    await bed.invite('Bo Ek', 'bo@exempel.se');
    persons.set('sub-bo', { email: 'bo@exempel.se', ...said });
    const browser = new DancingBrowser(bed);
    expect((await browser.logIn('sub-bo')).search).toBe('?fel=ejVerifierad');
    expect(await browser.who()).toBeNull();
  });

  it('[A29] a provider that vouches for nothing, as ADFS, is believed only where that is configured, and never against its word', async () => {
    await bed.close();
    bed = await openOidcBed(provider.issuer, { emailTrusted: true });
    await bed.invite('Bo Ek', 'bo@exempel.se');
    persons.set('sub-bo', { email: 'BO@exempel.se', email_verified: false });
    expect((await new DancingBrowser(bed).logIn('sub-bo')).search).toBe('?fel=ejVerifierad');
    persons.set('sub-bo', { email: 'BO@exempel.se' });
    expect((await new DancingBrowser(bed).logIn('sub-bo')).search).toBe('?klar=true');
  });

  it('[A30] once bound it is the identity that counts: a changed address enters the same account and no other', async () => {
    await bed.invite('Bo Ek', 'bo@exempel.se');
    await bed.invite('Mia Lind', 'mia@exempel.se');
    await new DancingBrowser(bed).logIn('sub-bo');
    for (const said of [{ email: 'mia@exempel.se', email_verified: true }, { email: 'ny@exempel.se' }, {}]) {
      persons.set('sub-bo', said);
      const browser = new DancingBrowser(bed);
      await browser.logIn('sub-bo');
      expect(await browser.who()).toBe('Bo Ek');
    }
  });

  it('[A30] an address that the provider has given to somebody else does not open the account of who had it', async () => {
    await bed.invite('Bo Ek', 'bo@exempel.se');
    await new DancingBrowser(bed).logIn('sub-bo');
    persons.set('sub-ny', BO);
    const browser = new DancingBrowser(bed);
    expect((await browser.logIn('sub-ny')).search).toBe('?fel=annanIdentitet');
    expect(await browser.who()).toBeNull();
  });

  it('[A44] an administrator takes an account loose from it; the person’s logins end, and the next one there binds it anew', async () => {
    const { id } = await bed.invite('Bo Ek', 'bo@exempel.se');
    const browser = new DancingBrowser(bed);
    await browser.logIn('sub-bo');
    const kopplad = async () => {
      const konton = (await (await bed.admin.get('/api/admin/konton')).json()) as { id: string; kopplad: boolean }[];
      return konton.find((one) => one.id === id)?.kopplad;
    };
    expect(await kopplad()).toBe(true);
    const path = `/api/admin/konton/${id}/identitet`;
    expect(await (await bed.admin.send('DELETE', path)).json()).toMatchObject({ id, kopplad: false });
    expect(await kopplad()).toBe(false);
    expect(await browser.who()).toBeNull();
    expect((await acts()).at(-1)).toMatchObject({ akt: 'identitetLossad' });
    const before = await bed.acts();
    await bed.admin.send('DELETE', path);
    expect(await bed.acts()).toEqual(before);
    expect((await bed.admin.send('DELETE', '/api/admin/konton/ingen/identitet')).status).toBe(404);
    persons.set('sub-ny', BO);
    const anew = new DancingBrowser(bed);
    await anew.logIn('sub-ny');
    expect(await anew.who()).toBe('Bo Ek');
    expect((await new DancingBrowser(bed).logIn('sub-bo')).search).toBe('?fel=annanIdentitet');
  });

  it('[A49] bound after an administrator has changed the address, that login is the only way in and ends the others', async () => {
    const { kod, id } = await bed.invite('Bo Ek', 'annan@exempel.se');
    const before = await bed.choose(kod);
    await bed.admin.send('PATCH', `/api/admin/konton/${id}`, { namn: 'Bo Ek', epost: 'bo@exempel.se' });
    expect((await before.get('/api/mig')).status).toBe(200);
    const browser = new DancingBrowser(bed);
    await browser.logIn('sub-bo');
    expect([await browser.who(), (await before.get('/api/mig')).status]).toEqual(['Bo Ek', 401]);
    expect((await bed.logIn('bo@exempel.se')).status).toBe(401);
    const again = new DancingBrowser(bed);
    await again.logIn('sub-bo');
    expect([await again.who(), await browser.who()]).toEqual(['Bo Ek', 'Bo Ek']);
  });

  it('[A31] who is blocked stays out, known or not, in the words for who has no account; opened, it works again', async () => {
    const { id } = await bed.invite('Bo Ek', 'bo@exempel.se');
    await bed.admin.send('PUT', `/api/admin/konton/${id}/sparr`);
    expect((await new DancingBrowser(bed).logIn('sub-bo')).search).toBe('?fel=ingetKonto');
    await bed.admin.send('DELETE', `/api/admin/konton/${id}/sparr`);
    const browser = new DancingBrowser(bed);
    await browser.logIn('sub-bo');
    expect(await browser.who()).toBe('Bo Ek');
    await bed.admin.send('PUT', `/api/admin/konton/${id}/sparr`);
    expect(await browser.who()).toBeNull();
    expect((await new DancingBrowser(bed).logIn('sub-bo')).search).toBe('?fel=ingetKonto');
  });

  it('[A32] an answer is taken once, in the browser that asked, within ten minutes', async () => {
    await bed.invite('Bo Ek', 'bo@exempel.se');
    const browser = new DancingBrowser(bed);
    const back = await browser.provide(await browser.begin(), 'sub-bo');

    const other = new DancingBrowser(bed);
    expect((await other.arrive(back)).search).toBe('?fel=intePaborjad');
    await other.begin();
    expect((await other.arrive(back)).search).toBe('?fel=ogiltigt');
    expect(await other.who()).toBeNull();

    const state = browser.cookies().get('samskrift.oidc') ?? '';
    expect((await browser.arrive(back)).search).toBe('?klar=true');
    expect(browser.cookies().has('samskrift.oidc')).toBe(false);
    const again = new DancingBrowser(bed);
    again.cookies().set('samskrift.oidc', state);
    expect((await again.arrive(back)).search).toBe('?fel=intePaborjad');
    expect(await again.who()).toBeNull();

    const slow = new DancingBrowser(bed);
    const late = await slow.provide(await slow.begin(), 'sub-bo');
    bed.clock.now += 10 * 60_000;
    expect((await slow.arrive(late)).search).toBe('?fel=intePaborjad');
  });

  it('[A32] a code is good for one login, also with a state of one’s own', async () => {
    await bed.invite('Bo Ek', 'bo@exempel.se');
    const browser = new DancingBrowser(bed);
    const back = await browser.provide(await browser.begin(), 'sub-bo');
    await browser.arrive(back);
    const thief = new DancingBrowser(bed);
    const own = (await thief.begin()).searchParams.get('state') ?? '';
    back.searchParams.set('state', own);
    expect((await thief.arrive(back)).search).toBe('?fel=ogiltigt');
    expect(await thief.who()).toBeNull();
  });

  it('[A32] the session is new, whatever session was planted in the browser before', async () => {
    await bed.invite('Bo Ek', 'bo@exempel.se');
    const planted = cookieOf(await bed.logIn('ada@exempel.se'));
    const [name = '', value = ''] = planted.split(/=(.*)/s);
    const browser = new DancingBrowser(bed);
    browser.cookies().set(name, value);
    await browser.logIn('sub-bo');
    expect(browser.cookies().get(name)).not.toBe(value);
    expect(await browser.who()).toBe('Bo Ek');
    const before = (await (await bed.browser(planted).get('/api/mig')).json()) as { namn: string };
    expect(before.namn).toBe('Ada Första');
  });

  it('[A32] where there is TLS no other site can plant the cookie that an answer must come with, and no script read it', async () => {
    const origin = 'https://samskrift.exempel.se';
    const names = { namn: 'x', scope: 'openid', emailClaim: 'email', verifiedClaim: 'email_verified' };
    const oidc = { issuer: provider.issuer, clientId: 'x', clientSecret: 'x', ...names, emailTrusted: false };
    const secure = await openAppBed({ demo: false, origin, oidc });
    const answer = await secure.browser().send('POST', '/api/inloggning/oidc', {});
    const [cookie = ''] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-samskrift\.oidc=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    const back = await secure.browser(cookie.split(';')[0]).get('/api/inloggning/oidc/svar?code=1&state=2');
    expect(back.headers.get('location')).toBe('/logga-in?fel=ogiltigt');
    expect(back.headers.getSetCookie()[0]).toMatch(/^__Host-samskrift\.oidc=; Max-Age=0; Path=\/; Secure/);
    await secure.close();
  });

  it('[A32] who says no at the provider is told so', async () => {
    const browser = new DancingBrowser(bed);
    const state = (await browser.begin()).searchParams.get('state') ?? '';
    const iss = provider.issuer.href;
    const back = new URL(
      `/api/inloggning/oidc/svar?${new URLSearchParams({ error: 'access_denied', state, iss })}`,
      ORIGIN,
    );
    expect((await browser.arrive(back)).search).toBe('?fel=avbruten');
  });

  it('[A33] both ends of it are stopped after ten tries a minute', async () => {
    const start = () => bed.browser().send('POST', '/api/inloggning/oidc', {});
    for (let tries = 0; tries < 10; tries += 1) expect((await start()).status).toBe(200);
    expect(await felOf(await start())).toMatchObject({ status: 429, fel: 'forManga' });
    const back = () => new DancingBrowser(bed).arrive(new URL('/api/inloggning/oidc/svar?code=1&state=2', ORIGIN));
    for (let tries = 0; tries < 10; tries += 1) expect((await back()).search).toBe('?fel=intePaborjad');
    expect((await back()).search).toBe('?fel=forManga');
    later();
    expect((await start()).status).toBe(200);
  });

  it('[A34] one logs out of the provider at its own page, which leads back', async () => {
    const browser = new DancingBrowser(bed);
    const address = new URL((await browser.ask('/api/inloggning/oidc/ut')).headers.get('location') ?? '');
    expect(address.origin).toBe(provider.issuer.origin);
    expect(address.searchParams.get('post_logout_redirect_uri')).toBe(`${ORIGIN}/logga-in`);
    expect((await fetch(address)).status).toBe(200);
  });

  it('[A27] where none is configured there is none', async () => {
    const without = await openAppBed({ demo: false });
    expect(await felOf(await without.browser().send('POST', '/api/inloggning/oidc', {}))).toMatchObject({
      status: 404,
    });
    for (const path of ['/api/inloggning/oidc/svar?code=1', '/api/inloggning/oidc/ut'])
      expect(await felOf(await without.browser().get(path))).toMatchObject({ status: 404 });
    expect(await (await without.browser().get('/api/inloggning')).json()).toMatchObject({ oidc: null });
    await without.close();
  });
});

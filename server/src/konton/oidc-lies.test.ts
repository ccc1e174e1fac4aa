import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { felOf, ORIGIN } from '../http/testbed.ts';
import { type Claims, DancingBrowser, listen, openOidcBed } from './oidc-testbed.ts';
import type { KontoBed } from './testbed.ts';

type Keys = Awaited<ReturnType<typeof generateKeyPair>>;
/** What it says of itself and of who has logged in; one thing of it is then a lie. */
interface Word {
  readonly nonce: string;
  readonly claims: JWTPayload;
  readonly sign: (claims: JWTPayload) => Promise<string> | string;
}

/** A provider of its own making, with real keys and a real port, that says what a test wants of it. */
describe('a provider that lies', () => {
  let keys: Keys;
  let others: Keys;
  let provider: Awaited<ReturnType<typeof listen>>;
  let bed: KontoBed;
  let metadata: Claims = {};
  let token: Record<string, unknown> = {};
  let userinfo: Claims = {};
  let asked = 0;
  let given = '';

  beforeAll(async () => {
    keys = await generateKeyPair('RS256');
    others = await generateKeyPair('RS256');
    const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' };
    provider = await listen(({ href, origin }) => (request, response) => {
      const say = (body: object) => response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
      const path = new URL(request.url ?? '', href).pathname;
      if (path === '/.well-known/openid-configuration')
        return say({
          issuer: href,
          authorization_endpoint: `${origin}/authorize`,
          token_endpoint: `${origin}/token`,
          userinfo_endpoint: `${origin}/userinfo`,
          jwks_uri: `${origin}/jwks`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          // What it says that it can is no reason to take it.
          id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
          ...metadata,
        });
      if (path === '/jwks') return say({ keys: [jwk] });
      if (path === '/userinfo') return say(userinfo);
      asked += 1;
      given = request.headers.authorization?.split(' ')[0] ?? 'in the body';
      return say({ access_token: 'an-access-token', token_type: 'Bearer', ...token });
    });
  });
  afterAll(() => provider.close());
  beforeEach(async () => {
    metadata = {};
    userinfo = {};
    asked = 0;
    bed = await openOidcBed(provider.issuer);
    await bed.invite('Bo Ek', 'bo@exempel.se');
  });
  afterEach(() => bed.close());

  const signed =
    (by: Keys, kid = 'one') =>
    (claims: JWTPayload) =>
      new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid }).sign(by.privateKey);

  /** A login to which the provider answers with one thing changed. @returns where the server then sends the browser, and the token */
  async function answered(change: (word: Word) => Partial<Word>, fraga: Readonly<Record<string, string>> = {}) {
    const browser = new DancingBrowser(bed);
    const begun = (await browser.begin()).searchParams;
    const nonce = begun.get('nonce') ?? '';
    const now = Math.floor(Date.now() / 1000);
    const who = { sub: 'sub-bo', email: 'bo@exempel.se', email_verified: true };
    const times = { iat: now, exp: now + 300 };
    const claims = { iss: provider.issuer.href, aud: 'samskrift', nonce, ...times, ...who };
    const word = { nonce, claims, sign: signed(keys) };
    const said = { ...word, ...change(word) };
    const idToken = await said.sign(said.claims);
    token = { id_token: idToken };
    const search = new URLSearchParams({ code: 'a-code-of-its-own', state: begun.get('state') ?? '', ...fraga });
    const end = await browser.arrive(new URL(`/api/inloggning/oidc/svar?${search}`, ORIGIN));
    return { browser, end, idToken };
  }
  const claim = (changed: JWTPayload) => (word: Word) => ({ claims: { ...word.claims, ...changed } });
  const without = (name: string) => (word: Word) => ({
    claims: Object.fromEntries(Object.entries(word.claims).filter(([one]) => one !== name)),
  });

  it('[A35] is a provider that is believed while it says nothing false', async () => {
    const { browser, end } = await answered(() => ({}));
    expect(end.search).toBe('?klar=true');
    expect(await browser.who()).toBe('Bo Ek');
  });

  it.each<[string, (word: Word) => Partial<Word>]>([
    ['another issuer', claim({ iss: 'http://127.0.0.1:1/' })],
    ['no issuer', without('iss')],
    ['another audience', claim({ aud: 'en-annan' })],
    ['several audiences without saying for whom', claim({ aud: ['samskrift', 'en-annan'] })],
    ['several audiences for another', claim({ aud: ['samskrift', 'en-annan'], azp: 'en-annan' })],
    ['no audience', without('aud')],
    ['another nonce', claim({ nonce: 'en-annan-nonce' })],
    ['no nonce', without('nonce')],
    ['a time that is out', claim({ exp: Math.floor(Date.now() / 1000) - 60 })],
    ['no end of time', without('exp')],
    ['a time that has not come', claim({ nbf: Math.floor(Date.now() / 1000) + 3600 })],
    ['nobody', without('sub')],
    ['another’s signature under its key’s name', () => ({ sign: signed(others) })],
    ['a key that is nobody’s', () => ({ sign: signed(others, 'two') })],
    ['no signature', () => ({ sign: (claims) => new UnsecuredJWT(claims).encode() })],
    [
      'a signature by the secret that it shares with the server',
      () => ({
        sign: (claims) =>
          new SignJWT(claims)
            .setProtectedHeader({ alg: 'HS256' })
            .sign(new TextEncoder().encode('a-secret-the-provider-and-the-server-share')),
      }),
    ],
    [
      'words that were changed after they were signed',
      () => ({
        sign: async (claims) => {
          const [header, , signature] = (await signed(keys)({ ...claims, sub: 'sub-annan' })).split('.');
          return `${header}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.${signature}`;
        },
      }),
    ],
    ['no token at all', () => ({ sign: () => '' })],
  ])('[A35] is refused with %s: no session, no binding, and no word of it in the log', async (_, change) => {
    const { browser, end, idToken } = await answered(change);
    expect(asked).toBe(1);
    expect(end.search).toBe('?fel=ogiltigt');
    expect(await browser.who()).toBeNull();
    const { db } = bed.services;
    expect(await db.selectFrom('account').select('id').where('providerId', 'like', 'oidc:%').execute()).toEqual([]);
    const last = await db.selectFrom('akt').select(['akt', 'detalj']).orderBy('nr', 'desc').executeTakeFirst();
    expect(last).toEqual({ akt: 'inloggningMisslyckad', detalj: '{"genom":"oidc","skal":"ogiltigt"}' });
    const log = bed.log.join('');
    expect(log).toContain('the provider was not believed');
    for (const part of idToken.split('.').filter((one) => one !== '')) expect(log).not.toContain(part);
    expect(log).not.toMatch(/a-code-of-its-own|an-access-token|bo@exempel/);
  });

  it('[A35] is refused when the answer says that it comes from another (mix-up), before the code is given to anybody', async () => {
    const { end } = await answered(() => ({}), { iss: 'https://en-annan.exempel.se' });
    expect([end.search, asked]).toEqual(['?fel=ogiltigt', 0]);
    await bed.close();
    // One that has promised to say who it is and does not.
    metadata = { authorization_response_iss_parameter_supported: true };
    bed = await openOidcBed(provider.issuer);
    expect((await answered(() => ({}))).end.search).toBe('?fel=ogiltigt');
    expect(asked).toBe(0);
  });

  it('[A35] is refused when the state is another, missing or twice, before the code is given to anybody', async () => {
    for (const state of ['en-annan', '']) {
      const { end } = await answered(() => ({}), { state });
      expect([end.search, asked]).toEqual(['?fel=ogiltigt', 0]);
    }
    const browser = new DancingBrowser(bed);
    const state = (await browser.begin()).searchParams.get('state');
    const end = await browser.arrive(new URL(`/api/inloggning/oidc/svar?code=1&state=${state}&state=${state}`, ORIGIN));
    expect([end.search, asked]).toEqual(['?fel=ogiltigt', 0]);
  });

  it('[A35] is refused when its page about the person is about another', async () => {
    const silent = without('email');
    userinfo = { sub: 'sub-annan', email: 'bo@exempel.se', email_verified: true };
    expect((await answered(silent)).end.search).toBe('?fel=ogiltigt');
    userinfo = { ...userinfo, sub: 'sub-bo' };
    expect((await answered(silent)).end.search).toBe('?klar=true');
  });

  it('[A35] is not asked to log anybody in when its description is another’s, and is told of as one that does not answer', async () => {
    await bed.close();
    metadata = { issuer: 'https://en-annan.exempel.se' };
    bed = await openOidcBed(provider.issuer);
    const start = () => bed.browser().send('POST', '/api/inloggning/oidc', {});
    expect(await felOf(await start())).toMatchObject({
      status: 502,
      meddelande: expect.stringContaining('Stadens konto'),
    });
    metadata = {};
    // What failed is not remembered.
    expect((await start()).status).toBe(200);
  });

  it('[A35] a provider that is not there is told of, and nothing else is in its way', async () => {
    await bed.close();
    const gone = await listen(() => (_, response) => response.end());
    await gone.close();
    bed = await openOidcBed(gone.issuer);
    expect((await bed.browser().send('POST', '/api/inloggning/oidc', {})).status).toBe(502);
    expect((await bed.logIn('ada@exempel.se')).status).toBe(200);
  });

  it('[A28] a provider is given the server’s secret in the way that it takes it', async () => {
    const ways = [
      [undefined, 'Basic'],
      [['client_secret_basic'], 'Basic'],
      [['client_secret_post', 'client_secret_basic'], 'in the body'],
    ] as const;
    for (const [token_endpoint_auth_methods_supported, way] of ways) {
      await bed.close();
      metadata = { token_endpoint_auth_methods_supported };
      bed = await openOidcBed(provider.issuer);
      await bed.invite('Bo Ek', 'bo@exempel.se');
      expect([(await answered(() => ({}))).end.search, given]).toEqual(['?klar=true', way]);
    }
  });

  it('[A28] by which way somebody came is the server’s word, not the browser’s', async () => {
    const body = { email: 'ada@exempel.se', password: 'tre små ord räcker', genom: 'oidc' };
    expect((await bed.browser().send('POST', '/api/auth/sign-in/email', body)).status).toBe(200);
    const last = await bed.services.db.selectFrom('akt').select('detalj').orderBy('nr', 'desc').executeTakeFirst();
    expect(last?.detalj).toBe('{}');
  });
});

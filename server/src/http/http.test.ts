import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppBed, felOf, ORIGIN, openAppBed } from './testbed.ts';

interface OpenApi {
  paths: Record<string, Record<string, { summary?: string; responses: Record<string, unknown> }>>;
}

/** Rules H (HTTP): what every request meets, whatever it is about. */
describe('the HTTP server', () => {
  let bed: AppBed;
  let clientDir: string;
  beforeAll(async () => {
    clientDir = mkdtempSync(join(tmpdir(), 'samskrift-client-'));
    mkdirSync(join(clientDir, 'assets'));
    writeFileSync(join(clientDir, 'index.html'), '<!doctype html><title>Samskrift</title>');
    writeFileSync(join(clientDir, 'sw.js'), 'self;');
    writeFileSync(join(clientDir, 'assets', 'index-Bx3_9aQz.js'), 'export {};');
    writeFileSync(join(clientDir, 'assets', 'index-Bx3_9aQz.js.br'), brotliCompressSync('export {};'));
    bed = await openAppBed({ clientDir });
  });
  afterAll(async () => {
    await bed.close();
    rmSync(clientDir, { recursive: true });
  });

  const ask = async (path: string, init: RequestInit = {}) => bed.services.app.request(`${ORIGIN}${path}`, init, {});

  it.each([undefined, 'https://ond.exempel.se', 'null', 'http://127.0.0.1:4600.exempel.se', 'http://127.0.0.1:4601'])(
    '[H11] a write from the origin %s is refused before anybody is asked who it is',
    async (origin) => {
      const headers = { 'content-type': 'application/json', ...(origin === undefined ? {} : { origin }) };
      const writes: [string, string][] = [
        ['POST', '/api/arenden'],
        ['PATCH', '/api/handlingar/konstrunda-utlatande'],
        ['PUT', '/api/handlingar/konstrunda-utlatande/delningar/lina-moberg'],
        ['DELETE', '/api/handlingar/konstrunda-utlatande/delningar/lina-moberg'],
        ['POST', '/api/handlingar/konstrunda-utlatande/justera'],
        ['POST', '/api/auth/demo/logga-in'],
        ['POST', '/api/auth/sign-out'],
      ];
      for (const [method, path] of writes) {
        const answer = await ask(path, { method, headers, body: '{"personId":"anna-lindqvist"}' });
        expect(answer.headers.get('set-cookie')).toBeNull();
        expect(await felOf(answer)).toMatchObject({ status: 403, fel: 'frammandeUrsprung' });
      }
    },
  );

  it('[H12] every answer forbids foreign and inline scripts, frames and guessing at types', async () => {
    for (const path of ['/', '/api/mig', '/api/docs', '/healthz', '/finns-inte']) {
      const { headers } = await ask(path);
      const csp = headers.get('content-security-policy') ?? '';
      expect(csp).toContain("default-src 'self'");
      expect(csp).toMatch(/script-src 'self'(;|$)/);
      expect(csp).toContain("frame-ancestors 'none'");
      expect(csp).toContain(`connect-src 'self' ${ORIGIN.replace('http', 'ws')}`);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('same-origin');
    }
    expect((await ask('/api/mig')).headers.get('cache-control')).toBe('no-store');
  });

  it('[H13] the session cookie is out of reach for scripts and other sites, and travels only by TLS where there is TLS', async () => {
    const headers = { 'content-type': 'application/json', origin: ORIGIN };
    const body = JSON.stringify({ personId: 'anna-lindqvist' });
    const answer = await ask('/api/auth/demo/logga-in', { method: 'POST', headers, body });
    const [cookie] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^samskrift\.session_token=/);
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Lax');
    expect(cookie).not.toContain('Secure');

    const tls = await openAppBed({ origin: 'https://samskrift.exempel.se' });
    const secure = await tls.browser().send('POST', '/api/auth/demo/logga-in', { personId: 'anna-lindqvist' });
    expect(secure.headers.getSetCookie()[0]).toMatch(/^__Secure-samskrift\.session_token=.*Secure/);
    expect(secure.headers.get('strict-transport-security')).toContain('max-age');
    expect((await (await tls.login('anna-lindqvist')).get('/api/mig')).status).toBe(200);
    await tls.close();
  });

  it('[H15] a body too large is refused, by its announced length and by its real one', async () => {
    const headers = { 'content-type': 'application/json', origin: ORIGIN };
    const big = JSON.stringify({ dnr: 'KUN 2026/1', titel: 'x'.repeat(70_000), namndId: 'kulturnamnden' });
    expect(await felOf(await ask('/api/arenden', { method: 'POST', headers, body: big }))).toMatchObject({
      status: 413,
      fel: 'forStor',
    });
    const stream = new Blob([big]).stream();
    const streamed = await ask('/api/arenden', {
      method: 'POST',
      headers,
      body: stream,
      duplex: 'half',
    } as RequestInit);
    expect(await felOf(streamed)).toMatchObject({ status: 413, fel: 'forStor' });
    const huge = new Blob(['x'.repeat(9_000_000)]);
    const text = await ask('/api/arenden/konstrunda/handlingar', { method: 'POST', headers, body: huge });
    expect(text.status).toBe(413);
  });

  it('[H16] every refusal has one shape and a Swedish sentence: unknown routes, broken JSON, wrong fields, no type', async () => {
    const browser = await bed.login('maja-nilsson');
    const cookie = (await loginCookie()) ?? '';
    const post = (body: string, type = 'application/json') =>
      ask('/api/arenden', { method: 'POST', headers: { cookie, origin: ORIGIN, 'content-type': type }, body });
    const answers = [
      await browser.get('/api/finns-inte'),
      await browser.send('DELETE', '/api/mig'),
      await post('{'),
      await post('[]'),
      await post('{}'),
      await post('dnr=1', 'application/x-www-form-urlencoded'),
      await ask('/api/mig'),
      await ask('/api/auth/sign-up/email', { method: 'POST', headers: { origin: ORIGIN }, body: '{}' }),
    ];
    for (const answer of answers) {
      const { status, fel, meddelande } = await felOf(answer);
      expect([400, 401, 404]).toContain(status);
      expect(fel).toMatch(/^[a-zA-Z]+$/);
      expect(meddelande).toMatch(/^\p{Lu}.*\.$/u);
      expect(meddelande).not.toMatch(/invalid|expected|required/i);
    }
  });

  it('[H35] what does not fit a form is told by its field, in Swedish to the last word', async () => {
    const ulla = await bed.login('ulla-berglund');
    const maja = await bed.login('maja-nilsson');
    const path = '/api/arenden/konstrunda/handlingar';
    const told = async (answer: Response) => (await felOf(answer)).meddelande;
    const ids = Array.from({ length: 501 }, () => 'x');
    expect(await told(await maja.send('POST', path, { typ: [] }))).toMatch(
      /^Fältet «typ» ska vara något av tjansteutlatande, /,
    );
    expect(await told(await maja.send('POST', path, []))).toBe('Uppgifterna ska vara ett objekt.');
    expect(await told(await maja.send('POST', '/api/synliga', { ids: 'x' }))).toBe('Fältet «ids» ska vara en lista.');
    expect(await told(await maja.send('POST', '/api/synliga', { ids: [1] }))).toBe('Fältet «ids.0» ska vara text.');
    expect(await told(await maja.send('POST', '/api/synliga', { ids }))).toBe(
      'Fråga om högst 500 handlingar åt gången.',
    );
    expect(await told(await maja.get('/api/akter?hoppa=-1'))).toBe('Fältet «hoppa» ska vara minst 0.');
    const personer = `/api/personer?sok=${'a'.repeat(101)}`;
    expect(await told(await maja.get(personer))).toBe('Fältet «sok» ska ha högst 100 tecken.');
    expect(await told(await ulla.send('POST', '/api/admin/namnder', { namn: 'Ny', id: 'x' }))).toBe(
      'Uppgifterna har ett fält som inte finns: id.',
    );
    expect(await told(await ulla.send('POST', '/api/admin/namnder', {}))).toBe('Fältet «namn» saknas.');
  });

  it('[H17] the description lists every route there is, with all its answers', async () => {
    const description = (await (await ask('/api/openapi.json')).json()) as OpenApi;
    const listed = Object.entries(description.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const real = bed.services.app.routes
      .filter(({ method, path }) => method !== 'ALL' && !path.includes('*') && !path.startsWith('/api/docs'))
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`)
      .filter((route) => route !== 'GET /api/openapi.json');
    expect(new Set(real).size).toBeGreaterThan(15);
    for (const route of real) expect(listed).toContain(route);
    for (const methods of Object.values(description.paths)) {
      for (const route of Object.values(methods)) {
        expect(route.summary).toBeTruthy();
        expect(Object.keys(route.responses).length).toBeGreaterThan(0);
      }
    }
  });

  it('[H18] the page of the API has no script of its own, and what it loads is there', async () => {
    const page = await (await ask('/api/docs')).text();
    expect(page).not.toMatch(/<script(?![^>]*src=)/);
    for (const [, path] of page.matchAll(/(?:src|href)="([^"]+)"/g)) {
      expect((await ask(path ?? '')).status).toBe(200);
    }
  });

  it('[H19] hashed files are kept for ever, the shell and the service worker are asked for again', async () => {
    const cached = async (path: string) => (await ask(path)).headers.get('cache-control');
    expect(await cached('/assets/index-Bx3_9aQz.js')).toBe('public, max-age=31536000, immutable');
    expect(await cached('/')).toBe('no-cache');
    expect(await cached('/index.html')).toBe('no-cache');
    expect(await cached('/sw.js')).toBe('no-cache');
  });

  it('[H31] a file goes compressed to whoever takes it so, and as it is to others', async () => {
    const path = '/assets/index-Bx3_9aQz.js';
    const short = await ask(path, { headers: { 'accept-encoding': 'gzip, deflate, br' } });
    expect(short.headers.get('content-encoding')).toBe('br');
    expect(short.headers.get('vary')).toBe('Accept-Encoding');
    expect(short.headers.get('content-type')).toMatch('javascript');
    expect(short.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(brotliDecompressSync(await short.bytes()).toString()).toBe('export {};');
    const whole = await ask(path, { headers: { 'accept-encoding': 'gzip' } });
    expect(whole.headers.get('content-encoding')).toBe(null);
    expect(await whole.text()).toBe('export {};');
  });

  it('[H20] an address of the app answers with the shell where a page was asked for, and nothing else does', async () => {
    const html = { accept: 'text/html,*/*' };
    expect(await (await ask('/arenden/konstrunda', { headers: html })).text()).toContain('<title>Samskrift');
    expect((await ask('/arenden/konstrunda')).status).toBe(404);
    expect((await ask('/assets/borta-12345678.js')).status).toBe(404);
    expect((await ask('/api/finns-inte', { headers: html })).headers.get('content-type')).toContain('json');
    const write = await ask('/arenden', { method: 'POST', headers: { ...html, origin: ORIGIN } });
    expect(write.status).toBe(404);
    expect((await ask('/..%2f..%2fpackage.json')).status).toBe(404);
  });

  it('[H21] no log line holds words of a text, a title, a search, an id of a handling or a cookie', async () => {
    const browser = await bed.login('lina-moberg');
    await browser.get('/api/handlingar/bokbuss-reservation');
    await browser.get('/api/personer?sok=Wikander');
    await browser.send('PATCH', '/api/handlingar/bokbuss-reservation', { titel: 'Bokbussen räddas' });
    const text = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Kaprifolen' }] }] };
    await browser.send('POST', '/api/arenden/biblioteksplan/handlingar', {
      typ: 'reservation',
      mall: 'reservation',
      titel: 'Rabarber',
      agare: { typ: 'partigrupp', id: 'landsbygdslistan' },
      text,
    });
    await browser.send('POST', '/api/handlingar/bokbuss-reservation/justera');
    await browser.send('POST', '/api/auth/sign-in/email', { email: 'x', password: 'y', callbackURL: 'Rabarber' });
    const lines = bed.log.join('');
    expect(bed.log.length).toBeGreaterThan(10);
    for (const word of [
      'okbuss',
      'Wikander',
      'Kaprifolen',
      'Rabarber',
      'session_token',
      'landsbygdslistan',
      'lina-moberg',
    ]) {
      expect(lines).not.toContain(word);
    }
    for (const line of bed.log) expect(JSON.parse(line)).toHaveProperty('msg');
  });

  it('[H22] metrics name no handling and no person', async () => {
    const text = await (await ask('/metrics')).text();
    for (const name of [
      'rooms',
      'sockets',
      'updates_in_total',
      'commit_seconds_bucket',
      'bytes_out_total',
      'refused_total',
    ]) {
      expect(text).toContain(`samskrift_${name}`);
    }
    bed.services.metrics.refused('readOnly');
    const counted = await (await ask('/metrics')).text();
    expect(counted).toContain('samskrift_refused_total{reason="readOnly"} 1');
    expect(counted).not.toMatch(/utlatande|lina-moberg|anna-lindqvist/);
  });

  it('[H23] readyz is red when the database does not answer, and healthz is not', async () => {
    const broken = await openAppBed();
    await broken.services.rooms.close();
    await broken.services.close();
    const browser = broken.browser();
    const ready = await browser.get('/readyz');
    expect([ready.status, await ready.json()]).toEqual([503, { status: 'lagringsfel' }]);
    expect((await browser.get('/healthz')).status).toBe(200);
    expect(await felOf(await browser.get('/api/mig'))).toMatchObject({ status: 401 });
    rmSync(broken.dataDir, { recursive: true });
  });

  async function loginCookie() {
    const headers = { 'content-type': 'application/json', origin: ORIGIN };
    const body = JSON.stringify({ personId: 'maja-nilsson' });
    const answer = await ask('/api/auth/demo/logga-in', { method: 'POST', headers, body });
    return answer.headers.getSetCookie()[0]?.split(';')[0];
  }
});

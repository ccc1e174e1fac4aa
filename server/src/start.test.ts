import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { CLOSE, encodeExtension, LIMITS, SCHEMA_VERSION } from '@samskrift/shared';
import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { type Running, start } from './start.ts';
import { syncMessage } from './sync/messages.ts';

/** HTTP and rooms on one port, as they are put together. */
describe('a started server', () => {
  const undo: (() => Promise<void> | void)[] = [];
  afterEach(async () => {
    for (const one of undo.splice(0).reverse()) await one();
  });

  async function started(): Promise<{ server: Running; dataDir: string; stop: () => Promise<void> }> {
    const dataDir = mkdtempSync(join(tmpdir(), 'samskrift-start-'));
    const server = await start(
      {
        host: '127.0.0.1',
        port: 0,
        dataDir,
        demo: true,
        secret: null,
        masterKey: null,
        publicUrl: null,
        mail: null,
        oidc: null,
        trustProxy: 0,
        sessions: { idleHours: 12, maxDays: 7 },
        logLevel: 'silent',
        limits: LIMITS,
      },
      pino({ level: 'silent' }),
    );
    let stopping: Promise<void> | null = null;
    const stop = () => (stopping ??= server.stop());
    undo.push(() => rmSync(dataDir, { recursive: true }), stop);
    return { server, dataDir, stop };
  }

  function post(server: Running, path: string, cookie: string, body: object): Promise<Response> {
    const headers = { origin: server.url.origin, 'content-type': 'application/json', cookie };
    return fetch(new URL(path, server.url), { method: 'POST', headers, body: JSON.stringify(body) });
  }

  async function login(server: Running, personId: string): Promise<string> {
    const answer = await post(server, '/api/auth/demo/logga-in', '', { personId });
    return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  }

  async function socket(
    server: Running,
    cookie: string,
    query = '',
    handling = 'konstrunda-utlatande',
  ): Promise<WebSocket> {
    const url = new URL(`/sync/${handling}${query}`, server.url);
    url.protocol = 'ws:';
    const made = new WebSocket(url, { headers: { cookie, origin: server.url.origin } });
    await once(made, 'open');
    return made;
  }

  it('[A6] signing out closes the session’s sockets at once, and no other session’s', async () => {
    const { server } = await started();
    const one = await login(server, 'anna-lindqvist');
    const other = await login(server, 'anna-lindqvist');
    const ended = await socket(server, one);
    const kept = await socket(server, other);
    const closed = once(ended, 'close');
    expect((await post(server, '/api/auth/sign-out', one, {})).status).toBe(200);
    expect((await closed)[0]).toBe(CLOSE.unauthenticated);
    expect(kept.readyState).toBe(WebSocket.OPEN);
    expect((await fetch(new URL('/api/mig', server.url), { headers: { cookie: one } })).status).toBe(401);
  });

  it('[A19] a blocked person’s sockets close at once, and nobody else’s', async () => {
    const { server } = await started();
    const blocked = await socket(server, await login(server, 'anna-lindqvist'));
    const kept = await socket(server, await login(server, 'karim-haddad'));
    const closed = once(blocked, 'close');
    const cookie = await login(server, 'ulla-berglund');
    const url = new URL('/api/admin/konton/anna-lindqvist/sparr', server.url);
    const since = performance.now();
    expect((await fetch(url, { method: 'PUT', headers: { origin: server.url.origin, cookie } })).status).toBe(200);
    expect((await closed)[0]).toBe(CLOSE.unauthenticated);
    expect(performance.now() - since).toBeLessThan(1_000);
    expect(kept.readyState).toBe(WebSocket.OPEN);
  });

  it('[A18] a chosen password closes the sockets of the person’s other sessions', async () => {
    const { server } = await started();
    const open = await socket(server, await login(server, 'anna-lindqvist'));
    const closed = once(open, 'close');
    const cookie = await login(server, 'ulla-berglund');
    const made = await post(server, '/api/admin/konton/anna-lindqvist/lank', cookie, {});
    const { lank } = (await made.json()) as { lank: string };
    const kod = new URL(lank).searchParams.get('kod');
    const chosen = await post(server, '/api/losenord', '', { kod, losenord: 'ett nytt och långt lösenord' });
    expect(chosen.status).toBe(200);
    expect((await closed)[0]).toBe(CLOSE.unauthenticated);
  });

  it('[H14] a delning that is withdrawn closes the socket it gave', async () => {
    const { server } = await started();
    const owner = await login(server, 'karim-haddad');
    const guest = await login(server, 'lina-moberg');
    const path = '/api/handlingar/konstrunda-utlatande/delningar/lina-moberg';
    const headers = { origin: server.url.origin, 'content-type': 'application/json', cookie: owner };
    const url = new URL(path, server.url);
    await fetch(url, { method: 'PUT', headers, body: JSON.stringify({ ratt: 'skriva' }) });
    const open = await socket(server, guest);
    const closed = once(open, 'close');
    await fetch(url, { method: 'DELETE', headers });
    expect((await closed)[0]).toBe(CLOSE.notFound);
  });

  it('[SA5] a group that leaves a joint text is out of it within a second; what it wrote stays with the rest', async () => {
    const { server } = await started();
    const cookies = await Promise.all(['asa-wikander', 'stina-falk', 'goran-ek'].map((one) => login(server, one)));
    const [asa = '', stina = '', goran = ''] = cookies;
    const path = '/api/handlingar/bokbuss-reservation/samarbete';
    const send = async (cookie: string, method: string, more: string, body?: object) => {
      const headers = { origin: server.url.origin, 'content-type': 'application/json', cookie };
      const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) };
      expect((await fetch(new URL(`${path}${more}`, server.url), init)).ok).toBe(true);
    };
    const join = (cookie: string) => socket(server, cookie, `?ext=1&schema=${SCHEMA_VERSION}`, 'bokbuss-reservation');
    await send(asa, 'POST', '', { grupper: ['bjorkvikspartiet'] });
    const early = await join(goran);
    expect((await once(early, 'close'))[0]).toBe(CLOSE.notFound);
    await send(stina, 'PUT', '/svar', { svar: 'ja' });

    const theirs = await join(goran);
    const saved = new Promise<void>((resolve) => {
      const wanted = Buffer.from(encodeExtension({ type: 'saved', count: 1 }));
      theirs.on('message', (data: Buffer) => data.includes(wanted) && resolve());
    });
    const doc = new Y.Doc();
    doc.getText('anteckning').insert(0, 'Görans ord');
    theirs.send(syncMessage('update', Y.encodeStateAsUpdate(doc)));
    await saved;
    const ours = await join(asa);
    const closed = once(theirs, 'close');
    const since = performance.now();
    await send(stina, 'DELETE', '/bjorkvikspartiet');
    expect((await closed)[0]).toBe(CLOSE.notFound);
    expect(performance.now() - since).toBeLessThan(1_000);
    expect(ours.readyState).toBe(WebSocket.OPEN);
    expect((await once(await join(goran), 'close'))[0]).toBe(CLOSE.notFound);
    const text = new Promise<void>((resolve) => {
      ours.on('message', (data: Buffer) => data.includes('Görans ord') && resolve());
    });
    ours.send(syncMessage('step1', Y.encodeStateVector(new Y.Doc())));
    await text;
  });

  it('[F4] readyz is red from a failed commit to the next that succeeds, and everything is saved then', async () => {
    const { server, dataDir } = await started();
    const ready = async () => (await fetch(new URL('/readyz', server.url))).status;
    const database = new DatabaseSync(join(dataDir, 'samskrift.db'));
    const writer = await socket(server, await login(server, 'karim-haddad'), `?ext=1&schema=${SCHEMA_VERSION}`);
    const told = (message: Parameters<typeof encodeExtension>[0]) =>
      new Promise<void>((resolve) => {
        writer.on('message', (data: Buffer) => data.equals(encodeExtension(message)) && resolve());
      });
    const failing = told({ type: 'storage', ok: false });
    const back = told({ type: 'storage', ok: true });
    const saved = told({ type: 'saved', count: 1 });
    expect(await ready()).toBe(200);
    database.exec("CREATE TRIGGER full BEFORE INSERT ON journal BEGIN SELECT raise(ABORT, 'the disk is full'); END");
    const doc = new Y.Doc();
    doc.getXmlFragment('text').insert(0, [new Y.XmlText('ord')]);
    writer.send(syncMessage('update', Y.encodeStateAsUpdate(doc)));
    await failing;
    expect(await ready()).toBe(503);
    database.exec('DROP TRIGGER full');
    database.close();
    await Promise.all([back, saved]);
    expect(await ready()).toBe(200);
  });

  it('[C13] stopping tells sockets that the server restarts, and does not wait for one that never answers', async () => {
    const { server, stop } = await started();
    const cookie = await login(server, 'anna-lindqvist');
    const polite = await socket(server, cookie);
    const told = once(polite, 'close');
    const silent = request(new URL('/sync/konstrunda-utlatande', server.url), {
      headers: {
        cookie,
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': Buffer.alloc(16).toString('base64'),
      },
    });
    silent.end();
    const [, raw] = await once(silent, 'upgrade');
    raw.on('error', () => undefined);
    const since = performance.now();
    await stop();
    expect(performance.now() - since).toBeLessThan(4_500);
    expect((await told)[0]).toBe(CLOSE.serverRestarts);
  });
});

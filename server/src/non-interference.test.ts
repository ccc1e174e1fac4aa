import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HandlingSchema, LIMITS, readExtension, SCHEMA_VERSION } from '@samskrift/shared';
import * as decoding from 'lib0/decoding';
import { pino } from 'pino';
import { afterEach, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { start } from './start.ts';
import { syncMessage } from './sync/messages.ts';

const ARENDE = '/api/arenden/biblioteksplan';
const TEXT = 'biblioteksplan-utlatande';
const OUTSIDERS = ['maja-nilsson', 'goran-ek', 'anna-lindqvist', 'per-ostberg', 'ulla-berglund'];
const undo: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const one of undo.splice(0).reverse()) await one();
});

/** A whole server of its own, and people who use it. */
class World {
  readonly log: string[] = [];
  readonly #cookies = new Map<string, string>();
  readonly #url: URL;

  private constructor(url: URL, log: string[]) {
    this.#url = url;
    this.log = log;
  }

  static async open(): Promise<World> {
    const dataDir = mkdtempSync(join(tmpdir(), 'samskrift-world-'));
    const log: string[] = [];
    const config = { host: '127.0.0.1', port: 0, dataDir, demo: true, secret: null, publicUrl: null, mail: null };
    const others = { oidc: null, trustProxy: 0, sessions: { idleHours: 12, maxDays: 7 } };
    const logger = pino({ level: 'trace' }, { write: (line: string) => void log.push(line) });
    const server = await start({ ...config, ...others, logLevel: 'trace', limits: LIMITS }, logger);
    undo.push(
      () => rmSync(dataDir, { recursive: true }),
      () => server.stop(),
    );
    const world = new World(server.url, log);
    // That somebody logs in is told to administrators; it is the same in both worlds.
    for (const person of [...OUTSIDERS, 'olle-hedman', 'lina-moberg']) await world.login(person);
    return world;
  }

  async ask(personId: string, method: string, path: string, body?: object): Promise<Response> {
    const headers = {
      origin: this.#url.origin,
      'content-type': 'application/json',
      cookie: await this.login(personId),
    };
    const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) };
    return fetch(new URL(path, this.#url), init);
  }

  async login(personId: string): Promise<string> {
    const known = this.#cookies.get(personId);
    if (known !== undefined) return known;
    const headers = { origin: this.#url.origin, 'content-type': 'application/json' };
    const url = new URL('/api/auth/demo/logga-in', this.#url);
    const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ personId }) });
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    this.#cookies.set(personId, cookie);
    return cookie;
  }

  async socket(personId: string, handling: string): Promise<WebSocket> {
    const url = new URL(`/sync/${handling}?ext=1&schema=${SCHEMA_VERSION}`, this.#url);
    url.protocol = 'ws:';
    const made = new WebSocket(url, { headers: { cookie: await this.login(personId), origin: this.#url.origin } });
    await once(made, 'open');
    return made;
  }

  /** Writes so many letters, each once the one before is saved, so that each is a commit of its own. */
  async write(personId: string, handling: string, letters: number, clientId: number): Promise<WebSocket> {
    const socket = await this.socket(personId, handling);
    const doc = new Y.Doc();
    doc.clientID = clientId;
    for (let letter = 1; letter <= letters; letter++) {
      const before = Y.encodeStateVector(doc);
      doc.getText('anteckning').insert(0, 'ö');
      const saved = savedUpTo(socket, letter);
      socket.send(syncMessage('update', Y.encodeStateAsUpdate(doc, before)));
      await saved;
    }
    return socket;
  }
}

function savedUpTo(socket: WebSocket, count: number): Promise<void> {
  return new Promise((resolve) => {
    const hear = (data: Buffer): void => {
      const decoder = decoding.createDecoder(data);
      const message = readExtension(decoding.readVarUint(decoder), decoder);
      if (message?.type !== 'saved' || message.count < count) return;
      socket.off('message', hear);
      resolve();
    };
    socket.on('message', hear);
  });
}

/** What differs between two servers though nothing has been done differently: times, their own ids, their ports. */
function plain(text: string): string {
  return text
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID')
    .replaceAll(/127\.0\.0\.1:\d+/g, 'HOST')
    .replaceAll(/"(time|ms|pid|hostname)":("[^"]*"|[\d.]+)/g, '"$1":0');
}

/** Everything an outsider can find out, in words that can be compared. */
async function observed(world: World, secretId: string): Promise<string[]> {
  const seen: string[] = [];
  const note = async (name: string, answer: Response): Promise<void> => {
    const headers = [...answer.headers.keys()].sort().join(' ');
    seen.push(
      plain(`${name} ${answer.status} ${headers} ${answer.headers.get('content-length')} ${await answer.text()}`),
    );
  };
  for (const person of OUTSIDERS) {
    for (const path of [
      '/api/arenden',
      ARENDE,
      '/api/akter',
      '/api/akter.csv',
      '/api/kontroll',
      '/api/personer?sok=e',
      '/api/mig',
    ])
      await note(`${person} ${path}`, await world.ask(person, 'GET', path));
    for (const path of ['', '/delningar', '/tillgang', '/sigill', '/sigill/tillstand'])
      await note(`${person} secret${path}`, await world.ask(person, 'GET', `/api/handlingar/${secretId}${path}`));
    const guess = { titel: 'Gissad' };
    await note(`${person} patch`, await world.ask(person, 'PATCH', `/api/handlingar/${secretId}`, guess));
    // Refused for its form before anybody has looked whether the handling is there.
    await note(`${person} malformed`, await world.ask(person, 'PATCH', `/api/handlingar/${secretId}`, {}));
    const socket = await world.socket(person, secretId);
    const [code, reason] = (await once(socket, 'close')) as [number, Buffer];
    seen.push(`${person} socket ${code} ${reason}`);
  }
  const metrics = await (await world.ask('maja-nilsson', 'GET', '/metrics')).text();
  // How long a commit took is the disk's; how many there were is told by their count.
  const ours = metrics.split('\n').filter((line) => line.startsWith('samskrift_') && !/_bucket|_sum/.test(line));
  seen.push(...ours);
  return seen;
}

/** What both servers' people do in the open. Returns the sockets, to be kept open. */
async function everyday(world: World): Promise<void> {
  await world.ask('anna-lindqvist', 'GET', `/api/handlingar/${TEXT}`);
  const anna = await world.write('anna-lindqvist', TEXT, 3, 1001);
  undo.push(() => anna.terminate());
}

it('[U8] a secret draft that is made, shared and written changes nothing that anybody outside can observe', async () => {
  const [secret, quiet] = [await World.open(), await World.open()];
  await everyday(quiet);

  const made = await secret.ask('olle-hedman', 'POST', `${ARENDE}/handlingar`, {
    typ: 'reservation',
    mall: 'reservation',
    titel: 'Hemligt om bokbussen',
    agare: { typ: 'partigrupp', id: 'landsbygdslistan' },
  });
  const { id } = HandlingSchema.parse(await made.json());
  const olle = await secret.write('olle-hedman', id, 5, 2001);
  undo.push(() => olle.terminate());
  await everyday(secret);
  for (const [method, path, body] of [
    ['GET', ''],
    ['PATCH', '', { titel: 'Hemligare om bokbussen' }],
    ['PUT', '/delningar/lina-moberg', { ratt: 'skriva' }],
    ['GET', '/tillgang'],
    ['DELETE', '/delningar/lina-moberg'],
  ] as const)
    expect((await secret.ask('olle-hedman', method, `/api/handlingar/${id}${path}`, body)).ok).toBe(true);
  const lina = await secret.write('lina-moberg', id, 2, 2002);
  undo.push(() => lina.terminate());

  const invented = '3f2c8a50-7c1e-4f06-9a51-2d6f0e8b7c11';
  expect(await observed(secret, id)).toEqual(await observed(quiet, invented));
  expect(secret.log.map(plain)).toEqual(quiet.log.map(plain));
});

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
const OFFICERS = ['maja-nilsson', 'anna-lindqvist', 'per-ostberg', 'ulla-berglund', 'petra-soder'];
const INVITED = ['goran-ek', 'sofia-berg'];
const THIRD = ['vera-holm'];
const OUTSIDERS = [...OFFICERS, ...INVITED, ...THIRD];
const INSIDERS = ['olle-hedman', 'lina-moberg', 'asa-wikander', 'stina-falk', 'henrik-dahl', 'nils-akerman'];
const INVENTED = '3f2c8a50-7c1e-4f06-9a51-2d6f0e8b7c11';
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
    const others = { masterKey: null, oidc: null, trustProxy: 0, sessions: { idleHours: 12, maxDays: 7 } };
    const logger = pino({ level: 'trace' }, { write: (line: string) => void log.push(line) });
    const server = await start({ ...config, ...others, logLevel: 'trace', limits: LIMITS }, logger);
    undo.push(
      () => rmSync(dataDir, { recursive: true }),
      () => server.stop(),
    );
    const world = new World(server.url, log);
    // That somebody logs in is told to administrators; it is the same in both worlds.
    for (const person of [...OUTSIDERS, ...INSIDERS]) await world.login(person);
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
async function observed(world: World, secretId: string, outsiders: readonly string[]): Promise<string[]> {
  const seen: string[] = [];
  const note = async (name: string, answer: Response): Promise<void> => {
    const headers = [...answer.headers.keys()].sort().join(' ');
    seen.push(
      plain(`${name} ${answer.status} ${headers} ${answer.headers.get('content-length')} ${await answer.text()}`),
    );
  };
  for (const person of outsiders) {
    for (const path of [
      '/api/arenden',
      ARENDE,
      '/api/akter',
      '/api/akter.csv',
      '/api/kontroll',
      `${ARENDE}/tidslinje`,
      '/api/inbjudningar',
      '/api/sok?q=hemligt',
      '/api/personer?sok=e',
      '/api/mig',
    ])
      await note(`${person} ${path}`, await world.ask(person, 'GET', path));
    for (const path of [
      ...['', '/delningar', '/tillgang', '/sigill', '/sigill/tillstand'],
      ...['/samarbete', '/slaktskap', '/ursprungstext', '/mottagare'],
    ])
      await note(`${person} secret${path}`, await world.ask(person, 'GET', `/api/handlingar/${secretId}${path}`));
    const copies = { ids: [secretId, TEXT, ARENDE] };
    await note(`${person} synliga`, await world.ask(person, 'POST', '/api/synliga', copies));
    const guess = { titel: 'Gissad' };
    await note(`${person} patch`, await world.ask(person, 'PATCH', `/api/handlingar/${secretId}`, guess));
    for (const [method, path, body] of [
      ['POST', '/samarbete', { grupper: ['kustpartiet'] }],
      ['PUT', '/samarbete/svar', { svar: 'ja' }],
      ['DELETE', '/samarbete', undefined],
      ['DELETE', '/samarbete/kustpartiet', undefined],
    ] as const)
      await note(
        `${person} ${method} ${path}`,
        await world.ask(person, method, `/api/handlingar/${secretId}${path}`, body),
      );
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

/** A group's new handling; its id. */
async function draft(world: World): Promise<string> {
  const made = await world.ask('olle-hedman', 'POST', `${ARENDE}/handlingar`, {
    typ: 'reservation',
    mall: 'reservation',
    titel: 'Hemligt om bokbussen',
    agare: { typ: 'partigrupp', id: 'landsbygdslistan' },
  });
  return HandlingSchema.parse(await made.json()).id;
}

it('[U8] a secret draft that is made, shared and written changes nothing that anybody outside can observe', async () => {
  const [secret, quiet] = [await World.open(), await World.open()];
  await everyday(quiet);

  const id = await draft(secret);
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
  expect(await (await secret.ask('olle-hedman', 'POST', '/api/synliga', { ids: [id] })).text()).toContain(id);
  const lina = await secret.write('lina-moberg', id, 2, 2002);
  undo.push(() => lina.terminate());

  expect(await observed(secret, id, OUTSIDERS)).toEqual(await observed(quiet, INVENTED, OUTSIDERS));
  expect(secret.log.map(plain)).toEqual(quiet.log.map(plain));
});

it('[SA7] an invitation, a joint text and the copies of a party change nothing that a third group, an officer or the administrator can observe', async () => {
  const [secret, quiet] = [await World.open(), await World.open()];
  await everyday(quiet);
  const id = await draft(secret);
  const path = `/api/handlingar/${id}`;
  const does = async (person: string, method: string, more: string, body?: object) =>
    expect((await secret.ask(person, method, `${path}${more}`, body)).ok, `${person} ${method} ${more}`).toBe(true);
  const till = [{ gruppId: 'landsbygdslistan-fritid', arendeId: 'landsbygd-fritid' }];
  await does('henrik-dahl', 'POST', '/kopior', { titel: 'Hemligt om bussen', till });
  await does('olle-hedman', 'POST', '/samarbete', { grupper: ['bjorkvikspartiet'] });
  await everyday(secret);
  // Those invited too, but for who is asked.
  expect(await observed(secret, id, OUTSIDERS)).toEqual(await observed(quiet, INVENTED, OUTSIDERS));

  await does('stina-falk', 'PUT', '/samarbete/svar', { svar: 'ja' });
  await does('asa-wikander', 'PUT', '/samarbete/svar', { svar: 'ja' });
  for (const member of INVITED) await does(member, 'PATCH', '', { titel: `Hemligt av ${member}` });
  const goran = await secret.write('goran-ek', id, 3, 2003);
  const olle = await secret.write('olle-hedman', id, 3, 2004);
  undo.push(
    () => goran.terminate(),
    () => olle.terminate(),
  );
  for (const more of ['/samarbete', '/slaktskap', '/tillgang']) await does('sofia-berg', 'GET', more);
  const others = [...OFFICERS, ...THIRD];
  expect(await observed(secret, id, others)).toEqual(await observed(quiet, INVENTED, others));

  await does('stina-falk', 'DELETE', '/samarbete/bjorkvikspartiet');
  expect(await observed(secret, id, OUTSIDERS)).toEqual(await observed(quiet, INVENTED, OUTSIDERS));
  expect(secret.log.map(plain)).toEqual(quiet.log.map(plain));
});

it('[Y16] what a group hands in tells nothing of how its draft came to be', async () => {
  const [long, short] = [await World.open(), await World.open()];
  const handIn = async (world: World, titel: string) => {
    const made = await world.ask('olle-hedman', 'POST', `${ARENDE}/handlingar`, {
      typ: 'reservation',
      mall: 'reservation',
      titel,
      agare: { typ: 'partigrupp', id: 'landsbygdslistan' },
      text: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Bussen är kvar.' }] }] },
    });
    return HandlingSchema.parse(await made.json()).id;
  };
  await everyday(short);
  const straight = await handIn(short, 'Om bussen');

  const draft = await handIn(long, 'Ett utkast med ett annat namn');
  const lina = await long.write('lina-moberg', draft, 5, 2101);
  undo.push(() => lina.terminate());
  await everyday(long);
  const path = `/api/handlingar/${draft}`;
  for (const titel of ['Ännu ett namn', 'Om bussen'])
    expect((await long.ask('lina-moberg', 'PATCH', path, { titel })).ok).toBe(true);
  expect((await long.ask('lina-moberg', 'POST', `${path}/inlamning`, {})).status).toBe(403);

  const copies = new Map<World, string>();
  for (const [world, id] of [
    [short, straight],
    [long, draft],
  ] as const) {
    const answer = await world.ask('olle-hedman', 'POST', `/api/handlingar/${id}/inlamning`, {});
    expect(answer.status).toBe(201);
    copies.set(world, HandlingSchema.parse(await answer.json()).id);
  }
  const shown = async (world: World) => {
    const id = copies.get(world) ?? '';
    const answers = [''];
    for (const person of ['maja-nilsson', 'goran-ek', 'anna-lindqvist'])
      for (const more of ['', '/kvitto', '/tillgang', '/delningar'])
        answers.push(plain(await (await world.ask(person, 'GET', `/api/handlingar/${id}${more}`)).text()));
    answers.push(plain(await (await world.ask('maja-nilsson', 'GET', '/api/inkommet')).text()));
    answers.push(plain(await (await world.ask('maja-nilsson', 'GET', `${ARENDE}/tidslinje`)).text()));
    return [...answers, ...(await observed(world, world === long ? draft : straight, OUTSIDERS))];
  };
  const told = await shown(long);
  expect(told).toEqual(await shown(short));
  expect(told.join('\n')).toContain('Bussen är kvar.');
  expect(long.log.map(plain)).toEqual(short.log.map(plain));
});

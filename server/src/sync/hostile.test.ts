import { once } from 'node:events';
import { connect } from 'node:net';
import { CLOSE, SCHEMA_VERSION } from '@samskrift/shared';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import * as Y from 'yjs';
import { storedWords, writtenDocument } from '../store/contract.ts';
import { createMemoryStore } from '../store/memory-store.ts';
import { awarenessMessage, syncMessage } from './messages.ts';
import { RawClient } from './raw-client.ts';
import { HANDLING, ORIGIN, openTestbed, type Testbed } from './testbed.ts';

const FUZZ_MESSAGES = 100_000;
const SEED = 20_261_122;

describe('a hostile client', () => {
  let testbed: Testbed;
  afterEach(() => testbed.close());

  async function bed(): Promise<void> {
    testbed = await openTestbed(createMemoryStore(), {
      updatesPerSecond: 1e9,
      updateBurst: 1e9,
      socketsPerPersonAndRoom: 500,
    });
    await testbed.store.create(HANDLING, writtenDocument([]).seed);
    for (const person of ['elsa', 'mikael', 'ond']) testbed.gate.share(HANDLING, person, 'skriva');
    testbed.gate.share(HANDLING, 'lisa', 'lasa');
  }
  const join = (person: string, plain = false) => RawClient.open(testbed.url, HANDLING, { person, plain });
  const update = (word: string) => Y.mergeUpdates(writtenDocument([word]).updates);

  it('[X1] each kind of nonsense closes its socket with malformed', async () => {
    await bed();
    const huge = [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f];
    const whole = syncMessage('update', update('ord'));
    const nonsense: (Uint8Array | string)[] = [
      new Uint8Array(),
      'text',
      Uint8Array.from([99]),
      Uint8Array.from([2, 0]),
      Uint8Array.from([0, 3, 0]),
      Uint8Array.from([0, 2, ...huge]),
      Uint8Array.from([0, 0, 2, 1, 1]),
      Uint8Array.from([1, ...huge]),
      Uint8Array.from([0x80, 0, 2, 2, 0, 0]),
      whole.slice(0, -1),
      Uint8Array.from([...whole, 0]),
      syncMessage('update', Uint8Array.from([1, 1, 1, 0, 9, 1, 1, 97, 1, 120, 118, 0, 0])),
      syncMessage('step2', Uint8Array.from([1, ...huge, 1, 0])),
      syncMessage('step1', Uint8Array.from(huge)),
    ];
    for (const message of nonsense) {
      const client = await join('ond');
      client.send(message);
      expect(await client.closed(), JSON.stringify(message)).toBe('malformed');
    }
    const { base, tail } = (await testbed.store.load(HANDLING)) ?? { base: new Uint8Array(), tail: [] };
    expect(tail).toEqual([]);
    expect(storedWords(base)).toBe('');
  });

  it('[X2] another’s caret or name closes with forgedAwareness, and the others see nothing of it', async () => {
    await bed();
    const elsa = await join('elsa');
    elsa.send(awarenessMessage([7, 1, '{}']));
    for (const [own, forged] of [
      [20, awarenessMessage([7, 2, '{}'])],
      [21, awarenessMessage([21, 1, '{"user":{"name":"elsa"}}'])],
      [22, awarenessMessage([22, 1, '{"user":{"id":"elsa"}}'])],
    ] as const) {
      const ond = await join('ond');
      ond.send(awarenessMessage([own, 0, '{}']));
      ond.send(forged);
      expect(await ond.closed()).toBe('forgedAwareness');
    }
  });

  it('[X3] no session, no such room, no right to it, and another site’s page are refused', async () => {
    await bed();
    const room = (name: string, person?: string) =>
      RawClient.open(testbed.url, name, person === undefined ? {} : { person });
    expect(await (await room(HANDLING)).closed()).toBe('unauthenticated');
    expect(await (await room('finns-inte', 'elsa')).closed()).toBe('notFound');
    expect(await (await room(HANDLING, 'frammande')).closed()).toBe('notFound');
    const status = (url: string, origin: string) => {
      const { promise, resolve } = Promise.withResolvers<number | undefined>();
      const ws = new WebSocket(url, { headers: { cookie: 'person=elsa', origin } });
      ws.on('unexpected-response', (_request, response) => resolve(response.statusCode));
      ws.on('open', () => resolve(101));
      return promise;
    };
    expect(await status(`${testbed.url}/${HANDLING}`, 'https://ond.example')).toBe(403);
    expect(await status(`${testbed.url}/%2e%2e`, ORIGIN)).toBe(404);
    expect(await status(`${testbed.url}/a/b`, ORIGIN)).toBe(404);
  });

  it('[X3] a room one may not see is not opened: no disk, however slow or broken, tells that it is there', async () => {
    const store = createMemoryStore();
    let loads = 0;
    testbed = await openTestbed({
      ...store,
      load: async () => {
        loads++;
        throw new Error('disk');
      },
    });
    testbed.gate.share(HANDLING, 'elsa', 'skriva');
    const answer = async (room: string, person: string) =>
      (await RawClient.open(testbed.url, room, { person })).closed();
    expect([await answer(HANDLING, 'frammande'), loads]).toEqual(['notFound', 0]);
    expect(await answer('finns-inte', 'frammande')).toBe('notFound');
    expect([await answer(HANDLING, 'elsa'), loads]).toEqual(['loadFailed', 1]);
  });

  it('[X3] an address that is none is no room, and is not logged', async () => {
    await bed();
    const { hostname, port } = new URL(testbed.url);
    for (const address of [`http://[/sync/${HANDLING}`, '//[', '*', '/sync/%']) {
      const socket = connect(Number(port), hostname);
      socket.write(
        `GET ${address} HTTP/1.1\r\nHost: x\r\nCookie: person=elsa\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
      );
      const [answer] = (await once(socket, 'data')) as [Buffer];
      expect(answer.toString()).toContain('404 Not Found');
      socket.destroy();
    }
  });

  it('[X1] a handshake that is none is refused, and leaves no room behind', async () => {
    await bed();
    const { hostname, port } = new URL(testbed.url);
    const socket = connect(Number(port), hostname);
    socket.write(
      `GET /sync/${HANDLING} HTTP/1.1\r\nHost: x\r\nCookie: person=elsa\r\nConnection: Upgrade\r\n` +
        'Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: kort\r\n\r\n',
    );
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toContain('400 Bad Request');
    expect(testbed.metrics.now.rooms).toBe(0);
    socket.destroy();
  });

  it('[X4] another schema version closes with schemaVersion', async () => {
    await bed();
    const old = await RawClient.open(testbed.url, HANDLING, {
      person: 'elsa',
      query: `?ext=1&schema=${SCHEMA_VERSION + 1}`,
    });
    expect(await old.closed()).toBe('schemaVersion');
  });

  it('[R10] a reader may stay and read; what one writes is refused, and a plain client closed', async () => {
    await bed();
    const [lisa, plain, elsa] = [await join('lisa'), await join('lisa', true), await join('elsa')];
    const { seed } = writtenDocument([]);
    for (const reader of [lisa, plain]) reader.send(syncMessage('step2', seed));
    lisa.send(syncMessage('update', update('otillåtet')));
    await lisa.heard('refused');
    expect(lisa.extensions('refused')).toEqual([{ type: 'refused', index: 2, reason: 'readOnly' }]);
    plain.send(syncMessage('update', update('otillåtet')));
    expect(await plain.closed()).toBe('readOnly');
    elsa.send(syncMessage('update', update('tillåtet')));
    await elsa.heard('saved');
    const { tail } = (await testbed.store.load(HANDLING)) ?? { tail: [] };
    expect(storedWords(seed, tail)).toBe('tillåtet');
  });

  it(`[X1] ${FUZZ_MESSAGES} fuzzed messages: the room and the others in it notice nothing, nothing of it is stored`, async () => {
    await bed();
    const [elsa, mikael] = [await join('elsa'), await join('mikael')];
    elsa.send(awarenessMessage([11, 1, '{}']));
    const legitimate = writtenDocument(['räksmörgås', 'och', 'mer']).updates;
    const base = [
      ...legitimate.map((bytes) => syncMessage('update', bytes)),
      syncMessage('step2', Y.mergeUpdates(legitimate)),
      syncMessage('step1', Uint8Array.from([1, 5, 7])),
      awarenessMessage([77, 3, '{"user":{"name":"ond"}}']),
    ];
    // Truncated, lengthened or random: never a whole valid message, so nothing of it may get anywhere.
    const hostile = fc.oneof(
      fc.uint8Array({ maxLength: 60 }).map((bytes) => Uint8Array.from([9, ...bytes])),
      fc.tuple(fc.constantFrom(...base), fc.nat()).map(([bytes, cut]) => bytes.slice(0, cut % bytes.length)),
      fc
        .tuple(fc.constantFrom(...base), fc.uint8Array({ minLength: 1, maxLength: 9 }))
        .map(([b, more]) => Uint8Array.from([...b, ...more])),
      fc
        .tuple(fc.constantFrom(0, 1, 2), fc.uint8Array({ maxLength: 8 }))
        .map(([step, body]) => Uint8Array.from([0, step, 0x7f, ...body])),
      fc.bigInt({ min: 2n ** 53n, max: 2n ** 60n }).map((huge) => Uint8Array.from([0, 2, ...varUint(huge), 1])),
      fc.nat(255).map((client) => awarenessMessage([client, 1, '{"user":{"name":"elsa"}}'])),
    );
    const messages = fc.sample(hostile, { numRuns: FUZZ_MESSAGES, seed: SEED });
    const answers = new Map<number, number>();
    // Past the handshake at once: a socket of its own for each message, without the milliseconds TCP takes to open one.
    for (const message of messages) {
      const admission = await testbed.rooms.admit('person=ond', HANDLING);
      if (typeof admission === 'string') throw new RangeError(admission);
      let answer = 0;
      const close = (code: number) => {
        answer = code;
      };
      const socket = { write: () => undefined, backlog: () => 0, close };
      const { peer, room } = admission.enter(socket, false);
      room.receive(peer, message);
      room.leave(peer);
      testbed.metrics.now.sockets--;
      answers.set(answer, (answers.get(answer) ?? 0) + 1);
    }
    for (const message of messages.slice(0, 500)) {
      const ond = await join('ond', true);
      ond.send(message);
      expect(await ond.closed()).toMatch(/^(malformed|forgedAwareness)$/);
    }
    expect([...answers.keys()].sort()).toEqual([CLOSE.malformed, CLOSE.forgedAwareness]);
    const before = elsa.told.length;
    mikael.send(syncMessage('update', update('kvar')));
    await mikael.heard('saved');
    await elsa.until(() => elsa.told.length > before);
    expect(elsa.told.filter((told) => told.kind === 'sync')).toHaveLength(1);
    const stored = await testbed.store.load(HANDLING);
    expect(storedWords(stored?.base ?? new Uint8Array(), stored?.tail)).toBe('kvar');
    expect(stored?.tail).toHaveLength(1);
    expect(testbed.metrics.now.sockets).toBe(2);
  }, 300_000);
});

function varUint(value: bigint): number[] {
  return value < 128n ? [Number(value)] : [Number(value & 127n) | 128, ...varUint(value >> 7n)];
}

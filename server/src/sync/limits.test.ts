import { once } from 'node:events';
import { connect } from 'node:net';
import type { HandlingId, Limits } from '@samskrift/shared';
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { storedWords, writtenDocument } from '../store/contract.ts';
import { createMemoryStore } from '../store/memory-store.ts';
import { awarenessMessage, syncMessage } from './messages.ts';
import { RawClient } from './raw-client.ts';
import { HANDLING, ORIGIN, openTestbed, type Testbed } from './testbed.ts';

describe('the limits of the wire', () => {
  let testbed: Testbed;
  afterEach(() => testbed.close());

  async function bed(limits: Partial<Limits>): Promise<Testbed> {
    testbed = await openTestbed(createMemoryStore(), limits);
    await testbed.store.create(HANDLING, writtenDocument([]).seed);
    for (const person of ['elsa', 'mikael']) testbed.gate.share(HANDLING, person, 'skriva');
    return testbed;
  }
  const join = (person: string) => RawClient.open(testbed.url, HANDLING, { person });
  const stored = async () => {
    const { base, tail } = (await testbed.store.load(HANDLING)) ?? { base: new Uint8Array(), tail: [] };
    return storedWords(base, tail);
  };
  const update = (words: string[]) => Y.mergeUpdates(writtenDocument(words).updates);

  it('[L1] a message over messageBytes closes with its name, and is not stored', async () => {
    await bed({ messageBytes: 2000 });
    const elsa = await join('elsa');
    elsa.send(syncMessage('update', update(['ryms'])));
    await elsa.heard('saved');
    elsa.send(syncMessage('update', update(['x'.repeat(2500)])));
    expect(await elsa.closed()).toBe('messageTooBig');
    expect(await stored()).toBe('ryms');
  });

  it('[L1] a message far over the limit is cut by the websocket itself, unread', async () => {
    await bed({ messageBytes: 2000 });
    const elsa = await join('elsa');
    elsa.send(new Uint8Array(100_000));
    expect(await elsa.closed()).toBe(1009);
  });

  it('[L2] messages faster than allowed close with tooFast, once the burst is used up', async () => {
    await bed({ updatesPerSecond: 1, updateBurst: 20 });
    const elsa = await join('elsa');
    const one = syncMessage('update', update(['ett']));
    for (let i = 0; i < 30; i++) elsa.send(one);
    expect(await elsa.closed()).toBe('tooFast');
  });

  it('[L3] one socket too many of the same person closes with tooMany, another person may come', async () => {
    await bed({ socketsPerPersonAndRoom: 2 });
    const [first] = [await join('elsa'), await join('elsa')];
    expect(await (await join('elsa')).closed()).toBe('tooMany');
    const mikael = await join('mikael');
    await mikael.heard('hello');
    first.close();
    await first.closed();
    await (await join('elsa')).heard('hello');
  });

  it('[L4] a document warns everybody when it is large, and then refuses what is too much, saying so', async () => {
    await bed({ documentWarnBytes: 1200, documentBytes: 2500 });
    const [elsa, mikael] = [await join('elsa'), await join('mikael')];
    const words = (count: number) => syncMessage('update', update([`${'x'.repeat(count)}`]));
    elsa.send(words(1400));
    await Promise.all([elsa.heard('event'), mikael.heard('event')]);
    expect(mikael.extensions('event')[0]?.event).toBe('documentLarge');
    await elsa.heard('saved');
    elsa.send(words(1400));
    await elsa.heard('refused');
    expect(elsa.extensions('refused')).toEqual([{ type: 'refused', index: 2, reason: 'documentTooBig' }]);
    expect(await elsa.closed()).toBe('documentTooBig');
    expect((await stored()).length).toBe(1400);
    mikael.send(words(10));
    await mikael.heard('saved');
  });

  it('[L5] an awareness state over awarenessBytes is malformed, and so are thousands of them', async () => {
    await bed({ awarenessBytes: 100 });
    const elsa = await join('elsa');
    elsa.send(awarenessMessage([1, 1, JSON.stringify({ x: 'y'.repeat(200) })]));
    expect(await elsa.closed()).toBe('malformed');
    const mikael = await join('mikael');
    mikael.send(awarenessMessage(...Array.from({ length: 3000 }, (_, i) => [i, 1, '{}'] as const)));
    expect(await mikael.closed()).toBe('malformed');
  });

  it('[L6] a socket that does not read is cut, and nobody waits for it', async () => {
    await bed({ socketBacklogBytes: 200_000, updatesPerSecond: 1e6, updateBurst: 1e6 });
    const [elsa, mikael] = [await join('elsa'), await join('mikael')];
    const deaf = await rawHandshake(testbed, HANDLING, 'mikael');
    deaf.pause();
    const big = syncMessage('update', update(['x'.repeat(100_000)]));
    let sent = 0;
    // One at a time, so that only the deaf one ever falls behind; the kernel's buffers take the first megabytes.
    while (testbed.refused('tooSlow') === 0) {
      elsa.send(big);
      sent++;
      await mikael.until(() => mikael.told.filter((told) => told.kind === 'sync').length >= sent);
      if (sent > 400) throw new Error('never cut');
    }
    elsa.send(syncMessage('update', update(['kvar'])));
    await elsa.until(() => elsa.extensions('saved').at(-1)?.count === sent + 1);
    deaf.destroy();
  });

  it('[L7] a handshake that the gate does not answer in time ends, and what came before it is never read', async () => {
    await bed({ authenticationMs: 30 });
    const { promise, resolve } = Promise.withResolvers<null>();
    testbed.gate.participant = () => promise;
    const late = await join('elsa');
    expect(await late.closed()).toBe('authenticationTimeout');
    resolve(null);
    expect(await stored()).toBe('');
  });
});

/** A websocket by hand on TCP: what a client that never reads looks like. */
async function rawHandshake(testbed: Testbed, room: HandlingId, person: string) {
  const { hostname, port } = new URL(testbed.url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  socket.write(
    `GET /sync/${room} HTTP/1.1\r\nHost: x\r\nOrigin: ${ORIGIN}\r\nCookie: person=${person}\r\nConnection: Upgrade\r\n` +
      'Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
  );
  await once(socket, 'data');
  return socket;
}

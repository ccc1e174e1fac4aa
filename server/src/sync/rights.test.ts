import { personId, type Ratt } from '@samskrift/shared';
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { storedWords, writtenDocument } from '../store/contract.ts';
import { createMemoryStore } from '../store/memory-store.ts';
import { syncMessage } from './messages.ts';
import { RawClient } from './raw-client.ts';
import { HANDLING, openTestbed, type Testbed } from './testbed.ts';

describe('rights while a socket is open', () => {
  let testbed: Testbed;
  afterEach(() => testbed.close());

  async function bed(): Promise<void> {
    testbed = await openTestbed(createMemoryStore());
    await testbed.store.create(HANDLING, writtenDocument([]).seed);
    for (const person of ['elsa', 'mikael']) testbed.gate.share(HANDLING, person, 'skriva');
  }
  const join = async (person: string, plain = false) => {
    const client = await RawClient.open(testbed.url, HANDLING, { person, plain });
    client.send(syncMessage('step1', Uint8Array.from([0])));
    await client.until(() => client.told.some((told) => told.kind === 'sync'));
    return client;
  };
  const set = async (person: string, ratt: Ratt) => {
    testbed.gate.share(HANDLING, person, ratt);
    await testbed.rooms.rightsChanged(HANDLING);
  };
  const stored = async () => {
    const { base, tail } = (await testbed.store.load(HANDLING)) ?? { base: new Uint8Array(), tail: [] };
    return storedWords(base, tail);
  };

  it('[R6] write → read: told, what comes next is refused; given back, it is asked for and taken', async () => {
    await bed();
    const elsa = await join('elsa');
    const { updates, doc } = writtenDocument(['ett', 'två']);
    elsa.send(syncMessage('update', Y.mergeUpdates(updates.slice(0, 2))));
    await elsa.heard('saved');
    await set('elsa', 'lasa');
    await elsa.heard('access');
    elsa.send(syncMessage('update', updates[2] ?? new Uint8Array()));
    await elsa.heard('refused');
    expect(await stored()).toBe('ett');
    const asked = () => elsa.told.filter((told) => told.kind === 'sync' && told.bytes[1] === 0).length;
    const before = asked();
    await set('elsa', 'skriva');
    await elsa.until(() => asked() > before);
    elsa.send(syncMessage('step2', Y.encodeStateAsUpdate(doc)));
    await elsa.until(() => elsa.extensions('saved').at(-1)?.count === 3);
    expect(await stored()).toBe('ett två');
    expect(elsa.extensions('access').map((message) => message.ratt)).toEqual(['lasa', 'skriva']);
  });

  it('[R6] to nothing: out of the room, as if it were not there', async () => {
    await bed();
    const [elsa, mikael] = [await join('elsa'), await join('mikael', true)];
    await set('mikael', 'ingen');
    expect(await mikael.closed()).toBe('notFound');
    elsa.send(syncMessage('update', Y.mergeUpdates(writtenDocument(['kvar']).updates)));
    await elsa.heard('saved');
  });

  it('[R6] a right taken while the socket is being opened holds', async () => {
    await bed();
    const reached = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    const ask = testbed.gate.handling.bind(testbed.gate);
    testbed.gate.handling = async (id) => {
      const answer = await ask(id);
      testbed.gate.handling = ask;
      reached.resolve();
      await release.promise;
      return answer;
    };
    const opening = RawClient.open(testbed.url, HANDLING, { person: 'elsa' });
    await reached.promise;
    await set('elsa', 'ingen');
    release.resolve();
    expect(await (await opening).closed()).toBe('notFound');
  });

  it('[R6] if the right cannot be found out, nobody keeps it', async () => {
    await bed();
    const elsa = await join('elsa');
    testbed.gate.handling = () => Promise.reject(new Error('disk'));
    await testbed.rooms.rightsChanged(HANDLING);
    expect(await elsa.closed()).toBe('loadFailed');
  });

  it('[R6] an uppdrag that ends, ends by the clock too', async () => {
    await bed();
    const ask = testbed.gate.participant.bind(testbed.gate);
    testbed.gate.participant = async (headers) => {
      const person = await ask(headers);
      const handling = await testbed.gate.handling(HANDLING);
      if (person === null || handling === null) return null;
      return {
        ...person,
        uppdrag: [{ roll: 'namndsekreterare', organ: handling.agare, fran: '2026-01-01', till: '2099-12-31' }],
      };
    };
    const tom = await join('tom');
    testbed.rooms.sweep(new Date('2099-12-30T12:00:00Z'));
    expect(tom.extensions('access')).toEqual([]);
    testbed.rooms.sweep(new Date('2099-12-31T00:00:00Z'));
    expect(await tom.closed()).toBe('notFound');
  });

  it('[R9] a session that ends closes its sockets, and nobody else’s; so does an account that is gone', async () => {
    await bed();
    testbed.gate.share(HANDLING, 'borta', 'skriva');
    const [elsa, mikael, borta] = [await join('elsa'), await join('mikael'), await join('borta')];
    testbed.rooms.sessionEnded('session-elsa');
    expect(await elsa.closed()).toBe('unauthenticated');
    await testbed.rooms.personChanged(personId('borta'));
    expect(await borta.closed()).toBe('unauthenticated');
    mikael.send(syncMessage('update', Y.mergeUpdates(writtenDocument(['kvar']).updates)));
    await mikael.heard('saved');
  });

  it('[R9] a session whose time is out closes its sockets, unless it has been prolonged', async () => {
    await bed();
    testbed.gate.share(HANDLING, 'borta', 'skriva');
    const [start, later] = [Date.now(), Date.now() + 60_000];
    testbed.gate.sessionEnds = later;
    const [elsa, borta] = [await join('elsa'), await join('borta')];
    testbed.rooms.sweep(new Date(start));
    testbed.gate.sessionEnds = later + 60_000;
    testbed.rooms.sweep(new Date(later));
    expect(await borta.closed()).toBe('unauthenticated');
    elsa.send(syncMessage('update', Y.mergeUpdates(writtenDocument(['kvar']).updates)));
    await elsa.heard('saved');
  });

  it('[R8] an idle socket hears something in every sweep', async () => {
    await bed();
    const elsa = await join('elsa', true);
    testbed.rooms.sweep(new Date());
    const before = elsa.frames;
    testbed.rooms.sweep(new Date());
    await elsa.until(() => elsa.frames > before);
  });
});

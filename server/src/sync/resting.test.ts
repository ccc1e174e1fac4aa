import type { Limits } from '@samskrift/shared';
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { sealRequest, storedWords, writtenDocument } from '../store/contract.ts';
import { createMemoryStore } from '../store/memory-store.ts';
import type { Store } from '../store/store.ts';
import { syncMessage } from './messages.ts';
import { RawClient } from './raw-client.ts';
import { LOOK_MS } from './room-keeper.ts';
import { TestWriter, wordsOf } from './test-writer.ts';
import { HANDLING, openTestbed, type Testbed, until } from './testbed.ts';

describe('a text that nobody asks for', () => {
  let testbed: Testbed;
  afterEach(() => testbed.close());

  /** Looks happen when the test says so, and loads can be counted, held and made to fail. */
  async function bed(limits: Partial<Limits> = {}) {
    const inner = createMemoryStore();
    const disk = { loads: 0, failing: false, hold: null as Promise<void> | null };
    const listeners = new Set<() => void>();
    const store: Store = {
      ...inner,
      async load(id) {
        disk.loads++;
        for (const listener of listeners) listener();
        await disk.hold;
        if (disk.failing) throw new Error('SQLITE_IOERR');
        return inner.load(id);
      },
    };
    let looks: (() => void)[] = [];
    testbed = await openTestbed(store, limits, 0, (delayMs, run) => {
      if (delayMs === LOOK_MS) looks.push(run);
      else setTimeout(run, delayMs);
      return () => undefined;
    });
    const look = () => {
      const due = looks;
      looks = [];
      for (const run of due) run();
    };
    await inner.create(HANDLING, writtenDocument([]).seed);
    for (const person of ['writer1', 'writer2', 'writer3']) testbed.gate.share(HANDLING, person, 'skriva');
    testbed.gate.share(HANDLING, 'reader', 'lasa');
    const elsa = new TestWriter('writer1');
    await elsa.connect(testbed.url, HANDLING);
    elsa.type();
    await elsa.until(() => elsa.saved.size === 1);
    return {
      inner,
      disk,
      elsa,
      /** Nobody asks between two looks. */
      rest: () => {
        look();
        look();
      },
      loads: (count: number) =>
        until(
          () => disk.loads >= count,
          (again) => {
            listeners.add(again);
            return () => listeners.delete(again);
          },
        ),
    };
  }

  it('[R12] rests in the store; who writes goes on without it, and who comes gets every word', async () => {
    const { disk, elsa, rest, loads } = await bed();
    rest();
    elsa.type();
    await elsa.until(() => elsa.saved.size === 2);
    expect(disk.loads).toBe(1);
    const gate = Promise.withResolvers<void>();
    disk.hold = gate.promise;
    const mikael = new TestWriter('writer2');
    const connected = mikael.connect(testbed.url, HANDLING);
    await loads(2);
    elsa.type();
    gate.resolve();
    await connected;
    await mikael.until(() => wordsOf(mikael.doc).size === 3);
    await elsa.until(() => elsa.saved.size === 3);
    expect(disk.loads).toBe(2);
    rest();
    const anna = new TestWriter('writer3');
    await anna.connect(testbed.url, HANDLING);
    await anna.until(() => wordsOf(anna.doc).size === 3);
    expect(disk.loads).toBe(3);
  });

  it('[R12] nothing overtakes what waits for it: *saved* counts in order', async () => {
    const { disk, inner, rest, loads } = await bed();
    const client = await RawClient.open(testbed.url, HANDLING, { person: 'writer3' });
    rest();
    const gate = Promise.withResolvers<void>();
    disk.hold = gate.promise;
    const [away, after] = [writtenDocument(['borta']), writtenDocument(['sedan'])];
    client.send(syncMessage('step2', Y.mergeUpdates(away.updates)));
    client.send(syncMessage('update', Y.mergeUpdates(after.updates)));
    await loads(2);
    expect(client.extensions('saved')).toEqual([]);
    expect(storedWords((await inner.load(HANDLING))?.base ?? new Uint8Array())).toBe('');
    gate.resolve();
    await client.until(() => client.extensions('saved').at(-1)?.count === 2);
    const stored = await inner.load(HANDLING);
    expect(stored?.tail.length).toBe(3);
  });

  it('[R12] [L2] who sends more than a document while it is waited for is cut, and the others wait on', async () => {
    const { disk, rest, loads } = await bed({ documentBytes: 10_000 });
    const [flooding, patient] = await Promise.all(
      ['reader', 'writer3'].map((person) => RawClient.open(testbed.url, HANDLING, { person })),
    );
    if (flooding === undefined || patient === undefined) throw new RangeError('nobody');
    rest();
    const gate = Promise.withResolvers<void>();
    disk.hold = gate.promise;
    patient.send(syncMessage('step2', Y.mergeUpdates(writtenDocument(['tålig']).updates)));
    await loads(2);
    const large = Y.mergeUpdates(writtenDocument(['mycket'.repeat(500)]).updates);
    for (let i = 0; i < 4; i++) flooding.send(syncMessage('step2', large));
    expect(await flooding.closed()).toBe('tooFast');
    gate.resolve();
    await patient.until(() => patient.extensions('saved').at(-1)?.count === 1);
  });

  it('[R12] a disk that does not give it back closes those who asked, and nobody else', async () => {
    const { disk, elsa, rest } = await bed();
    rest();
    disk.failing = true;
    const reader = await RawClient.open(testbed.url, HANDLING, { person: 'reader' });
    reader.send(syncMessage('step1', Uint8Array.from([0])));
    expect(await reader.closed()).toBe('loadFailed');
    expect(reader.told.filter((told) => told.kind === 'sync')).toEqual([]);
    elsa.type();
    await elsa.until(() => elsa.saved.size === 2);
    disk.failing = false;
    const mikael = new TestWriter('writer2');
    await mikael.connect(testbed.url, HANDLING);
    await mikael.until(() => wordsOf(mikael.doc).size === 2);
  });

  it('[R12] [J1] a seal finds it, and what waits for it then is refused', async () => {
    const { disk, elsa, rest, loads } = await bed();
    const late = await RawClient.open(testbed.url, HANDLING, { person: 'writer3' });
    rest();
    const gate = Promise.withResolvers<void>();
    disk.hold = gate.promise;
    late.send(syncMessage('step2', Y.mergeUpdates(writtenDocument(['sent']).updates)));
    await loads(2);
    const sealed = await testbed.rooms.seal(sealRequest(HANDLING));
    gate.resolve();
    await late.heard('refused');
    expect(late.extensions('refused')).toEqual([{ type: 'refused', index: 1, reason: 'sealed' }]);
    if (sealed.outcome !== 'sealed') throw new RangeError(sealed.outcome);
    expect(sealed.snapshot.text).not.toContain('sent');
    await elsa.until(() => elsa.sealed !== null);
    rest();
    const reader = new TestWriter('reader');
    await reader.connect(testbed.url, HANDLING);
    expect([...wordsOf(reader.doc)]).toEqual(['writer1-1']);
  });
});

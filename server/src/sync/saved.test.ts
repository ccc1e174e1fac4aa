import { afterEach, describe, expect, it } from 'vitest';
import { storedWords, writtenDocument } from '../store/contract.ts';
import { createMemoryStore } from '../store/memory-store.ts';
import type { Store } from '../store/store.ts';
import { RawClient } from './raw-client.ts';
import { TestWriter } from './test-writer.ts';
import { HANDLING, openTestbed, type Testbed, until } from './testbed.ts';

/** A store whose disk fails when the test says so, and whose appends the test can hold. */
function frailStore() {
  const inner = createMemoryStore();
  const frail = { failing: false, attempts: 0, hold: null as Promise<void> | null };
  const store: Store = {
    ...inner,
    async append(batches) {
      frail.attempts++;
      await frail.hold;
      if (frail.failing) throw new Error('SQLITE_FULL');
      return inner.append(batches);
    },
    async load(id) {
      if (frail.failing) throw new Error('SQLITE_IOERR');
      return inner.load(id);
    },
  };
  return { store, frail, inner };
}

describe('what is told of the disk', () => {
  let testbed: Testbed;
  afterEach(() => testbed.close());

  async function bed() {
    const made = frailStore();
    testbed = await openTestbed(made.store);
    await made.store.create(HANDLING, writtenDocument([]).seed);
    for (const person of ['writer1', 'writer2']) testbed.gate.share(HANDLING, person, 'skriva');
    return made;
  }
  const words = async (store: Store) => {
    const { base, tail } = (await store.load(HANDLING)) ?? { base: new Uint8Array(), tail: [] };
    return storedWords(base, tail);
  };

  it('[F1] saved comes after the commit and not before', async () => {
    const { frail, inner } = await bed();
    const release = Promise.withResolvers<void>();
    frail.hold = release.promise;
    const [elsa, mikael] = [new TestWriter('writer1'), new TestWriter('writer2')];
    await Promise.all([elsa.connect(testbed.url, HANDLING), mikael.connect(testbed.url, HANDLING)]);
    elsa.type();
    await mikael.until(() => mikael.doc.getXmlFragment('text').toString().includes('writer1-1'));
    await until(
      () => frail.attempts > 0,
      (again) => {
        const timer = setInterval(again, 1);
        return () => clearInterval(timer);
      },
    );
    expect(elsa.saved.size).toBe(0);
    expect(await words(inner)).toBe('');
    release.resolve();
    await elsa.until(() => elsa.saved.has('writer1-1'));
    expect(await words(inner)).toBe('writer1-1');
  });

  it('[F3] [F4] while it fails people are told, nothing is unloaded or forgotten; when it is back all is saved', async () => {
    const { frail, inner } = await bed();
    const elsa = new TestWriter('writer1');
    await elsa.connect(testbed.url, HANDLING);
    const watcher = await RawClient.open(testbed.url, HANDLING, { person: 'writer2' });
    frail.failing = true;
    elsa.type();
    elsa.type();
    await watcher.heard('storage');
    expect(watcher.extensions('storage')).toEqual([{ type: 'storage', ok: false }]);
    expect(testbed.rooms.storageOk()).toBe(false);
    const joiner = await RawClient.open(testbed.url, HANDLING, { person: 'writer2' });
    await joiner.heard('storage');
    // Everybody leaves: the text is in memory only, and stays there.
    elsa.cut();
    for (const client of [watcher, joiner]) client.close();
    await Promise.all([watcher.closed(), joiner.closed()]);
    const back = new TestWriter('writer2');
    await back.connect(testbed.url, HANDLING);
    expect(back.doc.getXmlFragment('text').toString()).toContain('writer1-2');
    frail.failing = false;
    back.type();
    await back.until(() => back.saved.has('writer2-1'));
    expect(await words(inner)).toBe('writer1-1writer1-2writer2-1');
    expect(testbed.rooms.storageOk()).toBe(true);
  });

  it('[R5] a failed load closes with its name, and the next one who comes is answered from the disk', async () => {
    const { frail } = await bed();
    frail.failing = true;
    const early = await RawClient.open(testbed.url, HANDLING, { person: 'writer1' });
    expect(await early.closed()).toBe('loadFailed');
    expect(early.told).toEqual([]);
    frail.failing = false;
    const writer = new TestWriter('writer1');
    await writer.connect(testbed.url, HANDLING);
    writer.type();
    await writer.until(() => writer.saved.size === 1);
  });
});

import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { sealRequest, storedWords, writtenDocument } from '../store/contract.ts';
import { emptyFile, TEST_KEY } from '../store/empty-file.ts';
import { createMemoryStore } from '../store/memory-store.ts';
import { openSqliteStore } from '../store/sqlite-store.ts';
import type { Store } from '../store/store.ts';
import { syncMessage } from './messages.ts';
import { RawClient } from './raw-client.ts';
import { TestWriter, wordsOf } from './test-writer.ts';
import { HANDLING, openTestbed, type Testbed } from './testbed.ts';

const WRITERS = 50;
const ROUNDS = 4;

describe('a seal', () => {
  let testbed: Testbed;
  afterEach(() => testbed.close());

  async function bed(store: Store): Promise<void> {
    testbed = await openTestbed(store, { updatesPerSecond: 1e9, updateBurst: 1e9 });
    await store.create(HANDLING, writtenDocument([]).seed);
    for (let i = 0; i < WRITERS; i++) testbed.gate.share(HANDLING, `writer${i}`, 'skriva');
  }

  for (let round = 0; round < ROUNDS; round++) {
    it(`[J3] raced by ${WRITERS} writers, round ${round + 1}: each update is in the snapshot or refused, never both, never neither`, async () => {
      const store = openSqliteStore(await emptyFile(), TEST_KEY);
      await bed(store);
      const writers = Array.from({ length: WRITERS }, (_, i) => new TestWriter(`writer${i}`));
      await Promise.all(writers.map((writer) => writer.connect(testbed.url, HANDLING)));
      for (const writer of writers) writer.type();
      await Promise.all(writers.map((writer) => writer.until(() => writer.saved.size === 1)));
      // Everybody types a word a turn; the seal is asked for in the midst of it, and they go on as if nothing had happened.
      let turns = 0;
      const sealing = Promise.withResolvers<Awaited<ReturnType<Testbed['rooms']['seal']>>>();
      const everybody = () => {
        for (const writer of writers) writer.type();
        if (++turns === 1 + round) sealing.resolve(testbed.rooms.seal(sealRequest(HANDLING)));
        if (turns < 4 + round) setImmediate(everybody);
      };
      everybody();
      const sealed = await sealing.promise;
      if (sealed.outcome !== 'sealed') throw new RangeError(sealed.outcome);
      await Promise.all(
        writers.map((writer) => writer.until(() => writer.sealed !== null && writer.settled && turns === 4 + round)),
      );
      const doc = new Y.Doc();
      Y.applyUpdate(doc, sealed.snapshot.state);
      const snapshot = wordsOf(doc);
      for (const writer of writers) {
        for (const word of writer.typed) {
          expect([word, snapshot.has(word)]).toEqual([word, writer.saved.has(word)]);
          expect([word, writer.refused.has(word)]).toEqual([word, !snapshot.has(word)]);
        }
        expect([...snapshot].filter((word) => !wordsOf(writer.doc).has(word))).toEqual([]);
        expect(writer.sealed?.sha256).toBe(sealed.snapshot.entry.textSha256);
      }
      expect(snapshot.size).toBeGreaterThan(0);
      const later = new TestWriter('writer0');
      await later.connect(testbed.url, HANDLING);
      expect(wordsOf(later.doc)).toEqual(snapshot);
      expect((await store.verify())[0]?.faults).toEqual([]);
      for (const writer of writers) writer.cut();
      later.cut();
    });
  }

  it('[J6] if the disk fails at the seal nothing is sealed, what was typed meanwhile is taken, and writing goes on', async () => {
    const store = createMemoryStore();
    const sealing = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    await bed({
      ...store,
      seal: async () => {
        sealing.resolve();
        await release.promise;
        throw new Error('disk full');
      },
    });
    const writer = new TestWriter('writer1');
    await writer.connect(testbed.url, HANDLING);
    writer.type();
    const outcome = testbed.rooms.seal(sealRequest(HANDLING));
    await sealing.promise;
    writer.type();
    release.resolve();
    expect(await outcome).toEqual({ outcome: 'storageFailed' });
    writer.type();
    await writer.until(() => writer.saved.size === 3);
    expect(writer.refused.size).toBe(0);
    expect(writer.sealed).toBeNull();
  });

  it('[J7] [R10] a sealed room lets everybody read, tells who sealed it, and refuses a plain client by closing it', async () => {
    await bed(createMemoryStore());
    await testbed.rooms.seal(sealRequest(HANDLING));
    expect(await testbed.rooms.seal(sealRequest(HANDLING))).toEqual({ outcome: 'alreadySealed' });
    const reader = await RawClient.open(testbed.url, HANDLING, { person: 'writer1' });
    await reader.heard('sealed');
    expect(reader.extensions('hello')[0]?.ratt).toBe('lasa');
    expect(reader.extensions('sealed')[0]?.sealed).toMatchObject({
      person: 'Lena Wikström',
      time: '2026-11-22T12:00:00.000Z',
    });
    const plain = await RawClient.open(testbed.url, HANDLING, { person: 'writer2', plain: true });
    plain.send(syncMessage('update', Y.mergeUpdates(writtenDocument(['för', 'sent']).updates)));
    expect(await plain.closed()).toBe('sealed');
    expect(storedWords((await testbed.store.load(HANDLING))?.base ?? new Uint8Array())).toBe('');
  });

  it('[J3] a seal made by another process is learnt at the next commit: the writers are told, their words refused', async () => {
    const store = createMemoryStore();
    await bed(store);
    const [elsa, other] = [new TestWriter('writer1'), new TestWriter('writer2')];
    await Promise.all([elsa.connect(testbed.url, HANDLING), other.connect(testbed.url, HANDLING)]);
    await store.seal(sealRequest(HANDLING));
    elsa.type();
    await Promise.all([elsa, other].map((writer) => writer.until(() => writer.sealed !== null)));
    expect([...elsa.refused]).toEqual(['writer1-1']);
    expect(elsa.saved.size).toBe(0);
  });

  it.each(['', 'inget JSON', 'null', '{"person":7}'])(
    '[J8] whose stored entry has become «%s»: the room is sealed, is read, and takes nothing',
    async (words) => {
      const file = await emptyFile();
      const store = openSqliteStore(file, TEST_KEY);
      await bed(store);
      await store.append([{ handlingId: HANDLING, updates: logged(['Nämnden', 'beslutar']) }]);
      await store.seal(sealRequest(HANDLING));
      const database = new DatabaseSync(file);
      database.exec('DROP TRIGGER sigill_ej_andra');
      database.prepare('UPDATE sigill SET post = ?').run(words);
      database.close();
      const reader = await RawClient.open(testbed.url, HANDLING, { person: 'writer1' });
      await reader.heard('sealed');
      expect(reader.extensions('hello')[0]?.ratt).toBe('lasa');
      expect(reader.extensions('sealed')[0]?.sealed).toEqual({ person: '', time: '', sha256: '' });
      reader.send(syncMessage('update', Y.mergeUpdates(writtenDocument(['för', 'sent']).updates)));
      await reader.heard('refused');
      expect(reader.extensions('refused')[0]?.reason).toBe('sealed');
      expect(await testbed.rooms.seal(sealRequest(HANDLING))).toEqual({ outcome: 'alreadySealed' });
      expect((await store.load(HANDLING))?.tail).toEqual([]);
      expect(storedWords((await store.load(HANDLING))?.base ?? new Uint8Array())).toBe('Nämnden beslutar');
      await store.close();
    },
  );
});

function logged(words: readonly string[]) {
  const { personId: author } = sealRequest(HANDLING);
  return writtenDocument(words).updates.map((bytes) => ({ author, bytes }));
}

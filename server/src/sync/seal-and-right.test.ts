import type { Ratt } from '@samskrift/shared';
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { sealRequest, writtenDocument } from '../store/contract.ts';
import { emptyFile, TEST_KEY } from '../store/empty-file.ts';
import { openSqliteStore } from '../store/sqlite-store.ts';
import type { Store } from '../store/store.ts';
import { RawClient } from './raw-client.ts';
import { TestWriter, wordsOf } from './test-writer.ts';
import { HANDLING, openTestbed, type Testbed } from './testbed.ts';

/** Who loses the right, and who keeps it. */
const LOSER = 'writer1';
const KEEPER = 'writer2';
const WORDS_BEFORE = 3;

describe('a right that is taken in the instant of a seal', () => {
  let testbed: Testbed;
  afterEach(() => testbed.close());

  async function bed(store: Store): Promise<readonly [TestWriter, TestWriter]> {
    testbed = await openTestbed(store, { updatesPerSecond: 1e9, updateBurst: 1e9 });
    await store.create(HANDLING, writtenDocument([]).seed);
    for (const person of [LOSER, KEEPER]) testbed.gate.share(HANDLING, person, 'skriva');
    const writers = [new TestWriter(LOSER), new TestWriter(KEEPER)] as const;
    await Promise.all(writers.map((writer) => writer.connect(testbed.url, HANDLING)));
    return writers;
  }
  const take = (ratt: Ratt) => {
    testbed.gate.share(HANDLING, LOSER, ratt);
    return testbed.rooms.rightsChanged(HANDLING);
  };
  const stored = async () => {
    const { base, tail } = (await testbed.store.load(HANDLING)) ?? { base: new Uint8Array(), tail: [] };
    const doc = new Y.Doc();
    for (const update of [base, ...tail]) Y.applyUpdate(doc, update);
    return wordsOf(doc);
  };
  const out = (writer: TestWriter, ratt: Ratt) =>
    writer.until(() => (ratt === 'ingen' ? writer.closed : writer.sealed !== null && writer.settled));

  for (const ratt of ['lasa', 'ingen'] as const) {
    for (const first of ['the seal', 'the right'] as const) {
      it(`[J9] to «${ratt}», ${first} asked first: what was said to be saved is sealed, and nothing written after is anywhere`, async () => {
        const writers = await bed(openSqliteStore(await emptyFile(), TEST_KEY));
        const [loser, keeper] = writers;
        for (let i = 0; i < WORDS_BEFORE; i++) for (const writer of writers) writer.type();
        await Promise.all(writers.map((writer) => writer.until(() => writer.saved.size === WORDS_BEFORE)));
        for (const writer of writers) writer.type();
        const asked = [() => testbed.rooms.seal(sealRequest(HANDLING)), () => take(ratt)];
        if (first === 'the right') asked.reverse();
        const both = Promise.all(asked.map((ask) => ask()));
        for (const writer of writers) writer.type();
        await both;
        const late = loser.typed.length;
        loser.type();
        await Promise.all([out(loser, ratt), out(keeper, 'lasa')]);

        const sealed = await stored();
        expect([...loser.saved, ...keeper.saved].filter((word) => !sealed.has(word))).toEqual([]);
        expect([...loser.refused, ...keeper.refused].filter((word) => sealed.has(word))).toEqual([]);
        expect(loser.typed.slice(late).filter((word) => sealed.has(word))).toEqual([]);
        const again = await RawClient.open(testbed.url, HANDLING, { person: LOSER });
        if (ratt === 'ingen') expect(await again.closed()).toBe('notFound');
        else await again.heard('sealed');
        const snapshot = await testbed.store.snapshot(HANDLING);
        const doc = new Y.Doc();
        Y.applyUpdate(doc, snapshot?.state ?? new Uint8Array());
        expect(wordsOf(doc)).toEqual(sealed);
        for (const writer of writers) writer.cut();
      });
    }

    it(`[J9] to «${ratt}», and the seal fails: what waited for its outcome is not taken from who lost the right, and is from who kept it`, async () => {
      const store = openSqliteStore(await emptyFile(), TEST_KEY);
      const sealing = Promise.withResolvers<void>();
      const release = Promise.withResolvers<void>();
      const [loser, keeper] = await bed({
        ...store,
        seal: async () => {
          sealing.resolve();
          await release.promise;
          throw new Error('disk full');
        },
      });
      loser.type();
      keeper.type();
      await Promise.all([loser, keeper].map((writer) => writer.until(() => writer.saved.size === 1)));
      const outcome = testbed.rooms.seal(sealRequest(HANDLING));
      await sealing.promise;
      loser.type();
      keeper.type();
      await Promise.all([loser, keeper].map((writer) => writer.reached()));
      await take(ratt);
      release.resolve();
      expect(await outcome).toEqual({ outcome: 'storageFailed' });
      await keeper.until(() => keeper.saved.size === 2);
      await loser.until(() => loser.closed || loser.settled);
      expect(await stored()).toEqual(new Set([`${LOSER}-1`, ...keeper.typed]));
      expect([...loser.saved]).toEqual([`${LOSER}-1`]);
      for (const writer of [loser, keeper]) writer.cut();
    });
  }
});

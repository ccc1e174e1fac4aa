import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { sealRequest, writtenDocument } from '../store/contract.ts';
import { emptyFile, TEST_KEY } from '../store/empty-file.ts';
import { openSqliteStore } from '../store/sqlite-store.ts';
import type { Store } from '../store/store.ts';
import { syncMessage } from './messages.ts';
import { RawClient } from './raw-client.ts';
import { TestWriter, wordsOf } from './test-writer.ts';
import { AUTHOR, HANDLING, openTestbed, type Testbed } from './testbed.ts';

describe('a room’s life', () => {
  let testbed: Testbed;
  let store: Store;
  afterEach(async () => {
    await testbed.close();
    await store.close();
  });

  /** `compacted` resolves at the end of the next compaction that the store is asked for. */
  async function bed() {
    store = openSqliteStore(await emptyFile(), TEST_KEY);
    let next = Promise.withResolvers<void>();
    const watched: Store = {
      ...store,
      async compact(id) {
        const result = await store.compact(id);
        next.resolve();
        return result;
      },
    };
    testbed = await openTestbed(watched, { updatesPerSecond: 1e9, updateBurst: 1e9 });
    await store.create(HANDLING, writtenDocument([]).seed);
    for (let i = 0; i < 4; i++) testbed.gate.share(HANDLING, `writer${i}`, 'skriva');
    return {
      compacted: () => {
        const done = next.promise;
        return done.then(() => {
          next = Promise.withResolvers<void>();
        });
      },
    };
  }

  it('[R3] opening and leaving writes nothing: the stored bytes are the same', async () => {
    await bed();
    const before = await store.load(HANDLING);
    for (const plain of [true, false]) {
      const client = await RawClient.open(testbed.url, HANDLING, { person: 'writer1', plain });
      client.send(syncMessage('step1', Uint8Array.from([0])));
      await client.until(() => client.told.filter((told) => told.kind === 'sync').length === 2);
      client.send(syncMessage('step2', before?.base ?? new Uint8Array()));
      if (!plain) await client.heard('saved');
      client.close();
      await client.closed();
    }
    expect(await store.load(HANDLING)).toEqual(before);
  });

  it('[R4] one who comes back gives what was typed while away and gets the others’; what is known is not stored again', async () => {
    await bed();
    const [elsa, mikael] = [new TestWriter('writer1'), new TestWriter('writer2')];
    await Promise.all([elsa.connect(testbed.url, HANDLING), mikael.connect(testbed.url, HANDLING)]);
    elsa.type();
    await elsa.until(() => elsa.saved.size === 1);
    elsa.cut();
    elsa.type();
    mikael.type();
    await mikael.until(() => mikael.saved.size === 1);
    await elsa.connect(testbed.url, HANDLING);
    await elsa.until(() => elsa.saved.size === 2 && wordsOf(elsa.doc).size === 3);
    await mikael.until(() => wordsOf(mikael.doc).size === 3);
    const stored = (await store.load(HANDLING))?.tail.length;
    elsa.cut();
    await elsa.connect(testbed.url, HANDLING);
    await elsa.until(() => elsa.settled);
    expect((await store.load(HANDLING))?.tail.length).toBe(stored);
  });

  it('[R7] when all have left it is compacted and let go, and is back with every word', async () => {
    const { compacted } = await bed();
    const elsa = new TestWriter('writer1');
    await elsa.connect(testbed.url, HANDLING);
    for (let i = 0; i < 20; i++) elsa.type();
    await elsa.until(() => elsa.saved.size === 20);
    const done = compacted();
    elsa.cut();
    await done;
    expect((await store.load(HANDLING))?.tail).toEqual([]);
    expect(testbed.metrics.now.rooms).toBe(0);
    const later = new TestWriter('writer2');
    await later.connect(testbed.url, HANDLING);
    expect(wordsOf(later.doc)).toEqual(new Set(elsa.typed));
  });

  it('[N15] a text that has been compacted or sealed is told to whoever indexes it, and not before', async () => {
    const { compacted } = await bed();
    const elsa = new TestWriter('writer1');
    await elsa.connect(testbed.url, HANDLING);
    elsa.type();
    await elsa.until(() => elsa.saved.size === 1);
    expect(testbed.kept).toEqual([]);
    expect(testbed.rooms.tails().get(HANDLING)).toBe(1);
    const done = compacted();
    elsa.cut();
    await done;
    await store.load(HANDLING);
    expect(testbed.kept).toEqual([HANDLING]);
    await testbed.rooms.seal(sealRequest(HANDLING));
    expect(testbed.kept).toEqual([HANDLING, HANDLING]);
  });

  it('[R11] a long tail is compacted under the writers’ hands, and nobody notices', async () => {
    const { compacted } = await bed();
    const [elsa, mikael] = [new TestWriter('writer1'), new TestWriter('writer2')];
    await Promise.all([elsa.connect(testbed.url, HANDLING), mikael.connect(testbed.url, HANDLING)]);
    const done = compacted();
    for (let i = 0; i < 1300; i++) for (const writer of [elsa, mikael]) writer.type();
    await done;
    for (const writer of [elsa, mikael]) {
      writer.type();
      await writer.until(() => writer.saved.size === 1301);
    }
    expect((await store.load(HANDLING))?.tail.length).toBeLessThan(2000);
    const later = new TestWriter('writer3');
    await later.connect(testbed.url, HANDLING);
    expect(wordsOf(later.doc).size).toBe(2602);
    await Promise.all([elsa, mikael].map((writer) => writer.until(() => wordsOf(writer.doc).size === 2602)));
  });

  it('[P7] 200,000 edits of months are stored and served in less than twice the bytes of the same text written afresh', async () => {
    await bed();
    const old = months(200_000);
    await store.append([{ handlingId: HANDLING, updates: old.updates.map((bytes) => ({ author: AUTHOR, bytes })) }]);
    await store.compact(HANDLING);
    const reader = await RawClient.open(testbed.url, HANDLING, { person: 'writer1' });
    reader.send(syncMessage('step1', Uint8Array.from([0])));
    const step2 = () => reader.told.find((told) => told.kind === 'sync' && told.bytes[1] === 1);
    await reader.until(() => step2() !== undefined);
    const served = step2();
    const fresh = writtenDocument([]);
    for (const paragraph of old.paragraphs) appendParagraph(fresh.doc, paragraph);
    const ratio = (served?.kind === 'sync' ? served.bytes.length : 0) / Y.encodeStateAsUpdate(fresh.doc).length;
    expect(ratio).toBeGreaterThan(1);
    expect(ratio).toBeLessThan(2);
  });
});

function appendParagraph(doc: Y.Doc, words: string): Y.XmlText {
  const paragraph = new Y.XmlElement('paragraph');
  const text = new Y.XmlText(words);
  paragraph.insert(0, [text]);
  const fragment = doc.getXmlFragment('text');
  fragment.insert(fragment.length, [paragraph]);
  return text;
}

/**
 * So many edits as they come: sentences at the end or in the middle of a paragraph, three letters in a hundred regretted at
 * once, a clause taken out now and then; a new client id each session, as browsers have.
 */
function months(edits: number): { updates: Uint8Array[]; paragraphs: string[] } {
  const doc = writtenDocument(['Början']).doc;
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const fragment = doc.getXmlFragment('text');
  let state = 7;
  const random = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * below);
  };
  let edit = 0;
  const sentence = () => {
    const chosen = (fragment.get(random(fragment.length)) as Y.XmlElement).get(0) as Y.XmlText;
    const text = chosen.length > 500 ? appendParagraph(doc, '') : chosen;
    let at = random(4) > 0 ? text.length : random(text.length + 1);
    for (let key = 60 + random(120); key > 0; key--, edit++) {
      text.insert(at++, 'abcdefghijklmno '[random(16)] ?? ' ');
      for (let regret = random(1000) < 30 ? 1 + random(3) : 0; regret > 0 && at > 0; regret--, edit++)
        text.delete(--at, 1);
    }
    if (random(8) === 0 && text.length > 100) text.delete(random(text.length - 80), 80);
  };
  for (let session = 1000; edit < edits; session++) {
    doc.clientID = session;
    for (let i = 0; i < 40; i++) doc.transact(sentence);
  }
  return {
    updates,
    paragraphs: fragment.toArray().map((node) => ((node as Y.XmlElement).get(0) as Y.XmlText).toString()),
  };
}

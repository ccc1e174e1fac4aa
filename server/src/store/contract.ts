import type { HandlingId, NamndId, PersonId } from '@samskrift/shared';
import { handlingId, namndId, personId, ydocFromJson } from '@samskrift/shared';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { canonicalText } from './document-bytes.ts';
import type { SealRequest, Store } from './store.ts';

const NAMND = namndId('kulturnamnden');
const AUTHOR = personId('elsa');

/** A document of one paragraph, and the updates of somebody who goes on writing in it. */
export function writtenDocument(words: readonly string[]): { seed: Uint8Array; updates: Uint8Array[]; doc: Y.Doc } {
  const doc = ydocFromJson({ type: 'doc', content: [{ type: 'paragraph' }] });
  const seed = Y.encodeStateAsUpdate(doc);
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const paragraph = doc.getXmlFragment('text').get(0) as Y.XmlElement;
  const text = new Y.XmlText();
  paragraph.insert(0, [text]);
  for (const word of words) text.insert(text.length, `${word} `);
  return { seed, updates, doc };
}

/** The words of a stored document, whatever it is made of. */
export function storedWords(base: Uint8Array, tail: readonly Uint8Array[] = []): string {
  const doc = new Y.Doc();
  for (const update of [base, ...tail]) Y.applyUpdate(doc, update);
  return doc
    .getXmlFragment('text')
    .toString()
    .replaceAll(/<[^>]*>/g, '')
    .trim();
}

export function sealRequest(id: HandlingId, namnd: NamndId = NAMND): SealRequest {
  return {
    handlingId: id,
    namndId: namnd,
    personId: personId('lena'),
    person: 'Lena Wikström',
    dnr: 'KUN 2026/17',
    titel: 'Nytt bibliotek',
    typ: 'tjansteutlatande',
    time: '2026-11-22T12:00:00.000Z',
  };
}

const log = (updates: readonly Uint8Array[], author: PersonId = AUTHOR) => updates.map((bytes) => ({ author, bytes }));

const id = handlingId('h1');

async function storeWith(open: () => Promise<Store>, words: readonly string[]) {
  const store = await open();
  const { seed, updates } = writtenDocument(words);
  await store.create(id, seed);
  await store.append([{ handlingId: id, updates: log(updates) }]);
  return { store, seed, updates };
}

/** What every store must hold to (rules P and J in SPEC.md). `open` gives an empty store. */
export function runStoreContract(name: string, open: () => Promise<Store>): void {
  runSavingContract(name, open);
  runSealingContract(name, open);
}

/** The part that also holds for documents that are never sealed. */
export function runSavingContract(name: string, open: () => Promise<Store>): void {
  describe(`${name} keeps the store's contract of saving`, () => {
    it('[P1] gives back what was appended, in order, and null for a document that was never created', async () => {
      const { store, seed, updates } = await storeWith(open, ['ett', 'två', 'tre']);
      const stored = await store.load(id);
      expect(stored?.base).toEqual(seed);
      expect(stored?.tail).toEqual(updates);
      expect(stored?.sealed).toBeNull();
      expect(await store.load(handlingId('annan'))).toBeNull();
      await store.close();
    });

    it('[Y6] makes a clean copy of the text as the log stands, of one neutral client and without what was taken away', async () => {
      const { store, updates } = await storeWith(['kvar']);
      const doc = new Y.Doc();
      const stored = await store.load(id);
      for (const bytes of [stored?.base ?? new Uint8Array(), ...(stored?.tail ?? [])]) Y.applyUpdate(doc, bytes);
      const text = (doc.getXmlFragment('text').get(0) as Y.XmlElement).get(0) as Y.XmlText;
      const before = Y.encodeStateVector(doc);
      text.insert(0, 'STRUKET ');
      text.delete(0, 'STRUKET '.length);
      await store.append([{ handlingId: id, updates: log([Y.encodeStateAsUpdate(doc, before)]) }]);
      const copy = await store.cleanCopy(id);
      expect(updates.length).toBeGreaterThan(0);
      expect(storedWords(copy?.base ?? new Uint8Array())).toBe('kvar');
      expect(canonicalText(copy?.base ?? new Uint8Array())).toBe(copy?.text);
      expect(Buffer.from(copy?.base ?? []).toString('latin1')).not.toContain('STRUKET');
      expect([...Y.decodeUpdate(copy?.base ?? new Uint8Array()).ds.clients]).toEqual([]);
      expect(await store.cleanCopy(handlingId('borta'))).toBeNull();
      await store.close();
    });

    it('[P2] never creates a document twice', async () => {
      const { store, seed } = await storeWith(open, ['ett']);
      await expect(store.create(id, seed)).rejects.toThrow();
      expect(storedWords((await store.load(id))?.base ?? seed, (await store.load(id))?.tail)).toBe('ett');
      await store.close();
    });

    it('[P4] compaction keeps the text, covers the log, and has nothing to do the second time', async () => {
      const { store, updates } = await storeWith(open, ['ett', 'två', 'tre']);
      const compacted = await store.compact(id);
      expect(compacted?.covered).toBe(updates.length);
      const stored = await store.load(id);
      expect(stored?.tail).toEqual([]);
      expect(stored?.base).toEqual(compacted?.base);
      expect(storedWords(stored?.base ?? new Uint8Array())).toBe('ett två tre');
      expect(await store.compact(id)).toBeNull();
      expect(await store.compact(handlingId('borta'))).toBeNull();
      await store.close();
    });

    it('[P5] what is appended while a compaction works is in neither or both, never lost', async () => {
      const { store } = await storeWith(
        open,
        Array.from({ length: 300 }, (_, i) => `ord${i}`),
      );
      const late = writtenDocument(['sen']);
      const compaction = store.compact(id);
      const append = store.append([{ handlingId: id, updates: log(late.updates) }]);
      const [compacted] = await Promise.all([compaction, append]);
      const stored = await store.load(id);
      expect(stored?.base).toEqual(compacted?.base);
      const all = (compacted?.covered ?? 0) + (stored?.tail.length ?? 0);
      expect(all).toBe(301 + late.updates.length);
      await store.close();
    });
  });
}

function runSealingContract(name: string, open: () => Promise<Store>): void {
  describe(`${name} keeps the store's contract of sealing`, () => {
    it('[P3] answers each batch of one commit by itself: saved, sealed or missing', async () => {
      const { store, updates } = await storeWith(open, ['ett']);
      const second = handlingId('h2');
      await store.create(second, writtenDocument([]).seed);
      await store.seal(sealRequest(second));
      const batch = (handling: string) => ({ handlingId: handlingId(handling), updates: log(updates) });
      expect(await store.append([batch('h2'), batch('borta'), batch('h1')])).toEqual(['sealed', 'missing', 'saved']);
      expect((await store.load(second))?.tail).toEqual([]);
      expect((await store.load(id))?.tail).toHaveLength(updates.length * 2);
      await store.close();
    });

    it('[J1] a seal holds the text as the log stands, and nothing enters after it', async () => {
      const { store, updates } = await storeWith(open, ['ett', 'två']);
      const sealed = await store.seal(sealRequest(id));
      if (sealed.outcome !== 'sealed') throw new RangeError(sealed.outcome);
      expect(sealed.snapshot.text).toContain('ett två');
      expect(storedWords(sealed.snapshot.state)).toBe('ett två');
      expect(await store.append([{ handlingId: id, updates: log(updates) }])).toEqual(['sealed']);
      expect(await store.compact(id)).toBeNull();
      expect(await store.seal(sealRequest(id))).toEqual({ outcome: 'alreadySealed' });
      expect(await store.seal(sealRequest(handlingId('borta')))).toEqual({ outcome: 'missing' });
      const stored = await store.load(id);
      expect(stored?.base).toEqual(sealed.snapshot.state);
      expect(stored?.tail).toEqual([]);
      expect(stored?.sealed).toEqual(sealed.snapshot.entry);
      expect(await store.snapshot(id)).toEqual(sealed.snapshot);
      await store.close();
    });

    it('[J2] each nämnd has a chain of its own, every entry bound to the one before', async () => {
      const store = await open();
      const other = namndId('idrottsnamnden');
      const plan: [string, NamndId][] = [
        ['a', NAMND],
        ['b', other],
        ['c', NAMND],
        ['d', NAMND],
      ];
      const entries = [];
      for (const [name, namnd] of plan) {
        await store.create(handlingId(name), writtenDocument([name]).seed);
        const sealed = await store.seal(sealRequest(handlingId(name), namnd));
        if (sealed.outcome !== 'sealed') throw new RangeError(sealed.outcome);
        entries.push(sealed.snapshot.entry);
      }
      const [a, b, c, d] = entries;
      expect([a?.nr, b?.nr, c?.nr, d?.nr]).toEqual([1, 1, 2, 3]);
      expect([a?.previous, b?.previous]).toEqual(['0'.repeat(64), '0'.repeat(64)]);
      expect([c?.previous, d?.previous]).toEqual([a?.hash, c?.hash]);
      const reports = await store.verify();
      expect(reports.map((r) => [r.namndId, r.entries, r.last, r.faults])).toEqual(
        expect.arrayContaining([
          [NAMND, 3, d?.hash, []],
          [other, 1, b?.hash, []],
        ]),
      );
      await store.close();
    });
  });
}

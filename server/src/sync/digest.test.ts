import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Digest } from './digest.ts';
import { StoredText } from './stored-text.ts';
import { encodeStateVector } from './wire.ts';

const edit = fc.record({
  who: fc.nat(2),
  at: fc.nat(),
  remove: fc.boolean(),
  text: fc.string({ minLength: 1, maxLength: 5 }),
});
const session = fc.record({ edits: fc.array(edit, { minLength: 1, maxLength: 40 }), order: fc.nat() });

/** Three people's edits, exchanged after every fourth; the updates in the order they were made. */
function write({ edits }: { edits: readonly { who: number; at: number; remove: boolean; text: string }[] }) {
  const docs = [1, 2, 3].map((id) => {
    const doc = new Y.Doc();
    doc.clientID = id;
    return doc;
  });
  const updates: Uint8Array[] = [];
  for (const doc of docs) {
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'other') updates.push(update);
    });
  }
  let sent = 0;
  edits.forEach(({ who, at, remove, text }, index) => {
    const ytext = docs[who]?.getText('t') ?? new Y.Text();
    if (remove && ytext.length > 0) ytext.delete(at % ytext.length, 1);
    else ytext.insert(ytext.length === 0 ? 0 : at % ytext.length, text);
    if (index % 4 === 3) {
      for (const update of updates.slice(sent)) for (const doc of docs) Y.applyUpdate(doc, update, 'other');
      sent = updates.length;
    }
  });
  return { updates, doc: merged(updates) };
}

function merged(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
}

describe('the digest of a document', () => {
  it('[R4] has the state vector of the document, in whatever order its updates came', () => {
    fc.assert(
      fc.property(session, ({ edits, order }) => {
        const { updates, doc } = write({ edits });
        const digest = new Digest();
        const shuffled = updates
          .map((update, i) => ({ update, key: (i * (order + 7)) % 31 }))
          .sort((a, b) => a.key - b.key);
        for (const { update } of shuffled) digest.add(update);
        expect(new Map([...digest.stateVector].sort())).toEqual(
          new Map([...Y.decodeStateVector(Y.encodeStateVector(doc))].sort()),
        );
        expect(digest.covers(Y.encodeStateAsUpdate(doc))).toBe(true);
      }),
    );
  });

  it('[R4] says that an update is here exactly when applying it would change nothing', () => {
    fc.assert(
      fc.property(session, fc.nat(), ({ edits }, some) => {
        const { updates } = write({ edits });
        const known = updates.slice(0, some % (updates.length + 1));
        const digest = new Digest();
        for (const update of known) digest.add(update);
        for (const update of updates) {
          const doc = merged(known);
          const before = Y.snapshot(doc);
          Y.applyUpdate(doc, update);
          const waits = doc.store.pendingStructs !== null || doc.store.pendingDs !== null;
          expect(digest.covers(update)).toBe(!waits && Y.equalSnapshots(before, Y.snapshot(doc)));
        }
      }),
    );
  });

  it('[R4] a client with any part of the text has all of it after the answer, and an up-to-date one gets no structs', () => {
    fc.assert(
      fc.property(session, fc.nat(), fc.nat(), fc.nat(), ({ edits }, some, cut, compacted) => {
        const { updates, doc } = write({ edits });
        const baseOf = (count: number) => Y.encodeStateAsUpdate(merged(updates.slice(0, count)));
        const inBase = cut % (updates.length + 1);
        const read = inBase + (some % (updates.length - inBase + 1));
        const text = new StoredText(baseOf(inBase), updates.slice(inBase, read));
        for (const update of updates.slice(read)) text.push(update);
        const answersAll = () => {
          for (const part of [0, some % (updates.length + 1), updates.length]) {
            const client = merged(updates.slice(0, part));
            const { early, step2 } = text.answer(Y.decodeStateVector(Y.encodeStateVector(client)));
            if (early !== null) Y.applyUpdate(client, early);
            Y.applyUpdate(client, step2);
            expect(client.getText('t').toString()).toBe(doc.getText('t').toString());
            expect(Y.equalSnapshots(Y.snapshot(client), Y.snapshot(doc))).toBe(true);
          }
          const vector = Y.encodeStateVector(doc);
          const uptodate = text.answer(Y.decodeStateVector(vector));
          expect(uptodate.early).toBeNull();
          expect(Y.decodeUpdate(uptodate.step2).structs).toEqual([]);
          expect(text.stateVector().length).toBe(encodeStateVector(Y.decodeStateVector(vector)).length);
        };
        answersAll();
        const covered = compacted % (text.tailLength + 1);
        text.rebase(baseOf(inBase + covered), covered);
        expect(text.tailLength).toBe(updates.length - inBase - covered);
        answersAll();
      }),
    );
  });
});

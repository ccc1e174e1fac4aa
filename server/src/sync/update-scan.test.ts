import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { ByteReader, Malformed } from './byte-reader.ts';
import { scanUpdate } from './update-scan.ts';

const RUNS = 40_000;

/** Updates with every kind of content that our schema and Yjs' own types make. */
function richUpdates(seed: number): Uint8Array[] {
  const doc = new Y.Doc();
  doc.clientID = seed + 1;
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const fragment = doc.getXmlFragment('text');
  const element = new Y.XmlElement('avsnitt');
  fragment.insert(0, [element]);
  element.setAttribute('typ', 'sammanfattning');
  const text = new Y.XmlText();
  element.insert(0, [text]);
  text.insert(0, 'Räksmörgås 🦐 och mer');
  text.format(2, 6, { bold: true, link: { href: 'https://exempel.se/[a]', n: [1, 2, { b: null }] } });
  text.insertEmbed(3, { bild: 'x' });
  text.delete(1, 4);
  doc.getMap('m').set('any', { a: [1, -70000, 1.5, true, null, 'å', new Uint8Array([1, 2])], big: 2 ** 40 });
  doc.getArray('a').insert(0, [null, new Uint8Array(5), 'ord', { djup: { djupare: [] } }]);
  doc.getArray('a').delete(1, 2);
  updates.push(Y.encodeStateAsUpdate(doc), Y.mergeUpdates(updates.slice(2)));
  return updates;
}

function passes(bytes: Uint8Array): boolean {
  try {
    scanUpdate(bytes, null);
    return true;
  } catch (error) {
    if (error instanceof Malformed) return false;
    throw error;
  }
}

describe('the scan of an update', () => {
  it('[W1] passes everything Yjs writes', () => {
    for (let seed = 0; seed < 20; seed++) for (const update of richUpdates(seed)) expect(passes(update)).toBe(true);
  });

  it('[W1] passes nothing that a receiver of exactly those bytes cannot decode and apply', () => {
    const updates = richUpdates(7);
    const mutated = fc.tuple(
      fc.nat(updates.length - 1),
      fc.array(fc.tuple(fc.nat(600), fc.nat(255)), { minLength: 1, maxLength: 2 }),
      fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.nat() }),
    );
    let passed = 0;
    fc.assert(
      fc.property(mutated, ([index, changes, cut]) => {
        const bytes = (updates[index] ?? new Uint8Array()).slice();
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        const hostile = cut === null ? bytes : bytes.slice(0, cut % bytes.length);
        if (!passes(hostile)) return;
        passed++;
        const doc = new Y.Doc();
        for (const update of updates) Y.applyUpdate(doc, update);
        Y.applyUpdate(doc, hostile);
        Y.encodeStateAsUpdate(doc);
        Y.mergeUpdates([hostile, ...updates]);
      }),
      { numRuns: RUNS },
    );
    expect(passed).toBeGreaterThan(RUNS / 20);
  });

  it('[W2] reports the clocks and deletions that Yjs reads', () => {
    for (const update of richUpdates(3)) {
      const { structs, ds } = Y.decodeUpdate(update);
      const expected = structs.map((s) => `${s.id.client}:${s.id.clock}+${s.length}`);
      const deleted = [...ds.clients].flatMap(([client, items]) => items.map((d) => `${client}:${d.clock}-${d.len}`));
      const seen: string[] = [];
      const gone: string[] = [];
      scanUpdate(update, {
        struct: (client, clock, length) => seen.push(`${client}:${clock}+${length}`),
        skip: (client, clock, length) => seen.push(`${client}:${clock}+${length}`),
        deleted: (client, clock, length) => gone.push(`${client}:${clock}-${length}`),
      });
      expect(seen).toEqual(expected);
      expect(gone).toEqual(deleted);
    }
  });

  it('[W4] refuses announced lengths at once, however large', () => {
    const huge = [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f];
    for (const bytes of [huge, [1, ...huge], [1, 1, 1, 0, 4, 1, 1, 97, ...huge], [0, ...huge], [0, 1, 1, ...huge]]) {
      expect(passes(Uint8Array.from(bytes))).toBe(false);
    }
    expect(passes(Uint8Array.from([0, 0, 0]))).toBe(false);
    expect(() => new ByteReader(Uint8Array.from([...huge.slice(0, 7), 0xff, 0x7f])).varUint()).toThrow(Malformed);
  });

  it('[W4] refuses values nested deeper than a receiver can recurse', () => {
    const deep = new Uint8Array([
      1,
      1,
      1,
      0,
      8,
      1,
      1,
      97,
      1,
      ...Array.from({ length: 5000 }, () => [117, 1]).flat(),
      126,
      0,
    ]);
    expect(passes(deep)).toBe(false);
  });
});

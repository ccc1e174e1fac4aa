import { prosemirrorToYDoc, yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { dokumentArb } from './arbitrary.test-support.ts';
import { avsnitt, dokument, stycke } from './bygg.ts';
import { canonicalJson } from './canonical.ts';
import { textSchema } from './extensions.ts';
import { jsonFromNode, nodeFromJson } from './node.ts';
import { jsonFromYdoc, TEXT_FRAGMENT, updateFromJson, ydocFromJson } from './ydoc.ts';

const clone = (doc: Y.Doc): Y.Doc => {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
};
const somEditorn = (doc: Y.Doc): unknown =>
  jsonFromNode(yXmlFragmentToProseMirrorRootNode(clone(doc).getXmlFragment(TEXT_FRAGMENT), textSchema));

test('[T1] any document is the same after Yjs', () => {
  fc.assert(
    fc.property(dokumentArb, (json) => {
      expect(jsonFromYdoc(ydocFromJson(json))).toEqual(json);
    }),
    { numRuns: 300 },
  );
});

test('[T2] reading gives what every editor shows', () => {
  fc.assert(
    fc.property(dokumentArb, (json) => {
      const doc = prosemirrorToYDoc(nodeFromJson(json), TEXT_FRAGMENT);
      expect(jsonFromYdoc(doc)).toEqual(somEditorn(doc));
    }),
  );
});

test('[T2] what the schema cannot hold is passed over, what stands around it stays, and nothing is written', () => {
  const doc = ydocFromJson(dokument(avsnitt('arendet', 'Ärendet', stycke('Kvar.'))));
  const rot = doc.getXmlFragment(TEXT_FRAGMENT);
  const lista = new Y.XmlElement('bulletList');
  lista.insert(0, [new Y.XmlElement('paragraph')]);
  const text = new Y.XmlText();
  const markerat = new Y.XmlElement('paragraph');
  rot.push([new Y.XmlElement('okand'), lista, markerat]);
  markerat.insert(0, [text]);
  text.insert(0, 'ord', { okand: {} });
  text.insertEmbed(3, { bild: 'x' });
  const before = Y.encodeStateAsUpdate(doc);
  const json = jsonFromYdoc(doc);
  expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
  expect(json.content?.slice(1)).toEqual([
    { type: 'bulletList' },
    { type: 'paragraph', content: [{ type: 'text', text: 'ord' }] },
  ]);
});

test('[T3] a section of a later version, an unknown attribute and a strange value do not cost a word', () => {
  const doc = ydocFromJson(dokument(avsnitt('arendet', 'Ärendet', stycke('Kvar.'))));
  const del = doc.getXmlFragment(TEXT_FRAGMENT).get(0) as Y.XmlElement<{ [name: string]: string | object }>;
  del.setAttribute('typ', 'nasta_ars_typ');
  del.setAttribute('farg', 'röd');
  expect(jsonFromYdoc(doc)).toEqual(somEditorn(doc));
  expect(jsonFromYdoc(doc).content?.[0]).toMatchObject({ attrs: { typ: 'nasta_ars_typ' } });
  del.setAttribute('typ', { inte: 'en sträng' });
  expect(jsonFromYdoc(doc).content?.[0]).toMatchObject({
    attrs: { typ: 'eget' },
    content: [{}, { content: [{ text: 'Kvar.' }] }],
  });
});

test('[T4] the same first text is the same bytes', () => {
  fc.assert(
    fc.property(dokumentArb, (json) => {
      expect(updateFromJson(json)).toEqual(updateFromJson(json));
    }),
    { numRuns: 50 },
  );
});

test('[T4] a first text names no person: a client that goes on writing has an id of its own', () => {
  const doc = ydocFromJson(dokument(stycke('a')));
  expect(Array.from(Y.decodeStateVector(Y.encodeStateVector(doc)).keys())).not.toContain(doc.clientID);
});

test('[T5] the canonical form does not depend on how the document came to be', () => {
  fc.assert(
    fc.property(dokumentArb, (json) => {
      const baklanges = JSON.parse(JSON.stringify(json), (_key, value: unknown) =>
        typeof value === 'object' && value !== null && !Array.isArray(value)
          ? Object.fromEntries(Object.entries(value).reverse())
          : value,
      );
      expect(canonicalJson(baklanges)).toBe(canonicalJson(json));
      expect(canonicalJson(jsonFromYdoc(ydocFromJson(json)))).toBe(canonicalJson(json));
      expect(jsonFromNode(nodeFromJson(JSON.parse(canonicalJson(json))))).toEqual(json);
    }),
  );
});

test('[T5] one canonical form, letter for letter', () => {
  const json = dokument(avsnitt('eget', 'Å', { ...stycke('b'), attrs: {} }), {
    type: 'beslutslista',
    attrs: { start: 3 },
    content: [],
  });
  expect(canonicalJson(json)).toBe(
    '{"content":[{"content":[{"content":[{"text":"Å","type":"text"}],"type":"avsnittsrubrik"},' +
      '{"content":[{"text":"b","type":"text"}],"type":"paragraph"}],"type":"avsnitt"},' +
      '{"attrs":{"start":3},"type":"beslutslista"}],"type":"doc"}',
  );
});

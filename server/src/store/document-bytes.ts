import { canonicalJson, jsonFromYdoc, type TextJson, updateFromJson } from '@samskrift/shared';
import * as Y from 'yjs';
import type { CleanCopy } from './store.ts';

/** Base and tail as one update with garbage collected. Makes a Y.Doc: for a worker thread, not for the path of a keystroke. */
export function compactDocument(base: Uint8Array, tail: readonly Uint8Array[]): Uint8Array {
  const doc = loadDocument(base, tail);
  const bytes = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return bytes;
}

/** The text of a Yjs state in the one form that is hashed at sealing. */
export function canonicalText(state: Uint8Array): string {
  const doc = loadDocument(state, []);
  const text = canonicalJson(jsonFromYdoc(doc));
  doc.destroy();
  return text;
}

/** The text of base and tail as if it had been written in one go by nobody. */
export function cleanCopy(base: Uint8Array, tail: readonly Uint8Array[]): CleanCopy {
  const text = canonicalJson(documentJson(base, tail));
  return { text, base: updateFromJson(JSON.parse(text) as TextJson) };
}

/** The text of base and tail as every editor shows it. */
export function documentJson(base: Uint8Array, tail: readonly Uint8Array[]): TextJson {
  const doc = loadDocument(base, tail);
  const json = jsonFromYdoc(doc);
  doc.destroy();
  return json;
}

function loadDocument(base: Uint8Array, tail: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc({ gc: true });
  // One transaction: garbage is then collected once, at its end, and not after each of a thousand updates.
  doc.transact(() => {
    Y.applyUpdate(doc, base);
    for (const update of tail) Y.applyUpdate(doc, update);
  });
  return doc;
}

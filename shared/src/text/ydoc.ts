import type { Node } from '@tiptap/pm/model';
import { prosemirrorToYXmlFragment } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { textSchema } from './extensions.ts';
import type { TextJson } from './json.ts';
import { jsonFromNode, nodeFromJson } from './node.ts';
import { nodesFromFragment } from './read-fragment.ts';

/** Name of the Y.XmlFragment that holds a handling's text. */
export const TEXT_FRAGMENT = 'text';

/** One fixed author of every first text: the same JSON is then the same bytes, and no person is named as its writer. */
const SEED_CLIENT = 1;

/** A new Y.Doc with the text. @throws RangeError if the JSON does not fit the schema: check with kontrollera first. */
export function ydocFromJson(json: TextJson): Y.Doc {
  const doc = new Y.Doc();
  const own = doc.clientID;
  doc.clientID = SEED_CLIENT;
  doc.transact(() => prosemirrorToYXmlFragment(nodeFromJson(json), doc.getXmlFragment(TEXT_FRAGMENT)));
  doc.clientID = own;
  return doc;
}

/** The Yjs update (v1) of a fresh document with this text, for the one who creates it. @throws RangeError as ydocFromJson. */
export function updateFromJson(json: TextJson): Uint8Array {
  const doc = ydocFromJson(json);
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}

/**
 * The text as every editor shows it. What the schema cannot hold is passed over, and what stands around it stays: reading a
 * document never writes to it.
 */
export function jsonFromYdoc(doc: Y.Doc): TextJson {
  return jsonFromNode(nodeFromYdoc(doc));
}

/** @see jsonFromYdoc */
export function nodeFromYdoc(doc: Y.Doc): Node {
  const children = nodesFromFragment(doc.getXmlFragment(TEXT_FRAGMENT), textSchema);
  return textSchema.topNodeType.create(null, children);
}

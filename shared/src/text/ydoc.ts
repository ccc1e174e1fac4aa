import { Fragment, type Mark, type Node, type NodeType } from '@tiptap/pm/model';
import { prosemirrorToYXmlFragment } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { textSchema } from './extensions.ts';
import type { TextJson } from './json.ts';
import { jsonFromNode, nodeFromJson } from './node.ts';

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
 * The text as every editor shows it. What the schema cannot hold is passed over as y-tiptap would, but nothing is deleted:
 * reading a document never writes to it.
 */
export function jsonFromYdoc(doc: Y.Doc): TextJson {
  return jsonFromNode(nodeFromYdoc(doc));
}

/** @see jsonFromYdoc */
export function nodeFromYdoc(doc: Y.Doc): Node {
  const top = textSchema.topNodeType;
  const children = doc.getXmlFragment(TEXT_FRAGMENT).toArray().flatMap(nodesFromType);
  return top.create(
    null,
    children.filter((child) => top.contentMatch.matchType(child.type) !== null),
  );
}

function nodesFromType(type: Y.XmlElement | Y.XmlText | Y.XmlHook): readonly Node[] {
  if (type instanceof Y.XmlText) return textsFromType(type);
  const nodeType = type instanceof Y.XmlElement ? textSchema.nodes[type.nodeName] : undefined;
  if (!(type instanceof Y.XmlElement) || nodeType === undefined || nodeType.isText) return [];
  const content = Fragment.from(type.toArray().flatMap(nodesFromType));
  return nodeType.validContent(content)
    ? [nodeType.create(attributesFor(nodeType, type.getAttributes()), content)]
    : [];
}

function textsFromType(type: Y.XmlText): readonly Node[] {
  const delta: readonly { readonly insert: unknown; readonly attributes?: Record<string, unknown> }[] = type.toDelta();
  const texts: Node[] = [];
  for (const { insert, attributes } of delta) {
    const marks = marksFor(attributes ?? {});
    if (typeof insert !== 'string' || marks === null) return [];
    texts.push(textSchema.text(insert, marks));
  }
  return texts;
}

function marksFor(attributes: Record<string, unknown>): readonly Mark[] | null {
  const marks: Mark[] = [];
  for (const [name, value] of Object.entries(attributes)) {
    const markType = textSchema.marks[name];
    if (markType === undefined) return null;
    marks.push(markType.create(typeof value === 'object' ? { ...value } : null));
  }
  return marks;
}

/** A value of a kind the schema does not know (only a foreign program can have put it there) counts as not set. */
function attributesFor(type: NodeType, values: Record<string, unknown>): Record<string, unknown> {
  const fitting: Record<string, unknown> = {};
  for (const [name, spec] of Object.entries(type.spec.attrs ?? {})) {
    const value = values[name];
    const known: unknown = spec.default;
    if (typeof value === typeof known || (known === null && typeof value === 'string')) fitting[name] = value;
  }
  return fitting;
}

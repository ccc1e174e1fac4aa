import { Fragment, type Mark, type Node, type NodeType, type Schema } from '@tiptap/pm/model';
import * as Y from 'yjs';

/** Told of each element that has been read: its node, null for one that the schema has no place for. */
export type Read = (type: Y.XmlElement, node: Node | null) => void;

type Child = Y.XmlElement | Y.XmlText | Y.XmlHook;

/** The nodes of a text's fragment. What the schema has no place for is passed over; nothing is written. */
export function nodesFromFragment(fragment: Y.XmlFragment, schema: Schema, read?: Read): readonly Node[] {
  return fragment.toArray().flatMap((child) => nodesFromType(child, schema.topNodeType, read));
}

/** The nodes of one type among the children of a node of the type `parent`: none where it has no place there. */
export function nodesFromType(type: Child, parent: NodeType, read?: Read): readonly Node[] {
  if (type instanceof Y.XmlText) return parent.inlineContent ? textsFromType(type, parent.schema) : [];
  if (!(type instanceof Y.XmlElement)) return [];
  const nodeType = placeIn(parent, type);
  if (nodeType === null) {
    read?.(type, null);
    return [];
  }
  const content = Fragment.from(type.toArray().flatMap((child) => nodesFromType(child, nodeType, read)));
  const node = nodeType.create(attributesFor(nodeType, type.getAttributes()), content);
  read?.(type, node);
  return [node];
}

/** Whether everything in an element has its place, apart from `known` elements, which are not looked into again. */
export function fits(type: Child, parent: NodeType, known: (type: Y.XmlElement) => boolean): boolean {
  if (type instanceof Y.XmlText) return parent.inlineContent;
  if (!(type instanceof Y.XmlElement)) return false;
  const nodeType = placeIn(parent, type);
  return nodeType !== null && (known(type) || type.toArray().every((child) => fits(child, nodeType, known)));
}

/** Every content expression of the schema is a choice repeated, so what may stand first may stand anywhere. */
function placeIn(parent: NodeType, type: Y.XmlElement): NodeType | null {
  const nodeType = parent.schema.nodes[type.nodeName];
  if (nodeType === undefined || nodeType.isText || parent.contentMatch.matchType(nodeType) === null) return null;
  return nodeType;
}

function textsFromType(type: Y.XmlText, schema: Schema): readonly Node[] {
  const delta: readonly { readonly insert: unknown; readonly attributes?: Record<string, unknown> }[] = type.toDelta();
  const texts: Node[] = [];
  for (const { insert, attributes } of delta) {
    const marks = marksFor(attributes ?? {}, schema);
    if (typeof insert !== 'string' || marks === null) return [];
    texts.push(schema.text(insert, marks));
  }
  return texts;
}

function marksFor(attributes: Record<string, unknown>, schema: Schema): readonly Mark[] | null {
  const marks: Mark[] = [];
  for (const [name, value] of Object.entries(attributes)) {
    const markType = schema.marks[name];
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
